package messages

import (
	"strings"

	"github.com/wasl-graph/wasl/graph"
)

// Entity is an entity as a sentence speaks of it. Sentences ask for a form of it: {to:dative}. The catalogue has the forms of
// each kind, with the noun for the kind where the language wants one; a form that it does not have is the plain one.
type Entity struct {
	Kind graph.Kind
	Name string // in any language
}

// Forms that every language may have; the others are known to the sentences of one language alone.
const (
	start = "start" // at the beginning of a sentence
	again = "again" // once it was named: "this report"
)

// entity writes a form of an entity.
func (w Writer) entity(e Entity, form string) string {
	key := "named." + strings.ToLower(e.Kind.String())
	if _, found := w.catalogue.sentences[key+"."+form]; found {
		key += "." + form
	}
	return w.Sentence(key, graph.Params{"name": e.Name})
}

// Written is a part of a sentence that has been written already.
type Written string

// formed writes a value as it stands in a sentence, an entity in the form that the sentence asks for.
func (w Writer) formed(value any, form string) string {
	switch v := value.(type) {
	case Entity:
		return w.entity(v, form)
	case Written:
		return string(v)
	}
	return w.value(value)
}
