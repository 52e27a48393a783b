package understand_test

import (
	"reflect"
	"testing"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/ingest/understand"
	"github.com/wasl-graph/wasl/internal/ingest/work"
)

// FuzzUnderstand holds that whatever a title and an abstract say, the claims rest on words of theirs, are of forms that their relations
// allow, and are the same the second time.
func FuzzUnderstand(f *testing.F) {
	for _, row := range table(f, "places.txt") {
		f.Add(row[0], row[0], "Published June 2024")
	}
	f.Add("A Study (S)", "A study (S) was edited by (", "31 February 2024")
	f.Add("", "As part of the PARIM-II", "")
	f.Fuzz(func(t *testing.T, title, abstract, date string) {
		all := title + "\n" + abstract + "\n" + date
		at := func(from, to int) work.Span { return work.Span{Start: from, End: to} }
		w := work.Work{
			At:        at(0, len(all)),
			Title:     work.Text{Words: work.Words{Value: title, At: at(0, len(title))}},
			Abstracts: []work.Text{{Words: work.Words{Value: abstract, At: at(len(title)+1, len(title)+1+len(abstract))}}},
			Published: []work.Words{{Value: date, At: at(len(all)-len(date), len(all))}},
			Tags:      []work.Text{{Words: work.Words{Value: title, At: at(0, len(title))}}},
			Countries: []work.Words{{Value: date, At: at(len(all)-len(date), len(all))}},
			Events:    []work.Event{{Dates: []work.Words{{Value: date, At: at(len(all)-len(date), len(all))}}}},
		}
		m := understand.Understand(seedVocabulary(), &w)
		for _, c := range m.Claims {
			checkClaim(t, c, len(all))
		}
		for _, e := range m.Events {
			for _, c := range e.Claims {
				checkClaim(t, c, len(all))
			}
		}
		if again := understand.Understand(seedVocabulary(), &w); !reflect.DeepEqual(m, again) {
			t.Error("the same work means something else the second time")
		}
	})
}

// checkClaim holds what is true of every claim.
func checkClaim(t *testing.T, c understand.Claim, length int) {
	t.Helper()
	if c.At.Start < 0 || c.At.End > length || c.At.Start > c.At.End {
		t.Fatalf("%s rests on %v of %d bytes", c.Relation, c.At, length)
	}
	if (c.Method == graph.Inferred) != (c.Rule != "") {
		t.Errorf("%s is %s by the rule %q", c.Relation, c.Method, c.Rule)
	}
	o := c.Object
	if o.Entity != "" && !c.Relation.Object(o.Entity.Kind()) {
		t.Errorf("%s leads to %s", c.Relation, o.Entity)
	}
	forms := 0
	for _, set := range []bool{o.Entity != "" || o.Name != nil, o.Text.Value != "", !o.Date.IsZero()} {
		if set {
			forms++
		}
	}
	if forms != 1 {
		t.Errorf("%s has %d objects: %+v", c.Relation, forms, o)
	}
	if o.Name != nil && o.Name.Value == "" {
		t.Errorf("%s has a name without words", c.Relation)
	}
}
