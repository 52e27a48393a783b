package main

import (
	"context"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/ingest"
	"github.com/wasl-graph/wasl/internal/search"
	"github.com/wasl-graph/wasl/internal/view"
)

// importable is the graph of a server as documents are imported into it.
type importable struct{ live *search.Live }

// Current is the graph as it is now.
func (i importable) Current() (graph.Revision, ingest.Graph) {
	v := i.live.View()
	return v.Revision(), v
}

// Quote is a piece of a text that is kept.
func (i importable) Quote(sha256 string, place graph.Place) (words string, kept bool, err error) {
	return i.live.Quote(sha256, place)
}

// Import records what a document changes.
func (i importable) Import(ctx context.Context, prepare func(graph.Revision, ingest.Graph) (graph.BulkChange, error)) (graph.Recorded, error) {
	return i.live.ApplyBulk(ctx, func(v *view.View) (graph.BulkChange, error) {
		return prepare(v.Revision(), v)
	})
}
