package resolve

import (
	"cmp"
	"strings"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/lang"
)

// compareNamings orders an entity's names: labels first, then by language and letters.
func compareNamings(a, b naming) int {
	return cmp.Or(
		cmp.Compare(a.relation, b.relation), cmp.Compare(a.text.Language, b.text.Language), strings.Compare(a.text.Value, b.text.Value),
		cmp.Compare(a.text.Kind, b.text.Kind),
	)
}

// attested is a name as a document prints it.
func attested(value string, language graph.Tag) graph.Text {
	return graph.Text{Value: value, Language: language, Kind: graph.Original, Standing: graph.Attested}
}

// attestedCode is an acronym or a code in the place of a name.
func attestedCode(value string) graph.Text { return graph.CodeObject(value).Text }

// namedAs is the name of the entity that is printed letter by letter, a label before other names.
func (e *entity) namedAs(printed string) (naming, bool) {
	for _, n := range e.names {
		if n.text.Value == printed {
			n.text.Standing = graph.Attested // it is read here
			return n, true
		}
	}
	return naming{}, false
}

// folds says that one of the entity's names differs from the printed one in nothing but case, accents and the like.
func (e *entity) folds(printed string) bool {
	folded := lang.Fold(printed)
	for _, n := range e.names {
		if lang.Fold(n.text.Value) == folded {
			return true
		}
	}
	return false
}

// labelled says whether the entity has a label, in any language when none is named.
func (e *entity) labelled(language graph.Tag) bool {
	for _, n := range e.names {
		if n.relation == graph.Label && (language == "" || n.text.Language == language) {
			return true
		}
	}
	return false
}

// plainText takes out what a text of the graph must not have: control characters, and space at its ends.
func plainText(value string) string {
	clean := strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
			return r
		case r < ' ' || r >= 0x7f && r < 0xa0:
			return ' '
		}
		return r
	}, value)
	return strings.TrimSpace(clean)
}

// oneLine is the same for names and titles, which are written on one line.
func oneLine(value string) string { return strings.Join(strings.Fields(plainText(value)), " ") }

// isAcronym says that a name is a single word of capitals, such as ICMPD or MoHE.
func isAcronym(name string) bool {
	if name == "" || len(name) > 16 || strings.ContainsAny(name, " \t") {
		return false
	}
	capitals, small := 0, 0
	for _, r := range name {
		switch {
		case r >= 'A' && r <= 'Z' || r > 127 && strings.ToLower(string(r)) != string(r):
			capitals++
		case r >= 'a' && r <= 'z' || r > 127:
			small++
		}
	}
	return capitals >= 2 && capitals > small
}

// withoutBracket divides "Kurdistan Regional Government (KRG)" into the name and the acronym.
func withoutBracket(printed string) (name, acronym string) {
	if before, inside, found := strings.Cut(printed, "("); found {
		inside, rest, closed := strings.Cut(inside, ")")
		inside = strings.TrimSpace(inside)
		if closed && strings.TrimSpace(rest) == "" && isAcronym(inside) && strings.TrimSpace(before) != "" {
			return strings.TrimSpace(before), inside
		}
	}
	return printed, ""
}
