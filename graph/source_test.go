package graph

import (
	"testing"
	"time"
)

func validSource() Source {
	return Source{
		ID: "source:list", Title: Text{Value: "Publications", Language: English, Standing: Attested},
		URL: "https://example.org/list", Format: ReferenceFormat, Imported: time.Date(2024, 6, 15, 0, 0, 0, 0, time.UTC),
	}
}

func TestASourceThatIsWrongInOnePlace(t *testing.T) {
	if err := validSource().Check(); err != nil {
		t.Fatal(err)
	}
	for name, spoil := range map[string]func(*Source){
		"no id":                       func(s *Source) { s.ID = "" },
		"an id of another kind":       func(s *Source) { s.ID = "report:a" },
		"no title":                    func(s *Source) { s.Title = Text{} },
		"a title without a language":  func(s *Source) { s.Title.Language = "" },
		"a title that is not UTF-8":   func(s *Source) { s.Title.Value = "\xff" },
		"an address that is no UTF-8": func(s *Source) { s.URL = "\xff" },
		"a format that is not UTF-8":  func(s *Source) { s.Format = "\xff" },
		"a digest that is not UTF-8":  func(s *Source) { s.SHA256 = "\xff" },
	} {
		t.Run(name, func(t *testing.T) {
			s := validSource()
			spoil(&s)
			if err := s.Check(); err == nil {
				t.Errorf("%+v is accepted", s)
			} else {
				badInput(t, err)
			}
		})
	}
}

func TestTheTextOfAReference(t *testing.T) {
	if got := validSource().ReferenceText(); got != "Publications\nhttps://example.org/list" {
		t.Errorf("it is %q", got)
	}
}

func TestQuote(t *testing.T) {
	const text = "هجرة آمنة\nHIJRA 😀!"
	for _, row := range []struct {
		place Place
		want  string
		ok    bool
	}{
		{Place{Chars, 0, 4}, "هجرة", true},
		{Place{Chars, 5, 9}, "آمنة", true},
		{Place{Chars, 9, 11}, "\nH", true},
		{Place{Chars, 16, 18}, "😀!", true},
		{Place{Chars, 0, 18}, text, true},
		{Place{Chars, 3, 3}, "", true},
		{Place{Chars, 18, 18}, "", true},
		{Place{Chars, 17, 19}, "", false},
		{Place{Chars, 19, 19}, "", false},
		{Place{Chars, 100, 200}, "", false},
		{Place{Chars, 4, 3}, "", false},
		{Place{Chars, -1, 3}, "", false},
		{Place{Lines, 0, 1}, "", false},
		{Place{}, "", false},
	} {
		if got, ok := Quote(text, row.place); ok != row.ok || ok && got != row.want {
			t.Errorf("%+v quotes %q, %t; want %q, %t", row.place, got, ok, row.want, row.ok)
		}
	}
	if got, ok := Quote("", Place{Chars, 0, 0}); !ok || got != "" {
		t.Errorf("nothing of nothing is %q, %t", got, ok)
	}
}
