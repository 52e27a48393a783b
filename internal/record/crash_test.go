package record

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"github.com/wasl-graph/wasl/graph"
)

// crashRounds is how often the writer is killed. WASL_CRASH_ROUNDS sets another number.
func crashRounds(t *testing.T) int {
	t.Helper()
	text, set := os.LookupEnv("WASL_CRASH_ROUNDS")
	if !set {
		return 10
	}
	n, err := strconv.Atoi(text)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// crashChange is what the writer records as the change with a number: every third is journalled, and most take away what
// the one before the last has brought.
func crashChange(number uint32) graph.Change {
	size := func(number uint32) int {
		if number%3 == 0 {
			return 160
		}
		return 3
	}
	c := change(many(size(number), int(number)*1000)...)
	c.Reason = fmt.Sprint("change ", number)
	if number > 3 {
		c.Retract = many(size(number-2)-1, int(number-2)*1000)
	}
	return c
}

// crashBatch makes changes of the larger kind take several transactions.
const crashBatch = 40

// writeUntilKilled is the writer. It prints the number of each change that Apply has acknowledged.
func writeUntilKilled(folder string) error {
	ctx := context.Background()
	s, err := Open(ctx, folder)
	if err != nil {
		return err
	}
	s.batch, s.together = crashBatch, 1
	state, err := ledgerOf(ctx, s)
	if err != nil {
		return err
	}
	for number := s.Revision().Number + 1; ; number++ {
		if _, err := s.Apply(ctx, crashChange(number), &state); err != nil {
			return err
		}
		state.enter(crashChange(number))
		fmt.Println(number)
	}
}

// ledgerOf is what a record holds, as far as the next change is compared with it.
func ledgerOf(ctx context.Context, s *Store) (l ledger, err error) {
	l.facts, l.documents = map[graph.Assertion]uint32{}, map[graph.SourceID]graph.Source{}
	err = s.Snapshot(ctx, func(snapshot graph.Snapshot) error {
		l.log = make([]graph.Recorded, len(snapshot.Changes))
		for _, src := range snapshot.Sources {
			l.documents[src.ID] = src
		}
		for a, err := range snapshot.Assertions {
			if err != nil {
				return err
			}
			l.facts[a.Key()] = a.Evidence.Change
		}
		return nil
	})
	return l, err
}

func TestAKilledWriterLosesNothing(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "data")
	if err := Create(t.Context(), folder, firstChange()); err != nil {
		t.Fatal(err)
	}
	b := &book{t: t}
	b.enter(firstChange())
	journals := 0
	for round := range crashRounds(t) {
		acknowledged := killWriter(t, folder)
		if _, err := os.Stat(filepath.Join(folder, journalName)); err == nil {
			journals++
		}
		b.Store = mustOpen(t, folder)
		number := b.Revision().Number
		if number != acknowledged && number != acknowledged+1 {
			t.Errorf("round %d: revision %d, change %d was the last to be acknowledged", round, number, acknowledged)
		}
		for n := uint32(len(b.log)) + 1; n <= number; n++ {
			b.enter(crashChange(n))
		}
		b.verify() // each change whole or absent
		noJournalIn(t, folder)
		if err := b.Close(); err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("%d times there was a journal to finish", journals)
}

// killWriter starts the writer, kills it at some moment, and returns the last change that it has acknowledged.
func killWriter(t *testing.T, folder string) uint32 {
	t.Helper()
	writer := startChild(t, self(t), "write", folder, asTheyAre)
	if !writer.lines.Scan() {
		t.Fatal("the writer acknowledged nothing")
	}
	go func() {
		time.Sleep(rand.N(80 * time.Millisecond))
		_ = writer.Process.Kill() // SIGKILL
	}()
	last := writer.lines.Text()
	for writer.lines.Scan() {
		last = writer.lines.Text()
	}
	_ = writer.Wait() // "signal: killed"
	number, err := strconv.ParseUint(last, 10, 32)
	if err != nil {
		t.Fatal("the writer failed: ", last)
	}
	return uint32(number)
}
