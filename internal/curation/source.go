package curation

import (
	"crypto/sha256"
	"encoding/hex"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/view"
)

// ownSource is what a fact rests on that a curator enters without naming a source: the curator's word.
const ownSource graph.SourceID = "source:curation"

// curation is the source for what curators enter. It comes into the graph with the first fact that rests on it.
func curation() graph.Source {
	s := graph.Source{
		ID:     ownSource,
		Title:  graph.Text{Value: "Entered by the curators of this graph", Language: graph.English, Standing: graph.Attested},
		Format: graph.ReferenceFormat,
	}
	sum := sha256.Sum256([]byte(s.ReferenceText()))
	s.SHA256 = hex.EncodeToString(sum[:])
	return s
}

// entered is the evidence for what a curator enters without naming a source.
func entered() graph.Evidence { return graph.Evidence{Source: ownSource, Method: graph.Curated} }

// withSource adds the curators' source to a change that is the first to rest on it.
func withSource(c graph.Change, v *view.View) graph.Change {
	if _, known := v.Source(ownSource); known {
		return c
	}
	for _, a := range c.Assert {
		if a.Evidence.Source == ownSource {
			s := curation()
			s.Imported = c.Time
			c.Sources = append(c.Sources, s)
			return c
		}
	}
	return c
}
