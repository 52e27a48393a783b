package view_test

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/lang"
	"github.com/wasl-graph/wasl/internal/view"
)

func TestOrderOfAssertionsDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := randomSnapshot(t)
		list := naiveOf(s)
		first := mustBuild(s)
		s.Assertions = each(rapid.Permutation([]graph.Assertion(list)).Draw(t, "shuffled"))
		slices.Reverse(s.Sources)
		if second := mustBuild(s); !reflect.DeepEqual(first, second) {
			t.Fatal("another order of the assertions makes another view")
		}
	})
}

func TestViewAfterChangesEqualsOneBuiltAfresh(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		record := newMemory()
		live, err := view.NewLive(t.Context(), record)
		if err != nil {
			t.Fatal(err)
		}
		for range rapid.IntRange(1, 6).Draw(t, "changes") {
			before := live.View()
			after, err := live.Apply(t.Context(), randomChange(record.held).Draw(t, "change"))
			if err != nil {
				t.Fatal(err)
			}
			if after != live.View() {
				t.Fatal("the view that Apply returned is not the current one")
			}
			if (after == before) != (after.Revision() == before.Revision()) {
				t.Fatalf("from revision %v to %v, the same view: %v", before.Revision(), after.Revision(), after == before)
			}
			if fresh := mustBuild(record.snapshot()); !reflect.DeepEqual(after, fresh) {
				t.Fatalf("the view after %d changes differs from one built afresh", len(record.changes))
			}
		}
	})
}

func TestRecordedAgreesWithASet(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := randomSnapshot(t)
		v, held := mustBuild(s), map[graph.Assertion]uint32{}
		for _, a := range naiveOf(s) {
			held[a.Key()] = a.Evidence.Change
		}
		asked := rapid.SliceOf(randomAssertion()).Draw(t, "asked")
		for a := range held {
			asked = append(asked, a)
		}
		for _, a := range asked {
			change, found := v.Recorded(a)
			if want, held := held[a.Key()]; found != held || change != want {
				t.Fatalf("%v: recorded %v by %d, expected %v by %d", a, found, change, held, want)
			}
		}
	})
}

func TestAssertionsAreThoseOfTheSnapshot(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := randomSnapshot(t)
		v, want, statements := mustBuild(s), map[graph.Assertion]int{}, map[graph.Statement]bool{}
		for _, a := range naiveOf(s) {
			want[a]++
			statements[a.Statement.Key()] = true
		}
		for a := range v.Assertions() {
			want[a]--
		}
		for a, n := range want {
			if n != 0 {
				t.Fatalf("%v: %d too few", a, n)
			}
		}
		if v.Statements() != len(statements) {
			t.Fatalf("%d statements, expected %d", v.Statements(), len(statements))
		}
	})
}

// idsOf are the ids of nodes.
func idsOf(v *view.View, nodes []view.Node) []graph.ID {
	list := []graph.ID{}
	for _, n := range nodes {
		list = append(list, v.ID(n))
	}
	return list
}

func sorted(list []graph.ID) []graph.ID {
	list = append([]graph.ID{}, list...)
	slices.Sort(list)
	return list
}

// filtered are the reports that a filter means, by id.
func filtered(t *rapid.T, v *view.View, f graph.Filter) []graph.ID {
	set, err := v.Filter(t.Context(), f)
	if err != nil {
		t.Fatal(err)
	}
	list := v.For(lang.Chain{}).Ordered(t.Context(), set, graph.NewestFirst)
	if list.Len() != set.Len() {
		t.Fatalf("a list of %d of a set of %d", list.Len(), set.Len())
	}
	for n := range view.Node(v.Count(graph.KindReport)) {
		if slices.Contains(list.Slice(0, list.Len()), n) != set.Has(n) {
			t.Fatalf("%s: in the set and in the list is not the same", v.ID(n))
		}
	}
	return sorted(idsOf(v, list.Slice(0, list.Len())))
}

func TestFilterAgreesWithAScan(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := randomSnapshot(t)
		v := mustBuild(s)
		for range 5 {
			f := randomFilter(2).Draw(t, "filter")
			if have, want := filtered(t, v, f), sorted(naiveOf(s).found(f)); !slices.Equal(have, want) {
				t.Fatalf("%+v finds %v, expected %v", f, have, want)
			}
		}
	})
}

var headers = []string{"", "ar-IQ,ar;q=0.9", "de-AT, de;q=0.8, *;q=0", "fr", "en, de;q=0", "ckb", "de, de-AT;q=0", "de-AT-u-co-phonebk, en;q=0.5", "mul"}

func randomReader(t *rapid.T, v *view.View) *view.Reader {
	return v.For(lang.FromHeader(rapid.SampledFrom(headers).Draw(t, "Accept-Language")))
}

var reportOrders = []graph.ReportOrder{graph.NewestFirst, graph.OldestFirst, graph.ByLabel}

func TestListsAgreeWithSorting(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := randomSnapshot(t)
		v := mustBuild(s)
		r := randomReader(t, v)
		f := randomFilter(1).Draw(t, "filter")
		set, err := v.Filter(t.Context(), f)
		if err != nil {
			t.Fatal(err)
		}
		for _, o := range reportOrders {
			checkList(t, naiveOf(s), r, r.Ordered(t.Context(), set, o), naiveOf(s).ordered(r, naiveOf(s).found(f), o), o)
		}
	})
}

func checkList(t *rapid.T, m naive, r *view.Reader, list view.ReportList, want []graph.ID, o graph.ReportOrder) {
	lo, hi := rapid.IntRange(-1, 7).Draw(t, "lo"), rapid.IntRange(-1, 8).Draw(t, "hi")
	from := min(max(lo, 0), len(want))
	to := max(from, min(hi, len(want)))
	if have := idsOf(r.View, list.Slice(lo, hi)); !slices.Equal(have, want[from:to]) {
		t.Fatalf("%v from %d to %d: %v, expected %v", o, lo, hi, have, want[from:to])
	}
	for i, id := range want {
		n, _ := r.Find(id)
		if have := list.Position(m.published(id), r.SortLabel(n), id); have != i {
			t.Fatalf("%v: %s is at %d, expected %d", o, id, have, i)
		}
	}
	gone, id := maybeDate(t), rapid.SampledFrom([]graph.ID{"report:a", "report:bb", "report:z"}).Draw(t, "gone")
	if o == graph.ByLabel {
		return
	}
	before := 0
	for _, other := range want {
		if compareByDate(o, m.published(other), gone, other, id) < 0 {
			before++
		}
	}
	if have := list.Position(gone, "", id); have != before {
		t.Fatalf("%v: %d before %v %s, expected %d", o, have, gone, id, before)
	}
}

// maybeDate draws a date or none.
func maybeDate(t *rapid.T) graph.Date {
	return rapid.OneOf(rapid.Just(graph.Date{}), randomDate(), randomDate()).Draw(t, "date")
}

func TestFacetsAgreeWithCounting(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := randomSnapshot(t)
		v := mustBuild(s)
		r := randomReader(t, v)
		f := randomFilter(1).Draw(t, "filter")
		set, err := v.Filter(t.Context(), f)
		if err != nil {
			t.Fatal(err)
		}
		first := rapid.IntRange(0, 4).Draw(t, "first")
		for _, by := range graph.Dimensions() {
			facet, err := r.Facet(t.Context(), set, by, first)
			if err != nil {
				t.Fatal(err)
			}
			counts, missing := naiveOf(s).counted(naiveOf(s).found(f), by)
			if want := facetOf(r, counts, missing, by, first); !reflect.DeepEqual(shown(facet), shown(want)) {
				t.Fatalf("%v: %v, expected %v", by, shown(facet), shown(want))
			}
		}
	})
}

// facetOf is the facet of some counts.
func facetOf(r *view.Reader, counts map[string]int, missing int, by graph.Dimension, first int) view.Facet {
	var list []graph.ID
	f := view.Facet{Missing: missing}
	for key, count := range counts {
		f.Buckets = append(f.Buckets, view.Bucket{Key: key, Count: count})
		list = append(list, graph.ID(key))
	}
	var keys map[graph.ID][]byte
	switch by {
	case graph.ByYear:
	case graph.ByLanguage:
		keys = languageKeys(r.Chain, list)
	default:
		keys = sortKeys(r.View, r.Chain.Order(), list)
	}
	slices.SortFunc(f.Buckets, func(a, b view.Bucket) int {
		if c := cmp.Compare(b.Count, a.Count); c != 0 || by != graph.ByYear {
			return cmp.Or(c, slices.Compare(keys[graph.ID(a.Key)], keys[graph.ID(b.Key)]), cmp.Compare(a.Key, b.Key))
		}
		return cmp.Compare(b.Key, a.Key)
	})
	first = min(first, len(f.Buckets))
	for _, b := range f.Buckets[first:] {
		f.Other += b.Count
	}
	f.Buckets = f.Buckets[:first]
	return f
}

// languageKeys are the sort keys of the names that a reader has for some languages.
func languageKeys(chain lang.Chain, tags []graph.ID) map[graph.ID][]byte {
	sorter, keys := lang.NewSorter(chain.Order()), map[graph.ID][]byte{}
	for _, tag := range tags {
		names := lang.NameOf(graph.Tag(tag))
		i, _ := lang.Pick(chain, names)
		keys[tag] = sorter.Key(nil, names[i].Value)
	}
	return keys
}

// TestTextsStandInTheOrderOfTheChain: what a reader would be served first stands first, and nothing is lost.
func TestTextsStandInTheOrderOfTheChain(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := randomSnapshot(t)
		v := mustBuild(s)
		r := randomReader(t, v)
		for n := range view.Node(v.Count(graph.KindReport)) {
			all := r.All(n, graph.Label)
			if len(all) > 0 && all[0].Language != r.Label(n).Language && !r.Chain.Refuses(all[0].Language) {
				checkFirst(t, r, all[0].Language, r.Label(n).Language)
			}
			tags := make([]graph.Tag, len(all))
			for i, text := range all {
				tags[i] = text.Language
			}
			want := []graph.Tag{}
			for _, text := range naiveOf(s).texts(v.ID(n), graph.Label) {
				want = append(want, text.Language)
			}
			r.SortTags(want)
			if !slices.Equal(slices.Compact(tags), slices.Compact(want)) {
				t.Fatalf("the labels are in %v, expected %v", tags, want)
			}
		}
	})
}

// checkFirst: only among languages of the same turn, which the chain does not name, may another than the first be served.
func checkFirst(t *rapid.T, r *view.Reader, first, served graph.Tag) {
	if slices.Contains(r.Chain.Tags(), first) || slices.Contains(r.Chain.Tags(), served) {
		t.Fatalf("%s stands first, and %s is served, for %v", first, served, r.Chain.Tags())
	}
}

// shown is a facet without the numbers of nodes.
func shown(f view.Facet) string {
	var s strings.Builder
	s.WriteString(fmt.Sprintf("%d other, %d missing", f.Other, f.Missing))
	for _, b := range f.Buckets {
		s.WriteString(fmt.Sprintf(", %s %d", b.Key, b.Count))
	}
	return s.String()
}

func TestLabelsAreThoseThatTheChainPicks(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := mustBuild(randomSnapshot(t))
		tags := rapid.SliceOfN(randomTag, 0, 3).Draw(t, "tags")
		for _, chain := range []lang.Chain{randomReader(t, v).Chain, lang.FromTags(tags)} {
			r := v.For(chain)
			for n := range view.Node(entities(v)) {
				for _, relation := range []graph.Relation{graph.Label, graph.Description, graph.Note} {
					checkText(t, r, n, relation)
				}
			}
		}
	})
}

func checkText(t *rapid.T, r *view.Reader, n view.Node, relation graph.Relation) {
	texts := r.Texts(nil, n, relation)
	want, tried := lang.Pick(r.Chain, texts)
	have, found := r.Text(n, relation)
	if found != (want >= 0) {
		t.Fatalf("%s: found %v among %v", r.ID(n), found, texts)
	}
	if !found {
		return
	}
	if have.Text != texts[want] {
		t.Fatalf("%s, %s: %v of %v, expected %v", r.ID(n), r.Chain.Key(), have.Text, texts, texts[want])
	}
	// Of a text in a form of a tag, the tags that were tried end with the form itself.
	if have.Tried != len(tried) && (have.Tried != len(tried)-1 || tried[len(tried)-1] == r.Chain.Tags()[have.Tried-1]) {
		t.Fatalf("%s, %s: %d tags tried for %v, expected %v", r.ID(n), r.Chain.Key(), have.Tried, have.Text, tried)
	}
	if source, ok := r.SourceOf(have); !ok || source.ID == "" {
		t.Fatalf("%s: no source of %v", r.ID(n), have.Text)
	}
}

// entities is the number of all entities.
func entities(v *view.View) int {
	count := 0
	for _, k := range graph.Kinds() {
		count += v.Count(k)
	}
	return count
}

func TestEveryEntityIsFoundAndLabelled(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := randomSnapshot(t)
		v := mustBuild(s)
		r := randomReader(t, v)
		for _, k := range graph.Kinds() {
			want := naiveOf(s).entities(k)
			keys := sortKeys(v, r.Chain.Order(), want)
			slices.SortStableFunc(want, func(a, b graph.ID) int { return slices.Compare(keys[a], keys[b]) })
			nodes := r.Labelled(k)
			if have := idsOf(v, nodes); !slices.Equal(have, want) || v.Count(k) != len(want) {
				t.Fatalf("%v in the order of labels: %v, expected %v", k, have, want)
			}
			again := slices.Clone(nodes)
			slices.Sort(again)
			r.InOrder(again)
			if !slices.Equal(again, nodes) {
				t.Fatalf("%v sorted: %v, expected %v", k, again, nodes)
			}
			for i, n := range nodes {
				if found, ok := v.Find(v.ID(n)); !ok || found != n || v.Kind(n) != k {
					t.Fatalf("%s is found as %d, a %v", v.ID(n), found, v.Kind(n))
				}
				if r.Label(n).Value == "" {
					t.Fatalf("%s has a blank label", v.ID(n))
				}
				if place := r.Place(nodes, r.SortLabel(n), v.ID(n)); place != i {
					t.Fatalf("%s has the place %d, expected %d", v.ID(n), place, i)
				}
			}
		}
	})
}

func TestStatementsAreFoundByTheirIDs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := mustBuild(randomSnapshot(t))
		seen := map[string]bool{}
		for n := range view.Node(entities(v)) {
			for _, s := range v.StatementsOf(nil, n) {
				id := view.StatementID(v.Statement(s))
				if found, ok := v.FindStatement(id); !ok || found != s {
					t.Fatalf("%s is found as %v, expected %v", id, found, s)
				}
				if seen[id] {
					t.Fatalf("%s names two statements", id)
				}
				seen[id] = true
				if v.Statement(s).Subject != v.ID(n) {
					t.Fatalf("%s is listed under %s", id, v.ID(n))
				}
			}
		}
		if len(seen) != v.Statements() {
			t.Fatalf("%d statements listed, expected %d", len(seen), v.Statements())
		}
	})
}

func TestLinksAgreeWithAScan(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := randomSnapshot(t)
		v, m := mustBuild(s), naiveOf(s)
		for _, relation := range graph.Relations() {
			if relation.Form() != graph.ToEntity {
				continue
			}
			back := map[graph.ID][]graph.ID{}
			for n := range view.Node(entities(v)) {
				have := idsOf(v, v.Objects(nil, n, relation))
				if want := m.objects(v.ID(n), relation); !slices.Equal(sorted(have), sorted(want)) {
					t.Fatalf("%s %v: %v, expected %v", v.ID(n), relation, have, want)
				}
				for _, o := range have {
					back[o] = append(back[o], v.ID(n))
				}
			}
			for n := range view.Node(entities(v)) {
				nodes := v.Subjects(n, relation)
				if have := idsOf(v, nodes); !slices.IsSorted(nodes) || !slices.Equal(have, append([]graph.ID{}, back[v.ID(n)]...)) {
					t.Fatalf("what leads to %s by %v: %v, expected %v", v.ID(n), relation, have, back[v.ID(n)])
				}
			}
		}
	})
}

func TestReachAgreesWithAScan(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := randomSnapshot(t)
		v, m := mustBuild(s), naiveOf(s)
		f := randomFilter(0).Draw(t, "filter")
		set, err := v.Filter(t.Context(), f)
		if err != nil {
			t.Fatal(err)
		}
		var agents, themes []graph.ID
		for _, id := range m.found(f) {
			agents = append(agents, ofKind(m.agents(id), graph.KindPerson)...)
			themes = append(themes, m.objects(id, graph.AboutTheme)...)
		}
		people, err := v.Contributors(t.Context(), set, graph.KindPerson)
		if have := idsOf(v, people); err != nil || !slices.Equal(have, slices.Compact(sorted(agents))) {
			t.Fatalf("contributors %v, %v, expected %v", have, err, agents)
		}
		reached, err := v.Reached(t.Context(), set, graph.AboutTheme)
		if have := idsOf(v, reached); err != nil || !slices.Equal(have, slices.Compact(sorted(themes))) {
			t.Fatalf("reached %v, %v, expected %v", have, err, themes)
		}
	})
}

func TestHistoryAgreesWithTheLog(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		record := newMemory()
		live, err := view.NewLive(t.Context(), record)
		if err != nil {
			t.Fatal(err)
		}
		for range rapid.IntRange(1, 5).Draw(t, "changes") {
			if _, err := live.Apply(t.Context(), randomChange(record.held).Draw(t, "change")); err != nil {
				t.Fatal(err)
			}
		}
		v, touched := live.View(), map[graph.ID][]uint32{}
		for _, c := range slices.Backward(record.changes) {
			number := c.Revision.Number
			sameAssertions(t, v.Asserted(number), record.asserted[number])
			sameAssertions(t, v.Retracted(number), c.Retracted)
			if have, found := v.Change(number); !found || !reflect.DeepEqual(have, c) {
				t.Fatalf("change %d: %v, expected %v", number, have, c)
			}
			for _, a := range slices.Concat(record.asserted[number], c.Retracted) {
				if list := touched[a.Subject]; len(list) == 0 || list[len(list)-1] != number {
					touched[a.Subject] = append(list, number)
				}
			}
		}
		for n := range view.Node(entities(v)) {
			var have []uint32
			for _, c := range v.History(n) {
				have = append(have, c.Revision.Number)
			}
			if !slices.Equal(have, touched[v.ID(n)]) {
				t.Fatalf("the history of %s: %v, expected %v", v.ID(n), have, touched[v.ID(n)])
			}
		}
	})
}

func sameAssertions(t *rapid.T, have, want []graph.Assertion) {
	count := map[graph.Assertion]int{}
	for _, a := range want {
		count[a]++
	}
	for _, a := range have {
		count[a]--
	}
	for a, n := range count {
		if n != 0 {
			t.Fatalf("%v: %d too few", a, n)
		}
	}
}
