package metrics

import (
	"time"

	"github.com/prometheus/client_golang/prometheus"
)

// Graph is what is to be said of the graph at one moment.
type Graph struct {
	Revision   uint64 // its number
	Statements int
	Entities   []Count
	// ViewBuild and IndexBuild are how long it took to make what is being served, after the last change or at the start.
	ViewBuild, IndexBuild time.Duration
	// RecordBytes is the size of the record on disk; less than 0 when it is not known.
	RecordBytes int64
}

// Count is how many entities of a kind there are.
type Count struct {
	Kind string // as the program names it, such as report
	N    int
}

// Follow says where to learn of the graph. Look is called when somebody looks at the numbers, from any goroutine; before
// Follow nothing is said of a graph.
func (m *Metrics) Follow(look func() Graph) { m.graph.Store(&look) }

var (
	revision   = described("wasl_graph_revision", "Number of the revision that is served.")
	statements = described("wasl_graph_statements", "Statements in the graph.")
	entities   = described("wasl_graph_entities", "Entities in the graph, by kind.", "kind")
	viewBuild  = described("wasl_view_build_seconds", "How long it took to make the view that is served.")
	indexBuild = described("wasl_index_build_seconds", "How long it took to make the text index of the view that is served.")
	record     = described("wasl_record_bytes", "Size of the record on disk.")
)

func described(name, help string, labels ...string) *prometheus.Desc {
	return prometheus.NewDesc(name, help, labels, nil)
}

// graphCollector looks at the graph once for all of its numbers, so that they are of one moment.
type graphCollector struct{ m *Metrics }

// Describe names the numbers.
func (graphCollector) Describe(to chan<- *prometheus.Desc) {
	for _, d := range []*prometheus.Desc{revision, statements, entities, viewBuild, indexBuild, record} {
		to <- d
	}
}

// Collect reads them.
func (c graphCollector) Collect(to chan<- prometheus.Metric) {
	look := c.m.graph.Load()
	if look == nil {
		return
	}
	g := (*look)()
	say := func(what *prometheus.Desc, value float64, labels ...string) {
		to <- prometheus.MustNewConstMetric(what, prometheus.GaugeValue, value, labels...)
	}
	say(revision, float64(g.Revision))
	say(statements, float64(g.Statements))
	for _, count := range g.Entities {
		say(entities, float64(count.N), count.Kind)
	}
	say(viewBuild, g.ViewBuild.Seconds())
	say(indexBuild, g.IndexBuild.Seconds())
	if g.RecordBytes >= 0 {
		say(record, float64(g.RecordBytes))
	}
}
