package names

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/wasl-graph/wasl/internal/lang"
)

func TestParse(t *testing.T) {
	for _, r := range readTable(t, "names_parse.txt", 7) {
		n := Parse(r.cells[0])
		got := []string{
			n.Printed, n.Nature.String(), n.Given(), n.Family(), strings.Join(n.Titles, " "),
			strings.Join(slices.Concat(n.Degrees, n.Suffixes), " "), strings.Join(n.Affiliations, " + "),
		}
		if n.FamilyKnown {
			got[3] += " !"
		}
		if !slices.Equal(got, r.cells) {
			t.Errorf("%s:\n got %s\nwant %s", r.place, strings.Join(got, " | "), strings.Join(r.cells, " | "))
		}
		checkName(t, n)
	}
}

// checkName checks what holds for every name, however odd.
func checkName(t *testing.T, n Name) {
	t.Helper()
	runes := []rune(n.Printed) // a bad byte is one of them, as in a span
	at := 0
	words := slices.Clone(n.Words)
	slices.SortFunc(words, func(a, b Word) int { return a.Start - b.Start })
	for _, w := range words {
		if w.Start < at || w.End <= w.Start || w.End > len(runes) {
			t.Errorf("%q: %q lies from %d to %d", n.Printed, w.Text, w.Start, w.End)
			return
		}
		printed := string(runes[w.Start:w.End])
		if plain(printed) != plain(w.Text) {
			t.Errorf("%q: %q is printed as %q", n.Printed, w.Text, printed)
		}
		at = w.End
	}
	for _, piece := range slices.Concat(n.Titles, n.Degrees, n.Suffixes, n.Affiliations, n.Notes) {
		if piece == "" || !strings.Contains(n.Printed, piece) {
			t.Errorf("%q: %q is not printed there", n.Printed, piece)
		}
	}
	if n.FamilyAt < 0 || n.FamilyAt > len(n.Words) {
		t.Errorf("%q: the family name begins at %d", n.Printed, n.FamilyAt)
	}
	if human := n.Nature == Person || n.Nature == Partial; human != (len(n.Words) > 0) {
		t.Errorf("%q: %s with %d words", n.Printed, n.Nature, len(n.Words))
	}
}

func TestList(t *testing.T) {
	for _, r := range readTable(t, "names_lists.txt", 2) {
		line, want := r.cells[0], r.cells[1:]
		var got []string
		for _, e := range List(line) {
			got = append(got, e.Text)
		}
		if !slices.Equal(got, want) && strings.Join(got, "") != strings.Join(want, "") || len(got) != len(want) && want[0] != "" {
			t.Errorf("%s:\n got %s\nwant %s", r.place, strings.Join(got, " | "), strings.Join(want, " | "))
		}
		checkList(t, line)
	}
}

// checkList checks that each entry stands in the line as it says, behind the one before.
func checkList(t *testing.T, line string) {
	t.Helper()
	at, rest, skipped := 0, line, 0
	for _, e := range List(line) {
		if e.Start < at || e.End <= e.Start {
			t.Errorf("%q: %q lies from %d to %d", line, e.Text, e.Start, e.End)
			return
		}
		for ; skipped < e.Start; skipped++ {
			_, size := utf8.DecodeRuneInString(rest)
			rest = rest[size:]
		}
		if !strings.HasPrefix(rest, e.Text) || utf8.RuneCountInString(e.Text) != e.End-e.Start {
			t.Errorf("%q: %q does not lie from %d to %d", line, e.Text, e.Start, e.End)
		}
		if e.Name.Printed != e.Text {
			t.Errorf("%q: %q was read as %q", line, e.Text, e.Name.Printed)
		}
		at = e.End
	}
}

// rarity is how frequent the family names of the tables are.
var rarity = map[string]Frequency{"hainzl": Rare, "lepsa": Rare, "gruevska": Rare, "ali": Common, "علي": Common, "khan": Common}

var tableRules = Rules{Frequency: func(family string) Frequency { return rarity[family] }}

func TestCompare(t *testing.T) {
	for _, r := range readTable(t, "names_compare.txt", 4) {
		checkComparison(t, r, Compare(Parse(r.cells[0]), Parse(r.cells[1]), tableRules))
		checkComparison(t, r, Compare(Parse(r.cells[1]), Parse(r.cells[0]), tableRules))
	}
}

func TestCompareProjects(t *testing.T) {
	for _, r := range readTable(t, "names_projects.txt", 4) {
		checkComparison(t, r, CompareProjects(r.cells[0], r.cells[1]))
		checkComparison(t, r, CompareProjects(r.cells[1], r.cells[0]))
	}
}

func TestCompareOrganisations(t *testing.T) {
	for _, r := range readTable(t, "names_organisations.txt", 4) {
		checkComparison(t, r, CompareOrganisations(r.cells[0], r.cells[1]))
		checkComparison(t, r, CompareOrganisations(r.cells[1], r.cells[0]))
	}
}

func checkComparison(t *testing.T, r row, c Comparison) {
	t.Helper()
	var kinds []string
	for _, reason := range c.Reasons {
		kinds = append(kinds, reason.Kind.String())
	}
	if got := strings.Join(kinds, " "); c.Verdict.String() != r.cells[2] || got != r.cells[3] {
		t.Errorf("%s: %s / %s\n got %s | %s\nwant %s | %s", r.place, r.cells[0], r.cells[1], c.Verdict, got, r.cells[2], r.cells[3])
	}
	checkScore(t, c)
}

func checkScore(t *testing.T, c Comparison) {
	t.Helper()
	want := Different
	switch {
	case c.Score >= sameFrom:
		want = Same
	case c.Score >= candidateFrom:
		want = Candidate
	}
	if c.Score < 0 || c.Score > 1 || c.Verdict != want {
		t.Errorf("%s with a score of %g", c.Verdict, c.Score)
	}
	sum := 0.
	for _, r := range c.Reasons {
		sum += r.Weight
	}
	low, high := c.Verdict.scores()
	if likeness := min(1, max(0, sum)); c.Likeness != likeness || c.Score != low+(high-low)*likeness {
		t.Errorf("reasons of the weight %g come to a likeness of %g and a score of %g", sum, c.Likeness, c.Score)
	}
}

func TestSkeleton(t *testing.T) {
	for _, r := range readTable(t, "names_skeletons.txt", 2) {
		for _, spelling := range r.cells[1:] {
			if got := Skeleton(spelling); got != r.cells[0] {
				t.Errorf("%s: %q: %q, want %q", r.place, spelling, got, r.cells[0])
			}
		}
	}
}

// The labels of a person that somebody curated meet a name in another script; its sound alone does not merge.
func TestMatch(t *testing.T) {
	labels := []Name{Parse("Vanessa Iaria"), Parse("فانيسا إياريا")}
	c, at := Match(Parse("د. فانيسا إياريا"), labels, Rules{})
	if c.Verdict != Same || at != 1 {
		t.Errorf("%s with label %d", c.Verdict, at)
	}
	c, at = Match(Parse("د. فانيسا إياريا"), labels[:1], Rules{})
	if c.Verdict != Candidate || at != 0 || !c.Has(ScriptDiffers) {
		t.Errorf("%s with label %d", c.Verdict, at)
	}
	if c, at = Match(Parse("Vanessa Iaria"), nil, Rules{}); c.Verdict != Different || at != -1 {
		t.Errorf("%s with label %d of none", c.Verdict, at)
	}
}

func TestSameOrganisation(t *testing.T) {
	a, b := Parse("I. Hainzl (ICMPD)"), Parse("Ivanka Hainzl (International Centre for Migration Policy Development)")
	if c := Compare(a, b, tableRules); c.Verdict != Candidate {
		t.Errorf("%s without knowing the acronym", c.Verdict)
	}
	rules := tableRules
	rules.SameOrganisation = func(a, b string) bool { return true }
	if c := Compare(a, b, rules); c.Verdict != Same || !c.Has(AffiliationShared) {
		t.Errorf("%s with the same organisation", c.Verdict)
	}
	rules.SameOrganisation = func(a, b string) bool { return false }
	if c := Compare(a, b, rules); c.Verdict != Candidate || !c.Has(AffiliationDiffers) {
		t.Errorf("%s with different organisations", c.Verdict)
	}
}

// A reason tells the words as they are printed, in pairs.
func TestReasons(t *testing.T) {
	c := Compare(Parse("Lepsa - Rogoz, M. A."), Parse("Madalina Lepsa Rogoz"), Rules{})
	want := []Reason{
		{WordsAgree, []string{"Lepsa-Rogoz", "Lepsa-Rogoz"}, []string{"Lepsa", "Rogoz"}, 4. / 7},
		{InitialsAgree, []string{"M."}, []string{"Madalina"}, 1. / 7},
		{WordsMissing, []string{"A."}, nil, 0},
	}
	if !slices.EqualFunc(c.Reasons, want, func(a, b Reason) bool {
		return a.Kind == b.Kind && slices.Equal(a.A, b.A) && slices.Equal(a.B, b.B) && a.Weight == b.Weight
	}) {
		t.Errorf("%v, want %v", c.Reasons, want)
	}
}

// French is no label language: its words take no more than a definition.
func TestAnotherLanguage(t *testing.T) {
	v := newVocabulary(append(lang.NamesIn(), lang.NameWords{
		Titles: "Monsieur Madame", And: "ainsi-que", Groups: "équipe", Organisations: "préfecture", Phases: "volet",
	}))
	if n := v.parse("Madame Anne Dupont"); n.Nature != Person || n.Titles[0] != "Madame" {
		t.Errorf("%+v", n)
	}
	if n := v.parse("L'équipe du projet"); n.Nature == Person {
		t.Errorf("%+v", n)
	}
	if n := v.parse("Préfecture de police"); n.Nature != Organisation {
		t.Errorf("%+v", n)
	}
}

func TestLongNames(t *testing.T) {
	for _, s := range []string{
		strings.Repeat("ä", maxPrinted), strings.Repeat("(", 1e5), strings.Repeat("A. ", 1e5), strings.Repeat("Anna-", 1e5),
		strings.Repeat("Abd ", 1e5), strings.Repeat("Ministry of A and B ", 1e4), strings.Repeat("PhD, ", 1e5),
		strings.Repeat("و", 1e5), strings.Repeat("Anna y ", 1e5),
	} {
		checkName(t, Parse(s))
		List(s)
		CompareProjects(s, s+"a")
		Compare(Parse(s), Parse(s+"a"), Rules{})
	}
}

func FuzzNames(f *testing.F) {
	for _, file := range []string{"names_parse.txt", "names_lists.txt", "names_compare.txt", "names_projects.txt"} {
		for _, r := range readTable(f, file, 2) {
			f.Add(r.cells[0], r.cells[1])
		}
	}
	f.Add("\xff(\xc3", "a\xff-b")
	f.Fuzz(func(t *testing.T, a, b string) {
		x, y := Parse(a), Parse(b)
		checkName(t, x)
		checkList(t, a)
		forth, back := Compare(x, y, tableRules), Compare(y, x, tableRules)
		checkScore(t, forth)
		if a != b && (forth.Verdict != back.Verdict || forth.Score != back.Score) {
			t.Errorf("%q and %q: %s %g, the other way %s %g", a, b, forth.Verdict, forth.Score, back.Verdict, back.Score)
		}
		if forth.Verdict == Same && (x.Nature != y.Nature || x.Nature != Person && x.Nature != Organisation) {
			t.Errorf("%q (%s) is the same as %q (%s)", a, x.Nature, b, y.Nature)
		}
		projects := CompareProjects(a, b)
		checkScore(t, projects)
		if again := CompareProjects(b, a); again.Verdict != projects.Verdict {
			t.Errorf("projects %q and %q: %s, the other way %s", a, b, projects.Verdict, again.Verdict)
		}
		if s := Skeleton(a); len(s) > 2*len(lang.Fold(a))+1 || strings.Trim(s, "BDFGHKLMNRST ") != "" {
			t.Errorf("skeleton of %q: %q", a, s)
		}
	})
}
