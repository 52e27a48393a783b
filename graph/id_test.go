package graph

import (
	"strings"
	"testing"
)

func TestThePartsOfAnID(t *testing.T) {
	for s, kind := range map[string]Kind{
		"country:IQ":       KindCountry,
		"project:parim-ii": KindProject,
		"report:icmpd-2024-05-irregular_pathways": KindReport,
		"person:J.Doe":              KindPerson,
		"organisation:3":            KindOrganisation,
		"region:m49-145":            KindRegion,
		"theme:irregular-migration": KindTheme,
		"event:a":                   KindEvent,
		"report:" + strings.Repeat("a", maxIDLength-7): KindReport,
	} {
		id, err := ParseID(s)
		if err != nil || string(id) != s || id.Kind() != kind {
			t.Errorf("ParseID(%q) = %q of kind %v, %v", s, id, id.Kind(), err)
		}
		if want := strings.SplitN(s, ":", 2)[1]; id.Local() != want {
			t.Errorf("the local part of %q is %q", s, id.Local())
		}
		if id.IRI() != "https://wasl-graph.github.io/id/"+s {
			t.Errorf("the IRI of %q is %q", s, id.IRI())
		}
	}
}

func TestWhatIsNoID(t *testing.T) {
	for _, s := range []string{
		"", ":", "IQ", "country", "country:", ":IQ", "country:iq", "country:IRQ", "country:I1", "country:IQ ", " country:IQ",
		"COUNTRY:IQ", "planet:mars", "report:-a", "report:.a", "report:_a", "report:a b", "report:a/b", "report:a?b",
		"report:a#b", "report:a:b", "report:a%20b", "report:ä", "report:تقرير", "report:a\n", "report:a\x00",
		"report:" + strings.Repeat("a", maxIDLength-6),
	} {
		if id, err := ParseID(s); err == nil {
			t.Errorf("%q is taken for %q", s, id)
		} else {
			badInput(t, err)
		}
	}
}

func TestTheKindOfWhatIsNoID(t *testing.T) {
	if k := ID("planet:mars").Kind(); k.String() != "UNKNOWN" {
		t.Errorf("its kind is %v", k)
	}
}

func TestParseSourceID(t *testing.T) {
	for s, ok := range map[string]bool{
		"source:icmpd-publications-2024": true, "source:cldr-48": true, "source:A.b_c": true,
		"": false, "source:": false, "cldr-48": false, "source:a b": false, "source:a?b": false, "source:a#b": false,
		"Source:a": false, "report:a": false, "source:" + strings.Repeat("a", maxIDLength): false,
	} {
		id, err := ParseSourceID(s)
		if (err == nil) != ok || ok && string(id) != s {
			t.Errorf("ParseSourceID(%q) = %q, %v", s, id, err)
		}
	}
}

func TestParseCountryCode(t *testing.T) {
	code, err := ParseCountryCode("XK")
	if err != nil || code.ID() != "country:XK" {
		t.Errorf("XK is %v, %v", code.ID(), err)
	}
	for _, s := range []string{"", "iq", "I", "IRQ", "I1", "ÄÖ", "IQ\n"} {
		if _, err := ParseCountryCode(s); err == nil {
			t.Errorf("%q is taken for a code", s)
		} else {
			badInput(t, err)
		}
	}
}
