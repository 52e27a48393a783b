package ingest

import (
	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/ingest/resolve"
)

// Counts says what became of the entities of a kind that a document speaks of.
type Counts struct {
	New      int `json:"new"`      // the graph did not know them
	Changed  int `json:"changed"`  // the graph knew them and learns something, or forgets something, about them
	Known    int `json:"known"`    // the graph knew all that the document says about them
	Gone     int `json:"gone"`     // nobody speaks of them any more
	Rejected int `json:"rejected"` // records that can't be read
}

// The most that a result lists. What is beyond is counted.
const (
	maxNotices     = 10_000
	maxResolutions = 10_000
)

// Result is what an import came to. It is complete when the change has been applied, or tried.
type Result struct {
	File   string
	Source graph.SourceID
	Format string
	// Encoding is that in which the document's bytes were read, "UTF-8" for most.
	Encoding string
	// Records are the publications that were read.
	Records int
	// Kinds counts the entities of each kind.
	Kinds map[graph.Kind]*Counts
	// Notices are what was not understood, in the order of the document; NoticeCount counts those that are not listed too.
	Notices     Faults
	NoticeCount int
	// Rejected are the records that can't be read.
	Rejected Faults
	// Resolutions are the names that met an entity which the graph knew, each once, with the reason. Resolved counts all names
	// by the way in which they were resolved.
	Resolutions []resolve.Resolution
	Resolved    map[resolve.How]int
	// Candidates counts what may be the same as something else, and UnknownTags the tags that are no theme's name.
	Candidates, UnknownTags int
	// Withheld counts the statements that the document makes and that were left out, because curators took them back.
	Withheld int

	broken Faults
	listed map[listedName]bool
}

type listedName struct {
	kind                 graph.Kind
	printed, affiliation string
}

func (r *Result) count(k graph.Kind) *Counts {
	if r.Kinds == nil {
		r.Kinds = map[graph.Kind]*Counts{}
	}
	if r.Kinds[k] == nil {
		r.Kinds[k] = &Counts{}
	}
	return r.Kinds[k]
}

// resolved keeps how a name was resolved.
func (r *Result) resolved(n resolve.Resolution) {
	r.Resolved[n.How]++
	switch n.How {
	case resolve.AsNew, resolve.ByRepetition, resolve.ByBefore:
		return
	}
	key := listedName{n.Kind, n.Printed, n.Affiliation}
	if len(r.Resolutions) == maxResolutions || r.listed[key] {
		return
	}
	if r.listed == nil {
		r.listed = map[listedName]bool{}
	}
	r.listed[key] = true
	r.Resolutions = append(r.Resolutions, n)
}

// seen are the entities that a document speaks of, and whether anything about them is news.
type seen map[graph.ID]news

type news uint8

const (
	spoken news = 1 << iota
	learned
	lost
)

// take keeps what an assertion speaks of.
func (s seen) take(a graph.Assertion, before bool) {
	s[a.Subject] |= spoken
	if !before {
		s[a.Subject] |= learned
	}
	for _, id := range []graph.ID{a.Object.Entity, a.Evidence.Printed.Affiliation} {
		if id != "" {
			s[id] |= spoken
		}
	}
}

// lose keeps that an assertion is taken back.
func (s seen) lose(a graph.Assertion) {
	s[a.Subject] |= lost
	for _, id := range []graph.ID{a.Object.Entity, a.Evidence.Printed.Affiliation} {
		if id != "" {
			s[id] |= 0 // it may be gone altogether
		}
	}
}

// Result is what the import came to so far.
func (i *Import) Result() Result {
	rejected := i.result.count(graph.KindReport).Rejected
	i.result.Kinds = nil
	i.result.count(graph.KindReport).Rejected = rejected
	for id, n := range i.seen {
		c := i.result.count(id.Kind())
		switch existed := i.resolver.Existed(id); {
		case n&spoken == 0 && i.resolver.Others(id):
			if n&lost != 0 {
				c.Changed++
			}
		case n&spoken == 0:
			c.Gone++
		case !existed:
			c.New++
		case n&(learned|lost) != 0:
			c.Changed++
		default:
			c.Known++
		}
	}
	return i.result
}
