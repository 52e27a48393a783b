package graph

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"
)

func TestWhatIsNoDate(t *testing.T) {
	for _, s := range []string{
		"", "0", "24", "0000", "0000-01-01", "10000", "-001", "+024", "2024-", "2024-00", "2024-13", "2024-1", "2024-6-15",
		"2024-06-00", "2024-06-31", "2023-02-29", "1900-02-29", "2024-06-1", "2024/06/15", "15.06.2024", "2024-06-15 ",
		"2024-06-15T00:00:00Z", "٢٠٢٤", "２０２４", "20240615", "abcd",
	} {
		if d, err := ParseDate(s); err == nil {
			t.Errorf("%q is taken for %v", s, d)
		} else {
			badInput(t, err)
		}
	}
}

func TestNoDate(t *testing.T) {
	var none Date
	if !none.IsZero() || none.Precision() != 0 || none.String() != "" {
		t.Errorf("no date is %q of precision %d", none, none.Precision())
	}
}

// drawDate draws a date of any precision that exists.
func drawDate(r *rapid.T) Date {
	s := fmt.Sprintf("%04d", rapid.IntRange(1, 9999).Draw(r, "year"))
	if precision := rapid.IntRange(1, 3).Draw(r, "precision"); precision > 1 {
		s += fmt.Sprintf("-%02d", rapid.IntRange(1, 12).Draw(r, "month"))
		if precision > 2 {
			s += fmt.Sprintf("-%02d", rapid.IntRange(1, 28).Draw(r, "day"))
		}
	}
	d, err := ParseDate(s)
	if err != nil {
		r.Fatal(err)
	}
	return d
}

func TestDatesAreIntervalsInOrder(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		x, y := drawDate(r), drawDate(r)
		if x.First() > x.Last() {
			r.Errorf("%v ends before it begins", x)
		}
		if again, err := ParseDate(x.String()); err != nil || again != x {
			r.Errorf("%v is read back as %v, %v", x, again, err)
		}
		apart := x.Last() < y.First() || y.Last() < x.First()
		if x.Overlaps(y) == apart {
			r.Errorf("%v and %v are apart: %v, and overlap: %v", x, y, apart, x.Overlaps(y))
		}
		// The order of the days is the order of the written forms.
		if x.Precision() == 3 && y.Precision() == 3 && (x.First() < y.First()) != (x.String() < y.String()) {
			r.Errorf("%v and %v are in another order than their days", x, y)
		}
	})
}
