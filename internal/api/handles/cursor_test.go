package handles

import (
	"errors"
	"testing"

	"github.com/wasl-graph/wasl/graph"
)

func TestCursorsHoldTheirPlace(t *testing.T) {
	s := scope{digest: 1<<63 + 7}
	for _, k := range []key{{}, {Label: "الهجرة \"\x00"}, {Date: "2024-05", ID: "report:x"}, {Number: 1<<64 - 1}} {
		if got, err := s.open("after", s.cursor(k)); err != nil || got != k {
			t.Errorf("%+v comes back as %+v, %v", k, got, err)
		}
	}
}

// A cursor may be any text. One that is accepted holds a place, and its own list writes it again.
func FuzzCursor(f *testing.F) {
	s := scope{digest: 7}
	f.Add(s.cursor(key{Label: "Österreich", ID: "country:AT"}))
	f.Add(scope{digest: 8}.cursor(key{}))
	f.Add("")
	f.Add("AAAAAAAAAAB7fQ")
	f.Fuzz(func(t *testing.T, cursor string) {
		k, err := s.open("after", cursor)
		var known *graph.Error
		if err != nil {
			if !errors.As(err, &known) || known.Code != graph.BadInput || known.Params["argument"] != "after" {
				t.Errorf("%q: %v", cursor, err)
			}
			return
		}
		if again, err := s.open("after", s.cursor(k)); err != nil || again != k {
			t.Errorf("%q: %+v comes back as %+v, %v", cursor, k, again, err)
		}
	})
}
