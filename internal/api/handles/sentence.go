package handles

import (
	"slices"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/view"
)

// sentence is a text that is written for a reader, in one of the languages that the server speaks.
func (s *Session) sentence(languages []LanguageTag, write func(*view.Reader) graph.Text) Text {
	r := s.readerFor(languages)
	text := write(r)
	tried := r.Chain.Tags()
	if i := slices.Index(tried, text.Language); i >= 0 {
		tried = tried[:i+1]
	}
	return Text{text: text, reader: r, tried: tried}
}
