package seeds_test

import (
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/seeds"
)

// TestQuotedPeopleAreNotNamed looks for those whom a report quotes under one name alone. Neither they nor their names
// are in the data.
func TestQuotedPeopleAreNotNamed(t *testing.T) {
	names := regexp.MustCompile(`(?i)\b(feras|firas|khawla|khaula|suham|siham|joshi|guiu)\b|\PL(فراس|خولة|سهام|جوشي|غيو)\PL`)
	err := fs.WalkDir(seeds.Files, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := fs.ReadFile(seeds.Files, name)
		for i, line := range strings.Split(string(data), "\n") {
			if found := names.FindString(line); found != "" {
				t.Errorf("%s:%d: %s", name, i+1, found)
			}
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}

// TestPeopleHaveTwoNames wants a given name and a family name.
func TestPeopleHaveTwoNames(t *testing.T) {
	for _, id := range ids(t, graph.KindPerson) {
		for _, a := range about(t, id, graph.Label) {
			if len(strings.Fields(a.Object.Text.Value)) < 2 {
				t.Errorf("%s is called %q", id, a.Object.Text.Value)
			}
		}
	}
}

// disputed are terms that search should meet and nothing should show.
var disputed = regexp.MustCompile(`(?i)\billegal|غير (ال)?شرعي|غير (ال)?قانوني|clandestin|\bFYROM\b|yugoslav|jugoslaw|يوغوسلاف|tschechei|` +
	`province of china|provinz china|مقاطعة صينية|\boccupied|besetzt|محتل`)

// TestDisputedTermsAreHidden finds them among the names that are shown.
func TestDisputedTermsAreHidden(t *testing.T) {
	hidden := 0
	for _, a := range read(t).Assert {
		text := a.Object.Text.Value
		switch a.Relation {
		case graph.Label, graph.AlternativeLabel, graph.Description, graph.SourceTag:
			if disputed.MatchString(text) {
				t.Errorf("%s %s %q is shown", a.Subject, a.Relation, text)
			}
		case graph.HiddenLabel:
			if disputed.MatchString(text) {
				hidden++
			}
		}
	}
	if hidden == 0 {
		t.Error("no hidden label is one of the disputed terms")
	}
}

// TestHiddenLabelsAreExplained wants a note in three languages wherever a name is hidden.
func TestHiddenLabelsAreExplained(t *testing.T) {
	for _, a := range read(t).Assert {
		if a.Relation != graph.HiddenLabel {
			continue
		}
		var languages []graph.Tag
		for _, note := range about(t, a.Subject, graph.Note) {
			languages = append(languages, note.Object.Text.Language)
		}
		for _, tag := range interfaceLanguages {
			if !slices.Contains(languages, tag) {
				t.Errorf("%s: %q is hidden, and no note in %s says why", a.Subject, a.Object.Text.Value, tag)
			}
		}
	}
}

// TestIrregularMigration holds the preferred words and the hidden ones.
func TestIrregularMigration(t *testing.T) {
	got := map[graph.Relation]map[string]bool{graph.Label: {}, graph.HiddenLabel: {}}
	for _, a := range about(t, "theme:irregular-migration", graph.Label, graph.HiddenLabel) {
		got[a.Relation][a.Object.Text.Value] = true
	}
	for _, label := range []string{"Irregular migration", "الهجرة غير النظامية", "Irreguläre Migration"} {
		if !got[graph.Label][label] {
			t.Errorf("%q is no label", label)
		}
	}
	for _, label := range []string{"illegal migration", "illegale Einwanderung", "الهجرة غير الشرعية"} {
		if !got[graph.HiddenLabel][label] {
			t.Errorf("%q is no hidden label", label)
		}
	}
}

// TestKurdistanRegion keeps the region, its government and the country apart.
func TestKurdistanRegion(t *testing.T) {
	if !says(t, "region:kurdistan-region-of-iraq", graph.PartOf, "country:IQ") {
		t.Error("the Kurdistan Region is not part of Iraq")
	}
	if !says(t, "organisation:kurdistan-regional-government", graph.LocatedIn, "region:kurdistan-region-of-iraq") {
		t.Error("its government is not located in it")
	}
	for _, a := range about(t, "country:IQ", graph.Label, graph.AlternativeLabel, graph.HiddenLabel) {
		if strings.Contains(strings.ToLower(a.Object.Text.Value), "kurd") || strings.Contains(a.Object.Text.Value, "كرد") {
			t.Errorf("%q is a name of Iraq", a.Object.Text.Value)
		}
	}
}

// says looks for one fact.
func says(t *testing.T, subject graph.ID, r graph.Relation, object graph.ID) bool {
	t.Helper()
	return slices.ContainsFunc(about(t, subject, r), func(a graph.Assertion) bool { return a.Object.Entity == object })
}
