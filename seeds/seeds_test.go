package seeds_test

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/ingest"
	"github.com/wasl-graph/wasl/seeds"
)

// editors is the source of what is our own wording.
const editors graph.SourceID = "source:wasl-editors"

// interfaceLanguages are those in which everything should have a name.
var interfaceLanguages = []graph.Tag{graph.Arabic, graph.English, graph.German}

var readOnce = sync.OnceValues(func() (graph.Change, error) { return ingest.ReadSeeds(seeds.Files, time.Time{}) })

// read returns the seeds. A test that calls it is skipped when they have faults, which TestFiles tells.
func read(t *testing.T) graph.Change {
	t.Helper()
	change, err := readOnce()
	if err != nil {
		t.Skip("the seeds have faults; see TestFiles")
	}
	return change
}

// about lists what is said of one entity by some relations, or by any when none is named, in the order of its file.
func about(t *testing.T, id graph.ID, relations ...graph.Relation) []graph.Assertion {
	t.Helper()
	var list []graph.Assertion
	for _, a := range read(t).Assert {
		if a.Subject == id && (len(relations) == 0 || slices.Contains(relations, a.Relation)) {
			list = append(list, a)
		}
	}
	return list
}

// ids lists the entities of a kind.
func ids(t *testing.T, k graph.Kind) []graph.ID {
	t.Helper()
	var list []graph.ID
	for _, a := range read(t).Assert {
		if a.Subject.Kind() == k && !slices.Contains(list, a.Subject) {
			list = append(list, a.Subject)
		}
	}
	return list
}

// TestFiles has a subtest for each file, with the faults that reading finds and the rules of its contents.
func TestFiles(t *testing.T) {
	change, err := readOnce()
	var faults ingest.Faults
	if err != nil && !errors.As(err, &faults) {
		t.Fatal(err)
	}
	facts := map[string][]graph.Assertion{}
	for _, a := range change.Assert {
		facts[string(a.Subject)] = append(facts[string(a.Subject)], a)
	}
	err = fs.WalkDir(seeds.Files, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		t.Run(name, func(t *testing.T) {
			for _, f := range faults {
				if f.File == name {
					t.Errorf("line %d: %s", f.Line, f.What)
				}
			}
			data, err := fs.ReadFile(seeds.Files, name)
			if err != nil {
				t.Fatal(err)
			}
			checkCharacters(t, string(data))
			id := idIn(string(data))
			checkName(t, name, id)
			if len(faults) == 0 && path.Dir(name) != "sources" {
				checkFacts(t, facts[id])
			}
		})
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}

func idIn(data string) string {
	for line := range strings.Lines(data) {
		if id, found := strings.CutPrefix(line, "id: "); found {
			return strings.TrimSpace(id)
		}
	}
	return ""
}

func checkName(t *testing.T, name, id string) {
	t.Helper()
	_, local, _ := strings.Cut(id, ":")
	if local == "" || path.Base(name) != local+".yaml" {
		t.Errorf("the file of %q is called %s", id, name)
	}
}

// checkCharacters refuses what an editor does not show: letters in pieces, marks of direction, spaces at a line's end.
// The zero-width non-joiner stays, because Kurdish and Persian are written with it.
func checkCharacters(t *testing.T, data string) {
	t.Helper()
	for i, line := range strings.Split(data, "\n") {
		for _, c := range line {
			switch {
			case c >= 0x0300 && c <= 0x036F:
				t.Errorf("line %d: the letter before %U is not composed", i+1, c)
			case c == 0x00A0, c == 0x00AD, c == 0x0640, c == 0x200B, c == 0x200D, c == 0x200E, c == 0x200F, c >= 0x202A && c <= 0x202E,
				c >= 0x2060 && c <= 0x206F, c == 0xFEFF, c >= 0xFB50 && c <= 0xFDFF, c >= 0xFE70 && c <= 0xFEFC:
				t.Errorf("line %d: the character %U is not seen or only a form of another", i+1, c)
			}
		}
		if strings.TrimRight(line, " \t\r") != line {
			t.Errorf("line %d: space at the end", i+1)
		}
	}
}

// checkFacts holds an entity's facts against the rules that go beyond what reading checks.
func checkFacts(t *testing.T, facts []graph.Assertion) {
	t.Helper()
	if len(facts) == 0 {
		t.Error("nothing is said")
	}
	for _, a := range facts {
		if n := len(strings.Fields(a.Evidence.Words)); n > 12 {
			t.Errorf("%s: %d words are quoted", a.Relation, n)
		}
		if a.Object.Form() == graph.ToText {
			checkText(t, a)
		}
		if taken := a.Evidence.Method != graph.Curated; taken && (a.Evidence.Place.Line() == 0 || a.Evidence.Words == "") {
			t.Errorf("%s %s: taken from a document, without the line and the words", a.Relation, a.Object)
		}
	}
	checkLabelLanguages(t, facts)
}

// checkText looks at one text: what is our own is not attested, what is carried over and attested was read elsewhere.
func checkText(t *testing.T, a graph.Assertion) {
	t.Helper()
	text, source := a.Object.Text, a.Evidence.Source
	if a.Relation.Form() == graph.ToCode {
		return // identifiers have no standing of their own
	}
	if strings.Contains(text.Value, "\n") || strings.Contains(text.Value, "  ") {
		t.Errorf("%s %q: two lines, or two spaces together", a.Relation, text.Value)
	}
	if text.Standing == graph.Attested && source == editors {
		t.Errorf("%s %q: attested by ourselves", a.Relation, text.Value)
	}
	if text.Standing == graph.Unverified && source != editors {
		t.Errorf("%s %q: unverified, but %s is named for it", a.Relation, text.Value, source)
	}
	if text.Standing == graph.Composed && source == editors && text.Kind == graph.Translated && a.Subject.Kind() != graph.KindTheme {
		t.Errorf("%s %q: composed of attested words that nobody can find", a.Relation, text.Value)
	}
}

// checkLabelLanguages wants a name in every language of the interface; one in mul or und, which belongs to all of them,
// stands for those that are missing.
func checkLabelLanguages(t *testing.T, facts []graph.Assertion) {
	t.Helper()
	languages := map[graph.Tag]bool{}
	for _, a := range facts {
		if a.Relation == graph.Label {
			languages[a.Object.Text.Language] = true
		}
	}
	if languages[graph.Undetermined] || languages[graph.Multiple] && languages[graph.Arabic] {
		return
	}
	for _, tag := range interfaceLanguages {
		if !languages[tag] {
			t.Errorf("no label in %s", tag)
		}
	}
}

// TestLabelsOfKinds wants real names in three languages, not codes, for the kinds that promise them.
func TestLabelsOfKinds(t *testing.T) {
	for _, kind := range []graph.Kind{graph.KindReport, graph.KindCountry, graph.KindRegion, graph.KindTheme, graph.KindEvent} {
		for _, id := range ids(t, kind) {
			for _, tag := range interfaceLanguages {
				if !slices.ContainsFunc(about(t, id, graph.Label), func(a graph.Assertion) bool {
					return a.Object.Text.Language == tag && a.Object.Text.Kind != graph.Code
				}) {
					t.Errorf("%s has no label in %s", id, tag)
				}
			}
		}
	}
}

// TestDescriptions wants one to three sentences in each language, of our own, for reports, projects and events.
func TestDescriptions(t *testing.T) {
	for _, kind := range []graph.Kind{graph.KindReport, graph.KindProject, graph.KindEvent} {
		for _, id := range ids(t, kind) {
			var languages []graph.Tag
			for _, a := range about(t, id, graph.Description) {
				languages = append(languages, a.Object.Text.Language)
				if !strings.HasSuffix(a.Object.Text.Value, ".") || a.Evidence.Source != editors {
					t.Errorf("%s: %q is no sentence of our own", id, a.Object.Text.Value)
				}
				if n := strings.Count(a.Object.Text.Value+" ", ". "); n > 3 {
					t.Errorf("%s: %d sentences in %s", id, n, a.Object.Text.Language)
				}
			}
			slices.Sort(languages)
			if !slices.Equal(languages, []graph.Tag{"ar", "de", "en"}) {
				t.Errorf("%s is described in %v", id, languages)
			}
		}
	}
}

// TestTranslations wants what is in another language than a report, and of our own wording, to say that it was carried
// over and is not verified.
func TestTranslations(t *testing.T) {
	for _, id := range ids(t, graph.KindReport) {
		var written []string
		for _, a := range about(t, id, graph.WrittenIn) {
			written = append(written, a.Object.Text.Value)
		}
		for _, a := range about(t, id, graph.Label, graph.AlternativeLabel, graph.Description) {
			text := a.Object.Text
			own := slices.Contains(written, string(text.Language)) || text.Language == graph.Undetermined
			carried := text.Kind == graph.Translated || text.Kind == graph.Transliterated
			if own == carried {
				t.Errorf("%s %s %q is %s in %s", id, a.Relation, text.Value, text.Kind, text.Language)
			}
			if carried && (text.Standing != graph.Unverified || a.Evidence.Source != editors) {
				t.Errorf("%s %s %q is %s by %s", id, a.Relation, text.Value, text.Standing, a.Evidence.Source)
			}
		}
	}
}

// TestCounts holds the size of the seed graph.
func TestCounts(t *testing.T) {
	want := map[graph.Kind]int{
		graph.KindReport: 16, graph.KindPerson: 13, graph.KindOrganisation: 18, graph.KindProject: 5,
		graph.KindCountry: 250, graph.KindRegion: 35, graph.KindTheme: 14, graph.KindEvent: 1,
	}
	for _, kind := range graph.Kinds() {
		if got := len(ids(t, kind)); got != want[kind] {
			t.Errorf("%s: %d, want %d", kind, got, want[kind])
		}
	}
}

// TestSourcesAreUsed finds sources on which nothing rests.
func TestSourcesAreUsed(t *testing.T) {
	used := map[graph.SourceID]bool{}
	for _, a := range read(t).Assert {
		used[a.Evidence.Source] = true
	}
	for _, s := range read(t).Sources {
		if !used[s.ID] {
			t.Errorf("nothing rests on %s", s.ID)
		}
	}
}

// TestLinesHaveDocuments wants a document at hand wherever a line is named.
func TestLinesHaveDocuments(t *testing.T) {
	for _, a := range read(t).Assert {
		i := slices.IndexFunc(read(t).Sources, func(s graph.Source) bool { return s.ID == a.Evidence.Source })
		if a.Evidence.Place.Line() > 0 && read(t).Sources[i].Format == graph.ReferenceFormat {
			t.Errorf("%s %s: line %d of %s, which is only a reference", a.Subject, a.Relation, a.Evidence.Place.Line(), a.Evidence.Source)
		}
	}
}
