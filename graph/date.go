package graph

import (
	"fmt"
	"time"
)

// Date is a calendar date at its true precision: a year, a year and month, or a day. It stands for the interval that it
// covers. The zero Date is no date.
type Date struct {
	year       int16
	month, day uint8 // 0 where the precision ends before
}

// ParseDate reads "2024", "2024-06" or "2024-06-15" and checks that such a day exists. Years run from 1 to 9999.
func ParseDate(s string) (Date, error) {
	layouts := map[int]string{4: "2006", 7: "2006-01", 10: "2006-01-02"}
	layout, known := layouts[len(s)]
	if !known {
		return Date{}, Invalid("date", s, ExpectDate)
	}
	t, err := time.Parse(layout, s)
	if err != nil || t.Year() < 1 {
		return Date{}, Invalid("date", s, ExpectDate)
	}
	d := Date{year: int16(t.Year())}
	if len(s) > 4 {
		d.month = uint8(t.Month())
	}
	if len(s) > 7 {
		d.day = uint8(t.Day())
	}
	return d, nil
}

// IsZero says that there is no date.
func (d Date) IsZero() bool { return d == Date{} }

// Year is the calendar year.
func (d Date) Year() int { return int(d.year) }

// Precision counts the parts that are known: 0 for no date, 1 for a year, 2 for a month, 3 for a day.
func (d Date) Precision() int {
	switch {
	case d.IsZero():
		return 0
	case d.month == 0:
		return 1
	case d.day == 0:
		return 2
	}
	return 3
}

// First is the first day of the interval, as a number that orders days: year, month and day in decimal places.
func (d Date) First() int {
	return int(d.year)*10000 + max(int(d.month), 1)*100 + max(int(d.day), 1)
}

// Last is the last day of the interval, as the same kind of number as [Date.First]. An unknown month or day counts as
// the highest there can be, which orders correctly and need not exist in the calendar.
func (d Date) Last() int {
	month, day := int(d.month), int(d.day)
	if month == 0 {
		month = 12
	}
	if day == 0 {
		day = 31
	}
	return int(d.year)*10000 + month*100 + day
}

// Overlaps says that the two intervals share a day.
func (d Date) Overlaps(e Date) bool { return d.First() <= e.Last() && e.First() <= d.Last() }

// String returns the ISO 8601 form at the date's precision, and "" for no date.
func (d Date) String() string {
	switch d.Precision() {
	case 1:
		return fmt.Sprintf("%04d", d.year)
	case 2:
		return fmt.Sprintf("%04d-%02d", d.year, d.month)
	case 3:
		return fmt.Sprintf("%04d-%02d-%02d", d.year, d.month, d.day)
	}
	return ""
}

// MarshalText writes the ISO 8601 form.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what [Date.MarshalText] wrote, no date from an empty text.
func (d *Date) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*d = Date{}
		return nil
	}
	var err error
	*d, err = ParseDate(string(text))
	return err
}
