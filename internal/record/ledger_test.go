package record

import (
	"context"
	"maps"

	"github.com/wasl-graph/wasl/graph"
)

// ledger keeps facts in the simplest way there is: a map. It is the state that the tests hand to Apply, and what the
// record is held against.
type ledger struct {
	facts     map[graph.Assertion]uint32 // key to change
	documents map[graph.SourceID]graph.Source
	log       []graph.Recorded // without their digests
}

func (l *ledger) Recorded(a graph.Assertion) (uint32, bool) {
	change, found := l.facts[a.Key()]
	return change, found
}

// AsRecorded: a ledger reads everything as it stands there.
func (l *ledger) AsRecorded(a graph.Assertion) []graph.Assertion {
	change, found := l.Recorded(a)
	if !found {
		return nil
	}
	a.Evidence.Change = change
	return []graph.Assertion{a}
}

func (l *ledger) Source(id graph.SourceID) (graph.Source, bool) {
	src, found := l.documents[id]
	return src, found
}

// enter does what a change says: first everything goes that is retracted, then everything comes that is asserted. It
// says whether that came to anything.
func (l *ledger) enter(c graph.Change) bool {
	after := ledger{facts: map[graph.Assertion]uint32{}, documents: map[graph.SourceID]graph.Source{}}
	maps.Copy(after.facts, l.facts)
	maps.Copy(after.documents, l.documents)
	r := graph.Recorded{Author: c.Author, Reason: c.Reason, Time: c.Time, Curated: c.Curated}
	r.Revision.Number = uint32(len(l.log) + 1)
	for _, a := range c.Retract {
		delete(after.facts, a.Key())
	}
	for _, a := range c.Assert {
		if before, found := l.facts[a.Key()]; found {
			after.facts[a.Key()] = before
		} else {
			after.facts[a.Key()] = r.Revision.Number
		}
	}
	for key, number := range l.facts {
		if _, stays := after.facts[key]; !stays {
			key.Evidence.Change = number
			r.Retracted = append(r.Retracted, key)
		}
	}
	r.Added = len(after.facts) + len(r.Retracted) - len(l.facts)
	news := r.Added > 0 || len(r.Retracted) > 0
	for _, src := range c.Sources {
		known, found := l.documents[src.ID]
		known.Imported = src.Imported
		if !found || known != src {
			after.documents[src.ID] = src
			news = true
		}
	}
	if news {
		after.log = append(l.log, r)
		*l = after
	}
	return news
}

// book is a record together with the ledger of what must be in it.
type book struct {
	*Store
	ledger
	t tester
}

// tester is what a book needs of a test, be it one of testing or of rapid.
type tester interface {
	Helper()
	Context() context.Context
	Cleanup(func())
	Errorf(string, ...any)
	Fatalf(string, ...any)
	Fatal(...any)
}

// apply records a change and enters it into the ledger.
func (b *book) apply(c graph.Change) graph.Applied {
	b.t.Helper()
	applied, err := b.Apply(b.t.Context(), c, &b.ledger)
	if err != nil {
		b.t.Fatal(err)
	}
	news := b.enter(c)
	if (applied.Revision != graph.Revision{}) != news {
		b.t.Fatalf("the change came to %v, the ledger says %v", applied.Revision, news)
	}
	return applied
}

// refused expects that a change is refused, and that nothing of it is in the record.
func (b *book) refused(c graph.Change) error {
	b.t.Helper()
	before := b.Revision()
	applied, err := b.Apply(b.t.Context(), c, &b.ledger)
	if err == nil {
		b.t.Fatalf("accepted as %v", applied.Revision)
	}
	if b.Revision() != before {
		b.t.Errorf("a refused change made revision %v", b.Revision())
	}
	b.verify()
	return err
}

// reopen closes a record on disk and opens it again. One in memory stays as it is.
func (b *book) reopen() {
	b.t.Helper()
	if b.folder == "" {
		return
	}
	before := b.Revision()
	if err := b.Close(); err != nil {
		b.t.Fatal(err)
	}
	b.Store = mustOpen(b.t, b.folder)
	if b.Revision() != before {
		b.t.Errorf("revision %v after opening again, was %v", b.Revision(), before)
	}
}
