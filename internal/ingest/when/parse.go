package when

import (
	"errors"
	"fmt"
	"slices"

	"github.com/wasl-graph/wasl/graph"
)

// Period is what a date in words means. The zero Period is none.
type Period struct {
	// From and To are the same unless the words name two ends.
	From, To graph.Date
	// Lost says in a few words what the dates leave out, such as a season; "" when nothing is lost.
	Lost string
}

// IsRange says that the words name two ends.
func (p Period) IsRange() bool { return p.From != p.To }

// Date is the period as one date: its own, or the shortest one that covers both ends. There is none for ends in two years.
func (p Period) Date() graph.Date {
	if p.From == p.To {
		return p.From
	}
	a, b := p.From.String(), p.To.String()
	for _, n := range []int{7, 4} {
		if len(a) >= n && len(b) >= n && a[:n] == b[:n] {
			d, _ := graph.ParseDate(a[:n])
			return d
		}
	}
	return graph.Date{}
}

// Parse reads a date in words. Words around it mean nothing, so that "Published in June 2024" is a date; more than a line of
// them is none. The error says what is missing, or that there is no such day. It is safe for concurrent use.
func Parse(words string) (Period, error) { return parse(words, 0) }

// ParseIn reads a date whose year may be missing, and is the given one then.
func ParseIn(words string, year int) (Period, error) { return parse(words, year) }

func parse(words string, year int) (Period, error) {
	if len(words) > maxBytes {
		return Period{}, errors.New("is too long for a date")
	}
	marks := scan(words)
	if len(marks) > maxMarks {
		return Period{}, errors.New("has more words than a date")
	}
	r := reader{marks: marks, year: year}
	return r.read()
}

// maxBytes is the most that a date in words measures.
const maxBytes = 400

// reader is the work on the marks of one date.
type reader struct {
	marks []mark
	year  int // where the words name none
	lost  string
}

// read decides by what there is: names of months, or numbers alone.
func (r *reader) read() (Period, error) {
	if r.dropHijri() && r.count(number) == 0 {
		return Period{}, errors.New("is a year of the Islamic calendar; expected one of the common era")
	}
	if r.count(season) > 0 {
		r.lost = "the part of the year is left out"
	}
	switch {
	case r.count(month) > 0:
		return r.withMonths()
	case r.count(number) == 0:
		return Period{}, errors.New("names no year")
	}
	return r.numeric()
}

// count counts the marks of a kind.
func (r *reader) count(k kind) int {
	n := 0
	for _, m := range r.marks {
		if m.kind == k {
			n++
		}
	}
	return n
}

// dropHijri takes out years of the Islamic calendar and says whether there were any.
func (r *reader) dropHijri() bool {
	found := false
	for i := 1; i < len(r.marks); i++ {
		if r.marks[i].kind == hijri && r.marks[i-1].kind == number {
			r.marks = slices.Delete(r.marks, i-1, i+1)
			found = true
			i--
		}
	}
	return found
}

// isYear says that a number is one.
func (m mark) isYear() bool {
	return m.kind == number && m.digits == 4 && isYear(m.value)
}

// isYear says that a number may be a year of a publication or an event.
func isYear(n int) bool { return n >= 1000 && n < 3000 }

// day is a point of a date with names of months; what is 0 is not named.
type day struct{ year, month, day int }

// withMonths reads dates with names of months. The marks are divided into the two ends: days before or behind their month.
func (r *reader) withMonths() (Period, error) {
	months, days, years := r.sorted()
	if len(years) == 0 && r.year != 0 {
		years = []int{r.year}
	}
	switch {
	case len(years) == 0:
		return Period{}, errors.New("names no year")
	case len(years) > 2 || len(months) > 2 || len(days) > 2:
		return Period{}, errors.New("names more than two dates")
	}
	from := day{years[0], months[0], at(days, 0)}
	to := day{years[len(years)-1], months[len(months)-1], at(days, len(days)-1)}
	if len(days) == 1 && len(months) == 2 {
		return Period{}, errors.New("names one day in two months")
	}
	return r.period(from, to)
}

// at is the number at a place, 0 outside of them.
func at(list []int, i int) int {
	if i < 0 || i >= len(list) {
		return 0
	}
	return list[i]
}

// sorted are the months, days and years. The same month twice, as in شباط/فبراير, is one.
func (r *reader) sorted() (months, days, years []int) {
	for i, m := range r.marks {
		switch {
		case m.kind == month:
			if n := len(months); n > 0 && months[n-1] == m.value && r.marks[i-1].kind == month {
				continue
			}
			months = append(months, m.value)
		case m.isYear():
			years = append(years, m.value)
		case m.kind == number:
			days = append(days, m.value)
		}
	}
	return months, days, years
}

// period makes the two ends dates.
func (r *reader) period(from, to day) (Period, error) {
	a, err := from.date()
	if err != nil {
		return Period{}, err
	}
	b, err := to.date()
	if err != nil {
		return Period{}, err
	}
	if b.First() < a.First() {
		return Period{}, errors.New("ends before it begins")
	}
	return Period{From: a, To: b, Lost: r.lost}, nil
}

// date is the day as a date at its precision.
func (d day) date() (graph.Date, error) {
	s := fmt.Sprintf("%04d", d.year)
	switch {
	case d.month > 12 || d.month < 0:
		return graph.Date{}, fmt.Errorf("there is no month %d", d.month)
	case d.month == 0 && d.day != 0:
		return graph.Date{}, errors.New("names a day without a month")
	}
	if d.month != 0 {
		s += fmt.Sprintf("-%02d", d.month)
	}
	if d.day != 0 {
		s += fmt.Sprintf("-%02d", d.day)
	}
	date, err := graph.ParseDate(s)
	if err != nil {
		return graph.Date{}, fmt.Errorf("there is no day %s", s)
	}
	return date, nil
}
