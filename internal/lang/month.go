package lang

import (
	"strings"
	"sync"
)

// Month is the month, from 1 to 12, that some folded words with spaces between them are the name of, in full or shortened:
// january, janner, sept, تشرين الاول. The names are those of all served languages in all countries. It is 0 for other words.
// Month is safe for concurrent use.
func Month(words string) int { return months()[words] }

// months are the months by their names.
var months = sync.OnceValue(func() map[string]int {
	byName := map[string]int{}
	for _, d := range languages.served {
		for _, row := range d.formats.dates {
			for _, style := range row.styles {
				for i, name := range style.months {
					byName[nameOf(name)] = i + 1
				}
			}
		}
	}
	return byName
})

// nameOf are the words of a month's name, folded.
func nameOf(month string) string {
	var words []string
	for _, t := range Tokens(month) {
		words = append(words, t.Text)
	}
	return strings.Join(words, " ")
}
