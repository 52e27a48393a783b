package search

import (
	"context"
	"strings"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/lang"
	"github.com/wasl-graph/wasl/internal/view"
)

// builder collects the nodes of every form of every word.
type builder struct {
	view       *view.View
	reader     *view.Reader
	vocabulary map[string]bool
	terms      map[string]uint32 // provisional numbers
	words      map[wordKey]*word
	lists      map[listKey]uint32 // into found
	found      []list
	names      namesBuilder
	complete   completionBuilder
}

// wordKey is what the forms of a word depend on.
type wordKey struct {
	text  string
	tag   graph.Tag
	exact bool
}

// word is a word's forms, and the lists that they are on.
type word struct {
	forms []form
	lists [fieldCount][]uint32 // by form; nil while the word has not been met in the field
}

type form struct {
	term uint32
	tier lang.Tier
}

// listKey names a list before the terms have their final numbers.
type listKey struct {
	term  uint32
	class class
}

// list is the nodes of one term in one class, ascending.
type list struct {
	listKey
	nodes []uint32
}

// vocabularyOf are the words of the labels of a language that puts words together, without people's names: what this
// collection is about.
func vocabularyOf(r *view.Reader) map[string]bool {
	words := map[string]bool{}
	var texts []written
	for n := range view.Node(r.Nodes()) {
		if r.Kind(n) == graph.KindPerson {
			continue
		}
		texts = appendWritten(appendWritten(texts[:0], r, n, title), r, n, alternative)
		for _, text := range texts {
			if text.Language.Base() != graph.German {
				continue
			}
			for _, t := range lang.Tokens(text.value) {
				if !t.Exact && !words[t.Text] {
					words[strings.Clone(t.Text)] = true
				}
			}
		}
	}
	return words
}

// readNodes takes in all texts.
func (b *builder) readNodes(ctx context.Context) error {
	var texts []written
	for n := range view.Node(b.view.Nodes()) {
		if n%1024 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		b.complete.begin(n, b.view.Kind(n))
		for f := range field(fieldCount) {
			texts = appendWritten(texts[:0], b.reader, n, f)
			for _, text := range texts {
				b.addText(n, text)
			}
		}
		for _, relation := range identifierRelations {
			for _, code := range b.view.Texts(nil, n, relation) {
				b.names.addIdentifier(code.Value, n)
			}
		}
	}
	return nil
}

func (b *builder) addText(n view.Node, text written) {
	tokens := lang.Tokens(text.value)
	for _, t := range tokens {
		b.addWord(n, b.word(t, text.Language), text.field)
	}
	switch text.field {
	case title, alternative, acronym:
		b.complete.add(tokens, text.Language)
		b.names.addName(tokens, n)
	case hidden:
		b.names.addName(tokens, n)
	}
}

// word looks up the forms of a word, or finds them.
func (b *builder) word(t lang.Token, tag graph.Tag) *word {
	key := wordKey{t.Text, tag, t.Exact}
	if w, known := b.words[key]; known {
		return w
	}
	key.text = strings.Clone(t.Text) // not the whole text with it
	w := &word{}
	for _, v := range appendForms(nil, t, tag, func(word string) bool { return b.vocabulary[word] }) {
		w.forms = append(w.forms, form{b.term(v.Form), v.Tier})
	}
	b.words[key] = w
	return w
}

func (b *builder) term(text string) uint32 {
	number, known := b.terms[text]
	if !known {
		number = uint32(len(b.terms))
		b.terms[strings.Clone(text)] = number
	}
	return number
}

// addWord puts a node on the lists of a word's forms.
func (b *builder) addWord(n view.Node, w *word, f field) {
	if w.lists[f] == nil {
		w.lists[f] = make([]uint32, len(w.forms))
		for i, form := range w.forms {
			w.lists[f][i] = b.list(listKey{form.term, classOf(f, form.tier, itself)})
		}
	}
	for _, i := range w.lists[f] {
		nodes := &b.found[i].nodes
		if last := len(*nodes) - 1; last < 0 || (*nodes)[last] != uint32(n) {
			*nodes = append(*nodes, uint32(n))
		}
	}
}

func (b *builder) list(key listKey) uint32 {
	i, known := b.lists[key]
	if !known {
		i = uint32(len(b.found))
		b.lists[key] = i
		b.found = append(b.found, list{listKey: key})
	}
	return i
}
