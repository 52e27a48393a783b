package record

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/search"
	"github.com/wasl-graph/wasl/internal/view"
)

// crashWriters write at the same time. The last of them hands over its changes as streams.
const crashWriters = 6

// crashNote is what a writer's change with a number is known by: its reason in the log, and what is said when it is
// acknowledged.
type crashNote struct{ writer, number int }

func (n crashNote) String() string { return fmt.Sprintf("writer %d change %d", n.writer, n.number) }

// change is what the writer proposes: every fifth change is too large for one transaction, and each takes away most of
// what the one before it has brought.
func (n crashNote) change() graph.Change {
	c := change(n.facts()...)
	c.Reason = n.String()
	if n.number > 1 {
		c.Retract = crashNote{n.writer, n.number - 1}.facts()[1:]
	}
	return c
}

func (n crashNote) facts() []graph.Assertion {
	size := 3
	if n.number%5 == 0 {
		size = crashBatch + 30
	}
	return many(size, n.writer*1_000_000+n.number*100)
}

// entity is what only this writer's changes concern.
func (n crashNote) entity() graph.ID { return graph.ID(fmt.Sprintf("report:writer-%d", n.writer)) }

// notesOf reads the log for what every writer has done.
func notesOf(changes []graph.Recorded) ([]crashNote, error) {
	var notes []crashNote
	for _, c := range changes[1:] { // but the first
		var n crashNote
		if _, err := fmt.Sscanf(c.Reason, "writer %d change %d", &n.writer, &n.number); err != nil {
			return nil, fmt.Errorf("change %q: %w", c.Reason, err)
		}
		notes = append(notes, n)
	}
	return notes, nil
}

// proposeUntilKilled has several writers propose through the index, as in a server. Whatever is acknowledged it prints:
// the revision, and the note.
func proposeUntilKilled(folder string) error {
	ctx := context.Background()
	s, err := Open(ctx, folder)
	if err != nil {
		return err
	}
	s.batch, s.together = crashBatch, 1
	views, err := view.NewLive(ctx, s)
	if err != nil {
		return err
	}
	live, err := search.NewLive(ctx, views)
	if err != nil {
		return err
	}
	done, err := notesOf(live.View().Changes())
	if err != nil {
		return err
	}
	next := [crashWriters]int{}
	for _, n := range done {
		next[n.writer] = n.number
	}
	failed := make(chan error)
	var all sync.WaitGroup
	for writer := range crashWriters {
		all.Go(func() {
			for n := (crashNote{writer, next[writer] + 1}); ; n.number++ {
				revision, err := n.propose(ctx, live)
				if err != nil {
					failed <- err
				}
				fmt.Println(revision, n)
			}
		})
	}
	return <-failed
}

func (n crashNote) propose(ctx context.Context, live *search.Live) (graph.Revision, error) {
	if n.writer == crashWriters-1 {
		recorded, err := live.ApplyBulk(ctx, func(*view.View) (graph.BulkChange, error) { return n.change().Bulk(), nil })
		return recorded.Revision, err
	}
	outcome, err := live.Propose(ctx, view.Proposal{
		Concerns: []graph.ID{n.entity()},
		Prepare:  func(*view.View) (graph.Change, error) { return n.change(), nil },
	})
	return outcome.Revision, err
}

// TestKilledWritersLoseNothing kills a process in which several write at once, again and again in the same folder. Every
// change that was acknowledged is there with its revision, whole; nothing is there that was not proposed; each writer's
// changes are there in their order, without a gap, and at most one of them that was not acknowledged.
func TestKilledWritersLoseNothing(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "data")
	if err := Create(t.Context(), folder, firstChange()); err != nil {
		t.Fatal(err)
	}
	b := &book{t: t}
	b.enter(firstChange())
	acknowledged := 0
	for round := range crashRounds(t) {
		said := killProposers(t, folder)
		acknowledged += len(said)
		b.Store = mustOpen(t, folder)
		before := len(b.log)
		found := enterFound(t, b)
		if err := heldAgainst(said, found[before-1:]); err != nil {
			t.Fatalf("round %d: %v", round, err)
		}
		b.verify()
		noJournalIn(t, folder)
		if err := b.Close(); err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("%d changes were made, %d acknowledged", len(b.log)-1, acknowledged)
}

// foundNote is a change in the log.
type foundNote struct {
	crashNote
	revision string
}

// enterFound enters what the log has into the ledger, as far as it is new, and returns all of it.
func enterFound(t *testing.T, b *book) []foundNote {
	t.Helper()
	var found []foundNote
	err := b.Snapshot(t.Context(), func(s graph.Snapshot) error {
		notes, err := notesOf(s.Changes)
		for i, n := range notes {
			found = append(found, foundNote{n, s.Changes[i+1].Revision.String()})
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range found[len(b.log)-1:] {
		b.enter(n.change())
	}
	return found
}

// heldAgainst compares what was acknowledged in a round, line by line, with what the round has left in the log.
func heldAgainst(said []string, found []foundNote) error {
	there := map[string]bool{}
	var last [crashWriters]crashNote
	unsaid := [crashWriters]int{}
	for _, n := range found {
		line := n.revision + " " + n.String()
		if before := last[n.writer]; before.number > 0 && n.number != before.number+1 {
			return fmt.Errorf("%v comes after %v", n, before)
		}
		last[n.writer] = n.crashNote
		there[line] = true
		unsaid[n.writer]++
	}
	for _, line := range said {
		if !there[line] {
			return fmt.Errorf("%q was acknowledged and is not there", line)
		}
		var n crashNote
		if _, err := fmt.Sscanf(line[strings.Index(line, "writer"):], "writer %d change %d", &n.writer, &n.number); err != nil {
			return err
		}
		unsaid[n.writer]--
	}
	for writer, n := range unsaid {
		if n > 1 {
			return fmt.Errorf("writer %d made %d changes without waiting to hear of them", writer, n)
		}
	}
	return nil
}

// killProposers starts the writers, kills them at some moment, be it while they open the folder, and returns what they
// have acknowledged.
func killProposers(t *testing.T, folder string) (said []string) {
	t.Helper()
	writers := startChild(t, self(t), "propose", folder, asTheyAre)
	if rand.N(4) > 0 {
		if !writers.lines.Scan() {
			t.Fatal("the writers acknowledged nothing")
		}
		said = append(said, writers.lines.Text())
	}
	go func() {
		time.Sleep(rand.N(120 * time.Millisecond))
		_ = writers.Process.Kill() // SIGKILL
	}()
	for writers.lines.Scan() {
		said = append(said, writers.lines.Text())
	}
	if err := errors.Join(writers.lines.Err(), writers.Wait()); err == nil || err.Error() != "signal: killed" {
		t.Fatalf("the writers ended with %v: %q", err, said)
	}
	return said
}
