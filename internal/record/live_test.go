package record

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/search"
	"github.com/wasl-graph/wasl/internal/view"
)

// What is proposed to a server goes through the view and its index. Here all three are together.

// mustLive is the index of a record, through which changes go.
func mustLive(t tester, s *Store) *search.Live {
	t.Helper()
	views, err := view.NewLive(t.Context(), s)
	if err != nil {
		t.Fatal(err)
	}
	live, err := search.NewLive(t.Context(), views)
	if err != nil {
		t.Fatal(err)
	}
	return live
}

// height is the number in the label of an entity, 0 without one. A label that raise gave has one more than the one before.
func height(v *view.View, id graph.ID) int {
	n, found := v.Find(id)
	if !found {
		return 0
	}
	texts := v.Texts(nil, n, graph.Label)
	if len(texts) != 1 {
		return -1
	}
	height, _ := strconv.Atoi(texts[0].Value[strings.LastIndexByte(texts[0].Value, ' ')+1:])
	return height
}

func heightLabel(id graph.ID, height int) graph.Assertion {
	return label(id, fmt.Sprintf("Height %d", height))
}

// raise reads the heights of entities and makes each one higher. If it were worked out on anything but what the changes
// before it left, a height would be given twice.
func raise(v *view.View, ids ...graph.ID) graph.Change {
	c := change()
	for _, id := range ids {
		now := height(v, id)
		if now > 0 {
			c.Retract = append(c.Retract, heightLabel(id, now))
		}
		c.Assert = append(c.Assert, heightLabel(id, now+1))
	}
	return c
}

// step is one proposal of the test below, and what became of it.
type step struct {
	kind     string
	entities []graph.ID
	expected graph.Revision
	change   graph.Change // as it was prepared last
	revision graph.Revision
	err      error
}

func drawStep(r *rapid.T) step {
	s := step{kind: rapid.SampledFrom([]string{"raise", "raise", "raise", "whole", "expect", "nothing", "refuse", "wrong", "panic", "large"}).Draw(r, "kind")}
	id := rapid.SampledFrom([]graph.ID{"report:a", "report:b", "report:c", "report:d"})
	s.entities = rapid.SliceOfNDistinct(id, 1, 2, rapid.ID[graph.ID]).Draw(r, "entities")
	return s
}

// take proposes the step.
func (s *step) take(ctx context.Context, live *search.Live) {
	p := view.Proposal{Concerns: s.entities, Prepare: func(v *view.View) (graph.Change, error) {
		s.change = raise(v, s.entities...)
		switch s.kind {
		case "nothing":
			s.change = change()
		case "refuse":
			return graph.Change{}, errRefused
		case "wrong":
			s.change.Assert = append(s.change.Assert, label("nothing", "wrong"))
		case "panic":
			panic("a mistake")
		case "large":
			s.change.Assert = append(s.change.Assert, many(50, 1000*len(v.Changes()))...)
		}
		return s.change, nil
	}}
	switch s.kind {
	case "whole":
		p.Concerns = nil
	case "expect":
		s.expected = live.View().Revision()
		p.Expected = s.expected.String()
	}
	var outcome search.Outcome
	outcome, s.err = live.Propose(ctx, p)
	s.revision = outcome.Revision
}

// TestProposalsAtOnceAreOneAfterTheOther: whatever several propose at once makes the same revisions as the same changes
// in the order of their numbers, and nobody's change is lost.
func TestProposalsAtOnceAreOneAfterTheOther(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		b, serial := inMemory(r), inMemory(r)
		b.batch, b.together = 30, 1
		live := mustLive(r, b.Store)
		writers := rapid.SliceOfN(rapid.SliceOfN(rapid.Custom(drawStep), 1, 6), 1, 8).Draw(r, "writers")
		var all sync.WaitGroup
		for _, steps := range writers {
			all.Go(func() {
				for i := range steps {
					steps[i].take(r.Context(), live)
				}
			})
		}
		all.Wait()
		made := accepted(r, slices.Concat(writers...))
		heights := map[graph.ID]int{}
		for _, s := range made {
			if applied := serial.apply(s.change); applied.Revision != s.revision {
				r.Fatalf("a %s made %v, alone it makes %v", s.kind, s.revision, applied.Revision)
			}
			for _, id := range s.entities {
				heights[id]++
			}
		}
		b.ledger = serial.ledger
		b.verify()
		for id, want := range heights {
			if got := height(live.View(), id); got != want {
				r.Errorf("%s was raised %d times, and is %d high", id, want, got)
			}
		}
		followed(r, live, b.Store)
	})
}

// accepted are the steps that made a revision, in the order of their numbers. The others must have had a reason.
func accepted(r *rapid.T, steps []step) []step {
	var made []step
	for _, s := range steps {
		code := graph.CodeOf(s.err)
		switch {
		case s.kind == "nothing":
			if s.err != nil {
				r.Fatalf("nothing was refused with %v", s.err)
			}
		case s.err == nil:
			made = append(made, s)
			if s.kind == "expect" && s.revision.Number != s.expected.Number+1 {
				r.Fatalf("a change that is meant for %v made %v", s.expected, s.revision)
			}
		case s.kind == "refuse" && errors.Is(s.err, errRefused), s.kind == "wrong" && code == graph.BadInput,
			s.kind == "expect" && code == graph.Conflict, s.kind == "panic" && strings.Contains(s.err.Error(), "a mistake"):
		default:
			r.Fatalf("a %s ended with %v", s.kind, s.err)
		}
	}
	slices.SortFunc(made, func(a, b step) int { return cmp.Compare(a.revision.Number, b.revision.Number) })
	return made
}

// followed expects the current view to hold what is read from the record.
func followed(t tester, live *search.Live, s *Store) {
	t.Helper()
	err := s.Snapshot(t.Context(), func(snapshot graph.Snapshot) error {
		fresh, err := view.Build(t.Context(), snapshot)
		if err != nil {
			return err
		}
		v := live.View()
		if v.Revision() != fresh.Revision() || len(v.Changes()) != len(fresh.Changes()) || !reflect.DeepEqual(v.Sources(), fresh.Sources()) ||
			!slices.Equal(slices.Collect(v.Assertions()), slices.Collect(fresh.Assertions())) {
			t.Errorf("the view at %v is not the one that is read from the record at %v", v.Revision(), fresh.Revision())
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestReadsGoOnWhenWritesFail: several changes fail together, what is served stays as it was, and the next ones work.
func TestReadsGoOnWhenWritesFail(t *testing.T) {
	b := onDisk(t)
	live := mustLive(t, b.Store)
	f := b.makeFaulty()
	propose := func(round int) (failed int) {
		errs := make([]error, 8)
		var all sync.WaitGroup
		for i := range errs {
			id := graph.ID(fmt.Sprintf("report:%d-%d", round, i))
			all.Go(func() {
				_, errs[i] = live.Propose(t.Context(), view.Proposal{Concerns: []graph.ID{id}, Prepare: func(v *view.View) (graph.Change, error) {
					return raise(v, id), nil
				}})
			})
		}
		all.Wait()
		for i, err := range errs {
			if err == nil {
				b.enter(change(heightLabel(graph.ID(fmt.Sprintf("report:%d-%d", round, i)), 1)))
			} else if failed++; !injected(err) {
				t.Error(err)
			}
		}
		return failed
	}
	for round := range 3 {
		before := live.Index()
		f.failBegin = true
		if failed := propose(round); failed != 8 || live.Index() != before {
			t.Errorf("%d of 8 failed; the index is the same: %t", failed, live.Index() == before)
		}
		if _, err := live.Index().Search(t.Context(), search.Request{Query: "Height"}); err != nil {
			t.Errorf("searching: %v", err)
		}
		f.heal()
		f.failCommit = 1
		if failed := propose(round); failed == 0 {
			t.Error("a commit failed, and every change is acknowledged")
		}
		f.heal()
		if failed := propose(10 + round); failed != 0 {
			t.Errorf("%d of 8 failed after it", failed)
		}
		followed(t, live, b.Store)
	}
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	b.Store = mustOpen(t, b.folder)
	if _, err := b.Check(t.Context()); err != nil {
		t.Error(err)
	}
	followed(t, live, b.Store)
}

// BenchmarkPropose has several writers make small changes at once. It says how many changes come a second, and how often
// the disk is waited for: a transaction syncs its pages, and then the revision that makes them count.
func BenchmarkPropose(b *testing.B) {
	for _, reports := range []int{100, 2000} {
		for _, writers := range []int{1, 8, 64} {
			b.Run(fmt.Sprintf("reports=%d/writers=%d", reports, writers), func(b *testing.B) {
				book := onDisk(b)
				c := change(reportFacts(reports)...)
				for _, id := range entitiesOf(c.Assert) {
					c.Assert = append(c.Assert, label(id, string(id)))
				}
				book.apply(c)
				live := mustLive(b, book.Store)
				f := book.makeFaulty()
				b.ReportAllocs()
				b.ResetTimer()
				proposeAll(b, live, writers)
				b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "changes/s")
				b.ReportMetric(2*float64(f.commits)/float64(b.N), "syncs/change")
			})
		}
	}
}

// entitiesOf are those that reports refer to, each once.
func entitiesOf(list []graph.Assertion) []graph.ID {
	var ids []graph.ID
	for _, a := range list {
		if a.Object.Form() == graph.ToEntity {
			ids = append(ids, a.Object.Entity)
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// proposeAll makes N changes, each writer those to an entity of its own.
func proposeAll(b *testing.B, live *search.Live, writers int) {
	var all sync.WaitGroup
	for w := range writers {
		id := graph.ID(fmt.Sprintf("report:w-%d", w))
		all.Go(func() {
			for n := w; n < b.N; n += writers {
				_, err := live.Propose(b.Context(), view.Proposal{Concerns: []graph.ID{id}, Prepare: func(v *view.View) (graph.Change, error) {
					return raise(v, id), nil
				}})
				if err != nil {
					b.Error(err)
					return
				}
			}
		})
	}
	all.Wait()
}
