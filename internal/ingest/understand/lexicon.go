package understand

import (
	"slices"
	"strings"
)

// wordID is the number of a word in the lexicon; noWord is that of all words it doesn't have.
type wordID int32

const noWord wordID = 0

// lexicon knows all words that a vocabulary or a rule has, folded. It is built once and then only read.
type lexicon struct {
	ids   map[string]wordID
	texts []string
	// marks are what rules know of a word.
	marks []marks
}

func newLexicon() *lexicon {
	l := &lexicon{ids: map[string]wordID{}}
	l.texts, l.marks = append(l.texts, ""), append(l.marks, 0)
	return l
}

// add gives a folded word a number.
func (l *lexicon) add(folded string) wordID {
	if id, known := l.ids[folded]; known {
		return id
	}
	id := wordID(len(l.texts))
	folded = strings.Clone(folded)
	l.ids[folded] = id
	l.texts, l.marks = append(l.texts, folded), append(l.marks, 0)
	return id
}

// find is the number of a folded word. A Roman numeral in capitals is its number: PARIM-II is PARIM 2.
func (l *lexicon) find(folded []byte, capitals bool) wordID {
	if capitals && len(folded) <= 4 {
		if n, is := romans[string(folded)]; is {
			return l.ids[n]
		}
	}
	return l.ids[string(folded)]
}

// romans are the numerals that names of projects have.
var romans = map[string]string{
	"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7", "viii": "8", "ix": "9",
}

// is says that rules know something of a word.
func (l *lexicon) is(id wordID, m marks) bool { return l.marks[id]&m != 0 }

// trie finds phrases: sequences of words.
type trie struct {
	next   map[edge]int32
	leaves [][]int32 // of each node: the numbers of the phrases that end there
}

// edge leads from a node along a word.
type edge struct {
	node int32
	word wordID
}

func newTrie() *trie { return &trie{next: map[edge]int32{}, leaves: make([][]int32, 1)} }

// add adds a phrase under a number.
func (t *trie) add(words []wordID, number int32) {
	node := int32(0)
	for _, w := range words {
		to, known := t.next[edge{node, w}]
		if !known {
			to = int32(len(t.leaves))
			t.leaves = append(t.leaves, nil)
			t.next[edge{node, w}] = to
		}
		node = to
	}
	if slices.Contains(t.leaves[node], number) {
		return
	}
	t.leaves[node] = append(t.leaves[node], number)
}

// follow follows the tokens from one on and calls found for each phrase that ends at a token, the longest last. The first
// token may be read as another word.
func (t *trie) follow(tokens []token, from int, first wordID, found func(end int, phrases []int32)) {
	node, word := int32(0), first
	for i := from; i < len(tokens); i++ {
		if i > from {
			if word = tokens[i].word; tokens[i].before.parts() {
				return
			}
		}
		if word == noWord {
			return
		}
		to, known := t.next[edge{node, word}]
		if !known {
			return
		}
		node = to
		if leaves := t.leaves[node]; len(leaves) > 0 {
			found(i+1, leaves)
		}
	}
}
