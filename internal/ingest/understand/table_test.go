package understand_test

import (
	"strings"
	"testing"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/ingest/understand"
	"github.com/wasl-graph/wasl/internal/ingest/work"
)

// TestPlaces goes through testdata/places.txt.
func TestPlaces(t *testing.T) {
	for _, row := range table(t, "places.txt") {
		w := work.Work{Abstracts: []work.Text{text(row[0])}}
		m := understand.Understand(seedVocabulary(), &w)
		var got []string
		for _, c := range m.Claims {
			if c.Relation == graph.Mentions || c.Relation == graph.MentionsCountry || c.Relation == graph.OutputOf {
				got = append(got, strings.TrimPrefix(string(c.Object.Entity), "country:"))
			}
		}
		for _, n := range m.Notices {
			if n.Kind == "place" {
				got = append(got, "?"+n.Words)
			}
		}
		if s := strings.Join(got, " "); s != row[1] {
			t.Errorf("%s = %s, want %s", row[0], s, row[1])
		}
	}
}

// TestRoles goes through testdata/roles.txt.
func TestRoles(t *testing.T) {
	for _, row := range table(t, "roles.txt") {
		fields := strings.Split(row[0], "|")
		if len(fields) != 3 {
			t.Fatalf("%q has no three parts", row[0])
		}
		m := understand.Understand(seedVocabulary(), workOf(fields))
		if got := rolesOf(m); got != row[1] {
			t.Errorf("%s = %s, want %s", row[0], got, row[1])
		}
	}
}

// workOf is a work of a title, a line of countries and an abstract, which stand one behind the other.
func workOf(fields []string) *work.Work {
	w, at := &work.Work{}, 0
	next := func(s string) work.Words {
		s = strings.TrimSpace(s)
		words := work.Words{Value: s, At: work.Span{Start: at, End: at + len(s)}}
		at += len(s) + 1
		return words
	}
	w.Title.Words = next(fields[0])
	for c := range strings.SplitSeq(fields[1], "/") {
		if strings.TrimSpace(c) != "" {
			w.Countries = append(w.Countries, next(c))
		}
	}
	w.Abstracts = []work.Text{{Words: next(fields[2])}}
	return w
}

// rolesOf writes the claims about countries and regions as the table does.
func rolesOf(m understand.Meaning) string {
	var list []string
	for _, c := range m.Claims {
		switch kind := c.Object.Entity.Kind(); {
		case c.Object.Entity == "" || kind != graph.KindCountry && kind != graph.KindRegion:
			continue
		case c.Method == graph.Stated:
			list = append(list, "stated:"+c.Object.Entity.Local())
		case c.Rule == graph.TitleNamesPlace:
			list = append(list, "place:"+c.Object.Entity.Local())
		case c.Rule == graph.TitleNamesPart:
			list = append(list, "part:"+c.Object.Entity.Local())
		default:
			list = append(list, "mentions:"+c.Object.Entity.Local())
		}
	}
	for _, n := range m.Notices {
		if n.Kind == "country" {
			list = append(list, "?"+n.Words)
		}
	}
	return strings.Join(list, " ")
}
