package view_test

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/lang"
	"github.com/wasl-graph/wasl/internal/view"
)

func TestLineageOfTheSeeds(t *testing.T) {
	v := seeded(t)
	checkScript(t, "lineage.txt", func(b *strings.Builder, words []string) {
		project, r := node(t, v, graph.ID(words[1])), v.For(chainOf("en"))
		if words[0] == "lineage" {
			l, err := r.Lineage(t.Context(), project)
			if err != nil {
				t.Fatal(err)
			}
			for _, p := range append(l.Predecessors, l.Successors...) {
				fmt.Fprintf(b, "  %d %s\n", len(p.Hops), v.ID(p.End()))
				say(b, v, func(r *view.Reader) string { return r.PathText(p).Value })
			}
			return
		}
		sisters, err := r.Sisters(t.Context(), project, 20)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range sisters {
			fmt.Fprintf(b, "  %.3f %s\n", s.Score, v.ID(s.Sister))
			say(b, v, func(r *view.Reader) string { return r.SisterText(s).Value })
		}
	})
}

// family is a line of projects that closes to a ring, with a branch.
func family() facts {
	var f facts
	for _, pair := range [][2]graph.ID{
		{"project:b", "project:a"},
		{"project:c", "project:b"},
		{"project:d", "project:c"},
		{"project:a", "project:d"},
		{"project:c", "project:x"},
		{"project:e", "project:e"},
	} {
		f.say(pair[0], graph.Follows, pair[1])
	}
	return f
}

func TestLineageInARing(t *testing.T) {
	v := family().view()
	r := v.For(lang.Chain{})
	shown := func(paths []view.Path) string {
		var list []string
		for _, p := range paths {
			list = append(list, joined(idsAlong(v, p)))
		}
		return strings.Join(list, "; ")
	}
	for project, want := range map[graph.ID][2]string{
		"project:c": {"c b; c x; c b a; c b a d", "c d; c d a; c d a b"},
		"project:x": {"", "x c; x c d; x c d a; x c d a b"},
		"project:e": {"", ""},
	} {
		l, err := r.Lineage(t.Context(), node(t, v, project))
		if err != nil {
			t.Fatal(err)
		}
		equal(t, "before "+string(project), shown(l.Predecessors), want[0])
		equal(t, "after "+string(project), shown(l.Successors), want[1])
	}
}

// Two projects that continue each other are told in both directions.
func TestLineageTellsTheDirection(t *testing.T) {
	var f facts
	f.say("project:a", graph.Follows, graph.ID("project:b"))
	f.say("project:b", graph.Follows, graph.ID("project:a"))
	v := f.view()
	r := v.For(chainOf("en"))
	l, err := r.Lineage(t.Context(), node(t, v, "project:a"))
	if err != nil || len(l.Predecessors) != 1 || len(l.Successors) != 1 {
		t.Fatal(l, err)
	}
	equal(t, "before", r.PathText(l.Predecessors[0]).Value, "The project “project:a” continues the project “project:b”.")
	equal(t, "after", r.PathText(l.Successors[0]).Value, "The project “project:a” was continued by the project “project:b”.")
}

func TestLineageAgreesWithScans(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f, projects := randomProjects(t)
		v := f.view()
		r := v.For(lang.Chain{})
		for _, id := range projects {
			n, found := v.Find(id)
			if !found {
				continue
			}
			l, steps, err := r.CountedLineage(t.Context(), n)
			if err != nil || steps > v.LineageCost(n) {
				t.Fatalf("%s: %v, %d steps, cost %d", id, err, steps, v.LineageCost(n))
			}
			for later, paths := range map[bool][]view.Path{false: l.Predecessors, true: l.Successors} {
				want := naive(f).line(id, later)
				if len(paths) != len(want) {
					t.Fatalf("%s, later %v: %d, expected %v", id, later, len(paths), want)
				}
				for _, p := range paths {
					if end := v.ID(p.End()); want[end] != len(p.Hops) {
						t.Fatalf("%s, later %v: %v, expected %v", id, later, idsAlong(v, p), want)
					}
					for _, h := range p.Hops {
						if h.Relation != graph.Follows || h.Reversed != later || len(h.Statements) != 1 {
							t.Fatalf("%s: %+v", id, h)
						}
					}
				}
			}
		}
	})
}

// line says how far the projects before or after one are.
func (m naive) line(id graph.ID, later bool) map[graph.ID]int {
	distance := map[graph.ID]int{id: 0}
	for range m {
		for _, a := range m {
			if a.Relation != graph.Follows {
				continue
			}
			here, there := a.Subject, a.Object.Entity
			if later {
				here, there = there, here
			}
			if at, reached := distance[here]; reached {
				if have, known := distance[there]; !known || at+1 < have {
					distance[there] = at + 1
				}
			}
		}
	}
	delete(distance, id)
	return distance
}

// randomProjects draws projects with reports and partners.
func randomProjects(t *rapid.T) (facts, []graph.ID) {
	projects := []graph.ID{"project:a", "project:b", "project:c", "project:d", "project:e"}
	reports := smallWorld[graph.KindReport]
	project, report := rapid.SampledFrom(projects), rapid.SampledFrom(reports)
	organisation := idOf(graph.KindOrganisation)
	var f facts
	for range rapid.IntRange(5, 40).Draw(t, "statements") {
		switch rapid.IntRange(0, 8).Draw(t, "relation") {
		case 0:
			f.say(project.Draw(t, "project"), graph.Follows, project.Draw(t, "before"))
		case 1:
			f.say(project.Draw(t, "project"), graph.PartnerOf, organisation.Draw(t, "partner"))
		case 2, 3:
			f.say(report.Draw(t, "report"), graph.OutputOf, project.Draw(t, "project"))
		case 4:
			f.say(report.Draw(t, "report"), graph.AboutTheme, idOf(graph.KindTheme).Draw(t, "theme"))
		case 5:
			f.say(report.Draw(t, "report"), graph.AboutCountry, idOf(graph.KindCountry).Draw(t, "country"))
		case 6:
			e := printed(1, "A. Author")
			e.Printed.Affiliation = organisation.Draw(t, "affiliation")
			f.say(report.Draw(t, "report"), graph.Author, idOf(graph.KindPerson, graph.KindOrganisation).Draw(t, "author"), e)
		case 7:
			f.say(report.Draw(t, "report"), graph.HasType, rapid.SampledFrom([]string{"STUDY", "MANUAL", "UNSPECIFIED"}).Draw(t, "type"))
		case 8:
			f.say(report.Draw(t, "report"), graph.CoversEvent, graph.ID("event:a"))
		}
	}
	return f, projects
}

// naiveTrait is something that a project has, in words.
type naiveTrait struct {
	weight float64
	words  string
}

// traits lists what a project has, by plain scans.
func (m naive) traits(project graph.ID) map[naiveTrait]bool {
	traits := map[naiveTrait]bool{}
	for _, a := range m {
		switch {
		case a.Subject == project && a.Relation == graph.Follows:
			traits[naiveTrait{3, "continues " + a.Object.String()}] = true
		case a.Subject == project && a.Relation == graph.PartnerOf:
			traits[naiveTrait{3, "partner " + a.Object.String()}] = true
		case a.Relation != graph.OutputOf || a.Object.Entity != project:
			continue
		}
		for _, id := range m.agents(a.Subject) {
			traits[naiveTrait{2, "with " + string(id)}] = true
		}
		for _, relation := range []graph.Relation{graph.AboutTheme, graph.CoversEvent, graph.AboutCountry} {
			for _, id := range m.objects(a.Subject, relation) {
				weight := 2.0
				if relation == graph.AboutCountry {
					weight = 1
				}
				traits[naiveTrait{weight, "on " + string(id)}] = true
			}
		}
		if kind := m.reportType(a.Subject); kind != graph.UnspecifiedType {
			traits[naiveTrait{1, kind.String()}] = true
		}
	}
	return traits
}

func TestSistersAgreeWithScans(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f, projects := randomProjects(t)
		v, m := f.view(), naive(f)
		r := v.For(lang.Chain{})
		all := map[graph.ID]map[naiveTrait]bool{}
		for _, id := range projects {
			if _, found := v.Find(id); found {
				all[id] = m.traits(id)
			}
		}
		for _, id := range slices.Sorted(maps.Keys(all)) {
			n, _ := v.Find(id)
			have, steps, err := r.CountedSisters(t.Context(), n, 100)
			if err != nil || steps > v.SistersCost(n) {
				t.Fatalf("%s: %v, %d steps, cost %d", id, err, steps, v.SistersCost(n))
			}
			want := sistersOf(all, id)
			for _, other := range []map[graph.ID]int{m.line(id, false), m.line(id, true)} {
				for relative := range other {
					delete(want, relative)
				}
			}
			if len(have) != len(want) {
				t.Fatalf("%s: %d sisters, expected %v", id, len(have), want)
			}
			for _, s := range have {
				if math.Abs(s.Score-want[v.ID(s.Sister)]) > 1e-9 {
					t.Fatalf("%s: %+v, expected %v", id, s, want)
				}
				checkReasons(t, v, s)
			}
			if !slices.IsSortedFunc(have, func(a, b view.ProjectRelation) int {
				return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(v.ID(a.Sister), v.ID(b.Sister)))
			}) {
				t.Fatalf("%s: not in order", id)
			}
		}
	})
}

// sistersOf scores the other projects by the formula of the documentation.
func sistersOf(all map[graph.ID]map[naiveTrait]bool, id graph.ID) map[graph.ID]float64 {
	scores := map[graph.ID]float64{}
	for trait := range all[id] {
		having := 0.0
		for _, traits := range all {
			having += float64(btoi(traits[trait]))
		}
		for other, traits := range all {
			if other != id && traits[trait] {
				scores[other] += trait.weight * math.Log((float64(len(all))+1)/having)
			}
		}
	}
	return scores
}

// checkReasons checks that reasons add up to the score, and that both projects have statements for each.
func checkReasons(t failer, v *view.View, s view.ProjectRelation) {
	sum := 0.0
	for i, reason := range s.Reasons {
		sum += reason.Score
		if i > 0 && s.Reasons[i-1].Score < reason.Score {
			t.Errorf("%s: the reasons are not in order", v.ID(s.Sister))
		}
		for _, project := range []view.Node{s.Project, s.Sister} {
			statements, err := v.TraitStatements(context.Background(), project, reason.ProjectTrait)
			if err != nil || len(statements) == 0 || len(v.Evidence(nil, statements[0])) == 0 {
				t.Errorf("%s: %+v rests on nothing", v.ID(project), reason)
			}
		}
	}
	if math.Abs(sum-s.Score) > 1e-9 {
		t.Errorf("%s: the reasons make %v, and the score is %v", v.ID(s.Sister), sum, s.Score)
	}
}

func TestSistersInSentences(t *testing.T) {
	v := medium().View
	for _, tag := range lang.Spoken() {
		r := v.For(lang.FromTags([]graph.Tag{tag}))
		for _, id := range []graph.ID{"project:g-0", "project:g-4", "project:g-90"} {
			n := node(t, v, id)
			sisters, steps, err := r.CountedSisters(t.Context(), n, 7)
			if err != nil || len(sisters) != 7 || steps > v.SistersCost(n) {
				t.Fatal(id, len(sisters), err, steps, v.SistersCost(n))
			}
			for _, s := range sisters {
				checkSentence(t, r, r.SisterText(s), s.Project, s.Sister)
				checkReasons(t, v, s)
			}
		}
	}
}

func TestWhatIsNoProjectHasNoFamily(t *testing.T) {
	v := shelf().view()
	r := v.For(lang.Chain{})
	for _, id := range []graph.ID{"report:a", "theme:all", "organisation:all"} {
		l, err := r.Lineage(t.Context(), node(t, v, id))
		sisters, err2 := r.Sisters(t.Context(), node(t, v, id), 5)
		if len(l.Predecessors)+len(l.Successors)+len(sisters) > 0 || err != nil || err2 != nil {
			t.Errorf("%s: %v %v %v %v", id, l, sisters, err, err2)
		}
	}
}

func TestLineageCancelled(t *testing.T) {
	v := family().view()
	r := v.For(lang.Chain{})
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := r.Lineage(ctx, node(t, v, "project:a")); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	if _, err := r.Sisters(ctx, node(t, v, "project:a"), 1); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	if _, err := v.TraitStatements(ctx, node(t, v, "project:a"), view.ProjectTrait{Role: view.OnTheme}); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

func ExampleReader_Sisters() {
	f := library()
	f.say("project:home", graph.Label, in(graph.English, "Home"))
	f.say("project:away", graph.Label, in(graph.English, "Away"))
	f.say("report:coming-home", graph.OutputOf, graph.ID("project:home"))
	f.say("report:leaving", graph.OutputOf, graph.ID("project:away"))
	f.say("report:leaving", graph.AboutTheme, graph.ID("theme:reintegration"))
	f.say("report:leaving", graph.Author, graph.ID("person:anna-weber"))
	v := f.view()
	n, _ := v.Find("project:home")
	r := v.For(chainOf("en"))
	sisters, err := r.Sisters(context.Background(), n, 5)
	for _, s := range sisters {
		fmt.Printf("%.2f %s\n", s.Score, r.SisterText(s).Value)
	}
	fmt.Println(err)
	// Output:
	// 1.62 The project “Home” and the project “Away” are sisters: Anna Weber had a part in reports of both; reports of both deal with the same theme: Reintegration.
	// <nil>
}
