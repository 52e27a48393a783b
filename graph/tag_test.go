package graph

import (
	"strings"
	"testing"
)

func TestWhatIsNoTag(t *testing.T) {
	for _, s := range []string{
		"", " ", "e", "english", "de_AT", "de AT", "de-", "-de", "العربية", "en-" + strings.Repeat("a", 40), "xx-yyyyyyyyy", "de\x00",
	} {
		if tag, err := ParseTag(s); err == nil {
			t.Errorf("%q is taken for %q", s, tag)
		} else if known := badInput(t, err); known.Params["argument"] != "language" {
			t.Errorf("%q is refused for its %v", s, known.Params["argument"])
		}
	}
}

func TestATagForOthers(t *testing.T) {
	if got := Tag("de-AT").Language().String(); got != "de-AT" {
		t.Errorf("golang.org/x/text has %q for de-AT", got)
	}
}
