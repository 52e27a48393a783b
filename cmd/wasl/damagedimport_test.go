package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// spoil lets a graph say something else than was recorded. Its file is in order and can be read.
func spoil(t *testing.T, folder string) (spoilt []byte) {
	t.Helper()
	name := filepath.Join(folder, "graph.db")
	good, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	spoilt = bytes.ReplaceAll(good, []byte("listing of fifteen"), []byte("listing of fiftees"))
	if bytes.Equal(spoilt, good) {
		t.Fatal("the words are not there")
	}
	write(t, name, spoilt)
	return spoilt
}

// TestNothingIsImportedIntoADamagedRecord, not even for trying, and it is said what to do.
func TestNothingIsImportedIntoADamagedRecord(t *testing.T) {
	folder := seeded(t)
	before := spoil(t, folder)
	file := generated(t, 3)
	for _, args := range [][]string{{}, {"--dry-run"}} {
		o := wasl(t, append([]string{"import", "--data", folder, file}, args...)...)
		if o.code != exitInvalid || !strings.Contains(o.err, "the record is damaged") || !strings.Contains(o.err, "wasl restore") {
			t.Errorf("%v: %+v", args, o)
		}
	}
	if after, err := os.ReadFile(filepath.Join(folder, "graph.db")); err != nil || !bytes.Equal(before, after) {
		t.Errorf("the file is another one: %v", err)
	}
}

// TestACheckSaysWhatToDo about a record that is damaged, and about one that is whole but says what does not fit together.
func TestACheckSaysWhatToDo(t *testing.T) {
	folder := seeded(t)
	spoil(t, folder)
	o := wasl(t, "check", "--data", folder)
	if o.code != exitInvalid || !strings.HasSuffix(o.err, "is damaged, see above; make no more changes, and restore the newest backup into a new folder with wasl restore\n") {
		t.Errorf("damaged: %+v", o)
	}
	got := notInOrder("there", 7).Error()
	if got != "data folder there is whole, but what it says does not fit together, see above; correct that with changes of the graph" {
		t.Errorf("whole: %s", got)
	}
}
