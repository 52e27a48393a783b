package lang

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

func TestFold(t *testing.T) {
	for _, r := range readTable(t, "fold.txt", 3) {
		value, want := r.cells[0], r.cells[1]
		if got := Fold(value); got != want {
			t.Errorf("%s: %s: %q folds to %q, want %q", r.place, r.cells[2], value, got, want)
		}
		if got := foldAtOnce(value); got != want && !strings.ContainsFunc(value, isCherokee) {
			t.Errorf("%s: folded at once %q gives %q, want %q", r.place, value, got, want)
		}
	}
}

func isCherokee(r rune) bool { return unicode.Is(unicode.Cherokee, r) }

// foldAtOnce is the definition, applied to a whole string in place of one character after the other.
func foldAtOnce(s string) string {
	s = norm.NFD.String(cases.Fold().String(norm.NFKC.String(s)))
	return strings.Join(strings.Fields(withoutStrokes(strings.Map(simplify, s))), " ")
}

// growth is how much longer a string may become.
const growth = 11

// TestFoldEveryCharacter is what lets Fold work one character at a time.
func TestFoldEveryCharacter(t *testing.T) {
	for r := range rune(unicode.MaxRune + 1) {
		if !utf8.ValidRune(r) {
			continue
		}
		s := string(r)
		folded := Fold(s)
		if again := Fold(folded); again != folded {
			t.Errorf("%U folds to %q, then to %q", r, folded, again)
		}
		if len(folded) > growth*len(s) {
			t.Errorf("%U folds to %d bytes", r, len(folded))
		}
	}
}

func TestFoldedPrefix(t *testing.T) {
	tests := []struct {
		label, prefix string
		want          bool
	}{
		{"Österreich", "ost", true},
		{"Österreich", "ÖST", true},
		{"Österreich", "oest", false},
		{"الهجرة غير النظامية", "الهجره", true},
		{"أفغانستان", "اف", true},
		{"کردستان", "كرد", true},
		{"PARIM-II", "parim i", true},
		{"PARIM-II", "parim-", true},
		{"Iraq", "", true},
		{"Iraq", " \t", true},
		{"Iraq", "Iraqi", false},
		{"", "a", false},
		{"", "", true},
		{strings.Repeat("ﷺ", 100), strings.Repeat("ﷺ", 99), true},
	}
	for _, test := range tests {
		if got := FoldedPrefix(test.label, test.prefix); got != test.want {
			t.Errorf("%q begins with %q: %t", test.label, test.prefix, got)
		}
	}
}

// What is folded already is not copied.
func TestFoldKeepsFolded(t *testing.T) {
	if n := testing.AllocsPerRun(100, func() { Fold("irregular migration 2014") }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func FuzzFold(f *testing.F) {
	for _, line := range readLines(f, "fold.txt") {
		value, _, _ := strings.Cut(line, "|")
		f.Add(value, "al")
	}
	f.Add("\xff\xc3", "\xff")
	f.Fuzz(func(t *testing.T, s, prefix string) {
		folded := Fold(s)
		if again := Fold(folded); again != folded {
			t.Errorf("%q folds to %q, then to %q", s, folded, again)
		}
		if len(folded) > growth*len(s) {
			t.Errorf("%q folds to %d bytes", s, len(folded))
		}
		if !utf8.ValidString(folded) {
			t.Errorf("%q folds to %q", s, folded)
		}
		if got, want := FoldedPrefix(s, prefix), strings.HasPrefix(folded, Fold(prefix)); got != want {
			t.Errorf("%q begins with %q: %t, want %t", s, prefix, got, want)
		}
	})
}
