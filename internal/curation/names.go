package curation

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/lang/names"
	"github.com/wasl-graph/wasl/internal/view"
)

// nameRelations are those by which an entity has names.
var nameRelations = []graph.Relation{graph.Label, graph.AlternativeLabel, graph.HiddenLabel}

// checkName refuses a second label in a language, and a name that the entity has in the language in another way. More evidence
// for a name that it has in this very way is fine.
func checkName(v *view.View, n view.Node, r graph.Relation, text graph.Text) error {
	for _, other := range nameRelations {
		for _, t := range v.Texts(nil, n, other) {
			switch {
			case t.Language != text.Language || other == r && t.Value == text.Value:
			case strings.EqualFold(t.Value, text.Value):
				return nameTaken("object.text.value", t.Value, v.ID(n), other)
			case r == graph.Label && other == graph.Label:
				return graph.NewError(graph.BadInput, "curation.label.taken",
					"{argument}: {entity} has a label in this language already; setLabel replaces it, and ALTERNATIVE_LABEL adds another name",
					graph.Params{"argument": "object.text.language", "entity": string(v.ID(n))})
			}
		}
	}
	return nil
}

func nameTaken(argument, value string, id graph.ID, r graph.Relation) error {
	return graph.NewError(graph.BadInput, "curation.name.taken",
		`{argument}: "{value}" is recorded as a name of {entity} in this language already, with the relation {relation}`,
		graph.Params{"argument": argument, "value": value, "entity": string(id), "relation": r.String()})
}

// checkPerson refuses to make a person of one name alone. Who is named so in a text did not choose to be found.
func checkPerson(value string) error {
	if names.Parse(value).Nature != names.Partial || writtenTogether(value) {
		return nil
	}
	return graph.NewError(graph.BadInput, "curation.person.partial",
		`{argument}: "{value}" is only a part of a name; nobody is made a person of the graph who is named no further`,
		graph.Params{"argument": "object.text.value", "value": value})
}

// together are scripts in which a whole name is written without a space.
var together = []*unicode.RangeTable{
	unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana, unicode.Khmer, unicode.Lao, unicode.Myanmar, unicode.Thai,
}

func writtenTogether(value string) bool {
	return utf8.RuneCountInString(value) > 1 && strings.ContainsFunc(value, func(r rune) bool { return unicode.In(r, together...) })
}
