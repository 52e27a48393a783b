package search

import (
	"context"
	"strings"

	"github.com/wasl-graph/wasl/graph"
)

// Limits of what is taken for a slip of the hand: words of three letters or more, in which one letter is missing, wrong, too
// many, or has changed places with the next; from six letters on, two, but then the first letter is right. Three letters are
// looked for in names only.
const (
	shortestTypo = 3
	longTypo     = 6
	longestTypo  = 40
	// maxCorrections is how many readings of a query are offered, maxNear how many words are looked at for one.
	// maxUnknown is in how many words of a query.
	maxCorrections = 3
	maxNear        = 5000
	maxUnknown     = 4
)

// DidYouMean offers other readings of a query of which some word is met by nothing at all: with words that stand in a text of
// the graph in its place, the nearest first. Each finds something. Where every word is met there are none, so that nobody who
// asks for Iran is offered Iraq. No word is offered that only hidden labels have.
func (r *Result) DidYouMean(ctx context.Context) []graph.Text {
	if len(r.plan.unknown) == 0 {
		return nil
	}
	x, unknown := r.index, r.plan.unknown
	readings := make([][]correction, len(unknown))
	for i, w := range unknown[:min(len(unknown), maxUnknown)] {
		readings[i] = x.corrections(w.Text)
	}
	var list []graph.Text
	for choice := range maxCorrections {
		text, found := r.plan.query.correct(unknown, readings, choice)
		if found && x.offers(ctx, text) {
			list = append(list, text)
		}
	}
	return list
}

// correction is a word as a text of the graph has it.
type correction struct {
	word     string
	language graph.Tag
}

// correct puts the best words in the place of those that nothing meets, and in the place of the first the one of this choice.
// Words that are like no other stay.
func (q *query) correct(unknown []queryWord, readings [][]correction, choice int) (graph.Text, bool) {
	text := graph.Text{Language: graph.Undetermined}
	var b strings.Builder
	at, corrected, chosen := 0, false, false
	for i, w := range unknown {
		if len(readings[i]) == 0 || w.Start < at { // one sign may be several words
			continue
		}
		pick := 0
		if !chosen {
			if choice >= len(readings[i]) {
				return text, false
			}
			pick, chosen = choice, true
		}
		b.WriteString(string(q.runes[at:w.Start]))
		b.WriteString(readings[i][pick].word)
		text.Language = readings[i][pick].language
		at, corrected = w.End, true
	}
	b.WriteString(string(q.runes[at:]))
	text.Value = strings.TrimSpace(b.String())
	return text, corrected
}

// offers says whether a reading may be offered: it finds something, and names nothing by a hidden label.
func (x *Index) offers(ctx context.Context, text graph.Text) bool {
	result, err := x.Search(ctx, Request{Query: text.Value})
	if err != nil || result.Len() == 0 {
		return false
	}
	for _, u := range result.plan.units {
		hides := len(u.named) > 0
		for _, c := range u.named {
			hides = hides && c.field == hidden
		}
		if hides {
			return false
		}
		for i := range u.words {
			if x.onlyHidden(&u.words[i]) {
				return false
			}
		}
	}
	return true
}
