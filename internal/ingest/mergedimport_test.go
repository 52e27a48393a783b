package ingest_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/ingest"
	"github.com/wasl-graph/wasl/internal/record"
	"github.com/wasl-graph/wasl/internal/view"
)

// doubles is a library in which people, bodies and publications stand under several names.
const doubles = `TY  - RPRT
TI  - Return migrants in Iraq
AU  - Haddad, Lina
AU  - Haddad, L.
PB  - International Organization for Migration
PY  - 2024/05//
ER  - 

TY  - RPRT
TI  - Returning migrants in Iraq
AU  - Haddad, Lina
A2  - Weber, Anna
PB  - Intl. Organisation for Migration
PY  - 2024/05//
ER  - 

TY  - RPRT
TI  - Voices of return
AU  - Haddad, L.
AU  - Weber, A.
PB  - Intl. Organisation for Migration
PY  - 2023
ER  - 

TY  - RPRT
TI  - أصوات العائدين
AU  - لينا حداد
AU  - Weber, Anna
PB  - International Organization for Migration
PY  - 2023
ER  - 
`

// another is a library of somebody else with some of the same.
const another = `TY  - RPRT
TI  - Voices of return
AU  - Haddad, Lina
AU  - Weber, Anna
PB  - International Organization for Migration
PY  - 2023
ER  - 

TY  - RPRT
TI  - Stimmen der Rückkehr
AU  - Weber, Anna Maria
PY  - 2022
ER  - 
`

// testContext is the context of what changes a shelf: tests of rapid share it with the test around them.
var testContext = context.Background()

// shelf is a record with its current view.
type shelf struct {
	*view.Live
	store *record.Store
}

func newShelf(t testing.TB) shelf {
	t.Helper()
	store, err := record.OpenMemory()
	if err != nil {
		t.Fatal(err)
	}
	live, err := view.NewLive(t.Context(), store)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	})
	return shelf{live, store}
}

// tester is a test of testing or of rapid.
type tester interface {
	Fatal(args ...any)
	Fatalf(format string, args ...any)
}

// imported reads a document and returns what changed.
func (s shelf) imported(t tester, name, text string) graph.Recorded {
	ctx := testContext
	document, err := ingest.Open(ctx, name, strings.NewReader(text), ingest.Options{Time: time.Unix(1, 0), Quote: s.Quote})
	if err != nil {
		t.Fatal(err)
	}
	recorded, err := s.ApplyBulk(ctx, func(v *view.View) (graph.BulkChange, error) { return document.Change(ctx, v) })
	if err != nil {
		t.Fatal(err)
	}
	return recorded
}

// curate applies a change that a person makes.
func (s shelf) curate(t tester, c graph.Change) {
	c.Author, c.Sources = "ada", []graph.Source{{ID: "source:curators", Title: graph.Text{Value: "Curators", Language: graph.English}}}
	if _, err := s.Apply(testContext, c); err != nil {
		t.Fatal(err)
	}
}

func (s shelf) merge(t tester, winner, loser graph.ID) {
	if err := view.CheckMerge(s.View(), winner, loser); err != nil {
		t.Fatal(err)
	}
	s.curate(t, graph.Change{Assert: []graph.Assertion{{
		Statement: graph.Statement{Subject: s.View().Winner(winner), Relation: graph.Replaces, Object: graph.CodeObject(string(loser))},
		Evidence:  graph.Evidence{Source: "source:curators", Method: graph.Curated},
	}}})
}

func (s shelf) split(t tester, loser graph.ID) {
	s.curate(t, graph.Change{Retract: s.View().MergeFacts(loser)})
}

// held is all that the record holds, in an order of its own and without the numbers of changes.
func (s shelf) held(t tester) []string {
	var list []string
	err := s.store.Snapshot(testContext, func(snapshot graph.Snapshot) error {
		for a, err := range snapshot.Assertions {
			if err != nil {
				return err
			}
			list = append(list, shown(a))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(list)
	return list
}

// unchanged imports a document again and wants nothing to come of it.
func (s shelf) unchanged(t tester, name, text string) {
	if h, ok := t.(interface{ Helper() }); ok {
		h.Helper()
	}
	before := s.held(t)
	if again := s.imported(t, name, text); again.Revision.Number != 0 {
		t.Fatalf("%s was imported again, with %v merged: %s", name, s.View().Merged(), changedFacts(before, s.held(t)))
	}
}

func TestAMergeChangesNothingAboutADocument(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		s := newShelf(t)
		s.imported(r, "doubles.ris", doubles)
		s.imported(r, "another.ris", another)
		s.unchanged(r, "doubles.ris", doubles)
		before := s.held(r)
		for range rapid.IntRange(1, 4).Draw(r, "merges") {
			pair := drawPair(r, s.View())
			if view.CheckMerge(s.View(), pair[0], pair[1]) == nil {
				s.merge(r, pair[0], pair[1])
			}
		}
		s.unchanged(r, "doubles.ris", doubles)
		s.unchanged(r, "another.ris", another)
		for len(s.View().Merged()) > 0 {
			s.split(r, rapid.SampledFrom(s.View().Merged()).Draw(r, "split").Loser)
		}
		if after := s.held(r); !slices.Equal(before, after) {
			r.Fatalf("after all is split: %s", changedFacts(before, after))
		}
		s.unchanged(r, "doubles.ris", doubles)
	})
}

// drawPair draws two entities of a kind, which may be one and the same.
func drawPair(r *rapid.T, v *view.View) []graph.ID {
	kind := rapid.SampledFrom([]graph.Kind{graph.KindPerson, graph.KindPerson, graph.KindOrganisation, graph.KindReport}).Draw(r, "kind")
	first, end := v.Range(kind)
	var ids []graph.ID
	for n := first; n < end; n++ {
		ids = append(ids, v.ID(n))
	}
	pick := rapid.SampledFrom(ids)
	return []graph.ID{pick.Draw(r, "winner"), pick.Draw(r, "loser")}
}

// TestACorrectedDocumentAfterAMerge replaces what it said before of what was merged, and a split shows what it says now.
func TestACorrectedDocumentAfterAMerge(t *testing.T) {
	s := newShelf(t)
	s.imported(t, "doubles.ris", doubles)
	s.merge(t, "person:lina-haddad", "person:l-haddad")
	corrected := strings.Replace(doubles, "AU  - Haddad, L.\nAU  - Weber, A.", "AU  - Weber, A.", 1)
	if corrected == doubles {
		t.Fatal("nothing is corrected")
	}
	s.imported(t, "doubles.ris", corrected)
	v := s.View()
	n, found := v.Find("person:l-haddad")
	if !found || v.ID(n) != "person:lina-haddad" {
		t.Fatalf("person:l-haddad is %s", v.ID(n))
	}
	expectIDs(t, "publications of both", reportsOf(v, n), "report:2024-05-return-migrants-in-iraq", "report:2024-05-returning-migrants-in-iraq")
	s.unchanged(t, "doubles.ris", corrected)

	s.split(t, "person:l-haddad")
	plain := newShelf(t)
	plain.imported(t, "doubles.ris", doubles)
	plain.imported(t, "doubles.ris", corrected)
	if want, have := plain.held(t), s.held(t); !slices.Equal(want, have) {
		t.Errorf("after the split: %s", changedFacts(want, have))
	}
}

// TestANameLeadsToTheWinner: another document that prints the name of what was merged means what answers for it.
func TestANameLeadsToTheWinner(t *testing.T) {
	const winner, publisher graph.ID = "person:lina-haddad", "organisation:international-organization-for-migration"
	s := newShelf(t)
	s.imported(t, "doubles.ris", doubles)
	s.merge(t, winner, "person:anna-weber")
	s.merge(t, publisher, "organisation:intl-organisation-for-migration")
	s.imported(t, "new.ris", "TY  - RPRT\nTI  - A new one\nAU  - Weber, Anna\nPB  - Intl. Organisation for Migration\nPY  - 2025\nER  - \n")
	found := map[graph.Relation]graph.ID{}
	for a := range s.View().AssertionsAsRecorded() {
		if a.Evidence.Source == "source:new.ris" && a.Object.Entity != "" {
			found[a.Relation] = a.Object.Entity
		}
	}
	if found[graph.Author] != winner || found[graph.Publisher] != publisher {
		t.Errorf("recorded as %v", found)
	}
}

// TestAnIDThatWasMergedIsGivenToNothingNew: somebody else of the name gets another id.
func TestAnIDThatWasMergedIsGivenToNothingNew(t *testing.T) {
	s := newShelf(t)
	s.imported(t, "doubles.ris", doubles)
	s.merge(t, "person:lina-haddad", "person:a-weber")
	s.imported(t, "new.ris", "TY  - RPRT\nTI  - A new one\nAU  - Weber, A.\nPY  - 2025\nER  - \n")
	for a := range s.View().AssertionsAsRecorded() {
		if a.Evidence.Source == "source:new.ris" && (a.Subject == "person:a-weber" || a.Object.Entity == "person:a-weber") {
			t.Errorf("%s %s %s", a.Subject, a.Relation, a.Object)
		}
	}
}

// reportsOf are the reports that an agent has part in.
func reportsOf(v *view.View, agent view.Node) []graph.ID {
	var ids []graph.ID
	set := v.TakingPart(agent)
	for n := range view.Node(v.Count(graph.KindReport)) {
		if set.Has(n) {
			ids = append(ids, v.ID(n))
		}
	}
	slices.Sort(ids)
	return ids
}

func expectIDs(t *testing.T, what string, have []graph.ID, want ...graph.ID) {
	t.Helper()
	if !slices.Equal(have, want) {
		t.Errorf("%s: %v, expected %v", what, have, want)
	}
}

// shown is an assertion in words, without the number of its change.
func shown(a graph.Assertion) string {
	text := a.Object.Text
	return fmt.Sprintf("%s %s %s %d %d %+v", a.Subject, a.Relation, a.Object, text.Kind, text.Standing, a.Key())
}

// changedFacts lists what is in one of two lists alone.
func changedFacts(before, after []string) string {
	var b strings.Builder
	for _, line := range before {
		if !slices.Contains(after, line) {
			b.WriteString("\n- " + line)
		}
	}
	for _, line := range after {
		if !slices.Contains(before, line) {
			b.WriteString("\n+ " + line)
		}
	}
	return b.String()
}
