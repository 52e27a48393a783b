package handles

import (
	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/lang"
	"github.com/wasl-graph/wasl/internal/view"
)

// Facet is how a list of reports is spread over a dimension.
type Facet struct {
	s         *Session
	Dimension FacetDimension
	counted   view.Facet
}

// OtherCount is the sum of the buckets that are not shown.
func (f Facet) OtherCount() int32 { return int32(f.counted.Other) }

// MissingCount is the number of reports without a value.
func (f Facet) MissingCount() int32 { return int32(f.counted.Missing) }

// Buckets are the fullest values.
func (f Facet) Buckets() []FacetBucket {
	list := make([]FacetBucket, len(f.counted.Buckets))
	for i, b := range f.counted.Buckets {
		list[i] = FacetBucket{f.s, f.Dimension, b}
	}
	return list
}

// FacetBucket is one value of a dimension.
type FacetBucket struct {
	s      *Session
	by     FacetDimension
	bucket view.Bucket
}

// Key is the value as a filter takes it.
func (b FacetBucket) Key() string { return b.bucket.Key }

// Count is how many reports have the value.
func (b FacetBucket) Count() int32 { return int32(b.bucket.Count) }

func (b FacetBucket) hasEntity() bool {
	return graph.Dimension(b.by) != graph.ByYear && graph.Dimension(b.by) != graph.ByLanguage
}

// Entity is what the value stands for.
func (b FacetBucket) Entity() Entity {
	if !b.hasEntity() {
		return nil
	}
	return b.s.Entity(b.bucket.Node)
}

// Label is the value for a reader.
func (b FacetBucket) Label(languages []LanguageTag) Text {
	switch graph.Dimension(b.by) {
	case graph.ByYear:
		return Text{text: graph.CodeObject(b.bucket.Key).Text}
	case graph.ByLanguage:
		return b.s.written(languages, lang.NameOf(graph.Tag(b.bucket.Key)))
	}
	return entity{s: b.s, n: b.bucket.Node}.Label(languages)
}
