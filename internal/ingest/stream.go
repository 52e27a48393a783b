package ingest

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/ingest/fault"
	"github.com/wasl-graph/wasl/internal/ingest/read"
	"github.com/wasl-graph/wasl/internal/ingest/understand"
	"github.com/wasl-graph/wasl/internal/ingest/work"
)

// assert reads the document's publications one after the other and yields what each of them states.
func (i *Import) assert(ctx context.Context, g Graph, vocabulary *understand.Vocabulary) iter.Seq2[graph.Assertion, error] {
	return func(yield func(graph.Assertion, error) bool) {
		for m, err := range i.understood(ctx, vocabulary) {
			if err == nil {
				err = i.publication(&m, yield)
			} else if f, is := errors.AsType[fault.Fault](err); is {
				err = nil
				i.fault(f)
			}
			if errors.Is(err, errEnough) {
				return
			}
			if err != nil {
				yield(graph.Assertion{}, err)
				return
			}
		}
		i.finish(g, yield)
		if all := len(i.document.Text); i.options.Progress != nil {
			i.options.Progress(all, all)
		}
		i.resolver.Rest() // the record has yet to write what it was told, and needs the memory
	}
}

// ahead is how many publications are read before they are asked for.
const ahead = 256

// understood reads and understands publications, in their order. This goes on while others wait for the disk.
func (i *Import) understood(ctx context.Context, vocabulary *understand.Vocabulary) iter.Seq2[understand.Meaning, error] {
	type item struct {
		meaning understand.Meaning
		err     error
	}
	return func(yield func(understand.Meaning, error) bool) {
		ctx, stop := context.WithCancel(ctx)
		items := make(chan item, ahead)
		go func() {
			defer close(items)
			for w, err := range read.Works(ctx, i.document, i.format) {
				next := item{err: err}
				if err == nil {
					next.meaning = understand.Understand(vocabulary, &w)
				}
				select {
				case items <- next:
				case <-ctx.Done():
					if err == nil {
						err = ctx.Err()
					}
					items <- item{err: err} // there is room, or somebody who takes it
					return
				}
			}
		}()
		defer func() {
			stop()
			for range items { // so that nothing is left running
				continue
			}
		}()
		for next := range items {
			if !yield(next.meaning, next.err) {
				return
			}
		}
	}
}

// errEnough ends a sequence that nobody wants to go on.
var errEnough = errors.New("enough")

// fault takes what the reader could not read.
func (i *Import) fault(f fault.Fault) {
	switch f.Grade {
	case fault.Noted:
		i.notice(f)
	case fault.Rejected:
		i.result.count(graph.KindReport).Rejected++
		i.result.Rejected = append(i.result.Rejected, f)
	case fault.Broken:
		i.result.broken = append(i.result.broken, f)
	}
}

// refused says that nothing of the document will be kept: it is read on only to find what else is wrong.
func (i *Import) refused() bool {
	return len(i.result.broken) > 0 || len(i.result.Rejected) > 0 && !i.options.SkipRejected
}

// publication resolves one publication and yields what it states.
func (i *Import) publication(m *understand.Meaning, yield func(graph.Assertion, error) bool) error {
	if i.options.Progress != nil {
		i.options.Progress(m.Work.At.End, len(i.document.Text))
	}
	if i.refused() {
		return nil
	}
	i.result.Records++
	added := i.resolver.Add(m)
	for _, n := range slices.Concat(m.Notices, added.Notices) {
		if err := i.notUnderstood(n, m.Work); err != nil {
			return err
		}
	}
	for _, r := range added.Resolutions {
		i.result.resolved(r)
	}
	for _, c := range added.Candidates {
		i.result.Candidates++
		if err := i.review(candidateEntry(i, c)); err != nil {
			return err
		}
	}
	for _, a := range added.Assertions {
		a.Statement = i.curators.as(a.Statement)
		if i.curators.took(a.Statement) && !i.before.knows(a) {
			if err := i.withhold(a, m.Work.Line); err != nil {
				return err
			}
			continue
		}
		if !i.yield(a, yield) {
			return errEnough
		}
	}
	return nil
}

// yield hands on one assertion and keeps that it was made.
func (i *Import) yield(a graph.Assertion, yield func(graph.Assertion, error) bool) bool {
	known := i.before.say(a)
	i.seen.take(a, known)
	i.curators.say(a)
	return yield(a, nil)
}

// finish ends the stream: with the faults that refuse the document, or with what others need of what the document said before.
func (i *Import) finish(g Graph, yield func(graph.Assertion, error) bool) {
	unmet, notices := i.options.Decisions.unmet(i.source.ID, i.resolver)
	for _, n := range notices {
		i.notice(n)
	}
	faults := append(i.result.broken, unmet...)
	if !i.options.SkipRejected || len(faults) > 0 {
		faults = append(faults, i.result.Rejected...)
	}
	if err := faults.OrNil(); err != nil {
		yield(graph.Assertion{}, err)
		return
	}
	if !i.unnamed(g, yield) {
		return
	}
	for a := range i.before.unsaid(g) {
		a, left, err := i.leftOver(a)
		if err != nil {
			yield(graph.Assertion{}, err)
			return
		}
		if left && !i.yield(a, yield) {
			return
		}
	}
}

// leftOver is what stays of an assertion that the document made before and does not make any more: what curators say themselves, and
// the name of what others still speak of.
func (i *Import) leftOver(a graph.Assertion) (left graph.Assertion, stays bool, err error) {
	switch {
	case i.curators.alone(a.Statement):
		if a.Evidence.Method != graph.Curated {
			break // the document's own words, which it has no more
		}
		place, found, err := i.placeNow(a.Evidence.Place)
		if found || err != nil {
			a.Evidence.Place = place
			return a, found, err
		}
	case a.Relation != graph.Label || !i.resolver.Orphan(a.Subject):
		return a, false, nil
	}
	// the words stand nowhere in the document any more
	a.Evidence = graph.Evidence{Source: i.source.ID, Method: graph.Curated}
	return a, true, nil
}

// retract yields what the document said before and does not say any more.
func (i *Import) retract(g Graph) iter.Seq[graph.Assertion] {
	return func(yield func(graph.Assertion) bool) {
		for a := range i.before.unsaid(g) {
			i.seen.lose(a)
			if !yield(a) {
				return
			}
		}
	}
}

// notUnderstood keeps a notice, with its line.
func (i *Import) notUnderstood(n understand.Notice, w *work.Work) error {
	line := w.Line
	if !n.At.IsZero() {
		line = i.document.Line(n.At.Start)
	}
	if n.Kind == tagNotice {
		if i.resolver.DecidedTag(n.Words) {
			return nil
		}
		if err := i.unknownTag(n, line); err != nil {
			return err
		}
	}
	i.notice(fault.Fault{File: i.document.Name, Line: line, What: fmt.Sprintf("%s %q: %s", n.Kind, clip(n.Words), n.Why), Grade: fault.Noted})
	return nil
}

func (i *Import) notice(f fault.Fault) {
	i.result.NoticeCount++
	if len(i.result.Notices) < maxNotices {
		i.result.Notices = append(i.result.Notices, f)
	}
}

// clip shortens words for a sentence.
func clip(s string) string {
	const most = 80
	n := 0
	for at := range s {
		if n == most {
			return s[:at] + "…"
		}
		n++
	}
	return s
}
