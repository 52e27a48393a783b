package handles

import (
	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/lang"
	"github.com/wasl-graph/wasl/internal/view"
)

// Text is a string with its receipt.
type Text struct {
	text   graph.Text
	reader *view.Reader // whose chain chose the text; nil for a text that is shown as it is, whoever reads it
	tried  []graph.Tag  // the chain up to the tag that found it; shared with the chain
	name   bool         // a person's printed name, which belongs to every language
	source func() *Source
}

// served is a text that was chosen for a reader.
func (s *Session) served(r *view.Reader, t view.Served) Text {
	chain := r.Chain.Tags()
	tried := chain[:min(t.Tried, len(chain))]
	return Text{text: t.Text, reader: r, tried: tried, source: func() *Source { return s.sourceOf(t) }}
}

// asIs is a text that was not chosen among others.
func (s *Session) asIs(t view.Served) Text {
	return Text{text: t.Text, source: func() *Source { return s.sourceOf(t) }}
}

func (s *Session) sourceOf(t view.Served) *Source {
	source, found := s.view.SourceOf(t)
	if !found {
		return nil
	}
	return &Source{s, source}
}

// written chooses among texts of the program's own, such as the labels of relations, which have no source.
func (s *Session) written(languages []LanguageTag, texts []graph.Text) Text {
	r := s.readerFor(languages)
	i, tried := lang.Pick(r.Chain, texts)
	return Text{text: texts[i], reader: r, tried: tried}
}

// Value is the string itself.
func (t Text) Value() string { return t.text.Value }

// Language is the language that was served.
func (t Text) Language() LanguageTag { return LanguageTag(t.text.Language) }

// Direction is that of the language's script, or of the text itself where it has no language.
func (t Text) Direction() TextDirection { return TextDirection(lang.DirectionOf(t.text)) }

// Kind says how the text came to be in its language.
func (t Text) Kind() TextKind { return TextKind(t.text.Kind) }

// Standing says how well the text is vouched for.
func (t Text) Standing() LabelStanding { return LabelStanding(t.text.Standing) }

// Requested is the first language that was asked for.
func (t Text) Requested() *LanguageTag {
	if t.reader == nil {
		return nil
	}
	tag, asked := t.reader.Chain.Requested()
	if !asked {
		return nil
	}
	requested := LanguageTag(tag)
	return &requested
}

// IsFallback says that the text stands in for one in the language that was asked for.
func (t Text) IsFallback() bool {
	if t.reader == nil || t.name && t.text.Language == graph.Multiple {
		return false
	}
	return t.reader.Chain.IsFallback(t.text.Language)
}

// TriedLanguages is the chain up to the language that was served. A form of the language that was asked for, or any
// language at all, stands last though the chain does not name it.
func (t Text) TriedLanguages() []LanguageTag {
	tags := make([]LanguageTag, 0, len(t.tried)+1)
	for _, tag := range t.tried {
		tags = append(tags, LanguageTag(tag))
	}
	if len(tags) == 0 || tags[len(tags)-1] != t.Language() {
		tags = append(tags, t.Language())
	}
	return tags
}

// Source is where the text was read.
func (t Text) Source() *Source {
	if t.source == nil {
		return nil
	}
	return t.source()
}
