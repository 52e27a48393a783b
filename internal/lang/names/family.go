package names

import (
	"slices"
)

// findFamily says where the family name begins. Known says that the given names, which stood behind a comma, are certain.
func (p *parser) findFamily(given int, known bool) {
	n := &p.name
	if given > 0 {
		n.FamilyAt, n.FamilyKnown = given, known
		return
	}
	if n.byCapitals() {
		return
	}
	for n.FamilyAt = max(0, len(n.Words)-1); n.FamilyAt > 0; n.FamilyAt-- {
		before := n.FamilyAt - 1
		if n.Words[before].Kind != Particle && !p.v.isBetween(n.Words[n.FamilyAt].Text) {
			break // neither "von Trapp" nor "Ortega y Gasset"
		}
	}
}

// byCapitals finds a family name that alone is printed in capitals, first or last, and puts it last.
func (n *Name) byCapitals() bool {
	isFamily := func(w Word) bool { return w.Kind == Full && isCapitals(w.Text) }
	isGiven := func(w Word) bool { return w.Kind == Full && !isCapitals(w.Text) && scriptOf(w.Text) != arabicScript }
	first, last := slices.IndexFunc(n.Words, isFamily), -1
	for i, w := range n.Words {
		if isGiven(w) {
			last = i
		}
	}
	switch {
	case first < 0 || last < 0:
		return false
	case first > last: // Ivanka HAINZL
		for first > 0 && n.Words[first-1].Kind == Particle {
			first--
		}
		n.FamilyAt = first
	default: // HAINZL Ivanka
		end := slices.IndexFunc(n.Words, isGiven)
		if end <= first {
			return false
		}
		n.Words = slices.Concat(n.Words[end:], n.Words[:end])
		n.FamilyAt = len(n.Words) - end
	}
	n.FamilyKnown = true
	return true
}
