package lang

import (
	"sync"

	"golang.org/x/text/language/display"

	"github.com/wasl-graph/wasl/graph"
)

// namers write the names of languages, one for each served language.
var namers = sync.OnceValue(func() []display.Namer {
	list := make([]display.Namer, 0, len(Served()))
	for _, tag := range Served() {
		list = append(list, display.Languages(tag.Language()))
	}
	return list
})

// NameOf is the name of a language in every served language that has one for it, as golang.org/x/text knows it from
// CLDR 32. A language that nobody has a name for is called by its tag.
func NameOf(tag graph.Tag) []graph.Text {
	var names []graph.Text
	for i, namer := range namers() {
		if name := namer.Name(tag.Language()); name != "" {
			names = append(names, graph.Text{Value: name, Language: Served()[i], Kind: graph.Original, Standing: graph.Attested})
		}
	}
	if names == nil {
		names = append(names, graph.CodeObject(string(tag)).Text)
	}
	return names
}
