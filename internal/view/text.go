package view

import (
	"slices"

	"github.com/wasl-graph/wasl/graph"
)

// textTable holds every text once. Texts are numbered in the order of the statements, so that what is read together
// stands together.
type textTable struct {
	values column
	traits []traits
}

// traits are a text's properties beside its value.
type traits struct {
	language uint16 // index into View.languages
	kind     graph.TextKind
	standing graph.LabelStanding
}

func (v *View) text(i uint32) graph.Text {
	t := v.texts.traits[i]
	return graph.Text{
		Value:    v.texts.values.at(i),
		Language: v.languages[t.language],
		Kind:     t.kind,
		Standing: t.standing,
	}
}

// textNumbers numbers texts as they are used.
type textNumbers struct {
	in        *intake
	languages map[graph.Tag]uint16
	numbers   map[textVariant]uint32
	values    columnBuilder
	traits    []traits
}

// textVariant is a text as one statement sees it, with the kind and standing that its surest evidence gives it.
type textVariant struct {
	text     uint32 // provisional
	kind     graph.TextKind
	standing graph.LabelStanding
}

func newTextNumbers(in *intake, v *View) *textNumbers {
	return &textNumbers{in: in, languages: in.numberLanguages(v), numbers: map[textVariant]uint32{}}
}

// number is the number of the text in which a row ends.
func (t *textNumbers) number(r row) uint32 {
	variant := textVariant{r.object, r.proof.kind, r.proof.standing}
	n, known := t.numbers[variant]
	if !known {
		text := t.in.texts.values[r.object]
		n = t.values.add(text.value)
		t.traits = append(t.traits, traits{t.languages[text.language], variant.kind, variant.standing})
		t.numbers[variant] = n
	}
	return n
}

func (t *textNumbers) finish(v *View) {
	v.texts = textTable{t.values.column(), slices.Clone(t.traits)}
}
