package api_test

import (
	"fmt"
	"sync"
	"testing"
	"time"

	"github.com/wasl-graph/wasl/graph"
)

// While others change the graph, all of one answer comes from one revision: what is counted twice in it agrees, and so do
// the two ways along one relation.
func TestAnswersComeFromOneRevision(t *testing.T) {
	const query = `{
		before: graph { revision counts { count } }
		reports(filter: {themes: ["theme:policy"]}, first: 100) { totalCount nodes { id themes { id } } }
		theme: node(id: "theme:policy") { ... on Theme { reports(filter: {includeNarrowerThemes: false}) { totalCount } } }
		changes { totalCount }
		after: graph { revision counts { count } }
	}`
	live := grow(t, oneReport(0))
	e := engine(live)
	var writing sync.WaitGroup
	writing.Go(func() {
		for i := range 40 {
			apply(t, live, oneReport(i+1))
		}
	})
	var reading sync.WaitGroup
	for range 3 {
		reading.Go(func() {
			for range 60 {
				var data struct {
					Before, After struct {
						Revision string
						Counts   []struct{ Count int }
					}
					Reports struct {
						TotalCount int
						Nodes      []struct{ Themes []struct{ ID string } }
					}
					Theme   struct{ Reports struct{ TotalCount int } }
					Changes struct{ TotalCount int }
				}
				answer(t, e, "de", query, nil, &data)
				n := data.Changes.TotalCount
				if data.Before.Revision != data.After.Revision || data.Before.Counts[0] != data.After.Counts[0] ||
					data.Before.Counts[0].Count != n || data.Reports.TotalCount != n || len(data.Reports.Nodes) != n || data.Theme.Reports.TotalCount != n {
					t.Errorf("the answer mixes revisions: %+v", data)
				}
			}
		})
	}
	writing.Wait()
	reading.Wait()
}

// oneReport adds one report about one theme.
func oneReport(n int) graph.Change {
	id := graph.ID(fmt.Sprintf("report:r-%d", n))
	return graph.Change{
		Author: "Nadia Example", Reason: "one more", Time: seedDay.Add(time.Duration(n) * time.Minute),
		Sources: []graph.Source{{ID: "source:wasl-editors", Title: graph.Text{Value: "Editors", Language: graph.English}, Imported: seedDay}},
		Assert: []graph.Assertion{
			curated(id, graph.Label, text(fmt.Sprintf("Bericht %d", n), graph.German)),
			curated(id, graph.AboutTheme, entity("theme:policy")),
		},
	}
}

// The revision names what a graph holds: it changes with every change, and counts are of statements, not of evidence.
func TestGraphSaysWhatItHolds(t *testing.T) {
	live := grow(t, oneReport(0))
	e := engine(live)
	seen := map[string]bool{}
	for n := range 3 {
		var data struct {
			Graph struct {
				Revision       string
				StatementCount int
			}
			Changes struct{ Nodes []struct{ Revision string } }
		}
		answer(t, e, "", `{ graph { revision statementCount } changes(first: 1) { nodes { revision } } }`, nil, &data)
		if data.Graph.StatementCount != 2*(n+1) || data.Graph.Revision != data.Changes.Nodes[0].Revision || seen[data.Graph.Revision] {
			t.Errorf("after %d changes: %+v", n+1, data)
		}
		seen[data.Graph.Revision] = true
		apply(t, live, oneReport(n+1))
	}
}
