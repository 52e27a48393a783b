package search

import (
	"cmp"
	"hash/fnv"
	"slices"
	"sort"
	"strings"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/lang"
	"github.com/wasl-graph/wasl/internal/view"
)

// names finds what is called by some words and no others, and what has an identifier. It holds digests; whoever finds a node
// looks whether it is really called so.
type names struct {
	digests []uint32 // ascending
	nodes   []uint32 // by digest
}

// longestName is the most words of a name that is recognised within a query.
const longestName = 16

// nameDigest is the digest of a name's words, each in the form that stands for the others.
func nameDigest(words []string) uint32 {
	h := fnv.New32a()
	for _, word := range words {
		h.Write([]byte(word))
		h.Write([]byte{' '})
	}
	return h.Sum32()
}

// identifierDigest is the digest of an identifier in lower case, with its scheme or without.
func identifierDigest(s string) uint32 {
	h := fnv.New32a()
	h.Write([]byte("\x00" + strings.ToLower(s)))
	return h.Sum32()
}

// of are the nodes with a digest, ascending. The list must not be changed.
func (t *names) of(digest uint32) []uint32 {
	start := sort.Search(len(t.digests), func(i int) bool { return t.digests[i] >= digest })
	end := start
	for end < len(t.digests) && t.digests[end] == digest {
		end++
	}
	return t.nodes[start:end]
}

// namesBuilder collects digests.
type namesBuilder struct {
	found []uint64 // digest and node
	short map[string]string
}

func (b *namesBuilder) add(digest uint32, n view.Node) {
	b.found = append(b.found, uint64(digest)<<32|uint64(n))
}

// addName adds a label, if it is short enough to be recognised.
func (b *namesBuilder) addName(tokens []lang.Token, n view.Node) {
	if len(tokens) == 0 || len(tokens) > longestName {
		return
	}
	words := make([]string, len(tokens))
	for i, t := range tokens {
		words[i] = b.shortest(t.Text)
	}
	b.add(nameDigest(words), n)
}

// shortest remembers the forms of words that come often.
func (b *namesBuilder) shortest(word string) string {
	short, known := b.short[word]
	if !known {
		word = strings.Clone(word)
		short = shortestForm(word)
		b.short[word] = short
	}
	return short
}

// addIdentifier adds an identifier under its whole form, and under its value alone where that can't be taken for something
// else.
func (b *namesBuilder) addIdentifier(code string, n view.Node) {
	b.add(identifierDigest(code), n)
	if value := bareIdentifier(code); value != "" {
		b.add(identifierDigest(value), n)
	}
}

// bareIdentifier is the value of an identifier without its scheme, "" where alone it is no identifier: a code of two letters
// is a word, and a short number is any number.
func bareIdentifier(code string) string {
	_, value, _ := strings.Cut(code, ":")
	if len(value) < 3 || len(value) < 8 && strings.Trim(value, "0123456789") == "" {
		return ""
	}
	return value
}

func (b *namesBuilder) finish() names {
	slices.SortFunc(b.found, cmp.Compare[uint64])
	found := slices.Compact(b.found)
	t := names{make([]uint32, len(found)), make([]uint32, len(found))}
	for i, both := range found {
		t.digests[i], t.nodes[i] = uint32(both>>32), uint32(both)
	}
	return t
}

// identifierRelations are where identifiers stand.
var identifierRelations = []graph.Relation{graph.IdentifiedBy, graph.ExactMatch}

// identified appends the nodes that have an identifier, in whatever case it is written.
func (x *Index) identified(dst []view.Node, code string) []view.Node {
	if n, found := x.view.Find(graph.ID(code)); found {
		return append(dst, n)
	}
	for _, n := range x.names.of(identifierDigest(code)) {
		if x.hasCode(view.Node(n), code) {
			dst = append(dst, view.Node(n))
		}
	}
	return dst
}

// hasIdentifier says whether anything has an identifier.
func (x *Index) hasIdentifier(code string) bool { return len(x.identified(nil, code)) > 0 }

func (x *Index) hasCode(n view.Node, code string) bool {
	for _, relation := range identifierRelations {
		for _, have := range x.view.Texts(nil, n, relation) {
			if strings.EqualFold(have.Value, code) || strings.EqualFold(bareIdentifier(have.Value), code) {
				return true
			}
		}
	}
	return false
}
