package search

import (
	"slices"
	"strings"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/lang"
	"github.com/wasl-graph/wasl/internal/view"
)

// completionBuilder collects places.
type completionBuilder struct {
	node   view.Node
	report bool
	names  int // of the node so far
	begins []completion
	inner  []completion
}

type completion struct {
	key        string
	node       uint32
	text, word uint8
}

// begin says that the names that follow are those of another node.
func (b *completionBuilder) begin(n view.Node, k graph.Kind) {
	b.node, b.names, b.report = n, 0, k == graph.KindReport
}

// add adds the places in a name: its beginning, and in names of other things than reports every word; each once more
// behind its article, for who leaves that out.
func (b *completionBuilder) add(tokens []lang.Token, tag graph.Tag) {
	text := b.names
	b.names++
	if text > 255 {
		return
	}
	count := min(len(tokens), longestName)
	if b.report {
		count = min(count, 1)
	}
	for i := range count {
		b.addPlace(text, uint8(i), keyOf(tokens[i:]))
		if bare := bareOf(tokens[i], tag); bare != "" {
			b.addPlace(text, uint8(i)|bareBit, keyOf(withBare(tokens[i:], bare)))
		}
	}
}

func (b *completionBuilder) addPlace(text int, word uint8, key string) {
	c := completion{strings.Clone(key), uint32(b.node), uint8(text), word}
	if word&^bareBit == 0 {
		b.begins = append(b.begins, c)
	} else {
		b.inner = append(b.inner, c)
	}
}

// bareOf is a word without what is written together with it, "" when there is nothing.
func bareOf(t lang.Token, tag graph.Tag) string {
	if tag.Base() != graph.Arabic {
		return ""
	}
	for _, v := range t.Variants(tag) {
		if v.Tier == lang.Stripped && strings.HasSuffix(t.Text, v.Form) {
			return v.Form
		}
	}
	return ""
}

// withBare are words of which the first is without its article.
func withBare(tokens []lang.Token, bare string) []lang.Token {
	tokens = slices.Clone(tokens)
	tokens[0].Text = bare
	return tokens
}

// keyOf are some words with spaces between them, or the beginning of that.
func keyOf(tokens []lang.Token) string {
	var b strings.Builder
	for i, t := range tokens {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(t.Text)
		if b.Len() >= longestKey {
			return b.String()[:longestKey]
		}
	}
	return b.String()
}
