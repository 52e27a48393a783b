package view_test

import (
	"context"
	"errors"
	"sync"
	"testing"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/lang"
	"github.com/wasl-graph/wasl/internal/view"
)

// filled is a record with the small library in it.
func filled(t *testing.T) *memory {
	t.Helper()
	record := newMemory()
	change := graph.Change{Author: "ada", Sources: library().snapshot().Sources, Assert: library()}
	if _, err := record.Apply(t.Context(), change, nil); err != nil {
		t.Fatal(err)
	}
	return record
}

func mustLive(t *testing.T, record view.Record) *view.Live {
	t.Helper()
	live, err := view.NewLive(t.Context(), record)
	if err != nil {
		t.Fatal(err)
	}
	return live
}

// note is a change that adds a note to a report.
func note(words string) graph.Change {
	var f facts
	f.say("report:leaving", graph.Note, in(graph.English, words))
	return graph.Change{Author: "ben", Assert: f}
}

func TestViewIsPinned(t *testing.T) {
	live := mustLive(t, filled(t))
	before := live.View()
	after, err := live.Apply(t.Context(), note("read"))
	if err != nil {
		t.Fatal(err)
	}
	n := node(t, before, "report:leaving")
	equal(t, "notes before", len(before.Texts(nil, n, graph.Note)), 0)
	equal(t, "notes after", len(after.Texts(nil, node(t, after, "report:leaving"), graph.Note)), 1)
	equal(t, "revision before", before.Revision().Number, 1)
	equal(t, "revision after", after.Revision().Number, 2)
	equal(t, "changes before", len(before.Changes()), 1)
}

func TestABulkChangeMakesTheNextView(t *testing.T) {
	live := mustLive(t, filled(t))
	before := live.View()
	recorded, err := live.ApplyBulk(t.Context(), func(v *view.View) (graph.BulkChange, error) {
		equal(t, "the view that it is prepared on", v, before)
		return note("read").Bulk(), nil
	})
	if err != nil {
		t.Fatal(err)
	}
	equal(t, "added", recorded.Added, 1)
	after := live.View()
	equal(t, "revision", after.Revision(), recorded.Revision)
	equal(t, "notes", len(after.Texts(nil, node(t, after, "report:leaving"), graph.Note)), 1)

	refusal := errors.New("not today")
	if _, err := live.ApplyBulk(t.Context(), func(*view.View) (graph.BulkChange, error) { return graph.BulkChange{}, refusal }); !errors.Is(err, refusal) {
		t.Errorf("a change that could not be prepared: %v", err)
	}
	if again, err := live.ApplyBulk(t.Context(), func(*view.View) (graph.BulkChange, error) { return note("read").Bulk(), nil }); err != nil || again.Revision.Number != 0 {
		t.Errorf("a change that is there already: %v, %v", again.Revision, err)
	}
	equal(t, "the view after these two", live.View(), after)
}

func TestChangeToNothingKeepsTheView(t *testing.T) {
	live := mustLive(t, filled(t))
	before := live.View()
	after, err := live.Apply(t.Context(), graph.Change{Author: "ben", Assert: library()})
	if err != nil || after != before || live.View() != before {
		t.Errorf("another view, %v", err)
	}
}

func TestFailingRecord(t *testing.T) {
	record := filled(t)
	live := mustLive(t, record)
	before := live.View()
	record.fail = errors.New("the disk is full")
	if _, err := live.Apply(t.Context(), note("read")); !errors.Is(err, record.fail) {
		t.Errorf("Apply: %v", err)
	}
	if live.View() != before {
		t.Error("a change that failed makes another view")
	}
	if _, err := view.NewLive(t.Context(), record); !errors.Is(err, record.fail) {
		t.Errorf("NewLive: %v", err)
	}
}

// hasty is a record whose caller goes away as soon as the change is recorded.
type hasty struct {
	*memory
	leave context.CancelFunc
}

func (h hasty) ApplyGroup(turns []graph.Turn, state graph.State) {
	defer h.leave()
	h.memory.ApplyGroup(turns, state)
}

func TestViewFollowsWhatWasRecorded(t *testing.T) {
	ctx, leave := context.WithCancel(t.Context())
	live := mustLive(t, hasty{filled(t), leave})
	after, err := live.Apply(ctx, note("read"))
	if err != nil || after.Revision().Number != 2 || live.View() != after {
		t.Errorf("the change is recorded, but the view did not follow: %v", err)
	}
}

func TestReadersBesideAWriter(t *testing.T) {
	live := mustLive(t, filled(t))
	stop := make(chan struct{})
	var readers sync.WaitGroup
	for range 4 {
		readers.Go(func() {
			for {
				select {
				case <-stop:
					return
				default:
					readAll(t, live.View())
				}
			}
		})
	}
	for _, words := range []string{"one", "two", "three", "four", "five"} {
		if _, err := live.Apply(t.Context(), note(words)); err != nil {
			t.Error(err)
		}
	}
	close(stop)
	readers.Wait()
	equal(t, "revision", live.View().Revision().Number, 6)
}

// readAll reads of a view what must belong together.
func readAll(t *testing.T, v *view.View) {
	r := v.For(lang.FromHeader("de"))
	set, err := r.Filter(t.Context(), graph.Filter{Countries: []graph.ID{"country:IQ"}, CountryRole: graph.RoleAny})
	if err != nil || set.Len() != 2 {
		t.Errorf("%d reports, %v", set.Len(), err)
	}
	n, _ := r.Find("report:leaving")
	if notes, revision := len(r.Texts(nil, n, graph.Note)), int(r.Revision().Number); notes != revision-1 {
		t.Errorf("%d notes at revision %d", notes, revision)
	}
	if label := r.Label(n).Value; label != "Abschied" {
		t.Errorf("label %q", label)
	}
}
