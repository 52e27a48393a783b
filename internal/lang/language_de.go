package lang

import (
	"golang.org/x/text/language"

	"github.com/wasl-graph/wasl/graph"
)

// german has the written language of the speakers of Swiss German and Bavarian as its own; Low German and Luxembourgish
// are languages beside it.
func german() definition {
	return definition{
		tag:        graph.German,
		forms:      []graph.Tag{"gsw", "bar"},
		neighbours: []graph.Tag{"nds", "lb"},
		collations: map[string]language.Tag{
			"":         language.German,
			"phonebk":  language.MustParse("de-u-co-phonebk"),
			"standard": language.German,
		},
	}
}
