package lang

import (
	"golang.org/x/text/language"

	"github.com/wasl-graph/wasl/graph"
)

func english() definition {
	return definition{
		tag:        graph.English,
		collations: map[string]language.Tag{"": language.English},
	}
}
