package handles

import (
	"github.com/wasl-graph/wasl/graph"
)

// Evidence is one reason for a statement.
type Evidence struct {
	s        *Session
	evidence graph.Evidence
}

// Source is where it was read.
func (e Evidence) Source() Source {
	source := e.s.source(e.evidence.Source)
	if source == nil { // every source that evidence names is in the view
		return Source{e.s, graph.Source{ID: e.evidence.Source}}
	}
	return *source
}

// Quote is the words that it was taken from: those that stand beside it, or those at its place in a text that is kept.
// Which language they are in is not recorded.
func (e Evidence) Quote() (*Text, error) {
	words := e.evidence.Words
	if words == "" && e.evidence.Place.Unit == graph.Chars {
		var err error
		// A text that is not kept has no words anywhere.
		if words, _, err = e.s.documents.Quote(e.Source().source.SHA256, e.evidence.Place); err != nil {
			return nil, err
		}
	}
	if words == "" {
		return nil, nil
	}
	return &Text{text: graph.Text{Value: words, Language: graph.Undetermined, Standing: graph.Attested}}, nil
}

// Start is where the words begin, in code points.
func (e Evidence) Start() *int32 { return e.char(e.evidence.Place.Start) }

// End is where the words end, in code points.
func (e Evidence) End() *int32 { return e.char(e.evidence.Place.End) }

func (e Evidence) char(n int) *int32 {
	if e.evidence.Place.Unit != graph.Chars {
		return nil
	}
	at := int32(n)
	return &at
}

// Line is the line that the words stand on, from 1.
func (e Evidence) Line() *int32 {
	line := int32(e.evidence.Place.Line())
	if line == 0 {
		return nil
	}
	return &line
}

// Method is how the fact was taken from the source.
func (e Evidence) Method() ExtractionMethod { return ExtractionMethod(e.evidence.Method) }

// Confidence is how sure the fact is on this evidence alone.
func (e Evidence) Confidence() float64 { return e.evidence.Confidence() }

// Rule is the rule of an inferred fact.
func (e Evidence) Rule() *string {
	if e.evidence.Rule == "" {
		return nil
	}
	rule := string(e.evidence.Rule)
	return &rule
}

// Source is what facts rest on.
type Source struct {
	s      *Session
	source graph.Source
}

func (s *Session) source(id graph.SourceID) *Source {
	source, found := s.view.Source(id)
	if !found {
		return nil
	}
	return &Source{s, source}
}

// ID is the source's id.
func (s Source) ID() string { return string(s.source.ID) }

// Title is what the source is called.
func (s Source) Title() Text { return Text{text: s.source.Title} }

// URL is where it was read.
func (s Source) URL() *URI {
	if s.source.URL == "" {
		return nil
	}
	url := URI(s.source.URL)
	return &url
}

// Format is its media type.
func (s Source) Format() string { return s.source.Format }

// ImportedAt is when it was read.
func (s Source) ImportedAt() DateTime { return DateTime(s.source.Imported) }

// Sha256 is the digest of the document.
func (s Source) Sha256() string { return s.source.SHA256 }
