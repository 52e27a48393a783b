package read

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/ingest/work"
	"github.com/wasl-graph/wasl/internal/lang/names"
)

func isDigit(r rune) bool { return unicode.IsDigit(r) }

// contributors are the names on a line, each with the affiliations printed with it.
func contributors(text string, at work.Span, role graph.Relation) []work.Contributor {
	line := text[at.Start:at.End]
	var list []work.Contributor
	chars, bytes := 0, 0 // how far the line is counted
	offset := func(n int) int {
		for ; chars < n && bytes < len(line); chars++ {
			_, size := utf8.DecodeRuneInString(line[bytes:])
			bytes += size
		}
		return at.Start + bytes
	}
	for _, entry := range names.List(line) {
		span := work.Span{Start: offset(entry.Start), End: offset(entry.End)}
		list = append(list, contributor(text, withoutMarkup(text, span), entry.Name, role))
	}
	return list
}

// contributor takes a printed name apart: the name, and its affiliations.
func contributor(text string, at work.Span, n names.Name, role graph.Relation) work.Contributor {
	c := work.Contributor{Role: role, Collective: n.Nature == names.Collective || n.Nature == names.Organisation, Whole: at}
	printed, end, from := text[at.Start:at.End], len(text[at.Start:at.End]), 0
	for _, affiliation := range n.Affiliations {
		i := strings.Index(printed[from:], affiliation)
		if affiliation == "" || i < 0 {
			continue
		}
		i += from
		end, from = min(end, i), i+len(affiliation)
		c.Affiliations = append(c.Affiliations, work.Affiliation{
			Words: proseWords(text, work.Span{Start: at.Start + i, End: at.Start + from}),
		})
	}
	name := strings.TrimRightFunc(printed[:end], func(r rune) bool {
		return isMarkup(r) || strings.ContainsRune("([{,;،؛/", r) || unicode.Is(unicode.Pd, r)
	})
	if name == "" {
		name, c.Affiliations = printed, nil
	}
	c.Name = proseWords(text, work.Span{Start: at.Start, End: at.Start + len(name)})
	return c
}
