package resolve

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/lang"
	"github.com/wasl-graph/wasl/internal/lang/names"
)

// maxSlug is how many letters of a name stand in an id.
const maxSlug = 60

// mint makes the id of a new entity out of the words that name it. An id that is taken gets a number.
func (k *known) mint(kind graph.Kind, words ...string) graph.ID {
	var parts []string
	for _, w := range words {
		if w != "" {
			parts = append(parts, Slug(w))
		}
	}
	if len(parts) == 0 {
		parts = []string{Slug("")}
	}
	stem := kind.Prefix() + ":" + strings.Join(parts, "-")
	id := graph.ID(stem)
	for n := max(2, k.minted[stem]); k.taken[id]; n++ {
		id = graph.ID(fmt.Sprintf("%s-%d", stem, n))
		k.minted[stem] = n // many may have one name
	}
	k.taken[id] = true
	return id
}

// Slug is a text in the letters that an id may have: "Grüße aus Wien" is "grusse-aus-wien". Another script is written by
// its consonants, and what has none of these by a digest.
func Slug(text string) string {
	s := latin(lang.Fold(text))
	if s == "" {
		s = latin(strings.ToLower(names.Skeleton(text)))
	}
	if s == "" {
		sum := sha256.Sum256([]byte(text))
		return "x" + hex.EncodeToString(sum[:5])
	}
	return s
}

// latin keeps the words in Latin letters and digits, from the first on as many as fit. A text that is mostly in another script has none: half of
// a title names something else.
func latin(folded string) string {
	var kept, all int
	full := false // what comes after a word that does not fit would make no sense
	var b strings.Builder
	for word := range strings.FieldsSeq(folded) {
		word = strings.Trim(strings.Map(latinOnly, word), "-")
		switch {
		case word == "":
		case b.Len() == 0:
			b.WriteString(word[:min(len(word), maxSlug)])
			kept++
		case !full && b.Len()+1+len(word) <= maxSlug:
			b.WriteByte('-')
			b.WriteString(word)
			kept++
		default:
			full = true
			kept++
		}
		all++
	}
	if 2*kept < all {
		return ""
	}
	return strings.Trim(b.String(), "-")
}

// latinOnly keeps what an id may have, turns other signs of ASCII into a dash, and leaves out the rest.
func latinOnly(r rune) rune {
	switch {
	case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
		return r
	case r == '\'' || r > 127:
		return -1
	}
	return '-'
}
