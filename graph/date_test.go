package graph

import "testing"

func date(t *testing.T, s string) Date {
	t.Helper()
	d, err := ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestParseDate(t *testing.T) {
	for s, precision := range map[string]int{"2024": 1, "2024-06": 2, "2024-02-29": 3, "0001": 1, "9999-12-31": 3} {
		if d := date(t, s); d.String() != s || d.Precision() != precision {
			t.Errorf("%s: %s at precision %d", s, d, d.Precision())
		}
	}
	for _, s := range []string{"", "24", "2024-13", "2024-00", "2023-02-29", "2024-02-31", "2024-6", "2024-06-1", "0000", "٢٠٢٤", "2024/06", "-024", "2024-06-15T"} {
		if d, err := ParseDate(s); CodeOf(err) != BadInput {
			t.Errorf("%q is read as %s, %v", s, d, err)
		}
	}
}

func TestDatesOverlap(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"2024", "2024-06", true},
		{"2024", "2024-12-31", true},
		{"2024-06", "2024-06-01", true},
		{"2024-06", "2024-07", false},
		{"2024-06-30", "2024-07-01", false},
		{"2023", "2024", false},
		{"2024-06-15", "2024-06-15", true},
	} {
		a, b := date(t, c.a), date(t, c.b)
		if a.Overlaps(b) != c.want || b.Overlaps(a) != c.want {
			t.Errorf("%s and %s overlap: %t, want %t", a, b, a.Overlaps(b), c.want)
		}
	}
}

func TestDateInterval(t *testing.T) {
	for s, want := range map[string][2]int{
		"2024": {20240101, 20241231}, "2024-02": {20240201, 20240231}, "2024-02-03": {20240203, 20240203},
	} {
		if d := date(t, s); d.First() != want[0] || d.Last() != want[1] {
			t.Errorf("%s: %d to %d, want %v", s, d.First(), d.Last(), want)
		}
	}
}

func TestDateSurvivesAsText(t *testing.T) {
	for _, d := range []Date{{}, date(t, "2024"), date(t, "2024-06-15")} {
		text, err := d.MarshalText()
		var back Date
		if err == nil {
			err = back.UnmarshalText(text)
		}
		if err != nil || back != d {
			t.Errorf("%s comes back as %s, %v", d, back, err)
		}
	}
}
