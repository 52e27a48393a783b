package record

import (
	"errors"
	"syscall"
	"testing"

	"github.com/wasl-graph/wasl/graph"
)

// faultyFiles fail at the step with a number, from 1, and at none when it is 0. A write that fails has written half.
type faultyFiles struct {
	fail, steps int
	always      bool // also at every later step of the same kind
	kind        string
}

var errNoSpace = errors.Join(errInjected, syscall.ENOSPC)

func (f *faultyFiles) step(kind string) error {
	f.steps++
	if f.steps == f.fail {
		f.kind = kind
		return errNoSpace
	}
	if f.always && f.kind == kind {
		return errNoSpace
	}
	return nil
}

func (f *faultyFiles) files() files {
	return files{
		create: func(name string) (journalOutput, error) {
			if err := f.step("create"); err != nil {
				return nil, err
			}
			file, err := diskFiles.create(name)
			return faultyOutput{file, f}, err
		},
		rename: func(from, to string) error {
			if err := f.step("rename"); err != nil {
				return err
			}
			return diskFiles.rename(from, to)
		},
		remove: func(name string) error {
			if err := f.step("remove"); err != nil {
				return err
			}
			return diskFiles.remove(name)
		},
		sync: func(folder string) error {
			if err := f.step("sync of the folder"); err != nil {
				return err
			}
			return diskFiles.sync(folder)
		},
	}
}

type faultyOutput struct {
	journalOutput
	faulty *faultyFiles
}

func (o faultyOutput) Write(p []byte) (int, error) {
	if err := o.faulty.step("write"); err != nil {
		n, _ := o.journalOutput.Write(p[:len(p)/2])
		return n, err
	}
	return o.journalOutput.Write(p)
}

func (o faultyOutput) Sync() error {
	if err := o.faulty.step("sync"); err != nil {
		return err
	}
	return o.journalOutput.Sync()
}

func (o faultyOutput) Close() error {
	err := o.journalOutput.Close()
	if err == nil {
		err = o.faulty.step("close")
	}
	return err
}

// TestEveryStepOfAJournalFails: at each, either the change is whole and acknowledged, or nothing of it is there, nor
// comes back. The steps of a large change handed over as a whole and as a stream are the same.
func TestEveryStepOfAJournalFails(t *testing.T) {
	ways := map[string]func(*book) error{
		"as a whole": func(b *book) error {
			_, err := b.Apply(t.Context(), journalChange(), &b.ledger)
			return err
		},
		"as a stream": func(b *book) error {
			_, err := b.ApplyBulk(t.Context(), journalChange().Bulk(), &b.ledger)
			return err
		},
	}
	for name, apply := range ways {
		for _, always := range []bool{false, true} {
			t.Run(name, func(t *testing.T) {
				kinds := map[string]bool{}
				for n := 1; ; n++ {
					f := faultyFiles{fail: n, always: always}
					failAtStep(t, &f, apply)
					kinds[f.kind] = true
					if f.kind == "" {
						break
					}
				}
				for _, kind := range []string{"create", "write", "sync", "close", "rename", "sync of the folder", "remove"} {
					if !kinds[kind] {
						t.Errorf("no %s failed", kind)
					}
				}
			})
		}
	}
}

func failAtStep(t *testing.T, f *faultyFiles, apply func(*book) error) {
	t.Helper()
	b := journalBook(t)
	b.files = f.files()
	err := apply(b)
	b.files = diskFiles
	if err == nil {
		b.enter(journalChange())
	} else if !errors.Is(err, errNoSpace) {
		t.Fatal(err)
	}
	switch {
	case b.unusable == nil:
		b.verify()
		b.apply(change(label("report:next", "Next")))
	case err == nil:
		t.Errorf("%s: the change is acknowledged, and the store is unusable: %v", f.kind, b.unusable)
	default: // it could not be said that nothing of it comes back
		if err := b.Snapshot(t.Context(), func(graph.Snapshot) error { return nil }); err == nil {
			t.Errorf("%s: the store goes on", f.kind)
		}
	}
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	b.Store = mustOpen(t, b.folder)
	if b.Store.revision.Number == uint32(len(b.log)+1) { // only after a journal that has its name and could not be removed
		if f.kind != "remove" && f.kind != "sync of the folder" {
			t.Errorf("%s: a change that failed is there", f.kind)
		}
		b.enter(journalChange())
	}
	b.verify()
	noJournalIn(t, b.folder)
	b.apply(change(label("report:last", "Last")))
}
