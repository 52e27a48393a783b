package lang

import (
	"slices"
	"strings"

	"github.com/wasl-graph/wasl/graph"
)

// Pick chooses the label that a reader gets. It walks the chain; for each of its tags it takes the first label in
// exactly that language, else the best in a form of it (de-AT for "de") that is not refused. When the chain is
// exhausted it takes the best label of any language that is not refused, and when there is none, of the label languages in
// default order, then of any. Best is the best standing, then the order of the labels.
//
// tried is the chain up to and including the language served, which stands last even when it was not in the chain. It
// may share memory with the chain and must not be changed. The index is -1 only when there are no labels.
func Pick(c Chain, labels []graph.Text) (index int, tried []graph.Tag) {
	p := c.get()
	if len(labels) == 0 {
		return -1, p.tags
	}
	for i, tag := range p.tags {
		through := p.tags[: i+1 : i+1]
		if at := slices.IndexFunc(labels, func(t graph.Text) bool { return t.Language == tag }); at >= 0 {
			return at, through
		}
		if at := p.variant(tag, labels); at >= 0 {
			return at, append(through, labels[at].Language)
		}
	}
	at := p.any(labels)
	return at, append(slices.Clip(p.tags), labels[at].Language)
}

// variant finds the best label in a form of tag, -1 when there is none.
func (c *chain) variant(tag graph.Tag, labels []graph.Text) int {
	return best(labels, func(t graph.Text) bool {
		rest, ok := strings.CutPrefix(string(t.Language), string(tag))
		return ok && strings.HasPrefix(rest, "-") && !c.refuses(t.Language)
	})
}

func (c *chain) any(labels []graph.Text) int {
	if at := best(labels, func(t graph.Text) bool { return !c.refuses(t.Language) }); at >= 0 {
		return at
	}
	for place := range len(languages.tags) + 1 {
		if at := best(labels, func(t graph.Text) bool { return DefaultPlace(t.Language) == place }); at >= 0 {
			return at
		}
	}
	return -1 // there are no labels
}

// DefaultPlace is the place of the tag's language in the default order, [Served], and behind all of them where it is no label
// language. It decides among labels all of which the reader refused.
func DefaultPlace(tag graph.Tag) int {
	if i, ok := languages.index[baseOf(tag)]; ok {
		return i
	}
	return len(languages.tags)
}

// best finds the first of the labels with the best standing among those that fit.
func best(labels []graph.Text, fits func(graph.Text) bool) int {
	at := -1
	for i, label := range labels {
		if fits(label) && (at < 0 || label.Standing > labels[at].Standing) {
			at = i
		}
	}
	return at
}
