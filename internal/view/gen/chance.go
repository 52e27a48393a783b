package gen

import (
	"fmt"
	"math/rand/v2"

	"github.com/wasl-graph/wasl/graph"
)

// chance draws what a report hangs together with.
type chance struct {
	rand                                     *rand.Rand
	persons, organisations, projects, events *rand.Zipf
	themes, countries                        *rand.Zipf
}

func newChance(r *rand.Rand, g world) chance {
	zipf := func(n int) *rand.Zipf { return rand.NewZipf(r, 1.1, 4, uint64(n-1)) }
	return chance{
		rand:          r,
		persons:       zipf(g.persons),
		organisations: zipf(g.organisations),
		projects:      zipf(g.projects),
		events:        zipf(g.events),
		// The first of both is drawn apart, see hub.
		themes:    zipf(g.themes - 1),
		countries: zipf(g.countries - 1),
	}
}

// in says yes with a probability of so many per cent.
func (c chance) in(percent int) bool { return c.rand.IntN(100) < percent }

// hub draws some numbers, each once: number 0 with a probability of its own, the others by the law.
func (c chance) hub(percent, count int, law *rand.Zipf) []int {
	var list []int
	if c.in(percent) {
		list = append(list, 0)
		count--
	}
	return c.distinct(list, count, func() int { return 1 + int(law.Uint64()) })
}

// distinct appends up to count numbers that are not in the list yet.
func (c chance) distinct(list []int, count int, draw func() int) []int {
	for range count {
		number, known := draw(), false
		for _, have := range list {
			known = known || have == number
		}
		if !known {
			list = append(list, number)
		}
	}
	return list
}

// some draws up to count numbers by a law, each once.
func (c chance) some(count int, law *rand.Zipf) []int {
	return c.distinct(nil, count, func() int { return int(law.Uint64()) })
}

// date draws a date at any precision; two in a hundred are none.
func (c chance) date() graph.Date {
	year := 2025 - c.rand.IntN(16) - c.rand.IntN(16)
	month, dayOfMonth := 1+c.rand.IntN(12), 1+c.rand.IntN(28)
	switch p := c.rand.IntN(100); {
	case p < 2:
		return graph.Date{}
	case p < 15:
		return day(year, 0, 0)
	case p < 40:
		return day(year, month, 0)
	}
	return day(year, month, dayOfMonth)
}

// day is a date whose month or day may be 0 for unknown. It panics when there is no such date.
func day(year, month, day int) graph.Date {
	s := fmt.Sprintf("%04d", year)
	if month > 0 {
		s += fmt.Sprintf("-%02d", month)
	}
	if day > 0 {
		s += fmt.Sprintf("-%02d", day)
	}
	d, err := graph.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}
