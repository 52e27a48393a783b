package search

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/lang"
	"github.com/wasl-graph/wasl/internal/view"
	"github.com/wasl-graph/wasl/internal/view/gen"
)

// The model finds what the index must find, the slow way: it looks at every word of every text of every node, and at every
// pair of a report and a thing. It knows the formula and nothing of lists, layers and cells.

// modelWords are the words of texts and queries. Some meet each other in some form, some nearly do.
var modelWords = map[graph.Tag][]string{
	graph.English: {"Iraq", "Iraqi", "Iran", "labour", "labor", "returnees", "returnee", "IOM", "migration", "2024"},
	graph.Arabic:  {"العراق", "عراق", "والعراق", "عراقي", "هجرة", "الهجره", "إيران"},
	graph.German:  {"Irak", "Österreich", "Oesterreich", "Flüchtling", "Flüchtlinge", "Rückkehr"},
}

// modelKinds are the kinds of things, with how a report may lead to them.
var modelKinds = []struct {
	kind      graph.Kind
	relations []graph.Relation
}{
	{graph.KindCountry, []graph.Relation{graph.AboutCountry, graph.MentionsCountry}},
	{graph.KindTheme, []graph.Relation{graph.AboutTheme, graph.Mentions}},
	{graph.KindOrganisation, []graph.Relation{graph.Author, graph.Publisher, graph.Mentions}},
	{graph.KindProject, []graph.Relation{graph.OutputOf}},
}

// modelGraph draws a small graph.
func modelGraph(t *rapid.T) *view.View {
	var list []graph.Assertion
	say := func(subject graph.ID, r graph.Relation, o graph.Object) {
		list = append(list, graph.Assertion{
			Statement: graph.Statement{Subject: subject, Relation: r, Object: o},
			Evidence:  graph.Evidence{Source: "source:atlas", Method: graph.Curated, Change: 1},
		})
	}
	drawTexts := func(id graph.ID, relations ...graph.Relation) {
		for _, r := range relations {
			for range rapid.IntRange(0, 2).Draw(t, "texts") {
				say(id, r, graph.Object{Text: drawText(t)})
			}
		}
	}
	var things []graph.ID
	for _, k := range modelKinds {
		for i := range rapid.IntRange(0, 3).Draw(t, "things") {
			id := graph.ID(fmt.Sprintf("%s:A%c", k.kind.Prefix(), 'A'+i))
			things = append(things, id)
			say(id, graph.Note, graph.Object{Text: graph.Text{Value: "nothing", Language: graph.English}})
			drawTexts(id, graph.Label, graph.AlternativeLabel, graph.HiddenLabel, graph.Description)
			if k.kind == graph.KindTheme && i > 0 {
				say(id, graph.Broader, graph.Object{Entity: "theme:AA"})
			}
		}
	}
	for i := range rapid.IntRange(1, 5).Draw(t, "reports") {
		id := graph.ID(fmt.Sprintf("report:r%d", i))
		say(id, graph.Published, graph.Object{Date: mustDate(fmt.Sprint(2019 + rapid.IntRange(0, 3).Draw(t, "year")))})
		drawTexts(id, graph.Label, graph.AlternativeLabel, graph.Description, graph.Abstract, graph.SourceTag)
		for _, thing := range things {
			for _, k := range modelKinds {
				for _, r := range k.relations {
					if k.kind == thing.Kind() && rapid.IntRange(0, 3).Draw(t, "linked") == 0 {
						say(id, r, graph.Object{Entity: thing})
					}
				}
			}
		}
	}
	return mustView(list)
}

func mustDate(s string) graph.Date {
	d, err := graph.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

func mustView(list []graph.Assertion) *view.View {
	seen := map[graph.Assertion]bool{}
	list = slices.DeleteFunc(list, func(a graph.Assertion) bool {
		again := seen[a.Key()]
		seen[a.Key()] = true
		return again
	})
	v, err := view.Build(context.Background(), graph.Snapshot{
		Revision: graph.Revision{Number: 1},
		Changes:  []graph.Recorded{{Revision: graph.Revision{Number: 1}, Added: len(list)}},
		Sources:  []graph.Source{{ID: "source:atlas"}},
		Assertions: func(yield func(graph.Assertion, error) bool) {
			for _, a := range list {
				if !yield(a, nil) {
					return
				}
			}
		},
	})
	if err != nil {
		panic(err)
	}
	return v
}

// drawText draws one word, or several with another behind them that no query has: so names of several words stay out of it.
func drawText(t *rapid.T) graph.Text {
	tag := rapid.SampledFrom(slices.Sorted(maps.Keys(modelWords))).Draw(t, "language")
	words := rapid.SliceOfN(rapid.SampledFrom(modelWords[tag]), 1, 3).Draw(t, "words")
	if len(words) > 1 {
		words = append(words, "qqq")
	}
	return graph.Text{Value: strings.Join(words, " "), Language: tag}
}

func drawQuery(t *rapid.T) []string {
	var all []string
	for _, tag := range slices.Sorted(maps.Keys(modelWords)) {
		all = append(all, modelWords[tag]...)
	}
	all = slices.DeleteFunc(all, func(word string) bool { return word == "2024" }) // a year is more than a word
	// A word that comes again counts once.
	fold := func(word string) string { return lang.Fold(word) }
	return rapid.SliceOfNDistinct(rapid.SampledFrom(all), 1, 4, fold).Draw(t, "query")
}

// modelWord is a word of a query, with what was typed.
type modelWord struct {
	lang.Token
	typed string
}

// modelPoints are the points of a node for a word.
func modelPoints(x *Index, t modelWord, n view.Node) int {
	best := modelOwn(x, t, n, itself)
	if x.view.Kind(n) != graph.KindReport {
		return best
	}
	for how := about; how < linkCount; how++ {
		for _, thing := range x.links.appendThings(nil, n, how) {
			best = max(best, modelOwn(x, t, thing, how))
		}
	}
	return best
}

// modelOwn are the points that a node's own texts give by a link.
func modelOwn(x *Index, t modelWord, n view.Node, how link) int {
	best := 0
	for f := range field(fieldCount) {
		if how != itself && !f.naming() {
			continue
		}
		for _, w := range appendWritten(nil, x.plain, n, f) {
			tokens := lang.Tokens(w.value)
			for _, token := range tokens {
				tier, met := lang.Meet(appendForms(nil, token, w.Language, x.knows), t.Variants(graph.Undetermined))
				if !met {
					continue
				}
				best = max(best, points(fieldWeights[f].within, tier, how))
				if len(tokens) == 1 {
					best = max(best, modelWhole(w, token, t, tier, how))
				}
			}
		}
	}
	return best
}

// modelWhole are the points for a text that is the word and nothing else.
func modelWhole(w written, token lang.Token, t modelWord, tier lang.Tier, how link) int {
	if !slices.Contains(nameFields, w.field) || tier > lang.Inflected || shortestForm(token.Text) != shortestForm(t.Text) {
		return 0
	}
	if tier == lang.Folded && w.field == title && how == itself && w.value == t.typed {
		return exactPoints
	}
	return points(fieldWeights[w.field].whole, tier, how)
}

// modelSearch ranks what meets all words, and says nothing where nothing does.
func modelSearch(x *Index, query []string) []Hit {
	type met map[view.Node]int
	tokens := lang.Tokens(strings.Join(query, " "))
	var each []met
	most := 0
	weights := make([]int, len(tokens))
	for i, t := range tokens {
		found := met{}
		for n := range view.Node(x.view.Nodes()) {
			if p := modelPoints(x, modelWord{t, query[i]}, n); p > 0 {
				found[n] = p
			}
		}
		each = append(each, found)
		weights[i] = rarity(uint64(len(found)), uint64(x.view.Nodes()))
		most += steps * weights[i]
	}
	var hits []Hit
	for n := range view.Node(x.view.Nodes()) {
		total := 0
		for i, found := range each {
			if found[n] == 0 {
				total = 0
				break
			}
			total += weights[i] * found[n]
		}
		if total > 0 {
			hits = append(hits, Hit{n, total, float64(total) / float64(most)})
		}
	}
	slices.SortStableFunc(hits, func(a, b Hit) int { return cmp.Compare(b.Points, a.Points) })
	return hits
}

func TestModel(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x, err := Build(context.Background(), modelGraph(t))
		if err != nil {
			t.Fatal(err)
		}
		for range 5 {
			query := drawQuery(t)
			want := modelSearch(x, query)
			if len(want) == 0 {
				continue // the query is then read more loosely
			}
			found, err := x.Search(context.Background(), Request{Query: strings.Join(query, " ")})
			if err != nil {
				t.Fatal(err)
			}
			if got := found.Slice(0, found.Len()); !slices.Equal(got, want) {
				t.Fatalf("%q\n got %v\nwant %v", query, got, want)
			}
			checkPlaces(t, x, found, want)
			for _, h := range want {
				if matches := found.Matches(x.plain, h); len(matches) == 0 || len(matches) > maxMatches {
					t.Fatalf("%q finds %s with %d matches", query, x.view.ID(h.Node), len(matches))
				}
			}
		}
	})
}

// checkPlaces holds the place of every hit against the list, found anew, as a cursor does.
func checkPlaces(t *rapid.T, x *Index, found *Result, want []Hit) {
	again := &Result{index: x, plan: found.plan, met: found.met, ranking: newRanking(found.ranking.units)}
	i := rapid.IntRange(0, len(want)-1).Draw(t, "place")
	h := want[i]
	var date graph.Date
	if x.view.Kind(h.Node) == graph.KindReport {
		date = x.view.Published(h.Node)
	}
	if count, at := again.Position(h.Points, date, x.view.ID(h.Node)); count != i || !at {
		t.Fatalf("the place of %s is %d, %v, want %d", x.view.ID(h.Node), count, at, i)
	}
	if n := again.place(date, x.view.ID(h.Node)); n != h.Node {
		t.Fatalf("without its id the place of %s is %d, want %d", x.view.ID(h.Node), n, h.Node)
	}
}

// TestModelOnMany holds the index against the model where lists are long and linked reports have lists of their own.
func TestModelOnMany(t *testing.T) {
	v, err := view.Build(t.Context(), gen.Snapshot(gen.Options{Reports: 2000}))
	if err != nil {
		t.Fatal(err)
	}
	x, err := Build(t.Context(), v)
	if err != nil {
		t.Fatal(err)
	}
	if len(x.postings.bitmaps) == 0 || x.postings.linked.IsEmpty() {
		t.Fatal("nothing is long here")
	}
	for _, query := range [][]string{
		{"migration"},
		{"Menschenhandel"},
		{"تهريب"},
		{"Institute"},
		{"remittances", "migration"},
		{"asylum", "institute"},
		{"border", "Kabanita", "migration"},
	} {
		want := modelSearch(x, query)
		found, err := x.Search(t.Context(), Request{Query: strings.Join(query, " ")})
		if err != nil {
			t.Fatal(err)
		}
		if got := found.Slice(0, found.Len()); len(want) > 0 && !slices.Equal(got, want) {
			t.Errorf("%q: %d hits, want %d", query, len(got), len(want))
		}
	}
}
