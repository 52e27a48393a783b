package lang

import (
	"slices"
	"strings"

	"github.com/wasl-graph/wasl/graph"
)

// Chain is the order in which languages are tried for one reader. It is immutable, as cheap to copy as a pointer, and
// safe to share between goroutines. The zero value is the chain of a reader who asked for nothing: mul and the label
// languages in default order (mul, en, ar, de).
// Compare chains by [Chain.Key], not with ==.
type Chain struct{ p *chain }

// chain is what a Chain points to.
type chain struct {
	tags      []graph.Tag
	requested bool // whether the first of tags was asked for
	refusal   refusal
	listed    int // of the language in whose order lists are, in Served
	spoken    int // of the interface language, in Served
	region    string
	key       string
}

// FromTags makes the chain of an explicit list of languages in the order of preference. The tags must be canonical
// (see [graph.ParseTag]). An empty list asks for nothing; of a long one the first 20 count.
func FromTags(tags []graph.Tag) Chain {
	if len(tags) == 0 {
		return Chain{}
	}
	return Chain{p: languages.newChain(tags[:min(len(tags), maxElements)], refusal{})}
}

// get is the chain behind c; the zero Chain has none of its own.
func (c Chain) get() *chain {
	if c.p == nil {
		return languages.nothing
	}
	return c.p
}

// Tags is the whole chain in order: the requested tags, each directly before its base language; the languages inferred
// from them; then mul and the served languages, without those that were refused. That any language comes after all of
// these is understood. The slice is shared: it must not be changed.
func (c Chain) Tags() []graph.Tag { return c.get().tags }

// Requested is the first tag that was asked for, in its canonical form, and false when none was.
func (c Chain) Requested() (graph.Tag, bool) {
	p := c.get()
	if !p.requested {
		return "", false
	}
	return p.tags[0], true
}

// Interface is the language that the server speaks to the reader, one of [Spoken]: the first of the chain that is, and
// English when all of them were refused.
func (c Chain) Interface() graph.Tag { return languages.tags[c.get().spoken] }

// Order is the order of lists, one of [Orders]: that of the first label language of the chain, in the -u-co- type that
// the reader asked for where the language has it. It is the order of the interface language, unless the reader prefers
// a language that has labels and no sentences.
func (c Chain) Order() graph.Tag {
	d := languages.served[c.get().listed]
	for _, tag := range c.Tags() {
		kind := collationType(tag)
		if _, known := d.collations[kind]; known && kind != "" && baseOf(tag) == d.tag {
			return d.order(kind)
		}
	}
	return d.tag
}

// Region is the country for which dates and numbers are written in the interface language, "IQ" for "ar-IQ" or
// "acm-IQ". It is "" when no tag of that language names a country.
func (c Chain) Region() string { return c.get().region }

// Key is a text that two chains share exactly when they behave the same: for caches and cursors. Its form may change.
func (c Chain) Key() string { return c.get().key }

// Refuses says whether the reader ruled the language out (q=0). What is asked for is never refused, and the most
// specific word counts: "de, de-AT;q=0" refuses de-AT alone, "en, *;q=0" everything but English.
func (c Chain) Refuses(tag graph.Tag) bool { return c.get().refuses(tag) }

// refusal is what a reader does not want.
type refusal struct {
	tags   []graph.Tag
	others bool // everything that is neither wanted nor named: "*;q=0"
}

func (r refusal) names(tag graph.Tag) bool { return slices.Contains(r.tags, tag) }

func (c *chain) refuses(tag graph.Tag) bool {
	if len(c.refusal.tags) == 0 && !c.refusal.others {
		return false
	}
	for t := tag; t != ""; t = parentOf(t) {
		if slices.Contains(c.tags, t) {
			return false
		}
		if c.refusal.names(t) {
			return true
		}
	}
	return c.refusal.others
}

// newChain puts the chain together.
func (r *registry) newChain(wanted []graph.Tag, no refusal) *chain {
	c := &chain{requested: len(wanted) > 0, tags: make([]graph.Tag, 0, 2*len(wanted)+len(r.served)+3)}
	for _, tag := range wanted {
		c.add(tag)
		for parent := withoutExtensions(tag); parent != "" && !isPrivate(parent); parent = parentOf(parent) {
			c.addUnless(no, parent)
		}
	}
	for _, tag := range wanted {
		if i, ok := r.reads[baseOf(tag)]; ok {
			c.addUnless(no, r.tags[i])
		}
	}
	c.addUnless(no, graph.Multiple)
	for _, tag := range r.tags {
		if !no.others {
			c.addUnless(no, tag)
		}
	}
	c.refuse(no)
	c.choose(r)
	c.key = c.makeKey()
	return c
}

func (c *chain) add(tag graph.Tag) {
	if !slices.Contains(c.tags, tag) {
		c.tags = append(c.tags, tag)
	}
}

func (c *chain) addUnless(no refusal, tag graph.Tag) {
	if !no.names(tag) {
		c.add(tag)
	}
}

// refuse keeps of a refusal what makes a difference, in one order, so that the same refusal always looks the same.
// A tag sorts behind its parents, which decide whether it says anything new.
func (c *chain) refuse(no refusal) {
	c.refusal.others = no.others
	if len(no.tags) == 0 {
		return
	}
	names := slices.Clone(no.tags)
	slices.Sort(names)
	for _, tag := range names {
		if !c.refuses(tag) {
			c.refusal.tags = append(c.refusal.tags, tag)
		}
	}
}

// choose finds the language of lists, the interface language, and the region in which that one is written.
func (c *chain) choose(r *registry) {
	c.listed, c.spoken = r.first(c.tags, false), r.first(c.tags, true)
	for _, tag := range c.tags {
		if i, ok := r.find(tag); ok && i == c.spoken {
			if c.region = regionOf(tag); c.region != "" {
				return
			}
		}
	}
}

func (c *chain) makeKey() string {
	size := 8
	for _, tag := range c.tags {
		size += len(tag) + 1
	}
	for _, tag := range c.refusal.tags {
		size += len(tag) + 2
	}
	var b strings.Builder
	b.Grow(size)
	if !c.requested {
		b.WriteByte('?')
	}
	for i, tag := range c.tags {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(string(tag))
	}
	for _, tag := range c.refusal.tags {
		b.WriteString(",!")
		b.WriteString(string(tag))
	}
	if c.refusal.others {
		b.WriteString(",!*")
	}
	return b.String()
}
