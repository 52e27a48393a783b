package api_test

import (
	"testing"

	"github.com/wasl-graph/wasl/graph"
)

// TestQuotesAreReadFromTheKeptText: evidence with a place in characters needs no words of its own where the source's text is
// kept.
func TestQuotesAreReadFromTheKeptText(t *testing.T) {
	src := graph.Source{
		ID: "source:note", Title: graph.Text{Value: "ملاحظة", Language: graph.Arabic, Standing: graph.Attested}, Format: "text/plain",
		SHA256: "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752", Imported: seedDay,
	}
	at := func(start, end int) graph.Assertion {
		return graph.Assertion{
			Statement: graph.Statement{Subject: "report:note", Relation: graph.MentionsCountry, Object: entity("country:IQ")},
			Evidence:  graph.Evidence{Source: src.ID, Method: graph.Mentioned, Place: graph.Place{Unit: graph.Chars, Start: start, End: end}},
		}
	}
	live := plant(t)
	apply(t, live, graph.Change{
		Author: "test", Reason: "a note", Time: seedDay, Sources: []graph.Source{src},
		Documents: []graph.Document{{SHA256: src.SHA256, Text: "تقرير عن العراق، 2014"}},
		Assert:    []graph.Assertion{at(9, 15), at(400, 404)},
	})
	var got struct {
		Entity struct {
			Statements struct {
				Nodes []struct {
					Evidence []struct {
						Quote      *struct{ Value, Direction string }
						Start, End int
					}
				}
			}
		}
	}
	const query = `{ entity(id: "report:note") { statements { nodes { evidence { quote { value direction } start end } } } } }`
	answer(t, engine(live), "ar", query, nil, &got)
	evidence := got.Entity.Statements.Nodes[0].Evidence
	if q := evidence[0].Quote; q == nil || q.Value != "العراق" || q.Direction != "RTL" {
		t.Errorf("the quotation is %+v", q)
	}
	if q := evidence[1].Quote; q != nil {
		t.Errorf("beyond the end of the text: %+v", q)
	}
}
