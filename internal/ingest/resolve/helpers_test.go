package resolve_test

import (
	"iter"
	"slices"
	"strings"

	"github.com/wasl-graph/wasl/graph"
)

// facts are a graph, told in words.
type facts struct{ list []graph.Assertion }

func (f *facts) AssertionsAsRecorded() iter.Seq[graph.Assertion] { return slices.Values(f.list) }

func (f *facts) Redirects() iter.Seq2[graph.ID, graph.ID] {
	return func(func(graph.ID, graph.ID) bool) {}
}

// add takes in one fact of somebody else.
func (f *facts) add(subject graph.ID, relation graph.Relation, object graph.Object) {
	f.list = append(f.list, graph.Assertion{
		Statement: graph.Statement{Subject: subject, Relation: relation, Object: object},
		Evidence:  graph.Evidence{Source: "source:others", Method: graph.Curated},
	})
}

// know reads "ID = NAME; NAME; acronym=…; code=…; at=…; on=…; by=…". The first name is the label.
func (f *facts) know(line string) {
	name, rest, _ := strings.Cut(line, " = ")
	id := graph.ID(name)
	relation := graph.Label
	for part := range strings.SplitSeq(rest, ";") {
		part = strings.TrimSpace(part)
		key, value, keyed := strings.Cut(part, "=")
		switch {
		case !keyed:
			f.add(id, relation, graph.Object{Text: graph.Text{Value: part, Language: graph.Multiple}})
			relation = graph.AlternativeLabel
		case key == "acronym":
			f.add(id, graph.Acronym, graph.CodeObject(value))
		case key == "code":
			f.add(id, graph.IdentifiedBy, graph.CodeObject(value))
		case key == "at":
			f.add(id, graph.AffiliatedWith, graph.Object{Entity: graph.ID(value)})
		case key == "by":
			f.add(id, graph.Author, graph.Object{Entity: graph.ID(value)})
		case key == "on":
			date, err := graph.ParseDate(value)
			if err != nil {
				panic(err)
			}
			f.add(id, graph.Published, graph.Object{Date: date})
		}
	}
}

// replace takes in what a source says now, and forgets what it said before.
func (f *facts) replace(source graph.SourceID, now []graph.Assertion) {
	f.list = slices.DeleteFunc(f.list, func(a graph.Assertion) bool { return a.Evidence.Source == source })
	f.list = append(f.list, now...)
}
