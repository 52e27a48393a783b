package gen

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// record is one publication.
type record struct {
	number     int
	language   int // a column of the tables
	title      string
	translated string // in the next language
	abstract   string
	people     [][2]string // family and given name
	publisher  string
	date       string // year, month and perhaps day, with hyphens
	countries  []string
	tags       []string
	doi        string
}

// newRecord makes the publication with a number. It depends on the number alone.
func newRecord(number int) record {
	r := rand.New(rand.NewPCG(20240615, uint64(number)))
	language := r.IntN(len(languages))
	country, theme, tail := pick(r, countries), pick(r, themes), pick(r, tails)
	title := func(language int) string {
		return fmt.Sprintf("%s (%s): %s, %d", theme[language], country[language], tail[language], number)
	}
	made := record{
		number: number, language: language, title: title(language), translated: title((language + 1) % len(languages)),
		publisher: pick(r, bodies), countries: []string{country[language]}, tags: []string{theme[language], pick(r, themes)[language]},
		date: fmt.Sprintf("%d-%02d", 2000+r.IntN(25), 1+r.IntN(12)), doi: fmt.Sprintf("10.5555/gen.%d", number),
	}
	if r.IntN(2) == 0 {
		made.date += fmt.Sprintf("-%02d", 1+r.IntN(28))
	}
	for range 1 + r.IntN(4) {
		made.people = append(made.people, [2]string{pick(r, family), pick(r, given)})
	}
	var abstract []string
	for range 4 + r.IntN(4) {
		abstract = append(abstract, pick(r, sentences)[language])
	}
	made.abstract = strings.Join(abstract, " ")
	return made
}

// pick takes one of several.
func pick[T any](r *rand.Rand, all []T) T { return all[r.IntN(len(all))] }
