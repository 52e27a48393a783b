package ingest_test

import (
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/curation"
	"github.com/wasl-graph/wasl/internal/ingest"
	"github.com/wasl-graph/wasl/internal/view"
)

// proposed carries out what a curator asks for, and says whether it was accepted.
func (s shelf) proposed(t tester, m curation.Mutation) bool {
	terms := curation.Terms{Author: "Nadia", Reason: "as the publisher says", Time: time.Unix(2, 0)}
	proposal, err := curation.Propose(testContext, s.View(), terms, m)
	if err == nil {
		_, err = s.Propose(testContext, proposal)
	}
	if graph.CodeOf(err) == graph.Internal && err != nil {
		t.Fatal(err)
	}
	return err == nil
}

// curated carries out what must be accepted.
func (s shelf) curated(t tester, m curation.Mutation) {
	if !s.proposed(t, m) {
		t.Fatalf("%+v is refused", m)
	}
}

// result imports a document and returns what came of it, with all that somebody should look at.
func (s shelf) result(t tester, name, text string) (ingest.Result, []ingest.ReviewEntry) {
	var review []ingest.ReviewEntry
	document, err := ingest.Open(testContext, name, strings.NewReader(text), ingest.Options{
		Time: time.Unix(3, 0), Quote: s.Quote, Review: func(e ingest.ReviewEntry) error { review = append(review, e); return nil },
	})
	if err != nil {
		t.Fatal(err)
	}
	_, err = s.ApplyBulk(testContext, func(v *view.View) (graph.BulkChange, error) { return document.Change(testContext, v) })
	if err != nil {
		t.Fatal(err)
	}
	return document.Result(), review
}

const (
	voices      graph.ID = "report:2023-voices-of-return"
	returning   graph.ID = "report:2024-05-returning-migrants-in-iraq"
	lina        graph.ID = "person:lina-haddad"
	lHaddad     graph.ID = "person:l-haddad"
	intl        graph.ID = "organisation:intl-organisation-for-migration"
	intlPrinted          = "Intl. Organisation for Migration"
)

func entityID(subject graph.ID, r graph.Relation, object graph.ID) string {
	return view.StatementID(graph.Statement{Subject: subject, Relation: r, Object: graph.Object{Entity: object}})
}

// labelsOf are the labels of an entity, in the order of the view.
func (s shelf) labelsOf(id graph.ID, relations ...graph.Relation) []string {
	n, found := s.View().Find(id)
	var list []string
	for _, r := range relations {
		for _, text := range s.View().Texts(nil, n, r) {
			if found {
				list = append(list, text.Value)
			}
		}
	}
	return list
}

func (s shelf) says(id string) bool {
	_, found := s.View().FindStatement(id)
	return found
}

func TestWhatCuratorsTookBackStaysAway(t *testing.T) {
	about := entityID(returning, graph.AboutCountry, "country:IQ")
	for name, retracted := range map[string]string{
		"an author":    entityID(voices, graph.Author, lHaddad),
		"a publisher":  entityID(voices, graph.Publisher, intl),
		"a country":    about,
		"a date":       view.StatementID(graph.Statement{Subject: voices, Relation: graph.Published, Object: graph.Object{Date: mustDate(t, "2023")}}),
		"its language": "statement:" + string(voices) + "/WRITTEN_IN/" + objectOf(t, voices, graph.WrittenIn),
	} {
		t.Run(name, func(t *testing.T) {
			s := newShelf(t)
			s.imported(t, "doubles.ris", doubles)
			if !s.says(retracted) {
				t.Skipf("nothing says %s", retracted)
			}
			s.curated(t, &curation.RetractStatement{ID: retracted})
			s.unchanged(t, "doubles.ris", doubles)
			result, review := s.result(t, "doubles.ris", doubles)
			if result.Withheld != 1 || ingest.ReportOf(result, nil).Withheld != 1 || len(review) == 0 || review[len(review)-1].Type != "withheld" && review[0].Type != "withheld" {
				t.Errorf("%d withheld, review %+v", result.Withheld, review)
			}
			s.imported(t, "another.ris", another) // somebody else may say so
			s.unchanged(t, "doubles.ris", doubles)
		})
	}
}

func mustDate(t *testing.T, s string) graph.Date {
	t.Helper()
	d, err := graph.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// objectOf is the last part of the id of the one statement that the document makes of an entity.
func objectOf(t *testing.T, id graph.ID, r graph.Relation) string {
	t.Helper()
	s := newShelf(t)
	s.imported(t, "doubles.ris", doubles)
	n, _ := s.View().Find(id)
	for _, statement := range s.View().StatementsOf(nil, n, r) {
		_, object, _ := strings.Cut(view.StatementID(s.View().Statement(statement)), "/"+r.String()+"/")
		return object
	}
	return "none"
}

func TestALabelOfCuratorsStays(t *testing.T) {
	for _, c := range []struct {
		id       graph.ID
		language graph.Tag
		old      string
	}{
		{voices, graph.English, "Voices of return"},
		{lHaddad, graph.Multiple, "L. Haddad"},
		{intl, "", intlPrinted},
	} {
		s := newShelf(t)
		s.imported(t, "doubles.ris", doubles)
		n, _ := s.View().Find(c.id)
		texts := s.View().Texts(nil, n, graph.Label)
		if len(texts) != 1 || texts[0].Value != c.old {
			t.Fatalf("%s is called %+v", c.id, texts)
		}
		s.curated(t, &curation.SetLabel{Entity: string(c.id), Language: texts[0].Language, Value: "Another name", Standing: graph.Composed})
		s.unchanged(t, "doubles.ris", doubles)
		if have := s.labelsOf(c.id, graph.Label, graph.AlternativeLabel); len(have) != 1 || have[0] != "Another name" {
			t.Errorf("%s is called %q", c.id, have)
		}
		s.curated(t, &curation.SetLabel{Entity: string(c.id), Language: texts[0].Language, Value: c.old, Standing: graph.Composed})
		s.imported(t, "doubles.ris", doubles) // it may say so again
		s.unchanged(t, "doubles.ris", doubles)
		if have := s.labelsOf(c.id, graph.Label, graph.AlternativeLabel); len(have) != 1 || have[0] != c.old {
			t.Errorf("%s is called %q", c.id, have)
		}
	}
}

func TestAStandingOfCuratorsStays(t *testing.T) {
	s := newShelf(t)
	s.imported(t, "doubles.ris", doubles)
	s.curated(t, &curation.SetLabel{Entity: string(voices), Language: graph.English, Value: "Voices of return", Standing: graph.Composed})
	s.unchanged(t, "doubles.ris", doubles)
	moved := "\n\n" + doubles
	for range 2 {
		s.imported(t, "doubles.ris", moved)
		n, _ := s.View().Find(voices)
		if texts := s.View().Texts(nil, n, graph.Label); len(texts) != 1 || texts[0].Standing != graph.Composed {
			t.Errorf("%+v", texts)
		}
		for _, e := range s.View().Evidence(nil, s.View().StatementsOf(nil, n, graph.Label)[0]) {
			words, _ := graph.Quote(moved, e.Place)
			if words != "Voices of return" {
				t.Errorf("the label rests on %q", words)
			}
		}
	}
	s.unchanged(t, "doubles.ris", moved)
}

func TestWhatIsBroughtBackIsAssertedAsUsual(t *testing.T) {
	for _, source := range []string{"", "source:doubles.ris"} {
		s := newShelf(t)
		s.imported(t, "doubles.ris", doubles)
		author, person := entityID(voices, graph.Author, lHaddad), string(lHaddad)
		add := func() *curation.AddStatement {
			return &curation.AddStatement{
				Subject: string(voices), Relation: graph.Author, Object: curation.Object{Entity: &person}, Source: source, Texts: s,
			}
		}
		s.curated(t, &curation.RetractStatement{ID: author})
		s.curated(t, add())
		if again := s.imported(t, "doubles.ris", doubles); again.Added != 1 || len(again.Retracted) != 0 {
			t.Errorf("%+v", again)
		}
		s.unchanged(t, "doubles.ris", doubles)
		s.curated(t, &curation.RetractStatement{ID: author})
		s.unchanged(t, "doubles.ris", doubles)
		if s.says(author) {
			t.Error("what was taken back twice is there again")
		}
		s.curated(t, add())
		s.curated(t, &curation.RetractStatement{ID: author}) // before the document could say so again
		s.unchanged(t, "doubles.ris", doubles)
	}
}

func TestWhatCuratorsReadInADocumentStays(t *testing.T) {
	s := newShelf(t)
	s.imported(t, "doubles.ris", doubles)
	person := string(lina)
	editor := entityID(voices, graph.Editor, lina)
	s.curated(t, &curation.AddStatement{
		Subject: string(voices), Relation: graph.Editor, Object: curation.Object{Entity: &person}, Source: "source:doubles.ris",
		Quote: "A2  - Weber, Anna", Texts: s,
	})
	s.unchanged(t, "doubles.ris", doubles)
	corrected := "\n" + strings.Replace(doubles, "AU  - Haddad, Lina\n", "", 2) // who is nobody's author any more
	s.imported(t, "doubles.ris", corrected)
	if !s.says(editor) || len(s.labelsOf(lina, graph.Label)) != 1 {
		t.Fatalf("%v, called %q", s.says(editor), s.labelsOf(lina, graph.Label))
	}
	statement, _ := s.View().FindStatement(editor)
	for _, e := range s.View().Evidence(nil, statement) {
		if words, _ := graph.Quote(corrected, e.Place); words != "A2  - Weber, Anna" {
			t.Errorf("it rests on %q", words)
		}
	}
	s.unchanged(t, "doubles.ris", corrected)
	corrected = strings.Replace(corrected, "A2  - Weber, Anna\n", "", 1)
	s.imported(t, "doubles.ris", corrected)
	statement, _ = s.View().FindStatement(editor)
	for _, e := range s.View().Evidence(nil, statement) {
		if (e.Place != graph.Place{}) {
			t.Errorf("it rests on a place in a text that is there no more: %+v", e)
		}
	}
	s.unchanged(t, "doubles.ris", corrected)
	s.curated(t, &curation.RetractStatement{ID: editor})
	s.imported(t, "doubles.ris", corrected) // nobody speaks of her any more
	s.unchanged(t, "doubles.ris", corrected)
	if _, found := s.View().Find(lina); found || s.says(editor) {
		t.Error("what the curator took back is still there")
	}
}

func TestACorrectedDocumentIsTaken(t *testing.T) {
	s := newShelf(t)
	s.imported(t, "doubles.ris", doubles)
	s.curated(t, &curation.RetractStatement{ID: entityID(voices, graph.Author, lHaddad)})
	corrected := strings.Replace(doubles, "TI  - Voices of return\nAU  - Haddad, L.", "TI  - Voices of return\nAU  - Haddad, Lina", 1)
	s.imported(t, "doubles.ris", corrected)
	if !s.says(entityID(voices, graph.Author, lina)) || s.says(entityID(voices, graph.Author, lHaddad)) {
		t.Error("what the corrected document says is not taken")
	}
	s.unchanged(t, "doubles.ris", corrected)
	s.imported(t, "doubles.ris", doubles)
	if s.says(entityID(voices, graph.Author, lHaddad)) {
		t.Error("what curators took back is there again")
	}
}

// TestNobodyIsLeftWithoutAName: curators took back all that the document said of a person, and then it says something new.
func TestNobodyIsLeftWithoutAName(t *testing.T) {
	s := newShelf(t)
	s.imported(t, "doubles.ris", doubles)
	for n, _ := s.View().Find("person:a-weber"); ; n, _ = s.View().Find("person:a-weber") {
		taken := false
		for _, subject := range []graph.ID{voices} {
			taken = s.says(entityID(subject, graph.Author, "person:a-weber")) &&
				s.proposed(t, &curation.RetractStatement{ID: entityID(subject, graph.Author, "person:a-weber")})
		}
		if !taken {
			for _, statement := range s.View().StatementsOf(nil, n) {
				s.curated(t, &curation.RetractStatement{ID: view.StatementID(s.View().Statement(statement))})
				break
			}
		}
		if _, found := s.View().Find("person:a-weber"); !found {
			break
		}
	}
	s.unchanged(t, "doubles.ris", doubles)
	if _, found := s.View().Find("person:a-weber"); found {
		t.Fatal("the document makes somebody again whom curators took back")
	}
	more := doubles + "\nTY  - RPRT\nTI  - A later one\nAU  - Weber, A.\nPY  - 2025\nER  - \n"
	s.imported(t, "doubles.ris", more)
	if have := s.labelsOf("person:a-weber", graph.Label); len(have) != 1 {
		t.Errorf("called %q", have)
	}
	if s.says(entityID(voices, graph.Author, "person:a-weber")) {
		t.Error("what curators took back is there again")
	}
	s.unchanged(t, "doubles.ris", more)
}

// Curators do whatever they like with what documents say, entities are merged and split, and documents are imported again in between:
// these change nothing.
func TestAnImportUndoesNothingOfCurators(t *testing.T) {
	withheld := 0
	rapid.Check(t, func(r *rapid.T) {
		s := newShelf(t)
		s.imported(r, "doubles.ris", doubles)
		s.imported(r, "another.ris", another)
		for range rapid.IntRange(1, 6).Draw(r, "steps") {
			if added := s.step(r); added != "" {
				s.imported(r, "doubles.ris", doubles) // it may say so again, and so may the other one
				s.imported(r, "another.ris", another)
				if !s.says(added) {
					r.Fatalf("%s is gone", added)
				}
			}
			s.stays(r, "doubles.ris", doubles)
			s.stays(r, "another.ris", another)
		}
		for len(s.View().Merged()) > 0 {
			s.curated(r, &curation.SplitEntity{Merged: string(rapid.SampledFrom(s.View().Merged()).Draw(r, "split").Loser)})
			s.stays(r, "doubles.ris", doubles)
			s.stays(r, "another.ris", another)
		}
		result, _ := s.result(r, "doubles.ris", doubles)
		withheld += result.Withheld
		for _, problem := range s.View().Check() {
			r.Fatal(problem)
		}
	})
	if withheld == 0 {
		t.Error("nothing was ever withheld")
	}
}

// stays imports a document again and wants nothing to come of it.
func (s shelf) stays(r *rapid.T, name, text string) {
	before := s.held(r)
	if again := s.imported(r, name, text); again.Revision.Number != 0 {
		r.Fatalf("%s was imported again, with %v merged: %s", name, s.View().Merged(), changedFacts(before, s.held(r)))
	}
}

// step is something that a curator does, or does not get done. It returns the id of what they said themselves.
func (s shelf) step(r *rapid.T) (added string) {
	v := s.View()
	n := view.Node(rapid.IntRange(0, v.Nodes()-1).Draw(r, "entity"))
	switch what := rapid.SampledFrom([]string{"retract", "retract", "retract", "back", "back", "label", "standing", "merge"}).Draw(r, "what"); what {
	case "retract":
		list := v.StatementsOf(nil, n)
		if len(list) == 0 {
			return ""
		}
		statement := v.Statement(rapid.SampledFrom(list).Draw(r, "statement"))
		s.proposed(r, &curation.RetractStatement{ID: view.StatementID(statement)})
	case "label", "standing":
		texts := v.Texts(nil, n, graph.Label)
		if len(texts) == 0 {
			return ""
		}
		m := &curation.SetLabel{
			Entity: string(v.ID(n)), Language: texts[0].Language, Value: texts[0].Value,
			Standing: graph.LabelStanding(rapid.IntRange(0, 2).Draw(r, "standing")),
		}
		if what == "label" {
			m.Value = rapid.SampledFrom([]string{"Another name", "Noch ein Name"}).Draw(r, "value")
		}
		s.proposed(r, m)
	case "merge":
		pair := drawPair(r, v)
		s.proposed(r, &curation.MergeEntities{Winner: string(pair[0]), Loser: string(pair[1])})
	case "back":
		return s.bringBack(r)
	}
	return ""
}

// bringBack adds something that a curator took back before, and returns its id.
func (s shelf) bringBack(r *rapid.T) string {
	withdrawn := s.View().Curation("source:doubles.ris").Withdrawn
	if len(withdrawn) == 0 {
		return ""
	}
	a := rapid.SampledFrom(withdrawn).Draw(r, "what was taken back")
	m := &curation.AddStatement{
		Subject: string(a.Subject), Relation: a.Relation, Texts: s,
		Source: rapid.SampledFrom([]string{"", "source:doubles.ris"}).Draw(r, "source"),
	}
	switch a.Object.Form() {
	case graph.ToDate:
		m.Object.Date = &a.Object.Date
	case graph.ToEntity:
		id := string(a.Object.Entity)
		m.Object.Entity = &id
	default:
		m.Object.Text = &a.Object.Text
	}
	if !s.proposed(r, m) {
		return ""
	}
	return view.StatementID(m.Added().Statement)
}
