package view_test

import (
	"cmp"
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/view"
)

// reportRelations are those that lead from reports to entities, and from nothing else.
var reportRelations = []graph.Relation{
	graph.Author, graph.Editor, graph.Contributor, graph.Publisher, graph.Commissioner, graph.Funder, graph.OutputOf,
	graph.AboutCountry, graph.MentionsCountry, graph.AboutRegion, graph.Mentions, graph.AboutTheme, graph.CoversEvent,
}

// besideRelations join those to whom they lead from one project or one event.
var besideRelations = []graph.Relation{graph.PartnerOf, graph.Facilitator, graph.Participant, graph.Organiser}

// naiveNeighbours finds the reports that two entities share and the relation that joins them, one pair after the other.
type naiveNeighbours struct {
	naive
	ties naiveTies
}

// shared are the reports that two entities share.
func (m naiveNeighbours) shared(a, b graph.ID, by *graph.Relation) []graph.ID {
	first, second := m.ties.comingUp(a), m.ties.comingUp(b)
	if by != nil && slices.Contains(reportRelations, *by) {
		second = m.leadingBy(b, *by)
		if a.Kind() == graph.KindReport || by.Object(a.Kind()) {
			first = m.leadingBy(a, *by)
		} else if b.Kind() == graph.KindReport {
			return nil // the relation does not tell of it
		}
	}
	return slices.DeleteFunc(slices.Clone(first), func(id graph.ID) bool { return !slices.Contains(second, id) })
}

// leadingBy are the reports that lead to an entity by a relation, and a report itself.
func (m naiveNeighbours) leadingBy(id graph.ID, by graph.Relation) []graph.ID {
	var list []graph.ID
	if id.Kind() == graph.KindReport {
		list = append(list, id)
	}
	for _, a := range m.naive {
		if a.Relation == by && a.Object.Entity == id && a.Subject.Kind() == graph.KindReport {
			list = append(list, a.Subject)
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// joinedBy are the relations that join two entities: by a statement, and side by side.
func (m naiveNeighbours) joinedBy(a, b graph.ID) (directly, beside []graph.Relation) {
	for _, x := range m.naive {
		if x.Subject == a && x.Object.Entity == b || x.Subject == b && x.Object.Entity == a {
			directly = append(directly, x.Relation)
		}
		if x.Object.Entity != a || !slices.Contains(besideRelations, x.Relation) {
			continue
		}
		for _, y := range m.of(x.Subject) {
			if y.Object.Entity == b && slices.Contains(besideRelations, y.Relation) {
				beside = append(beside, y.Relation)
			}
		}
	}
	slices.Sort(directly)
	slices.Sort(beside)
	return directly, beside
}

// besideBy says whether both stand side by side by the very relation.
func (m naiveNeighbours) besideBy(a, b graph.ID, by graph.Relation) bool {
	for _, x := range m.naive {
		for _, y := range m.naive {
			if x.Subject == y.Subject && x.Relation == by && y.Relation == by && x.Object.Entity == a && y.Object.Entity == b {
				return true
			}
		}
	}
	return false
}

// neighbour says whether b is a neighbour of a, and as which.
func (m naiveNeighbours) neighbour(a, b graph.ID, o view.NeighbourOptions) (count int, name string, is bool) {
	count = len(m.shared(a, b, o.Relation))
	directly, beside := m.joinedBy(a, b)
	if by := o.Relation; by != nil {
		joined := slices.Contains(directly, *by) || slices.Contains(besideRelations, *by) && m.besideBy(a, b, *by)
		return count, by.String(), joined && by.Form() == graph.ToEntity || slices.Contains(reportRelations, *by) && count > 0
	}
	notOfReports := func(r graph.Relation) bool { return !slices.Contains(reportRelations, r) }
	is = count > 0 || slices.ContainsFunc(directly, notOfReports) || len(beside) > 0
	if all := slices.Concat(directly, beside, m.always(b, m.shared(a, b, nil))); len(all) > 0 {
		name = all[0].String()
	}
	return count, name, is
}

// always are the relations by which every one of some reports leads to an entity, mentions last.
func (m naiveNeighbours) always(id graph.ID, reports []graph.ID) []graph.Relation {
	var list, mentions []graph.Relation
	for _, r := range reportRelations {
		elsewhere := func(report graph.ID) bool { return !slices.Contains(m.objects(report, r), id) }
		switch {
		case len(reports) == 0 || slices.ContainsFunc(reports, elsewhere):
		case r == graph.Mentions || r == graph.MentionsCountry:
			mentions = append(mentions, r)
		default:
			list = append(list, r)
		}
	}
	return append(list, mentions...)
}

// neighbours lists all neighbours in order, each as one line.
func (m naiveNeighbours) neighbours(r *view.Reader, a graph.ID, o view.NeighbourOptions) []string {
	type found struct {
		id    graph.ID
		count int
		line  string
	}
	var list []found
	var ids []graph.ID
	for _, k := range graph.Kinds() {
		for _, b := range m.entities(k) {
			count, name, is := m.neighbour(a, b, o)
			if is && b != a && (len(o.Kinds) == 0 || slices.Contains(o.Kinds, k)) {
				list = append(list, found{b, count, fmt.Sprintf("%s %d %s %v", b, count, name, m.shared(a, b, o.Relation))})
				ids = append(ids, b)
			}
		}
	}
	keys := sortKeys(r.View, r.Chain.Interface(), ids)
	slices.SortFunc(list, func(x, y found) int {
		return cmp.Or(cmp.Compare(y.count, x.count), cmp.Compare(x.id.Kind(), y.id.Kind()),
			slices.Compare(keys[x.id], keys[y.id]), cmp.Compare(x.id, y.id))
	})
	lines := []string{}
	for _, x := range list {
		lines = append(lines, x.line)
	}
	return lines
}

func randomNeighbourOptions(t *rapid.T) view.NeighbourOptions {
	o := view.NeighbourOptions{}
	if rapid.Bool().Draw(t, "some kinds") {
		o.Kinds = someOf(rapid.SampledFrom(graph.Kinds())).Draw(t, "kinds")
	}
	if rapid.IntRange(0, 2).Draw(t, "by a relation") > 0 {
		relation := rapid.SampledFrom(graph.Relations()).Draw(t, "relation")
		o.Relation = &relation
	}
	return o
}

func TestNeighboursAgreeWithPairs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := randomSnapshot(t)
		v, m := mustBuild(s), naiveNeighbours{naiveOf(s), naiveOf(s).ties()}
		r := randomReader(t, v)
		for range 4 {
			n := view.Node(rapid.IntRange(0, entities(v)-1).Draw(t, "node"))
			o := randomNeighbourOptions(t)
			list, err := r.Neighbours(t.Context(), n, o)
			if err != nil {
				t.Fatal(err)
			}
			want := m.neighbours(r, v.ID(n), o)
			if have := neighbourLines(t, r, list, 0, list.Len()); !slices.Equal(have, want) {
				t.Fatalf("%s, %v %v:\n%q, expected\n%q", v.ID(n), o.Kinds, o.Relation, have, want)
			}
			lo, hi := rapid.IntRange(-1, 5).Draw(t, "lo"), rapid.IntRange(-1, 9).Draw(t, "hi")
			from := min(max(lo, 0), len(want))
			to := max(from, min(hi, len(want)))
			if have := neighbourLines(t, r, list, lo, hi); !slices.Equal(have, want[from:to]) {
				t.Fatalf("from %d to %d: %q, expected %q", lo, hi, have, want[from:to])
			}
			checkPositions(t, r, list)
		}
	})
}

// neighbourLines are a piece of a list, each neighbour as one line.
func neighbourLines(t failing, r *view.Reader, list view.NeighbourList, lo, hi int) []string {
	lines := []string{}
	neighbours, err := list.Slice(t.Context(), lo, hi)
	if err != nil {
		t.Fatalf("from %d to %d: %v", lo, hi, err)
	}
	for _, x := range neighbours {
		set, err := list.Shared(t.Context(), x.Node)
		if err != nil || set.Len() != x.Count {
			t.Fatalf("%s: %d reports are shared, expected %d, %v", r.ID(x.Node), set.Len(), x.Count, err)
		}
		name := ""
		if x.HasRelation {
			name = x.Relation.String()
		}
		reports := sorted(idsOf(r.View, r.Ordered(t.Context(), set, graph.NewestFirst).Slice(0, x.Count)))
		lines = append(lines, fmt.Sprintf("%s %d %s %v", r.ID(x.Node), x.Count, name, reports))
	}
	return lines
}

// checkPositions checks that every neighbour, and one that is gone, finds its place in the list again.
func checkPositions(t *rapid.T, r *view.Reader, list view.NeighbourList) {
	neighbours, err := list.Slice(t.Context(), 0, list.Len())
	if err != nil {
		t.Fatal(err)
	}
	for i, x := range neighbours {
		label := r.SortLabel(x.Node)
		if have := list.Position(x.Count, label, r.ID(x.Node)); have != i {
			t.Fatalf("%s is at %d, expected %d", r.ID(x.Node), have, i)
		}
		if have := list.Position(x.Count+1, label, r.ID(x.Node)); have > i {
			t.Fatalf("with more reports %s would be at %d, behind %d", r.ID(x.Node), have, i)
		}
	}
	if have := list.Position(-1, "", "nothing:known"); have != list.Len() {
		t.Fatalf("what is nothing is at %d", have)
	}
}

// Long lists of an agent's reports are kept for all its roles together; a relation asks for one of them.
func TestNeighboursOfAHubByOneRole(t *testing.T) {
	var f facts
	for i := range 1500 {
		report := graph.ID(fmt.Sprintf("report:r-%d", i))
		role := []graph.Relation{graph.Author, graph.Editor, graph.Editor}[i%3]
		f.say(report, role, graph.ID("person:hub"))
		f.say(report, graph.Author, graph.ID("person:other"))
	}
	v := f.view()
	author := graph.Author
	list, err := arabic(v).Neighbours(t.Context(), node(t, v, "person:hub"), view.NeighbourOptions{
		Kinds: []graph.Kind{graph.KindPerson}, Relation: &author,
	})
	if err != nil || list.Len() != 1 {
		t.Fatalf("%d neighbours, %v", list.Len(), err)
	}
	others, err := list.Slice(t.Context(), 0, 1)
	if err != nil {
		t.Fatal(err)
	}
	shared, err := list.Shared(t.Context(), others[0].Node)
	if err != nil || others[0].Count != 500 || shared.Len() != 500 {
		t.Errorf("%d reports, %d shared, expected 500, %v", others[0].Count, shared.Len(), err)
	}
}

// A report may name itself and may be located in a place.
func TestNeighboursThatAreReports(t *testing.T) {
	var f facts
	f.say("report:a", graph.Mentions, graph.ID("report:a"))
	f.say("report:a", graph.Mentions, graph.ID("report:b"))
	f.say("report:b", graph.Mentions, graph.ID("theme:x"))
	f.say("report:a", graph.Mentions, graph.ID("theme:x"))
	f.say("report:a", graph.LocatedIn, graph.ID("country:IQ"))
	v, m := f.view(), naiveNeighbours{naive(f), naive(f).ties()}
	r := arabic(v)
	for _, relation := range []graph.Relation{graph.Mentions, graph.LocatedIn} {
		o := view.NeighbourOptions{Relation: &relation}
		for n := range view.Node(entities(v)) {
			list, err := r.Neighbours(t.Context(), n, o)
			if err != nil {
				t.Fatal(err)
			}
			want := m.neighbours(r, v.ID(n), o)
			if have := neighbourLines(t, r, list, 0, list.Len()); !slices.Equal(have, want) {
				t.Errorf("%s by %v: %q, expected %q", v.ID(n), relation, have, want)
			}
		}
	}
}
