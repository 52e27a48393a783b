package resolve

import (
	"slices"
	"strings"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/lang"
)

// The bounds of what is compared.
const (
	// maxSharers is how many names a word may stand in. One that stands in more tells none of them apart.
	maxSharers = 64
	// maxWords is how many words of a name lead to it.
	maxWords = 24
)

// wordIndex leads from a word to the organisations and projects whose names have it.
type wordIndex map[nameKey][]graph.ID

// fileWords makes an organisation or a project findable by the words of its names.
func (k *known) fileWords(e *entity) {
	for _, n := range e.names {
		k.fileWord(e.id, n.text.Value)
	}
	for _, a := range e.acronyms {
		k.fileWord(e.id, a)
	}
}

func (k *known) fileWord(id graph.ID, name string) {
	for _, w := range wordsOf(name) {
		key := nameKey{id.Kind(), w}
		if list := k.words[key]; len(list) <= maxSharers && !slices.Contains(list, id) {
			k.words[key] = append(list, id)
		}
	}
	if initials := initialsOf(name); initials != "" {
		add(k.words, nameKey{id.Kind(), initials}, id)
	}
}

// wordsOf are the words of a name, folded.
func wordsOf(name string) []string {
	words := strings.FieldsFunc(lang.Fold(name), func(r rune) bool { return strings.ContainsRune(" \t\n()[],;:.'\"/&", r) })
	return words[:min(len(words), maxWords)]
}

// initialsOf are the first letters of a name of several words, by which its acronym finds it.
func initialsOf(name string) string {
	var b strings.Builder
	for w := range strings.FieldsSeq(name) {
		if r := []rune(w)[0]; r >= 'A' && r <= 'Z' {
			b.WriteRune(r)
		}
	}
	if b.Len() < 3 {
		return ""
	}
	return strings.ToLower(b.String())
}

// sharing are the entities of a kind whose names share a word with this one that few others have, each once, in the order
// of their ids.
func (k *known) sharing(kind graph.Kind, name string) []graph.ID {
	var list []graph.ID
	for _, w := range append(wordsOf(name), initialsOf(name)) {
		if ids := k.words[nameKey{kind, w}]; w != "" && len(ids) <= maxSharers {
			list = append(list, ids...)
		}
	}
	slices.Sort(list)
	list = slices.Compact(list)
	return list[:min(len(list), maxCompared)]
}

// maxCompared is with how many names one is compared at the most.
const maxCompared = 256
