package graph

import (
	"strings"
	"testing"
)

// readBack expects that every name is read as its value, and that nothing else is read.
func readBack[T interface {
	~uint8
	String() string
}](t *testing.T, parse func(string) (T, error), n int) {
	t.Helper()
	seen := map[string]bool{"UNKNOWN": true}
	for v := range n {
		name := T(v).String()
		if seen[name] || name != strings.ToUpper(name) {
			t.Errorf("value %d has the name %q", v, name)
		}
		seen[name] = true
		if got, err := parse(name); err != nil || got != T(v) {
			t.Errorf("%s is read as %v, %v", name, got, err)
		}
		if _, err := parse(strings.ToLower(name)); err == nil {
			t.Errorf("%s is read in lower case", name)
		}
	}
	if name := T(n).String(); name != "UNKNOWN" {
		t.Errorf("value %d, which there is not, has the name %q", n, name)
	}
	for _, s := range []string{"", " ", "UNKNOWN"} {
		if _, err := parse(s); err == nil {
			t.Errorf("%q is read", s)
		} else {
			badInput(t, err)
		}
	}
}

func TestNames(t *testing.T) {
	t.Run("kinds", func(t *testing.T) { readBack(t, ParseKind, len(Kinds())) })
	t.Run("methods", func(t *testing.T) { readBack(t, ParseMethod, 5) })
	t.Run("report types", func(t *testing.T) { readBack(t, ParseReportType, len(ReportTypes())) })
	t.Run("country roles", func(t *testing.T) { readBack(t, ParseCountryRole, 3) })
	t.Run("text kinds", func(t *testing.T) { readBack(t, ParseTextKind, 4) })
	t.Run("standings", func(t *testing.T) { readBack(t, ParseLabelStanding, 3) })
}

func TestDirections(t *testing.T) {
	if LeftToRight.String() != "LTR" || RightToLeft.String() != "RTL" {
		t.Errorf("the directions are called %v and %v", LeftToRight, RightToLeft)
	}
}

// TestKindsAreInTheirTable: the names that an error lists are those that there are.
func TestKindsAreInTheirTable(t *testing.T) {
	_, err := ParseKind("PLANET")
	for _, k := range Kinds() {
		if k.Prefix() == "" || !strings.Contains(err.Error(), k.String()) {
			t.Errorf("kind %d has the prefix %q; the error says %v", k, k.Prefix(), err)
		}
	}
}

func TestABetterStandingIsHigher(t *testing.T) {
	if !(Unverified < Composed && Composed < Attested) {
		t.Error("the standings are not in order")
	}
}
