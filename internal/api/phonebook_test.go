package api_test

import (
	"slices"
	"testing"
	"time"

	"github.com/wasl-graph/wasl/graph"
)

// TestListsInTheOrderOfThePhoneBook: a reader may ask for another order that their language has.
func TestListsInTheOrderOfThePhoneBook(t *testing.T) {
	live := plant(t)
	c := graph.Change{Author: "test", Reason: "neighbours in the phone book", Time: seedDay.Add(time.Hour)}
	for id, name := range map[graph.ID]string{"organisation:zz-a": "Götze", "organisation:zz-b": "Goldmann", "organisation:zz-c": "Gotha"} {
		c.Assert = append(c.Assert, curated(id, graph.Label, text(name, graph.German)))
	}
	apply(t, live, c)
	e := engine(live)
	const query = `{ organisations(startsWith: "go", first: 10) { nodes { label { value } } } }`
	for header, want := range map[string][]string{
		"de":                 {"Goldmann", "Gotha", "Götze"},
		"de-AT-u-co-phonebk": {"Götze", "Goldmann", "Gotha"},
	} {
		var got struct {
			Organisations struct {
				Nodes []struct{ Label struct{ Value string } }
			}
		}
		answer(t, e, header, query, nil, &got)
		var names []string
		for _, n := range got.Organisations.Nodes {
			names = append(names, n.Label.Value)
		}
		if !slices.Equal(names, want) {
			t.Errorf("%s: %v, want %v", header, names, want)
		}
	}
}
