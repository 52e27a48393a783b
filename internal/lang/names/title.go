package names

import (
	"slices"
	"strconv"
)

// CompareProjects says whether two names may be those of one project. Numbers tell projects apart, wherever they stand
// and however they are written: PARIM-I is not PARIM-II, which is PARIM 2, PARIM2 and PARIM Phase Two. A name without a
// number may be any of them, and one with a plus (FIMAS+) is never the same as one without. Words such as "project" and
// "the" don't count.
//
// Names of the same words are the same; one that has more words, or is the acronym of the other, makes a candidate.
func CompareProjects(a, b string) Comparison {
	v := words()
	return compareTitles(v.readTitle(a, v.projects), v.readTitle(b, v.projects), v.projects)
}

// CompareOrganisations says whether two names may be those of one organisation. Legal forms, articles and prepositions
// don't count, nor does the spelling of organisation, centre and programme; an acronym in brackets is told apart from
// the name.
//
// Names of the same words in one order are the same; what has more words (IOM and IOM Iraq), another order, or is the
// acronym of the other (MoI), makes a candidate, for acronyms are often ambiguous. Nouns that many share, such as
// ministry, make none.
func CompareOrganisations(a, b string) Comparison {
	v := words()
	return compareTitles(v.readTitle(a, v.legalForms), v.readTitle(b, v.legalForms), v.organisations)
}

// compareAffiliation compares what two names are printed with. Where one gives an acronym and the other a name, that is
// left open.
func compareAffiliation(a, b string) Verdict {
	c := CompareOrganisations(a, b)
	if c.Verdict == Different && isAcronym(a) != isAcronym(b) {
		return Candidate
	}
	return c.Verdict
}

// compareTitles compares two titles; shared are nouns that many titles have.
func compareTitles(a, b title, shared lexicon) Comparison {
	t := titles{a: a, b: b}
	t.pair()
	numbers := t.compareNumbers()
	verdict := t.compareWords(shared)
	if t.compareAcronyms() && verdict == Different {
		verdict = Candidate
	}
	if a.script != b.script && len(a.words) > 0 && len(b.words) > 0 {
		t.note(ScriptDiffers, nil, nil)
	}
	if t.Has(AcronymDiffers) {
		numbers = min(numbers, Candidate)
	}
	t.conclude(min(verdict, numbers))
	return t.Comparison
}

// titles is the comparison of two titles.
type titles struct {
	Comparison
	a, b         title
	same, alike  [][2]titleWord
	onlyA, onlyB []titleWord
}

func (t *titles) pair() {
	as, bs := slices.Clone(t.a.words), slices.Clone(t.b.words)
	t.same = takeWords(&as, &bs, func(a, b titleWord) bool { return a.key == b.key })
	t.alike = takeWords(&as, &bs, func(a, b titleWord) bool {
		return len(a.skeleton) > 1 && a.skeleton == b.skeleton
	})
	t.onlyA, t.onlyB = as, bs
}

func takeWords(as, bs *[]titleWord, fit func(a, b titleWord) bool) [][2]titleWord {
	var found [][2]titleWord
	*as = slices.DeleteFunc(*as, func(a titleWord) bool {
		i := slices.IndexFunc(*bs, func(b titleWord) bool { return fit(a, b) })
		if i < 0 {
			return false
		}
		found = append(found, [2]titleWord{a, (*bs)[i]})
		*bs = slices.Delete(*bs, i, i+1)
		return true
	})
	return found
}

// compareNumbers gives the best verdict that the numbers leave.
func (t *titles) compareNumbers() Verdict {
	a, b := t.a.numbers, t.b.numbers
	switch {
	case slices.Equal(a, b):
		if len(a) > 0 {
			t.note(NumbersAgree, digits(a), digits(b))
		}
		return Same
	case len(a) == len(b) || !startsOrEnds(a, b) && !startsOrEnds(b, a):
		t.note(NumbersDiffer, digits(a), digits(b))
		return Different
	}
	t.note(NumberMissing, digits(a), digits(b))
	return Candidate
}

func digits(numbers []int) []string {
	texts := make([]string, len(numbers))
	for i, n := range numbers {
		texts[i] = strconv.Itoa(n)
	}
	return texts
}

func startsOrEnds(short, long []int) bool {
	return len(short) < len(long) && (slices.Equal(short, long[:len(short)]) || slices.Equal(short, long[len(long)-len(short):]))
}

// compareWords decides by the words alone.
func (t *titles) compareWords(shared lexicon) Verdict {
	t.noteWords()
	ordered := slices.EqualFunc(t.a.words, t.b.words, func(a, b titleWord) bool { return a.key == b.key })
	switch {
	case ordered && len(t.a.words) > 0:
		return Same
	case len(t.onlyA) > 0 && len(t.onlyB) > 0:
		return Different
	case len(t.onlyA)+len(t.onlyB)+len(t.alike) == 0 && len(t.same) > 0:
		t.note(OrderDiffers, nil, nil)
		return Candidate
	}
	for _, pair := range slices.Concat(t.same, t.alike) {
		if f, common := shared[pair[0].key]; !common || f.capitals {
			return Candidate
		}
	}
	return Different
}

func (t *titles) noteWords() {
	for _, group := range []struct {
		kind  ReasonKind
		pairs [][2]titleWord
		worth float64
	}{{WordsAgree, t.same, 1}, {WordsAlike, t.alike, alikeWeight}} {
		var a, b []string
		for _, pair := range group.pairs {
			a, b = append(a, pair[0].text), append(b, pair[1].text)
		}
		if len(a) > 0 {
			t.weigh(group.kind, a, b, 2*group.worth*float64(len(a))/float64(len(t.a.words)+len(t.b.words)))
		}
	}
	switch a, b := titleTexts(t.onlyA), titleTexts(t.onlyB); {
	case len(a) > 0 && len(b) > 0:
		t.note(WordsDiffer, a, b)
	case len(a) > 0 || len(b) > 0:
		t.note(WordsMissing, a, b)
	}
}

func titleTexts(list []titleWord) []string {
	var texts []string
	for _, w := range list {
		texts = append(texts, w.text)
	}
	return texts
}

// acronymWeight is how alike an acronym and its name are at least.
const acronymWeight = .5

// compareAcronyms says whether one title is the acronym of the other.
func (t *titles) compareAcronyms() bool {
	a, b := t.a, t.b
	switch {
	case a.acronym != "" && b.acronym != "" && a.acronym != b.acronym:
		t.note(AcronymDiffers, []string{a.acronym}, []string{b.acronym})
		return false
	case a.acronym != "" && (a.acronym == b.acronym || a.acronym == joinKeys(b.words)),
		b.acronym != "" && b.acronym == joinKeys(a.words), a.abbreviates(b), b.abbreviates(a):
		t.weigh(AcronymAgrees, t.a.shown(), t.b.shown(), max(0, acronymWeight-t.weight()))
		return true
	}
	return false
}
