package names

import "strings"

// qualified puts what stands in brackets behind a title or a degree and is part of it together with it: "Mag. (FH)" is one
// word. Text is what the tokens were scanned from.
func (v *vocabulary) qualified(text string, tokens []token) []token {
	joined := tokens[:0:0]
	for i := 0; i < len(tokens); i++ {
		t := tokens[i]
		if i+3 < len(tokens) && v.isQualified(tokens[i:i+4]) {
			t.end = tokens[i+3].end
			t.text = text[t.start:t.end]
			i += 3
		}
		joined = append(joined, t)
	}
	return joined
}

func (v *vocabulary) isQualified(four []token) bool {
	head, opening, word, closing := four[0], four[1], four[2], four[3]
	return opening.kind == anOpening && closing.kind == aClosing && v.qualifiers.hasWord(word) &&
		(v.titles.hasWord(head) || v.degrees.hasWord(head))
}

// unqualified is a word without what stands behind it in brackets.
func (t token) unqualified() string {
	if !strings.HasSuffix(t.text, ")") {
		return t.text
	}
	head, _, _ := strings.Cut(t.text, "(")
	return strings.TrimRight(head, " ")
}
