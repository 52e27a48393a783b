package messages

import (
	"embed"
	"fmt"
	"io/fs"
	"strings"
	"sync"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/lang"
)

//go:embed *.txt
var files embed.FS

// catalogue is the sentences of one language, by key.
type catalogue struct {
	language  graph.Tag
	direction graph.Direction
	sentences map[string]sentence
}

// catalogues are those of all languages. It panics where a file can't be read, which every test would show.
var catalogues = sync.OnceValue(func() map[graph.Tag]*catalogue {
	all := map[graph.Tag]*catalogue{}
	names, _ := fs.Glob(files, "*.txt") // the pattern is well formed
	for _, name := range names {
		tag := graph.Tag(strings.TrimSuffix(name, ".txt"))
		text, _ := files.ReadFile(name) // it is embedded
		c, err := readCatalogue(tag, string(text))
		if err != nil {
			panic(fmt.Sprintf("messages: %s:%v", name, err))
		}
		all[tag] = c
	}
	return all
})

// catalogueFor finds the catalogue of the interface language.
func catalogueFor(c lang.Chain) *catalogue { return catalogues()[c.Interface()] }

// readCatalogue reads the file of a language. The error begins with the number of the line.
func readCatalogue(tag graph.Tag, text string) (*catalogue, error) {
	c := &catalogue{language: tag, direction: lang.Direction(tag), sentences: map[string]sentence{}}
	var key string
	words := map[string][]string{}
	lines := map[string]int{}
	number := 0
	for line := range strings.Lines(text) {
		number++
		trimmed := strings.TrimSpace(line)
		switch {
		case trimmed == "" || strings.HasPrefix(line, "#"):
		case line[0] == ' ' && key == "":
			return nil, fmt.Errorf("%d: a sentence without a key", number)
		case line[0] == ' ':
			words[key] = append(words[key], trimmed)
		case words[trimmed] != nil:
			return nil, fmt.Errorf("%d: %s is there twice", number, trimmed)
		default:
			key = trimmed
			lines[key], words[key] = number, []string{}
		}
	}
	for key, pieces := range words {
		s, err := c.parse(strings.Join(pieces, " "))
		if err != nil {
			return nil, fmt.Errorf("%d: %s: %w", lines[key], key, err)
		}
		c.sentences[key] = s
	}
	return c, nil
}
