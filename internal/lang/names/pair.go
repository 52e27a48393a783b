package names

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// pairing is which units of two names belong together.
type pairing struct {
	same, initials, alike []matched
	onlyA, onlyB          []member
	all                   int // units in both names
}

type matched struct{ a, b member }

// member is a unit with the word it belongs to.
type member struct {
	unit
	glued   string // written together with its particles, or ""
	text    string
	word    int
	initial bool
	taken   bool
	sounds  [3]string // the skeletons of key, alt and glued, once they are asked for
}

// pair finds what belongs together: first the same, then initials, then what sounds alike. Across scripts there is sound
// alone.
func pair(a, b []Word, across bool) pairing {
	as, bs := members(a), members(b)
	p := pairing{all: len(as) + len(bs)}
	if !across {
		p.same = take(as, bs, isSame)
		p.initials = take(as, bs, isInitialOf)
	}
	addSounds(as)
	addSounds(bs)
	p.alike = take(as, bs, soundsAlike)
	p.onlyA, p.onlyB = left(as), left(bs)
	return p
}

func members(list []Word) []member {
	var all []member
	particles := ""
	for i, w := range list {
		if w.Kind == Particle {
			particles += plain(w.Text)
			continue
		}
		for _, u := range w.units {
			all = append(all, member{unit: u, glued: w.glued(particles), text: w.Text, word: i, initial: w.Kind == Initial})
		}
		particles = ""
	}
	return all
}

// glued is the word as some write it together with its particles: Abuzaid for Abu Zaid, ElBaradei for el-Baradei. It is ""
// for a word that has none, and for double names.
func (w Word) glued(particles string) string {
	if len(w.units) != 1 || w.Kind == Initial {
		return ""
	}
	if glued := particles + plain(w.Text); glued != w.units[0].key {
		return glued
	}
	return ""
}

func take(as, bs []member, fit func(a, b member) bool) []matched {
	var found []matched
	for i := range as {
		for j := range bs {
			if !as[i].taken && !bs[j].taken && fit(as[i], bs[j]) {
				as[i].taken, bs[j].taken = true, true
				found = append(found, matched{as[i], bs[j]})
			}
		}
	}
	return found
}

func left(list []member) []member {
	return slices.DeleteFunc(list, func(m member) bool { return m.taken })
}

func isSame(a, b member) bool {
	if a.initial != b.initial {
		return false
	}
	return a.key == b.key || a.alt != "" && a.alt == b.key || b.alt != "" && b.alt == a.key ||
		a.glued != "" && a.glued == b.key || b.glued != "" && b.glued == a.key
}

// isInitialOf says whether one is shortened and may stand for the other: I. for Ivanka, Md. for Mohammed.
func isInitialOf(a, b member) bool {
	switch {
	case a.initial == b.initial:
		return false
	case a.initial:
		return shortens(a.key, b.key)
	}
	return shortens(b.key, a.key)
}

// shortens says whether short begins as long does, and its other letters come in long in this order.
func shortens(short, long string) bool {
	first, size := utf8.DecodeRuneInString(short)
	if r, n := utf8.DecodeRuneInString(long); r != first {
		return false
	} else {
		long = long[n:]
	}
	for _, r := range short[size:] {
		i := strings.IndexRune(long, r)
		if i < 0 {
			return false
		}
		long = long[i+utf8.RuneLen(r):]
	}
	return true
}

func soundsAlike(a, b member) bool {
	if a.initial || b.initial {
		return false
	}
	for _, x := range a.sounds {
		for _, y := range b.sounds {
			if x != "" && x == y {
				return true
			}
		}
	}
	return false
}

func addSounds(list []member) {
	for i := range list {
		if m := &list[i]; !m.taken {
			m.sounds = [3]string{Skeleton(m.key), Skeleton(m.alt), Skeleton(m.glued)}
		}
	}
}

// agreeing is how many words agree. A double name is one, and agrees with two names that are printed apart.
func (p *pairing) agreeing() int {
	var as, bs []int
	for _, m := range p.same {
		if m.a.initial {
			continue
		}
		as, bs = append(as, m.a.word), append(bs, m.b.word)
	}
	return min(distinct(as), distinct(bs))
}

func distinct(list []int) int {
	slices.Sort(list)
	return len(slices.Compact(list))
}

// What a pair of words is worth beside one that agrees, and what counts beside the words.
const (
	initialWeight = .5
	alikeWeight   = .6
	besideWeight  = .1
)

// share is how much of all words in both names pairs of this worth are.
func (p *pairing) share(pairs []matched, worth float64) float64 {
	return 2 * worth * float64(len(pairs)) / float64(p.all)
}

// noteWords writes the pairing down as reasons.
func (p *people) noteWords() {
	for _, group := range []struct {
		kind  ReasonKind
		pairs []matched
		worth float64
	}{{WordsAgree, p.same, 1}, {InitialsAgree, p.initials, initialWeight}, {WordsAlike, p.alike, alikeWeight}} {
		if len(group.pairs) > 0 {
			a, b := textsOf(group.pairs)
			p.weigh(group.kind, a, b, p.share(group.pairs, group.worth))
		}
	}
	if p.disordered() {
		p.weigh(OrderDiffers, nil, nil, -besideWeight)
	}
	switch a, b := memberTexts(p.onlyA), memberTexts(p.onlyB); {
	case len(a) > 0 && len(b) > 0:
		p.note(WordsDiffer, a, b)
	case len(a) > 0 || len(b) > 0:
		p.note(WordsMissing, a, b)
	}
}

// disordered says whether what belongs together stands in another order, as family names first do.
func (p *pairing) disordered() bool {
	pairs := slices.Concat(p.same, p.initials, p.alike)
	slices.SortFunc(pairs, func(x, y matched) int { return x.a.word - y.a.word })
	return !slices.IsSortedFunc(pairs, func(x, y matched) int { return x.b.word - y.b.word })
}

func textsOf(pairs []matched) (a, b []string) {
	for _, m := range pairs {
		if i := len(a) - 1; i >= 0 && a[i] == m.a.text && b[i] == m.b.text {
			continue // the other half of a double name
		}
		a, b = append(a, m.a.text), append(b, m.b.text)
	}
	return a, b
}

func memberTexts(list []member) []string {
	var texts []string
	for _, m := range list {
		if !slices.Contains(texts, m.text) {
			texts = append(texts, m.text)
		}
	}
	return texts
}
