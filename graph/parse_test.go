package graph

import (
	"strings"
	"testing"
)

func TestParseID(t *testing.T) {
	for _, s := range []string{"country:IQ", "report:icmpd-2024-05-x", "theme:a.b_c", "region:m49-145", "person:" + strings.Repeat("x", 193)} {
		if id, err := ParseID(s); err != nil || string(id) != s {
			t.Errorf("%q: %q, %v", s, id, err)
		}
	}
	for _, s := range []string{
		"", "country", "country:", "country:iq", "country:IRQ", "nation:IQ", "theme:-x", "theme:a b", "theme:a/b", "theme:ä", "Theme:a", ":a",
		"source:x", "person:" + strings.Repeat("x", 194), "theme:a:b",
	} {
		if id, err := ParseID(s); CodeOf(err) != BadInput {
			t.Errorf("%q is read as %q, %v", s, id, err)
		}
	}
}

func TestIDKnowsItsKind(t *testing.T) {
	for _, k := range Kinds() {
		local := "x"
		if k == KindCountry {
			local = "IQ"
		}
		id, err := ParseID(k.Prefix() + ":" + local)
		if err != nil || id.Kind() != k || id.Local() != local {
			t.Errorf("%s: kind %s, local %s, %v", id, id.Kind(), id.Local(), err)
		}
		if parsed, err := ParseKind(k.String()); err != nil || parsed != k {
			t.Errorf("%s is read as %s, %v", k, parsed, err)
		}
	}
}

func TestParseTag(t *testing.T) {
	for in, want := range map[string]Tag{
		"ar": Arabic, "DE-at": "de-AT", "iw": "he", "ckb": "ckb", "mul": Multiple, "und": Undetermined, "ar-latn": "ar-Latn",
		"de-u-co-phonebk": "de-u-co-phonebk", "zh-yue": "yue", "es-419": "es-419",
	} {
		if got, err := ParseTag(in); err != nil || got != want {
			t.Errorf("%q: %q, %v; want %q", in, got, err, want)
		}
	}
	for _, in := range []string{"", "x_y", "de_AT", "arabic!", "de-AUT", "en-fra", "123", strings.Repeat("a", 36), "ä"} {
		if got, err := ParseTag(in); CodeOf(err) != BadInput {
			t.Errorf("%q is read as %q, %v", in, got, err)
		}
	}
}

func TestTagBase(t *testing.T) {
	for tag, want := range map[Tag]Tag{"de-AT-u-co-phonebk": "de", "ckb": "ckb", "ar-Latn": "ar"} {
		if got := tag.Base(); got != want {
			t.Errorf("%s: %s, want %s", tag, got, want)
		}
	}
}

func TestErrorsClipWhatTheyRepeat(t *testing.T) {
	_, err := ParseID(strings.Repeat("ع", 5000))
	if len(err.Error()) > 400 {
		t.Errorf("the error has %d bytes", len(err.Error()))
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"country:IQ", "de-AT", "2024-06-15", "source:x", "\xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if id, err := ParseID(s); err == nil && (string(id) != s || id.Kind() >= kindCount) {
			t.Errorf("%q is read as %q", s, id)
		}
		if tag, err := ParseTag(s); err == nil {
			if again, err := ParseTag(string(tag)); err != nil || again != tag {
				t.Errorf("%q is read as %q and that as %q, %v", s, tag, again, err)
			}
		}
		if d, err := ParseDate(s); err == nil && d.String() != s {
			t.Errorf("%q is read as %q", s, d)
		}
		if id, err := ParseSourceID(s); err == nil && string(id) != s {
			t.Errorf("%q is read as %q", s, id)
		}
	})
}
