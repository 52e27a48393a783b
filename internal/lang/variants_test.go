package lang

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/language"

	"github.com/wasl-graph/wasl/graph"
)

// TestMeet reads the tables of every language that has rules for its words.
func TestMeet(t *testing.T) {
	for _, d := range languages.served {
		if d.words == nil {
			continue
		}
		for _, r := range readTable(t, "variants_"+string(d.tag)+".txt", 4) {
			a, b := onlyToken(t, r, r.cells[0]), onlyToken(t, r, r.cells[1])
			checkMeeting(t, r, d.tag, a, b)
			checkMeeting(t, r, d.tag, b, a)
		}
	}
}

// onlyToken reads a cell that is one word.
func onlyToken(t *testing.T, r row, word string) Token {
	t.Helper()
	tokens := Tokens(word)
	if len(tokens) != 1 {
		t.Fatalf("%s: %q is %d words", r.place, word, len(tokens))
	}
	return tokens[0]
}

func checkMeeting(t *testing.T, r row, tag graph.Tag, a, b Token) {
	t.Helper()
	label := b.Variants(tag)
	if got := meeting(Variants(a.Text, tag), label); got != r.cells[2] {
		t.Errorf("%s: %s: %q and %q meet: %s, want %s", r.place, r.cells[3], a.Text, b.Text, got, r.cells[2])
	}
	// The rules of other languages must not take a query away from its label.
	known, ok := Meet(Variants(a.Text, tag), label)
	if tier, found := Meet(Variants(a.Text, graph.Undetermined), label); ok && (!found || tier > known) {
		t.Errorf("%s: as a query %q meets %q at %s", r.place, a.Text, b.Text, tier)
	}
}

func meeting(a, b []Variant) string {
	if tier, ok := Meet(a, b); ok {
		return tier.String()
	}
	return "-"
}

func TestVariants(t *testing.T) {
	for _, r := range readTable(t, "variants.txt", 3) {
		word := Fold(r.cells[1])
		if got := writeVariants(Variants(word, graph.Tag(r.cells[0]))); got != r.cells[2] {
			t.Errorf("%s: %s %q: %s", r.place, r.cells[0], word, got)
		}
	}
}

func writeVariants(forms []Variant) string {
	var b strings.Builder
	for i, v := range forms {
		if i == 0 || v.Tier != forms[i-1].Tier {
			if i > 0 {
				b.WriteString(", ")
			}
			b.WriteString(v.Tier.String())
		}
		b.WriteString(" " + v.Form)
	}
	return b.String()
}

// TestQueries reads what people search for, as an index and a search would.
func TestQueries(t *testing.T) {
	known := vocabulary(t)
	for _, r := range readTable(t, "queries.txt", 5) {
		got := matchAll(Tokens(r.cells[0]), Tokens(r.cells[2]), graph.Tag(r.cells[1]), known)
		if got != r.cells[3] {
			t.Errorf("%s: %q finds %q: %s, want %s", r.place, r.cells[0], r.cells[2], got, r.cells[3])
		}
	}
}

// matchAll gives the tier at which the farthest word of the query meets the label.
func matchAll(query, label []Token, tag graph.Tag, known func(string) bool) string {
	farthest := Folded
	for _, q := range query {
		tier, ok := matchOne(q, label, tag, known)
		if !ok {
			return "-"
		}
		farthest = max(farthest, tier)
	}
	return farthest.String()
}

func matchOne(q Token, label []Token, tag graph.Tag, known func(string) bool) (Tier, bool) {
	forms := q.Variants(graph.Undetermined)
	nearest, found := Derived, false
	for _, l := range label {
		if tier, ok := Meet(forms, l.Variants(tag)); ok {
			nearest, found = min(nearest, tier), true
		}
		for _, part := range Compound(l.Text, tag, known) {
			if tier, ok := Meet(forms, Variants(part, tag)); ok {
				nearest, found = min(nearest, max(tier, Part)), true
			}
		}
	}
	return nearest, found
}

// vocabulary is that of the table of compounds.
func vocabulary(t *testing.T) func(string) bool {
	t.Helper()
	words := map[string]bool{}
	for _, r := range readTable(t, "compounds_de.txt", 3) {
		if r.cells[0] == "+" {
			addWords(words, r.cells[1])
		}
	}
	return func(word string) bool { return words[word] }
}

func addWords(words map[string]bool, list string) {
	for word := range strings.FieldsSeq(list) {
		words[Fold(word)] = true
	}
}

func TestCompound(t *testing.T) {
	words := map[string]bool{}
	known := func(word string) bool { return words[word] }
	for _, r := range readTable(t, "compounds_de.txt", 3) {
		if r.cells[0] == "+" {
			addWords(words, r.cells[1])
			continue
		}
		word := Fold(r.cells[0])
		for _, tag := range []graph.Tag{graph.German, "de-AT", graph.Undetermined} {
			if got := orDash(strings.Join(Compound(word, tag, known), " ")); got != r.cells[1] {
				t.Errorf("%s: %s: %q: %s, want %s", r.place, r.cells[2], word, got, r.cells[1])
			}
		}
		if got := Compound(word, graph.English, known); got != nil {
			t.Errorf("%s: split as English: %q", r.place, got)
		}
	}
}

// TestWordsOfFourthLanguage gives one more language rules of its own, in its definition.
func TestWordsOfFourthLanguage(t *testing.T) {
	served := languages
	t.Cleanup(func() { languages = served })
	languages = newRegistry(english(), arabic(), german(), definition{
		tag:        "fr",
		collations: map[string]language.Tag{"": language.French},
		words: &wordRules{
			letter: isLatinLetter,
			strip: func(word string) (bare [2]string, carries bool) {
				if noun, ok := strings.CutPrefix(word, "l"); ok && noun != "" && strings.IndexByte("aeiouh", noun[0]) >= 0 {
					bare[0] = noun // l’homme is read as one word
				}
				return bare, bare[0] != ""
			},
			endings: []ending{
				{cut: "aux", put: "al", left: 2, tier: Inflected},
				{cut: "s", left: 3, tier: Inflected},
			},
		},
	})
	for _, words := range [][2]string{{"l’homme", "hommes"}, {"régionaux", "régional"}, {"migrations", "migration"}} {
		a, b := onlyToken(t, row{}, words[0]), onlyToken(t, row{}, words[1])
		if tier, ok := Meet(a.Variants(graph.Undetermined), b.Variants("fr-CA")); !ok || tier != Inflected {
			t.Errorf("%q and %q meet at %s: %t", words[0], words[1], tier, ok)
		}
	}
}

// TestRules checks what the rules of every language must keep to.
func TestRules(t *testing.T) {
	for _, d := range languages.served {
		if d.words == nil {
			continue
		}
		for word, base := range d.words.irregular {
			if Fold(word) != word || Fold(base) != base || !d.words.cover(word) {
				t.Errorf("%s: %s, %s: not folded, or not of the language", d.tag, word, base)
			}
		}
		for _, e := range d.words.endings {
			if len(e.put) > len(e.cut) || Fold(e.cut+e.put) != e.cut+e.put {
				t.Errorf("%s: -%s: grows, or is not folded", d.tag, e.cut)
			}
		}
	}
}

// TestIrregularReachable looks for keys that a rule takes for something else, such as a word with an article.
func TestIrregularReachable(t *testing.T) {
	for _, d := range languages.served {
		if d.words == nil {
			continue
		}
		for word, base := range d.words.irregular {
			checkReachable(t, d.tag, word, base)
			if d.tag == graph.Arabic {
				checkReachable(t, d.tag, "ال"+word, base)
			}
			if d.words.strip == nil {
				continue
			}
			if _, carries := d.words.strip(word); carries {
				t.Errorf("%s: %s is taken for a word with an article", d.tag, word)
			}
		}
	}
}

func checkReachable(t *testing.T, tag graph.Tag, word, base string) {
	t.Helper()
	forms := Variants(word, tag)
	if !slices.ContainsFunc(forms, func(v Variant) bool { return v.Form == base }) {
		t.Errorf("%s: %s has no form %s: %v", tag, word, base, forms)
	}
}

func TestTier(t *testing.T) {
	if Exact != 0 || Derived.String() != "derived" || Tier(99).String() != "?" {
		t.Error("names of the tiers")
	}
}

// hostile are texts that nobody writes, and that come in all the same.
var hostile = []string{
	"", " ", "\x00", "\xff", "\xd8", "a\xffb", "\u202e\u2066قارعلا\u2069", "\u200b\u200d\ufeff", "\u0301\u0301",
	strings.Repeat("ال", 5000), strings.Repeat("و", 10000), strings.Repeat("ed", 5000), strings.Repeat("ae", 5000),
	strings.Repeat("ﷺ", 3000), strings.Repeat("'", 10000), strings.Repeat("\u064b", 5000),
	strings.Repeat("وبال", 8), strings.Repeat("innen", 12), strings.Repeat("our", 21), strings.Repeat("x", maxWord),
}

func FuzzVariants(f *testing.F) {
	for _, s := range hostile {
		f.Add(s, "und")
	}
	for _, word := range []string{"للاجئين", "Herkunftslaendern", "organisations", "trafficked", "پاکستان"} {
		f.Add(word, "ar")
	}
	f.Fuzz(func(t *testing.T, s, tag string) {
		word := Fold(s)
		forms := Variants(word, graph.Tag(tag))
		if len(forms) > maxVariants || word != "" && forms[0] != (Variant{word, Folded}) {
			t.Fatalf("%q: %v", word, forms)
		}
		for i, v := range forms {
			if len(v.Form) > len(word) || v.Form == "" || Fold(v.Form) != v.Form {
				t.Errorf("%q has the form %q", word, v.Form)
			}
			if i > 0 && v.Tier < forms[i-1].Tier {
				t.Errorf("%q: %v is out of order", word, v)
			}
			if slices.ContainsFunc(forms[:i], func(w Variant) bool { return w.Form == v.Form }) {
				t.Errorf("%q has the form %q twice", word, v.Form)
			}
		}
		if again := Variants(word, graph.Tag(tag)); !slices.Equal(again, forms) {
			t.Errorf("%q: %v, then %v", word, forms, again)
		}
		Variants(s, graph.Tag(tag)) // not folded: whatever comes, it comes
	})
}

// FuzzCompound knows every word that begins with one of two letters.
func FuzzCompound(f *testing.F) {
	for _, s := range hostile {
		f.Add(s, byte('a'), byte('s'))
	}
	f.Add("herkunftslandern", byte('h'), byte('l'))
	f.Fuzz(func(t *testing.T, s string, a, b byte) {
		asked := 0
		known := func(word string) bool {
			asked++
			return word[0] == a || word[0] == b
		}
		parts := Compound(Fold(s), graph.German, known)
		if parts != nil && len(parts) < 2 {
			t.Errorf("%q: %q", s, parts)
		}
		for _, part := range parts {
			if len(part) < 4 {
				t.Errorf("%q: %q", s, parts)
			}
		}
		if limit := 16 * maxWord * maxWord; asked > limit {
			t.Errorf("%q: asked %d times", s, asked)
		}
	})
}

func FuzzTokens(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	for _, line := range readLines(f, "tokens.txt") {
		text, _, _ := strings.Cut(line, "|")
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, s string) {
		runes := []rune(s)
		end := 0
		for i, token := range Tokens(s) {
			if token.Start < 0 || token.Start >= token.End || token.End > len(runes) {
				t.Fatalf("%q: %+v", s, token)
			}
			if inSign := i > 0 && token.Start == end-1; token.Start < end && !inSign {
				t.Errorf("%q: %+v begins before %d", s, token, end)
			}
			end = token.End
			if token.Text == "" || Fold(token.Text) != token.Text || strings.Contains(token.Text, " ") {
				t.Errorf("%q: %+v", s, token)
			}
			if len(token.Text) > growth*len(string(runes[token.Start:token.End])) {
				t.Errorf("%q: %+v is long", s, token)
			}
			if token.Exact && !token.Capitals || !utf8.ValidString(token.Text) {
				t.Errorf("%q: %+v", s, token)
			}
		}
	})
}

func TestTokens(t *testing.T) {
	for _, r := range readTable(t, "tokens.txt", 3) {
		var words []string
		for _, token := range Tokens(r.cells[0]) {
			words = append(words, writeToken(token))
		}
		if got := strings.Join(words, ", "); got != r.cells[1] {
			t.Errorf("%s: %s: %q: %s", r.place, r.cells[2], r.cells[0], got)
		}
	}
}

func writeToken(t Token) string {
	marks := ""
	if t.Capitals {
		marks = "^"
	}
	if t.Exact {
		marks += "!"
	}
	return fmt.Sprintf("%s%s %d-%d", t.Text, marks, t.Start, t.End)
}
