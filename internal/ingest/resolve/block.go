package resolve

import (
	"slices"
	"strings"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/lang"
	"github.com/wasl-graph/wasl/internal/lang/names"
)

// The bounds of what is compared.
const (
	// maxBlock is how many people one key leads to at the most. Where more share two words of their names, these say too
	// little to tell them apart, and who comes later is not found by them.
	maxBlock = 48
	// maxSounds is how many words of a name lead to it.
	maxSounds = 6
)

// block is what people whose names may be the same have in common: two words as they sound, or one and the first sound of
// another.
type block struct{ a, b string }

// blocks lead from what names have in common to the people who bear them.
type blocks map[block][]graph.ID

// personName is a name of a person, read.
type personName = names.Name

// filePerson makes a person findable by the names that are known of them.
func (k *known) filePerson(e *entity) {
	e.read = nil
	for _, name := range e.names {
		if !slices.ContainsFunc(e.read, func(n personName) bool { return n.Printed == name.text.Value }) {
			k.fileName(e, names.Parse(name.text.Value))
		}
	}
	k.countFamily(e, 1)
}

// fileName adds one name.
func (k *known) fileName(e *entity, n personName) {
	n.Affiliations = affiliations(e.bodies)
	e.read = append(e.read, n)
	for _, key := range blocksOf(n) {
		if list := k.blocks[key]; len(list) < maxBlock && !slices.Contains(list, e.id) {
			k.blocks[key] = append(list, e.id)
		}
	}
}

// affiliations are organisations in the form in which names are compared: by their ids.
func affiliations(bodies []graph.ID) []string {
	list := make([]string, len(bodies))
	for i, id := range bodies {
		list[i] = string(id)
	}
	return list
}

// joins adds an organisation to all names of a person.
func (e *entity) joins(body graph.ID) {
	if slices.Contains(e.bodies, body) {
		return
	}
	e.bodies = append(e.bodies, body)
	for i := range e.read {
		e.read[i].Affiliations = affiliations(e.bodies)
	}
}

// blocksOf are the keys of a name: how two of its words sound, or how one does and with which letter the other begins.
func blocksOf(n personName) []block {
	var words []names.Word
	for _, w := range n.Words {
		if w.Kind != names.Particle && len(words) < maxSounds {
			words = append(words, w)
		}
	}
	var keys []block
	put := func(a, b string) {
		if key := (block{a, b}); a != "" && b != "" && !slices.Contains(keys, key) {
			keys = append(keys, key)
		}
	}
	for i, v := range words {
		for _, w := range words[i+1:] {
			a, b := soundOf(v), soundOf(w)
			put(min(a, b), max(a, b))
			put(a, initialOf(w))
			put(b, initialOf(v))
		}
	}
	return keys
}

// soundOf is how a word sounds; the word itself where it has no consonants, and nothing where it is shortened.
func soundOf(w names.Word) string {
	if w.Kind == names.Initial {
		return ""
	}
	if s := strings.ReplaceAll(names.Skeleton(w.Text), " ", ""); s != "" {
		return s
	}
	return lang.Fold(w.Text)
}

// initialOf is the first letter of a word, marked so that it is no word itself.
func initialOf(w names.Word) string {
	for _, r := range lang.Fold(w.Text) {
		return string(r) + "."
	}
	return ""
}

// alike are the people who may bear the name, each once, in the order of their ids.
func (k *known) alike(n personName) []graph.ID {
	var list []graph.ID
	for _, key := range blocksOf(n) {
		list = append(list, k.blocks[key]...)
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// commonFrom is how many people bear a family name that is common: one alone does not tell who is meant.
const commonFrom = 24

// countFamily counts the people by their family names.
func (k *known) countFamily(e *entity, n int) {
	if len(e.read) == 0 {
		return
	}
	for part := range strings.FieldsSeq(lang.Fold(e.read[0].Family())) {
		k.families[part] += n
	}
}

// rules are what the graph knows beyond two names.
func (k *known) rules() names.Rules {
	return names.Rules{
		Frequency: func(family string) names.Frequency {
			if k.families[family] >= commonFrom {
				return names.Common
			}
			return names.Unknown
		},
		SameOrganisation: func(a, b string) bool { return a == b },
	}
}
