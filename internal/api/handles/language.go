package handles

import (
	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/lang"
)

// Language is a language in which texts are written.
type Language struct {
	s   *Session
	tag graph.Tag
}

// languages are some languages by their names in the reader's language.
func (s *Session) languages(tags []graph.Tag) []Language {
	s.reader.SortLanguages(tags)
	list := make([]Language, len(tags))
	for i, tag := range tags {
		list[i] = Language{s, tag}
	}
	return list
}

// Tag is its BCP 47 tag.
func (l Language) Tag() LanguageTag { return LanguageTag(l.tag) }

// Label is its name.
func (l Language) Label(languages []LanguageTag) Text {
	return l.s.written(languages, lang.NameOf(l.tag))
}

// Direction is the way it is written.
func (l Language) Direction() TextDirection { return TextDirection(lang.Direction(l.tag)) }
