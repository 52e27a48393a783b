package names

import (
	"slices"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/lang/messages"
)

// Explain says the reason to a reader in a sentence without a full stop, with the words that it is about as they are
// printed. It is safe for concurrent use.
func (r Reason) Explain(w messages.Writer) string {
	switch r.Kind {
	case WordsAgree:
		return w.Sentence("names.words.agree", graph.Params{"words": r.pairs()})
	case InitialsAgree:
		return w.Sentence("names.initials.agree", graph.Params{"words": r.pairs()})
	case WordsAlike:
		return w.Sentence("names.words.alike", graph.Params{"words": r.pairs()})
	case WordsDiffer:
		return w.Sentence("names.words.differ", graph.Params{"a": r.A, "b": r.B})
	case WordsMissing:
		return w.Sentence("names.words.missing", graph.Params{"words": r.both()})
	case OrderDiffers:
		return w.Sentence("names.order.differs", nil)
	case SuffixDiffers:
		return w.Sentence("names.suffix.differs", graph.Params{"words": r.both()})
	case NotEnough:
		return w.Sentence("names.not-enough", graph.Params{"words": r.both()})
	case NatureDiffers:
		return w.Sentence("names.nature.differs", nil)
	case ScriptDiffers:
		return w.Sentence("names.script.differs", nil)
	case FamilyRare:
		return w.Sentence("names.family.rare", graph.Params{"words": r.pairs()})
	case FamilyCommon:
		return w.Sentence("names.family.common", graph.Params{"words": r.pairs()})
	}
	return r.explainBeside(w)
}

// explainBeside is Explain for what is beside the names of people, and for titles.
func (r Reason) explainBeside(w messages.Writer) string {
	switch r.Kind {
	case AffiliationShared:
		return w.Sentence("names.affiliation.shared", graph.Params{"words": r.pairs()})
	case AffiliationDiffers:
		return w.Sentence("names.affiliation.differs", graph.Params{"a": r.A, "b": r.B})
	case NumbersAgree:
		return w.Sentence("names.numbers.agree", graph.Params{"words": r.pairs()})
	case NumbersDiffer:
		return w.Sentence("names.numbers.differ", graph.Params{"a": r.A, "b": r.B})
	case NumberMissing:
		return w.Sentence("names.number.missing", graph.Params{"words": r.unpaired()})
	case AcronymAgrees:
		return w.Sentence("names.acronym.agrees", graph.Params{"words": r.pairs()})
	case AcronymDiffers:
		return w.Sentence("names.acronym.differs", graph.Params{"a": r.A, "b": r.B})
	}
	return ""
}

// pairs is the words of both names, side by side where they are not the same.
func (r Reason) pairs() []string {
	var list []string
	for i, a := range r.A {
		if i < len(r.B) && r.B[i] != a {
			a += " / " + r.B[i]
		}
		list = append(list, a)
	}
	return slices.Compact(list)
}

// both is the words of either name.
func (r Reason) both() []string { return slices.Compact(slices.Concat(r.A, r.B)) }

// unpaired is the words of the longer list that the shorter one, which begins or ends it, does not have.
func (r Reason) unpaired() []string {
	short, long := r.A, r.B
	if len(short) > len(long) {
		short, long = long, short
	}
	if slices.Equal(short, long[:len(short)]) {
		return long[len(short):]
	}
	return long[:len(long)-len(short)]
}
