package when

import "errors"

// numeric reads dates of numbers alone: 2024, 2024-05, 2024/05/17, 17.05.2024, 05/2024, 2022–2024.
func (r *reader) numeric() (Period, error) {
	var numbers []mark
	for _, m := range r.marks {
		if m.kind == number {
			numbers = append(numbers, m)
		}
	}
	switch groups := divide(numbers); len(groups) {
	case 1:
		d, err := r.group(groups[0])
		if err != nil {
			return Period{}, err
		}
		return r.period(d, d)
	case 2:
		return r.pair(groups[0], groups[1])
	}
	return Period{}, errors.New("names more than two dates")
}

// pair reads two dates.
func (r *reader) pair(a, b []mark) (Period, error) {
	from, err := r.group(a)
	if err != nil {
		return Period{}, err
	}
	to, err := r.group(b)
	if err != nil {
		return Period{}, err
	}
	return r.period(from, to)
}

// divide parts the numbers into dates. A date has one year, and its numbers are joined by one sign.
func divide(numbers []mark) [][]mark {
	var groups [][]mark
	years := 0
	for _, m := range numbers {
		n := len(groups)
		fits := n > 0 && len(groups[n-1]) < 3 && m.before != ' ' && m.before != ',' && !(m.isYear() && years > 0)
		if fits && len(groups[n-1]) > 1 && groups[n-1][1].before != m.before {
			fits = false
		}
		if !fits {
			groups, years, n = append(groups, nil), 0, n+1
		}
		if m.isYear() {
			years++
		}
		groups[n-1] = append(groups[n-1], m)
	}
	return groups
}

// group reads the numbers of one date.
func (r *reader) group(g []mark) (day, error) {
	switch n := len(g); {
	case n == 1 && g[0].isYear():
		return day{year: g[0].value}, nil
	case n == 1 && g[0].digits == 8 && isYear(g[0].value/10000):
		return day{g[0].value / 10000, g[0].value / 100 % 100, g[0].value % 100}, nil
	case n == 1:
		return day{}, errors.New("names no year")
	case g[0].isYear():
		return day{year: g[0].value, month: g[1].value, day: third(g)}, nil
	case n == 2 && g[1].isYear():
		return day{year: g[1].value, month: g[0].value}, nil
	case n == 3 && g[2].isYear():
		return r.dayFirst(g)
	}
	return day{}, errors.New("names no year of four digits")
}

// third is the day behind a year and a month, 0 for none.
func third(g []mark) int {
	if len(g) < 3 {
		return 0
	}
	return g[2].value
}

// dayFirst reads day, month and year. Behind slashes, and hyphens, some write the month first.
func (r *reader) dayFirst(g []mark) (day, error) {
	d := day{year: g[2].value, month: g[1].value, day: g[0].value}
	if g[1].before == '.' || d.month == d.day {
		return d, nil
	}
	switch {
	case d.month > 12 && d.day <= 12:
		d.month, d.day = d.day, d.month
	case d.month <= 12 && d.day <= 12:
		r.lost = "day and month can't be told apart"
		d.month, d.day = 0, 0
	}
	return d, nil
}
