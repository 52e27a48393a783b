package read

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

func (r *bibRecord) date() {
	if v, has := r.fields.get("date"); has {
		w := v.words()
		if w.Value != "" {
			r.w.Published = append(r.w.Published, w)
			from, _, _ := strings.Cut(w.Value, "/")
			r.w.Date, _ = slashedDate(from)
		}
	}
	year, has := r.fields.get("year")
	w := year.words()
	if !has || w.Value == "" {
		return
	}
	n, err := strconv.Atoi(w.Value)
	month, day, words := r.month()
	if words != "" {
		w.Value = words + " " + w.Value
	}
	r.w.Published = append(r.w.Published, w)
	if err != nil || len(r.w.Published) > 1 {
		return
	}
	parts := []int{n, month, day}
	r.w.Date = dateOf(parts[:slices.Index(append(parts, 0), 0)]...)
}

var dayBeside = regexp.MustCompile(`^(\d{1,2})\.?\s*(\pL+)\.?$|^(\pL+)\.?\s*(\d{1,2})$`)

func (r *bibRecord) month() (month, day int, words string) {
	v, has := r.fields.get("month")
	words = v.words().Value
	if !has || words == "" {
		return 0, 0, ""
	}
	name := words
	if m := dayBeside.FindStringSubmatch(words); m != nil {
		name = m[2] + m[3]
		day, _ = strconv.Atoi(m[1] + m[4])
	}
	if v, has := r.fields.get("day"); has && day == 0 {
		day, _ = strconv.Atoi(v.words().Value)
	}
	month = monthNumber(name)
	switch {
	case month > 0 && day > 0:
		return month, day, fmt.Sprintf("%d %s", day, englishMonths[month-1])
	case month > 0:
		return month, 0, englishMonths[month-1]
	}
	return 0, 0, words
}

func monthNumber(s string) int {
	if n, err := strconv.Atoi(s); err == nil && n >= 1 && n <= 12 {
		return n
	}
	s = strings.ToLower(strings.TrimSuffix(s, "."))
	return 1 + slices.IndexFunc(englishMonths, func(name string) bool {
		return len(s) >= 3 && strings.HasPrefix(strings.ToLower(name), s)
	})
}

var englishMonths = []string{
	"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
}
