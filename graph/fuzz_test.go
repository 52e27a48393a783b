package graph

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// parses runs a parser on anything: it returns a value that is written as it was read, or an error for whoever asked.
func parses[T ~string](t *testing.T, s string, parse func(string) (T, error)) (T, bool) {
	t.Helper()
	got, err := parse(s)
	if err != nil {
		badInput(t, err)
		return "", false
	}
	if again, err := parse(string(got)); err != nil || again != got {
		t.Errorf("%q is read as %q, and that as %q, %v", s, got, again, err)
	}
	return got, true
}

func FuzzParseID(f *testing.F) {
	for _, s := range []string{"country:IQ", "project:parim-ii", "report:a.b_c", ":", "report:-", "country:iq", "theme:ä"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		id, ok := parses(t, s, ParseID)
		if !ok {
			return
		}
		if string(id) != s || id.Kind().Prefix()+":"+id.Local() != s || len(s) > maxIDLength {
			t.Errorf("%q is read as %q of kind %v", s, id, id.Kind())
		}
		if strings.ContainsAny(s, "?#/% <>\"\n") {
			t.Errorf("%q can't stand in an address", s)
		}
	})
}

func FuzzParseSourceID(f *testing.F) {
	f.Add("source:cldr-48")
	f.Add("source:")
	f.Fuzz(func(t *testing.T, s string) {
		if id, ok := parses(t, s, ParseSourceID); ok && string(id) != s {
			t.Errorf("%q is read as %q", s, id)
		}
	})
}

func FuzzParseTag(f *testing.F) {
	for _, s := range []string{"ar", "DE-at", "iw", "zh-hant", "mul", "x-wasl", "de-u-co-phonebk", "en-t-jp", "art-lojban", "i-klingon", "de_AT"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		tag, ok := parses(t, s, ParseTag)
		if ok && checkText("text", Text{Value: "a", Language: tag}) != nil {
			t.Errorf("%q is read as %q, which no text may have", s, tag)
		}
	})
}

func FuzzParseDate(f *testing.F) {
	for _, s := range []string{"2024", "2024-06", "2024-02-29", "0000", "2023-02-29", "+024", "2024-6-15"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := ParseDate(s)
		if err != nil {
			badInput(t, err)
		} else if d.String() != s || d.First() > d.Last() || d.IsZero() {
			t.Errorf("%q is read as %v from %d to %d", s, d, d.First(), d.Last())
		}
	})
}

// FuzzCheckText lets anything through that a reader can read, and nothing else.
func FuzzCheckText(f *testing.F) {
	for _, s := range []string{"Migration", " a", "a\nb", "\x00", "\xff", "الهجرة"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if err := checkText("text", Text{Value: s, Language: English}); err != nil {
			badInput(t, err)
			if !utf8.ValidString(err.Error()) {
				t.Errorf("the message is not UTF-8: %q", err)
			}
		} else if !utf8.ValidString(s) || strings.TrimSpace(s) != s || s == "" || strings.ContainsAny(s, "\x00\r\t\x1b\u0085") {
			t.Errorf("%q is accepted", s)
		}
	})
}
