package read

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/wasl-graph/wasl/graph"
)

// slashedDate reads "2005/07/15", "2005/07//", "2005-07" and "2005", and says how many parts are given. Where there is no such day there is no
// date, however many parts are given: its words are for others to judge.
func slashedDate(s string) (graph.Date, int) {
	fields := strings.Split(s, "/")
	if len(fields) == 1 {
		fields = strings.Split(s, "-")
	}
	var numbers []int
	for _, f := range fields {
		n, err := strconv.Atoi(strings.TrimSpace(f))
		if err != nil || n == 0 || len(numbers) == 3 {
			break
		}
		numbers = append(numbers, n)
	}
	return dateOf(numbers...), len(numbers)
}

// dateOf is the date of a year, perhaps a month and a day; zero where there is no such day.
func dateOf(parts ...int) graph.Date {
	var s strings.Builder
	for i, n := range parts {
		if i == 0 {
			fmt.Fprintf(&s, "%04d", n)
		} else {
			fmt.Fprintf(&s, "-%02d", n)
		}
	}
	d, err := graph.ParseDate(s.String())
	if err != nil || d.Year() < 100 {
		return graph.Date{}
	}
	return d
}
