package lang

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/wasl-graph/wasl/graph"
)

// How much of a header is looked at. What comes after is cut off, not refused: its reader still gets an answer.
const (
	maxHeader   = 1024 // bytes
	maxElements = 20
)

// FromHeader reads an Accept-Language header (RFC 9110) and makes the chain. It never fails: an element that can't be
// read is dropped alone, of a header of more than 1 KB or 20 elements the rest is. Equal weights keep their order. The
// time is linear in the length of what is looked at.
//
// It is lenient where clients are careless: it takes ar_IQ for ar-IQ, spaces around every sign, and a weight of any
// number of decimals. A wildcard says nothing that the chain does not do anyway, except as "*;q=0", which refuses all
// that the header does not name. Who wants nothing and refuses everything is answered like who asked for nothing, since
// an answer is never blank.
func FromHeader(acceptLanguage string) Chain {
	var h header
	h.read(cut(acceptLanguage))
	wanted, no := h.sorted()
	if len(wanted) == 0 && (len(no.tags) == 0 || no.others) {
		return Chain{}
	}
	return Chain{p: languages.newChain(wanted, no)}
}

// cut limits a header to its first kilobyte, and to whole elements.
func cut(s string) string {
	if len(s) <= maxHeader {
		return s
	}
	return s[:max(0, strings.LastIndexByte(s[:maxHeader+1], ','))]
}

// header is what was read of a header.
type header struct {
	ranges   [maxElements]languageRange
	n        int
	wildcard float64 // the weight of "*"
	starred  bool
}

// languageRange is one element with its weight.
type languageRange struct {
	tag    graph.Tag
	weight float64
}

func (h *header) read(s string) {
	for seen := 0; s != "" && seen < maxElements; {
		var element string
		element, s, _ = strings.Cut(s, ",")
		if element = strings.TrimSpace(element); element == "" {
			continue
		}
		seen++
		h.readElement(element)
	}
}

func (h *header) readElement(element string) {
	name, parameters, _ := strings.Cut(element, ";")
	weight, ok := parseWeight(parameters)
	if !ok {
		return
	}
	name = strings.TrimSpace(name)
	if name == "*" {
		h.starred, h.wildcard = true, max(h.wildcard, weight)
		return
	}
	if tag, ok := parseRange(name); ok {
		h.ranges[h.n] = languageRange{tag, weight}
		h.n++
	}
}

// parseRange reads a tag as clients write it. A tag without a language ("und-IQ") says nothing about what its sender
// reads.
func parseRange(name string) (graph.Tag, bool) {
	tag, err := graph.ParseTag(strings.ReplaceAll(name, "_", "-"))
	return tag, err == nil && baseOf(tag) != graph.Undetermined
}

// parseWeight finds the q among the parameters of an element; without one it is 1. It reports false for a weight that is
// no number from 0 to 1.
func parseWeight(parameters string) (float64, bool) {
	for parameters != "" {
		var parameter string
		parameter, parameters, _ = strings.Cut(parameters, ";")
		name, value, _ := strings.Cut(parameter, "=")
		if name = strings.TrimSpace(name); name == "q" || name == "Q" {
			return parseNumber(strings.TrimSpace(value))
		}
	}
	return 1, true
}

func parseNumber(s string) (float64, bool) {
	for i := range len(s) {
		if c := s[i]; c != '.' && (c < '0' || c > '9') {
			return 0, false // strconv knows more numbers than HTTP: NaN, 1e3, 0x1p-2
		}
	}
	q, err := strconv.ParseFloat(s, 64)
	return q, err == nil && q <= 1
}

// sorted gives the wanted tags, the dearest first, and what is refused. A tag that is both is wanted.
func (h *header) sorted() ([]graph.Tag, refusal) {
	ranges := h.ranges[:h.n]
	slices.SortStableFunc(ranges, func(a, b languageRange) int {
		return cmp.Compare(b.weight, a.weight)
	})
	no := refusal{others: h.starred && h.wildcard == 0}
	wanted := make([]graph.Tag, 0, h.n)
	for _, r := range ranges {
		switch {
		case r.weight > 0:
			wanted = append(wanted, r.tag)
		case !slices.Contains(wanted, r.tag):
			no.tags = append(no.tags, r.tag)
		}
	}
	return wanted, no
}
