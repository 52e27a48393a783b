package record

import (
	"context"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	bolt "go.etcd.io/bbolt"

	"github.com/wasl-graph/wasl/graph"
)

// TestAVerifiedSnapshotIsTheSnapshot of a record that is whole, with all its history.
func TestAVerifiedSnapshotIsTheSnapshot(t *testing.T) {
	for name, b := range map[string]*book{"disk": fullBook(t), "memory": inMemory(t)} {
		err := b.VerifiedSnapshot(t.Context(), func(s graph.Snapshot) error {
			b.verifyChanges(s)
			b.verifySources(s.Sources)
			b.verifyAssertions(s)
			return nil
		})
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestAVerifiedSnapshotEndsWithTheDamage: the file itself is in order and can be read, but it holds something else.
func TestAVerifiedSnapshotEndsWithTheDamage(t *testing.T) {
	for name, spoil := range map[string]func(*testing.T, string){
		"a label":               replaced("Report 40", "Report 4O"),
		"the title of a source": replaced("Ver\u00f6ffentlichungen", "Ver\u00f6ffentlichungem"),
		"what was retracted":    retractedTwice,
	} {
		t.Run(name, func(t *testing.T) {
			b, _ := damageBook(t)
			spoil(t, b.folder)
			damage := new(DamageError)
			if err := mustOpen(t, b.folder).VerifiedSnapshot(t.Context(), readAll); !errors.As(err, &damage) {
				t.Errorf("it ended with %v", err)
			}
		})
	}
}

// replaced puts other words of the same length in the place of what the file holds.
func replaced(from, to string) func(*testing.T, string) {
	return func(t *testing.T, folder string) {
		t.Helper()
		file := filesIn(t, folder)[graphName]
		spoilt := strings.ReplaceAll(file, from, to)
		if spoilt == file {
			t.Fatalf("the file does not hold %q", from)
		}
		if err := os.WriteFile(filepath.Join(folder, graphName), []byte(spoilt), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// retractedTwice lets the last change have taken away one fact twice and another not at all.
func retractedTwice(t *testing.T, folder string) {
	t.Helper()
	changeFile(t, folder, func(tx *bolt.Tx) error {
		changes := tx.Bucket(bucketChanges)
		key, value := changes.Cursor().Last()
		var entry logEntry
		if err := json.Unmarshal(value, &entry); err != nil {
			return err
		}
		entry.Retracted[0] = entry.Retracted[1]
		value, err := json.Marshal(entry)
		if err != nil {
			return err
		}
		return changes.Put(key, value)
	})
}

func TestAVerifiedSnapshotOfABrokenFile(t *testing.T) {
	b, file := damageBook(t)
	if err := os.WriteFile(filepath.Join(b.folder, graphName), breakLeaf(t, file), 0o600); err != nil {
		t.Fatal(err)
	}
	damage := new(DamageError)
	visited := false
	err := mustOpen(t, b.folder).VerifiedSnapshot(t.Context(), func(graph.Snapshot) error { visited = true; return nil })
	if !errors.As(err, &damage) || visited || !strings.Contains(err.Error(), "page") {
		t.Errorf("it ended with %v, visited: %v", err, visited)
	}
}

// TestAVerifiedSnapshotCanBeLeft before its end, and is cancelled as others are.
func TestAVerifiedSnapshotCanBeLeft(t *testing.T) {
	b := onDisk(t)
	b.apply(change(many(20, 0)...))
	left := errors.New("enough")
	err := b.VerifiedSnapshot(t.Context(), func(s graph.Snapshot) error {
		for range s.Assertions {
			return left
		}
		return nil
	})
	if !errors.Is(err, left) {
		t.Errorf("left with %v", err)
	}
	cancelled, cancel := context.WithCancel(t.Context())
	cancel()
	damage := new(DamageError)
	if err := b.VerifiedSnapshot(cancelled, readAll); !errors.Is(err, context.Canceled) || errors.As(err, &damage) {
		t.Errorf("cancelled with %v", err)
	}
}
