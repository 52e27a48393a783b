package gen

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"time"

	"github.com/wasl-graph/wasl/graph"
)

// Options says which graph is meant.
type Options struct {
	Reports int
	Seed    uint64
}

// reportsPerChange is how many reports one change brings, reportsPerSource how many stand in one source.
const (
	reportsPerChange = 1000
	reportsPerSource = 16
)

// Snapshot is the graph that the options name. Its assertions can be read any number of times, and by several goroutines
// at once.
func Snapshot(o Options) graph.Snapshot {
	changes := changesOf(o)
	return graph.Snapshot{
		Revision:   changes[len(changes)-1].Revision,
		Changes:    changes,
		Sources:    sourcesOf(o),
		Assertions: assertionsOf(o),
	}
}

func assertionsOf(o Options) iter.Seq2[graph.Assertion, error] {
	return func(yield func(graph.Assertion, error) bool) {
		run(o, func(a graph.Assertion) bool { return yield(a, nil) })
	}
}

// run hands every assertion to yield until it returns false.
func run(o Options, yield func(graph.Assertion) bool) {
	w := &writer{rand: rand.New(rand.NewPCG(o.Seed, 1)), yield: yield, change: 1, source: vocabulary}
	world := newWorld(o)
	world.write(w)
	chance := newChance(w.rand, world)
	for i := range o.Reports {
		if w.stopped {
			return
		}
		w.change, w.source, w.line = changeOf(i), sourceOf(i), i%reportsPerSource*20
		world.writeReport(w, chance, i)
	}
}

// changeOf is the number of the change that brings a report; change 1 brings everything else.
func changeOf(report int) uint32 { return uint32(2 + report/reportsPerChange) }

// began is the time of the first change.
var began = time.Date(2025, time.January, 1, 8, 0, 0, 0, time.UTC)

// changesOf runs through the whole graph once, to count.
func changesOf(o Options) []graph.Recorded {
	last := uint32(1)
	if o.Reports > 0 {
		last = changeOf(o.Reports - 1)
	}
	changes := make([]graph.Recorded, last)
	for i := range changes {
		number := uint32(i + 1)
		changes[i] = graph.Recorded{
			Revision: graph.Revision{Number: number, Digest: [8]byte{byte(o.Seed), byte(number >> 8), byte(number)}},
			Author:   "generator",
			Reason:   fmt.Sprintf("generated part %d", number),
			Time:     began.Add(time.Duration(i) * time.Hour),
		}
	}
	run(o, func(a graph.Assertion) bool {
		changes[a.Evidence.Change-1].Added++
		return true
	})
	return changes
}

// vocabulary is the source of everything that is not said by a report.
const vocabulary graph.SourceID = "source:vocabulary"

func sourceOf(report int) graph.SourceID {
	return graph.SourceID(fmt.Sprintf("source:listing-%d", report/reportsPerSource))
}

func sourcesOf(o Options) []graph.Source {
	sources := []graph.Source{newSource(vocabulary)}
	for i := 0; i < o.Reports; i += reportsPerSource {
		sources = append(sources, newSource(sourceOf(i)))
	}
	return sources
}

func newSource(id graph.SourceID) graph.Source {
	title := graph.Text{Value: "Generated: " + string(id), Language: graph.English, Standing: graph.Attested}
	s := graph.Source{ID: id, Title: title, Format: graph.ReferenceFormat, Imported: began}
	s.SHA256 = fmt.Sprintf("%064x", len(id))
	return s
}
