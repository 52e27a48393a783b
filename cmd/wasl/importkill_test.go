//go:build unix

package main

import (
	"math/rand/v2"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestKilledWhileImporting kills a process at many moments of an import. The folder then holds all of the file or nothing
// of it, and the next import makes it whole.
func TestKilledWhileImporting(t *testing.T) {
	const records = 600 // enough for a journal
	file := generated(t, records)
	begin := time.Now()
	whole := seeded(t)
	if o := finish(t, process(t, "import", "--data", whole, file)); o.code != exitOK {
		t.Fatalf("%+v", o)
	}
	took := time.Since(begin)
	want := wasl(t, "check", "--data", whole).out
	untouched := wasl(t, "check", "--data", seeded(t)).out
	seed := uint64(time.Now().UnixNano())
	random := rand.New(rand.NewPCG(seed, 0))
	for range crashRounds(t, 4) {
		folder := seeded(t)
		cmd := process(t, "import", "--data", folder, file)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		moment := time.Duration(random.Int64N(int64(took)))
		time.Sleep(moment)
		deliver(t, cmd, syscall.SIGKILL)
		wait(t, cmd)
		o := wasl(t, "check", "--data", folder)
		if o.code != exitOK || statementsIn(o.out) != statementsIn(want) && o.out != untouched {
			t.Fatalf("killed after %v, seed %d: %+v", moment, seed, o)
		}
		if o := finish(t, process(t, "import", "--data", folder, file)); o.code != exitOK {
			t.Fatalf("killed after %v, seed %d: the next import: %+v", moment, seed, o)
		}
		if got := wasl(t, "check", "--data", folder).out; statementsIn(got) != statementsIn(want) {
			t.Fatalf("killed after %v, seed %d: %q, want %q", moment, seed, got, want)
		}
	}
}

// statementsIn is what check counts, without the revision, in which the time has a part.
func statementsIn(checked string) string {
	_, count, _ := strings.Cut(checked, ": ")
	return count
}

// TestInterruptedImport stops an import with Ctrl-C: nothing of the file is there.
func TestInterruptedImport(t *testing.T) {
	folder := seeded(t)
	before := wasl(t, "check", "--data", folder).out
	cmd := process(t, "import", "--data", folder, generated(t, 20_000))
	errOut := &lockedBuffer{}
	cmd.Stderr = errOut
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	time.Sleep(time.Second)
	deliver(t, cmd, syscall.SIGINT)
	if code := wait(t, cmd); code != exitFailure || !strings.Contains(errOut.String(), "stopped before it was done") {
		t.Errorf("exit %d: %s", code, errOut)
	}
	if after := wasl(t, "check", "--data", folder).out; after != before {
		t.Errorf("%q became %q", before, after)
	}
}
