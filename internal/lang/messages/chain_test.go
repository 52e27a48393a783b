package messages

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/lang"
)

// addChains adds what [Writer.Chain] asks for: its keys follow from the relations.
func addChains(found map[string]need) {
	for _, r := range graph.Relations() {
		if r.Form() != graph.ToEntity {
			continue // no step leads to a text
		}
		for _, reversed := range []bool{false, true} {
			found[keyOf(r, reversed)] = need{place: "Writer.Chain", params: []string{"from", "to", "also"}}
		}
	}
	found["path.same"] = need{place: "Writer.Chain", params: []string{"from"}}
	found["path.also"] = need{place: "Writer.Chain", params: []string{}}
	found["path.next"] = need{place: "Writer.Chain", params: []string{"clauses", "clause"}}
	found["path.end"] = need{place: "Writer.Chain", params: []string{"clauses"}}
}

// TestForms wants every kind in its plain form and as something named before, and asks of the other forms that a sentence of
// the language or the program asks for them.
func TestForms(t *testing.T) {
	for _, tag := range lang.Spoken() {
		c := catalogues()[tag]
		asked := map[string]bool{start: true, again: true}
		for _, s := range c.sentences {
			for _, p := range s {
				asked[p.form] = true
			}
		}
		for _, k := range graph.Kinds() {
			for _, form := range []string{"", "." + again} {
				if key := "named." + strings.ToLower(k.String()) + form; c.sentences[key] == nil {
					t.Errorf("%s.txt lacks %s", tag, key)
				}
			}
		}
		for key, s := range c.sentences {
			rest, isEntity := strings.CutPrefix(key, "named.")
			if !isEntity {
				continue
			}
			kind, form, _ := strings.Cut(rest, ".")
			if _, err := graph.ParseKind(strings.ToUpper(kind)); err != nil || !asked[form] {
				t.Errorf("%s.txt: nobody asks for %s", tag, key)
			}
			if got := names(s); form != again && !slices.Equal(got, []string{"name"}) || form == again && got != nil {
				t.Errorf("%s.txt: %s speaks of %v", tag, key, got)
			}
		}
	}
}

// entities are one of each kind; the names are in another script than one of the languages.
var entities = map[graph.Kind]Entity{
	graph.KindReport: {graph.KindReport, "A manual"}, graph.KindPerson: {graph.KindPerson, "Ada"},
	graph.KindOrganisation: {graph.KindOrganisation, "جهة"}, graph.KindProject: {graph.KindProject, "P-I"},
	graph.KindCountry: {graph.KindCountry, "العراق"}, graph.KindRegion: {graph.KindRegion, "Tirol"},
	graph.KindTheme: {graph.KindTheme, "Return"}, graph.KindEvent: {graph.KindEvent, "Workshop"},
}

// TestEveryStepIsASentence writes every relation in both directions between all kinds that it joins, first and second in a
// chain, in every language.
func TestEveryStepIsASentence(t *testing.T) {
	for _, tag := range lang.Spoken() {
		w := For(lang.FromTags([]graph.Tag{tag}))
		for _, r := range graph.Relations() {
			for _, subject := range graph.Kinds() {
				for _, object := range graph.Kinds() {
					if r.Subject(subject) && r.Object(object) {
						checkSteps(t, w, r, entities[subject], entities[object])
					}
				}
			}
		}
	}
}

func checkSteps(t *testing.T, w Writer, r graph.Relation, subject, object Entity) {
	t.Helper()
	there, back := Step{Relation: r, To: object}, Step{Relation: r, Reversed: true, To: subject}
	also := w.Sentence("path.also", nil)
	for _, c := range []struct {
		text     string
		repeated bool
	}{
		{w.Chain(subject, there), false},
		{w.Chain(object, back), false},
		{w.Chain(subject, there, back), true},
		{w.Chain(object, back, there), true},
	} {
		text := c.text
		if strings.Contains(text, "  ") || strings.Contains(text, " .") || strings.ContainsAny(text, "{}`\x00") || !strings.HasSuffix(text, ".") {
			t.Errorf("%s %s: %q", w.Language(), r, text)
		}
		if strings.Contains(" "+strings.Trim(text, ".")+" ", " "+also+" ") != c.repeated {
			t.Errorf("%s %s: %q", w.Language(), r, text)
		}
		for _, e := range []Entity{subject, object} {
			if !strings.Contains(text, lang.Isolate(e.Name, lang.Direction(w.Language()))) {
				t.Errorf("%s %s: %s is missing in %q", w.Language(), r, e.Name, text)
			}
		}
	}
}

func ExampleWriter_Chain() {
	ada, ben := Entity{graph.KindPerson, "Ada"}, Entity{graph.KindPerson, "Ben"}
	manual := Entity{graph.KindReport, "A manual"}
	isolates := strings.NewReplacer("\u2068", "<", "\u2069", ">")
	for _, tag := range lang.Spoken() {
		w := For(lang.FromTags([]graph.Tag{tag}))
		fmt.Println(isolates.Replace(w.Chain(ada, Step{graph.Author, true, manual}, Step{graph.Author, false, ben})))
	}
	// Output:
	// Ada wrote the report “A manual”; this report was also written by Ben.
	// تقرير «<A manual>» من تأليف <Ada>؛ وهذا التقرير من تأليف <Ben> أيضًا.
	// Ada hat den Bericht „A manual“ verfasst; dieser Bericht wurde auch von Ben verfasst.
}
