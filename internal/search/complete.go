package search

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/lang"
	"github.com/wasl-graph/wasl/internal/view"
)

// completions are the places in names where somebody may begin to type, in the order of what stands there: the words from
// there on, folded. What begins alike stands side by side.
type completions struct {
	nodes []uint32
	texts []uint8 // which of the node's names
	words []uint8 // which of its words, with bareBit without its article
	// firsts has the words of every place that is a multiple of blockSize, so that most of a search reads nothing else.
	firsts []string
	// best holds the best standing of each kind in every block of places, then in every block of these blocks, and so on.
	best [][]standings
}

// standings are the best standing of each kind, the lowest number; none when there is no such thing.
type standings [kinds]uint32

const (
	kinds     = int(graph.KindEvent) + 1
	blockSize = 64
	none      = ^uint32(0)
	// longestKey is how many bytes of a name are looked at.
	longestKey = 64
	bareBit    = 0x80
)

func (x *Index) newCompletions(list []completion) completions {
	slices.SortFunc(list, func(a, b completion) int {
		return cmp.Or(strings.Compare(a.key, b.key), cmp.Compare(a.node, b.node), cmp.Compare(a.text, b.text), cmp.Compare(a.word, b.word))
	})
	var c completions
	for i, entry := range list {
		c.nodes, c.texts, c.words = append(c.nodes, entry.node), append(c.texts, entry.text), append(c.words, entry.word)
		if i%blockSize == 0 {
			c.firsts = append(c.firsts, entry.key)
		}
	}
	c.nodes, c.texts, c.words, c.firsts = slices.Clone(c.nodes), slices.Clone(c.texts), slices.Clone(c.words), inOneBlock(c.firsts)
	x.rankCompletions(&c)
	return c
}

// inOneBlock are the same strings, end to end in memory.
func inOneBlock(list []string) []string {
	all := strings.Join(list, "")
	block := make([]string, len(list))
	for i, s := range list {
		block[i], all = all[:len(s)], all[len(s):]
	}
	return block
}

// rankCompletions fills the blocks.
func (x *Index) rankCompletions(c *completions) {
	blocks := make([]standings, (len(c.nodes)+blockSize-1)/blockSize)
	for i := range blocks {
		blocks[i] = noStandings
	}
	for i, n := range c.nodes {
		best := &blocks[i/blockSize][x.view.Kind(view.Node(n))]
		*best = min(*best, x.standingOf(view.Node(n)))
	}
	c.best = [][]standings{blocks}
	for len(blocks) > 1 {
		above := make([]standings, (len(blocks)+blockSize-1)/blockSize)
		for i := range above {
			above[i] = noStandings
		}
		for i, b := range blocks {
			for k, standing := range b {
				above[i/blockSize][k] = min(above[i/blockSize][k], standing)
			}
		}
		c.best, blocks = append(c.best, above), above
	}
}

var noStandings = func() (s standings) {
	for k := range s {
		s[k] = none
	}
	return s
}()

// rankThings orders the things that are no reports: the one with the most reports first, then by node.
func (x *Index) rankThings() []uint32 {
	first := x.firstThing()
	costs := newLinker(x).costs
	order := make([]uint32, len(costs))
	for i := range order {
		order[i] = uint32(i)
	}
	slices.SortStableFunc(order, func(a, b uint32) int { return cmp.Compare(costs[b], costs[a]) })
	standing := make([]uint32, x.view.Nodes()-int(first))
	for place, i := range order {
		standing[i] = uint32(place)
	}
	return standing
}

// standingOf is a node's place among all: first the things, then the reports, the newest first.
func (x *Index) standingOf(n view.Node) uint32 {
	if first := x.firstThing(); n >= first {
		return x.standing[n-first]
	}
	return uint32(len(x.standing)) + uint32(n)
}

// key are the words from a place on.
func (x *Index) key(c *completions, i int) string {
	if i%blockSize == 0 {
		return c.firsts[i/blockSize]
	}
	return x.keyAt(c, i)
}

// keyAt reads these words in the view.
func (x *Index) keyAt(c *completions, i int) string {
	w, _ := x.nameOf(view.Node(c.nodes[i]), int(c.texts[i]))
	tokens := lang.Tokens(w.value)
	tokens = tokens[min(int(c.words[i]&^bareBit), len(tokens)):]
	if c.words[i]&bareBit != 0 {
		tokens = withBare(tokens, bareOf(tokens[0], w.Language))
	}
	return keyOf(tokens)
}

// shownFields are the fields whose texts complete what somebody types, in the order in which they were added.
var shownFields = []field{title, alternative, acronym}

// namesOf appends the names of a node that may be shown.
func (x *Index) namesOf(dst []written, n view.Node) []written {
	for _, f := range shownFields {
		dst = appendWritten(dst, x.plain, n, f)
	}
	return dst
}

func (x *Index) nameOf(n view.Node, i int) (written, bool) {
	names := x.namesOf(nil, n)
	if i >= len(names) {
		return written{}, false
	}
	return names[i], true
}

// from is the first place whose words do not sort before a text.
func (x *Index) from(c *completions, text string) int {
	block := sort.Search(len(c.firsts), func(i int) bool { return c.firsts[i] >= text })
	if block == 0 {
		return 0
	}
	start := (block - 1) * blockSize
	size := min(blockSize, len(c.nodes)-start)
	return start + sort.Search(size, func(i int) bool { return x.key(c, start+i) >= text })
}

// span are the places whose words begin with a text.
func (x *Index) span(c *completions, prefix string) (start, end int) {
	if prefix == "" {
		return 0, len(c.nodes)
	}
	if len(prefix) > longestKey {
		prefix = prefix[:longestKey]
	}
	return x.from(c, prefix), x.from(c, prefix+"\xff")
}
