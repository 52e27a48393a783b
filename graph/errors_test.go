package graph

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestCodeOf(t *testing.T) {
	wrong := Invalid("id", "x", ExpectID)
	for _, row := range []struct {
		err  error
		want ErrorCode
	}{
		{wrong, BadInput},
		{fmt.Errorf("line 3: %w", wrong), BadInput},
		{errors.Join(errors.New("first"), wrong), BadInput},
		{&Error{Code: NotFound}, NotFound},
		{errors.New("a disk is full"), Internal},
		{nil, Internal},
	} {
		if got := CodeOf(row.err); got != row.want {
			t.Errorf("%v has the code %v, want %v", row.err, got, row.want)
		}
	}
}

func TestInvalidSaysWhatAndWhy(t *testing.T) {
	err := Invalid("country", "iq", ExpectCountryCode)
	if want := `country: "iq" is not valid; expected a code of two capital letters such as IQ`; err.Error() != want {
		t.Errorf("it says %s", err)
	}
	if err.Params["argument"] != "country" || err.Params["value"] != "iq" || err.Reason != "value.invalid" {
		t.Errorf("it carries %v %v", err.Reason, err.Params)
	}
}

func TestALongValueIsCutInTheMessage(t *testing.T) {
	for _, long := range []string{strings.Repeat("a", 5000), strings.Repeat("ب", 5000)} {
		err := Invalid("id", long, ExpectID)
		value, _ := err.Params["value"].(string)
		if n := utf8.RuneCountInString(value); n != maxEcho+1 || !strings.HasSuffix(value, "…") || !utf8.ValidString(value) {
			t.Errorf("%d runes are repeated: %q", n, value)
		}
	}
	if value := Invalid("id", strings.Repeat("ب", maxEcho), ExpectID).Params["value"]; value != strings.Repeat("ب", maxEcho) {
		t.Errorf("a value of just the length is cut: %q", value)
	}
}
