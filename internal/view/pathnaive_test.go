package view_test

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/lang"
	"github.com/wasl-graph/wasl/internal/view"
)

// linked is a graph as plain pairs of entities: each with those that it has links with, once for each statement.
type linked map[graph.ID][]graph.ID

func (m naive) linked() linked {
	l, seen := linked{}, map[graph.Statement]bool{}
	for _, a := range m {
		key := a.Statement.Key()
		if o := a.Object.Entity; o != "" && o != a.Subject && !seen[key] {
			l[a.Subject], l[o] = append(l[a.Subject], o), append(l[o], a.Subject)
			seen[key] = true
		}
	}
	return l
}

// naivePath is a path as the entities along it.
type naivePath []graph.ID

func (p naivePath) inner() []graph.ID { return p[1 : len(p)-1] }

// score is the formula of the documentation.
func (l linked) score(p naivePath) float64 {
	score := 1.0
	for _, id := range p.inner() {
		score /= 1 + math.Log(float64(len(l[id])))
	}
	return score
}

// all lists every path of at most so many steps that comes by no entity twice.
func (l linked) all(from, to graph.ID, most int, through []graph.Kind) []naivePath {
	var found []naivePath
	seen := map[string]bool{}
	var walk func(p naivePath)
	walk = func(p naivePath) {
		here := p[len(p)-1]
		if here == to {
			if key := fmt.Sprint(p); !seen[key] {
				seen[key] = true
				found = append(found, slices.Clone(p))
			}
			return
		}
		if len(p) > most || here != from && len(through) > 0 && !slices.Contains(through, here.Kind()) {
			return
		}
		for _, next := range l[here] {
			if !slices.Contains(p, next) {
				walk(append(p, next))
			}
		}
	}
	walk(naivePath{from})
	return found
}

// distances is a plain breadth-first search.
func (l linked) distances(from graph.ID) map[graph.ID]int {
	distance, queue := map[graph.ID]int{from: 0}, []graph.ID{from}
	for len(queue) > 0 {
		here := queue[0]
		queue = queue[1:]
		for _, next := range l[here] {
			if _, seen := distance[next]; !seen {
				distance[next] = distance[here] + 1
				queue = append(queue, next)
			}
		}
	}
	return distance
}

// idsAlong are the entities along a path.
func idsAlong(v *view.View, p view.Path) naivePath {
	list := naivePath{v.ID(p.Start)}
	for _, h := range p.Hops {
		list = append(list, v.ID(h.Node))
	}
	return list
}

func TestShortestPathsAgreeWithPlainBreadthFirstSearch(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := randomSnapshot(t)
		v, l := mustBuild(s), naiveOf(s).linked()
		from := v.ID(view.Node(rapid.IntRange(0, entities(v)-1).Draw(t, "from")))
		distance := l.distances(from)
		for n := range view.Node(entities(v)) {
			to := v.ID(n)
			want, reached := distance[to]
			for most := 1; most <= view.MaxPathLength; most++ {
				result, err := v.Paths(t.Context(), view.PathQuery{From: from, To: to, MaxLength: most, First: 1})
				if err != nil || !result.Complete {
					t.Fatal(err, result.Complete)
				}
				if found := len(result.Paths) > 0; found != (reached && want <= most) {
					t.Fatalf("%s to %s in %d steps: %v, and they are %d apart", from, to, most, found, want)
				}
				if reached && want == most && len(result.Paths[0].Hops) != want {
					t.Fatalf("%s to %s: %v", from, to, idsAlong(v, result.Paths[0]))
				}
			}
		}
	})
}

func TestPathsAgreeWithAllPathsThereAre(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := randomSnapshot(t)
		v, l := mustBuild(s), naiveOf(s).linked()
		pick := rapid.IntRange(0, entities(v)-1)
		q := view.PathQuery{
			From: v.ID(view.Node(pick.Draw(t, "from"))), To: v.ID(view.Node(pick.Draw(t, "to"))),
			MaxLength: rapid.IntRange(1, 5).Draw(t, "length"), First: rapid.IntRange(1, 12).Draw(t, "first"),
		}
		if rapid.Bool().Draw(t, "narrowed") {
			q.Through = someOf(rapid.SampledFrom(graph.Kinds())).Draw(t, "through")
		}
		if q.From == q.To {
			return
		}
		result, steps, err := v.CountedPaths(t.Context(), q)
		if err != nil || !result.Complete || steps > v.PathsCost(q) {
			t.Fatal(err, result.Complete, steps, v.PathsCost(q))
		}
		have := make([]naivePath, len(result.Paths))
		for i, p := range result.Paths {
			have[i] = idsAlong(v, p)
			if math.Abs(p.Score-l.score(have[i])) > 1e-4 {
				t.Fatalf("%v: score %v, expected %v", have[i], p.Score, l.score(have[i]))
			}
			checkHops(t, v, p)
		}
		checkChoice(t, l, have, l.all(q.From, q.To, q.MaxLength, q.Through), q.First)
	})
}

// checkHops checks that every hop rests on all statements between its two entities, and tells the first relation.
func checkHops(t *rapid.T, v *view.View, p view.Path) {
	before := p.Start
	for _, h := range p.Hops {
		a, b, found := v.ID(before), v.ID(h.Node), 0
		for _, pair := range [][2]view.Node{{before, h.Node}, {h.Node, before}} {
			for _, s := range v.StatementsOf(nil, pair[0]) {
				st := v.Statement(s)
				if st.Object.Entity != v.ID(pair[1]) {
					continue
				}
				found++
				if st.Relation < h.Relation || !slices.Contains(h.Statements, s) {
					t.Fatalf("%s to %s: %v is not told by %+v", a, b, st, h)
				}
			}
		}
		first := v.Statement(h.Statements[0])
		if found != len(h.Statements) || first.Relation != h.Relation || (first.Subject == b) != h.Reversed {
			t.Fatalf("%s to %s: %+v, and there are %d statements", a, b, h, found)
		}
		before = h.Node
	}
}

// checkChoice replays the choice: the best path each time of those that have nothing in common with the ones before, then the
// best of the rest. Where paths have the same score it follows the choice that was made.
func checkChoice(t *rapid.T, l linked, have, all []naivePath, first int) {
	if len(have) != min(first, len(all)) {
		t.Fatalf("%d paths of %d, and %d were asked for", len(have), len(all), first)
	}
	for i, p := range have {
		if !slices.ContainsFunc(all, func(q naivePath) bool { return slices.Equal(p, q) }) {
			t.Fatalf("%v is no path", p)
		}
		if i > 0 && l.score(have[i-1]) < l.score(p)-1e-4 {
			t.Fatalf("%v stands before %v", have[i-1], p)
		}
	}
	if !l.replays(nil, have, all) {
		t.Fatalf("chosen %v of %v", have, all)
	}
}

func (l linked) replays(chosen, left, all []naivePath) bool {
	if len(left) == 0 {
		return true
	}
	apart := func(p naivePath) bool {
		return !slices.ContainsFunc(chosen, func(q naivePath) bool {
			return overlap(p.inner(), q.inner()) || len(p) == 2 && len(q) == 2
		})
	}
	best := l.bestScore(all, apart)
	if best == 0 { // no more that are apart: the best of the rest
		return l.areTheBest(left, all, chosen)
	}
	for i, p := range left {
		if apart(p) && l.score(p) > best-1e-4 {
			rest := slices.Delete(slices.Clone(left), i, i+1)
			if l.replays(append(slices.Clone(chosen), p), rest, all) {
				return true
			}
		}
	}
	return false
}

func (l linked) bestScore(paths []naivePath, fits func(naivePath) bool) float64 {
	best := 0.0
	for _, p := range paths {
		if fits(p) {
			best = max(best, l.score(p))
		}
	}
	return best
}

// areTheBest says that no path that is neither among some nor chosen is better than one of them.
func (l linked) areTheBest(some, all, chosen []naivePath) bool {
	worst := 1.0
	for _, p := range some {
		worst = min(worst, l.score(p))
	}
	others := func(p naivePath) bool {
		return !slices.ContainsFunc(slices.Concat(some, chosen), func(q naivePath) bool { return slices.Equal(p, q) })
	}
	return l.bestScore(all, others) < worst+1e-4
}

func TestPathsGoBothWays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := mustBuild(randomSnapshot(t))
		pick := rapid.IntRange(0, entities(v)-1)
		a, b := v.ID(view.Node(pick.Draw(t, "from"))), v.ID(view.Node(pick.Draw(t, "to")))
		there, err := v.Paths(t.Context(), view.PathQuery{From: a, To: b, MaxLength: 6, First: 1})
		if err != nil {
			t.Fatal(err)
		}
		back, err := v.Paths(t.Context(), view.PathQuery{From: b, To: a, MaxLength: 6, First: 1})
		if err != nil || len(there.Paths) != len(back.Paths) {
			t.Fatal(err, len(there.Paths), len(back.Paths))
		}
		if len(there.Paths) > 0 && there.Paths[0].Score != back.Paths[0].Score {
			t.Fatalf("%s and %s: %v there, %v back", a, b, there.Paths[0].Score, back.Paths[0].Score)
		}
	})
}

func TestEveryPathIsASentence(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := mustBuild(randomSnapshot(t))
		r := v.For(lang.FromTags([]graph.Tag{rapid.SampledFrom(lang.Served()).Draw(t, "language")}))
		pick := rapid.IntRange(0, entities(v)-1)
		a, b := view.Node(pick.Draw(t, "from")), view.Node(pick.Draw(t, "to"))
		result, err := v.Paths(t.Context(), view.PathQuery{From: v.ID(a), To: v.ID(b), MaxLength: 8, First: 4})
		if err != nil {
			t.Fatal(err)
		}
		for _, text := range textsOf(r, result) {
			checkSentence(t, r, text, a, b)
		}
	})
}
