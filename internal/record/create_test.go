package record

import (
	"context"
	"errors"
	"io/fs"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/wasl-graph/wasl/graph"
)

func TestAFolderIsCreatedOnce(t *testing.T) {
	b := onDisk(t)
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	before := filesIn(t, b.folder)
	if err := Create(t.Context(), b.folder, firstChange()); !errors.Is(err, fs.ErrExist) {
		t.Errorf("a second time: %v", err)
	}
	if !sameFiles(before, filesIn(t, b.folder)) {
		t.Error("the second time changed the folder")
	}
}

// TestWhoIsQuickerCreates: of several that create one folder at once, one does.
func TestWhoIsQuickerCreates(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "data")
	results := make([]error, 5)
	var work sync.WaitGroup
	for i := range results {
		work.Go(func() { results[i] = Create(t.Context(), folder, firstChange()) })
	}
	work.Wait()
	done := 0
	for _, err := range results {
		switch {
		case err == nil:
			done++
		case !errors.Is(err, fs.ErrExist) && !errors.Is(err, ErrLocked):
			t.Error(err)
		}
	}
	if done != 1 {
		t.Errorf("%d created it", done)
	}
	b := &book{t: t, Store: mustOpen(t, folder)}
	b.enter(firstChange())
	b.verify()
	noJournalIn(t, folder)
}

func TestAFailedCreateLeavesTheFolderEmpty(t *testing.T) {
	wrong := firstChange()
	wrong.Assert = []graph.Assertion{label("nothing", "wrong")}
	cancelled, cancel := context.WithCancel(t.Context())
	cancel()
	folder := t.TempDir()
	for name, err := range map[string]error{
		"a wrong change":  Create(t.Context(), folder, wrong),
		"an empty change": Create(t.Context(), folder, graph.Change{}),
		"a cancelled one": Create(cancelled, folder, firstChange()),
	} {
		if err == nil {
			t.Errorf("%s created the folder", name)
		}
	}
	if err := notOpened(t, folder); !errors.Is(err, ErrEmpty) {
		t.Error(err)
	}
	if err := Create(t.Context(), folder, firstChange()); err != nil {
		t.Error(err)
	}
}

func TestCreateAfterAHalfFilledFile(t *testing.T) {
	whole := onDisk(t)
	whole.apply(change(many(50, 0)...))
	if err := whole.Close(); err != nil {
		t.Fatal(err)
	}
	file := filesIn(t, whole.folder)[graphName]
	for name, half := range map[string]string{
		"nothing":         "",
		"a few bytes":     file[:100],
		"one page":        file[:pageSize],
		"half":            file[:len(file)/2],
		"all of it":       file,
		"something else":  strings.Repeat("x", 10000),
		"another's bbolt": filesIn(t, anothersFile(t, "things"))[graphName],
	} {
		t.Run(name, func(t *testing.T) {
			b := inFolder(t, putFile(t, graphNewName, half))
			b.verify()
			noJournalIn(t, b.folder)
		})
	}
}

// TestCreateWaitsForNobody: a file that another process is filling is not touched.
func TestCreateWaitsForNobody(t *testing.T) {
	folder := t.TempDir()
	other, err := openBolt(filepath.Join(folder, graphNewName), true)
	if err != nil {
		t.Fatal(err)
	}
	if err := Create(t.Context(), folder, firstChange()); !errors.Is(err, ErrLocked) {
		t.Errorf("it ended with %v", err)
	}
	if err := fill(t.Context(), other, folder, firstChange()); err != nil {
		t.Errorf("the other could not go on: %v", err)
	}
	if err := other.close(); err != nil {
		t.Fatal(err)
	}
}
