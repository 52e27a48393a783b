package names

import "slices"

// Frequency is how often a family name occurs among the people of a graph.
type Frequency uint8

// The frequencies.
const (
	Unknown Frequency = iota
	Rare
	Common
)

// Rules is what the caller knows beyond the two names. The zero value knows nothing. Its functions must be safe for
// concurrent use if it is shared.
type Rules struct {
	// Frequency tells how frequent a family name is, given as a word that is folded and has no article; each part of a
	// double name is asked for alone. Nil knows none.
	Frequency func(family string) Frequency
	// SameOrganisation says whether two printed affiliations are the same organisation. Nil leaves it to
	// [CompareOrganisations], which may leave open whether they are, of an acronym and a name for instance.
	SameOrganisation func(a, b string) bool
}

// Compare says whether two names may be those of one person or organisation, and why.
//
// People are the same when at least two words of their names agree and none disagrees, in any spelling of accents, and in
// another order only if the family name is told apart in one of them or rare, or the affiliation shared; or when their
// rare family name, nothing else to the contrary, and their affiliation agree. But people of one name who are printed
// with different organisations stay apart unless the name is rare, as do those of a common family name without a shared
// affiliation. What has one name alone is at most a candidate. So is what agrees only by its initials or by its sound, and
// all that is written in different scripts: there, labels that somebody curated decide, see [Match].
//
// Names of organisations are compared as [CompareOrganisations] does; what is no name, or people without a name, are
// the same as nothing. Compare is symmetric.
func Compare(a, b Name, rules Rules) Comparison {
	if a.Printed > b.Printed { // what is paired first must not depend on who asks
		return Compare(b, a, rules).flipped()
	}
	var c Comparison
	switch {
	case a.Nature == Organisation && b.Nature == Organisation:
		return CompareOrganisations(a.Printed, b.Printed)
	case !a.isHuman() || !b.isHuman():
		c.note(NatureDiffers, nil, nil)
		c.conclude(Different)
		return c
	}
	p := people{a: a, b: b, rules: rules, Comparison: c}
	p.compare()
	return p.Comparison
}

// Match compares a name with all labels of one person or organisation, in any scripts, and gives the best comparison and
// the label it belongs to, -1 when there are none. Labels that somebody curated are how names meet across scripts.
func Match(printed Name, labels []Name, rules Rules) (Comparison, int) {
	best, at := Comparison{}, -1
	for i, label := range labels {
		if c := Compare(printed, label, rules); at < 0 || c.Score > best.Score {
			best, at = c, i
		}
	}
	return best, at
}

func (n Name) isHuman() bool { return n.Nature == Person || n.Nature == Partial }

// people is the comparison of two people.
type people struct {
	Comparison
	a, b  Name
	rules Rules
	pairing
}

func (p *people) compare() {
	across := scriptOf(joinWords(p.a.Words)) != scriptOf(joinWords(p.b.Words))
	p.pairing = pair(p.a.Words, p.b.Words, across)
	p.noteWords()
	p.notePartial()
	suffix := p.compareSuffixes()
	affiliation := p.compareAffiliations()
	frequency := p.familyFrequency()
	if across {
		p.note(ScriptDiffers, nil, nil)
		p.conclude(p.verdictAcross())
		return
	}
	verdict := p.verdict(affiliation, frequency)
	if suffix == Different {
		verdict = Different
	}
	p.conclude(min(verdict, suffix))
}

// notePartial notes which of the two is a single name.
func (p *people) notePartial() {
	single := func(n Name) []string {
		if n.Nature == Partial {
			return []string{joinWords(n.Words)}
		}
		return nil
	}
	if a, b := single(p.a), single(p.b); len(a)+len(b) > 0 {
		p.note(NotEnough, a, b)
	}
}

// verdict decides within one script.
func (p *people) verdict(affiliation int, frequency Frequency) Verdict {
	conflict := len(p.onlyA) > 0 && len(p.onlyB) > 0
	agreeing := p.agreeing()
	partial := p.a.Nature == Partial || p.b.Nature == Partial
	switch {
	case conflict && (partial || agreeing < 2):
		return Different
	case conflict || partial || len(p.alike) > 0:
		return Candidate
	case p.turned() && frequency != Rare && affiliation <= 0:
		return Candidate
	case agreeing >= 2 && affiliation >= 0 && (frequency != Common || affiliation > 0):
		return Same
	case agreeing >= 1 && frequency == Rare && (affiliation > 0 || agreeing >= 2):
		return Same
	}
	return Candidate
}

// turned says whether the order of the words differs and no family name explains it: Ali Hassan and Hassan Ali may be two.
func (p *people) turned() bool { return p.a.FamilyKnown == p.b.FamilyKnown && p.disordered() }

// leastSounds is how many consonants must agree where nothing but sound is compared.
const leastSounds = 3

// verdictAcross decides between scripts: all of the shorter name, or two words, must sound alike.
func (p *people) verdictAcross() Verdict {
	sounds := 0
	for _, m := range p.alike {
		sounds += len(Skeleton(m.a.key))
	}
	all := len(p.onlyA) == 0 || len(p.onlyB) == 0
	if sounds >= leastSounds && (all || len(p.alike) >= 2) {
		return Candidate
	}
	return Different
}

// compareSuffixes gives the best verdict that the suffixes leave.
func (p *people) compareSuffixes() Verdict {
	a, b := plainAll(p.a.Suffixes), plainAll(p.b.Suffixes)
	switch {
	case slices.Equal(a, b):
		return Same
	case len(a) > 0 && len(b) > 0:
		p.note(SuffixDiffers, p.a.Suffixes, p.b.Suffixes)
		return Different
	}
	p.note(SuffixDiffers, p.a.Suffixes, p.b.Suffixes)
	return Candidate
}

func plainAll(list []string) []string {
	keys := make([]string, len(list))
	for i, s := range list {
		keys[i] = plain(s)
	}
	return keys
}

// compareAffiliations gives 1 when one is shared, -1 when both have some and all are different, else 0.
func (p *people) compareAffiliations() int {
	if len(p.a.Affiliations) == 0 || len(p.b.Affiliations) == 0 {
		return 0
	}
	open := false
	for _, a := range p.a.Affiliations {
		for _, b := range p.b.Affiliations {
			switch p.rules.compareAffiliation(a, b) {
			case Same:
				p.weigh(AffiliationShared, []string{a}, []string{b}, besideWeight)
				return 1
			case Candidate:
				open = true
			}
		}
	}
	if open {
		return 0
	}
	p.weigh(AffiliationDiffers, p.a.Affiliations, p.b.Affiliations, -besideWeight)
	return -1
}

func (r Rules) compareAffiliation(a, b string) Verdict {
	if r.SameOrganisation == nil {
		return compareAffiliation(a, b)
	}
	if r.SameOrganisation(a, b) {
		return Same
	}
	return Different
}

// familyFrequency is how frequent the agreeing family name is. Every word counts that may be it in either name; of
// several, the rarest.
func (p *people) familyFrequency() Frequency {
	if p.rules.Frequency == nil {
		return Unknown
	}
	common := ""
	for _, m := range p.same {
		if !p.a.mayBeFamily(m.a.word) && !p.b.mayBeFamily(m.b.word) {
			continue
		}
		switch p.rules.Frequency(m.a.key) {
		case Rare:
			p.note(FamilyRare, []string{m.a.text}, []string{m.b.text})
			return Rare
		case Common:
			common = m.a.text
		}
	}
	if common == "" {
		return Unknown
	}
	p.note(FamilyCommon, []string{common}, []string{common})
	return Common
}

// mayBeFamily says whether a word can be the family name: where it is not told apart, every word but the first.
func (n Name) mayBeFamily(word int) bool {
	if n.FamilyKnown {
		return word >= n.FamilyAt
	}
	return word > 0
}
