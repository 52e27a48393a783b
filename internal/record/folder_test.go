package record

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	bolt "go.etcd.io/bbolt"
)

// filesIn maps the names of a folder's files to what is in them.
func filesIn(t *testing.T, folder string) map[string]string {
	t.Helper()
	files := map[string]string{}
	entries, err := os.ReadDir(folder)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	for _, entry := range entries {
		data, _ := os.ReadFile(filepath.Join(folder, entry.Name())) // of a folder, nothing
		files[entry.Name()] = string(data)
	}
	return files
}

// notOpened expects that a folder is refused with one sentence that names it, and left as it is.
func notOpened(t *testing.T, folder string) error {
	t.Helper()
	before := filesIn(t, folder)
	s, err := Open(t.Context(), folder)
	if err == nil {
		t.Fatalf("opened at %v", errors.Join(s.Close()))
	}
	if strings.Contains(err.Error(), "\n") || !strings.Contains(err.Error(), folder) {
		t.Errorf("not one sentence that names the folder: %v", err)
	}
	if after := filesIn(t, folder); !sameFiles(before, after) {
		t.Error("the folder was changed")
	}
	return err
}

func sameFiles(x, y map[string]string) bool {
	if len(x) != len(y) {
		return false
	}
	for name, data := range x {
		if y[name] != data {
			return false
		}
	}
	return true
}

// putFile makes a folder with one file in it.
func putFile(t *testing.T, name, data string) (folder string) {
	t.Helper()
	folder = t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, name), []byte(data), 0o600); err != nil {
		t.Fatal(err)
	}
	return folder
}

func TestAnEmptyFolderHasNoGraphYet(t *testing.T) {
	for name, folder := range map[string]string{
		"missing":     filepath.Join(t.TempDir(), "a", "b"),
		"empty":       t.TempDir(),
		"half filled": putFile(t, graphNewName, "half of it"),
	} {
		if err := notOpened(t, folder); !errors.Is(err, ErrEmpty) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestAForeignFolderIsLeftAlone(t *testing.T) {
	for name, folder := range map[string]string{
		"another file":     putFile(t, "letters.txt", "dear"),
		"a journal alone":  putFile(t, journalName, "{}"),
		"a text":           putFile(t, graphName, strings.Repeat("a graph of another kind\n", 1000)),
		"an empty file":    putFile(t, graphName, ""),
		"a short file":     putFile(t, graphName, "short"),
		"another's bbolt":  anothersFile(t, "things"),
		"an empty bbolt":   anothersFile(t),
		"a bucket of ours": anothersFile(t, string(bucketMeta)),
	} {
		t.Run(name, func(t *testing.T) {
			if err := notOpened(t, folder); !errors.Is(err, ErrForeign) {
				t.Errorf("refused with %v", err)
			}
			before := filesIn(t, folder)
			if err := Create(t.Context(), folder, firstChange()); err == nil {
				t.Error("it was filled")
			}
			if !sameFiles(before, filesIn(t, folder)) {
				t.Error("the folder was changed")
			}
		})
	}
}

// anothersFile is a folder with a bbolt file of another program.
func anothersFile(t *testing.T, buckets ...string) (folder string) {
	t.Helper()
	folder = t.TempDir()
	changeFile(t, folder, func(tx *bolt.Tx) error {
		for _, name := range buckets {
			b, err := tx.CreateBucket([]byte(name))
			if err != nil {
				return err
			}
			if err := b.Put([]byte("key"), []byte("value")); err != nil {
				return err
			}
		}
		return nil
	})
	return folder
}

// changeFile changes the file of a folder by bbolt itself.
func changeFile(t *testing.T, folder string, change func(*bolt.Tx) error) {
	t.Helper()
	db, err := bolt.Open(filepath.Join(folder, graphName), 0o600, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(db.Update(change), db.Close()); err != nil {
		t.Fatal(err)
	}
}

func TestWhatIsNoFolderOrNoFile(t *testing.T) {
	folder := t.TempDir()
	if err := os.Mkdir(filepath.Join(folder, graphName), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := notOpened(t, folder); !errors.Is(err, ErrForeign) {
		t.Errorf("a folder in the place of the file: %v", err)
	}
	file := filepath.Join(putFile(t, "file", ""), "file")
	if _, err := Open(t.Context(), file); err == nil || errors.Is(err, ErrEmpty) {
		t.Errorf("a file in the place of the folder: %v", err)
	}
}

func TestANewerFormatVersionIsRefused(t *testing.T) {
	b := onDisk(t)
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	changeFile(t, b.folder, func(tx *bolt.Tx) error {
		return tx.Bucket(bucketMeta).Put(metaKey, []byte(`{"format":3,"number":1}`))
	})
	var format *FormatError
	err := notOpened(t, b.folder)
	if !errors.As(err, &format) || format.Found != 3 || !strings.Contains(err.Error(), "version 3; ") ||
		!strings.HasSuffix(err.Error(), "install a newer wasl") {
		t.Errorf("refused with %v", err)
	}
}

func TestALockedFolderIsRefused(t *testing.T) {
	b := onDisk(t)
	if err := notOpened(t, b.folder); !errors.Is(err, ErrLocked) {
		t.Errorf("refused with %v", err)
	}
	b.apply(change(label("report:a", "A"))) // who has it open goes on
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	other := startChild(t, self(t), "hold", b.folder, asTheyAre)
	if !other.lines.Scan() || other.lines.Text() != "open" {
		t.Fatal("the other process did not open it: ", other.lines.Text())
	}
	if err := notOpened(t, b.folder); !errors.Is(err, ErrLocked) {
		t.Errorf("refused with %v", err)
	}
	if err := errors.Join(other.in.Close(), other.Wait()); err != nil {
		t.Fatal(err)
	}
	b.Store = mustOpen(t, b.folder)
	b.verify()
}

func TestOpeningLeavesNothingBehind(t *testing.T) {
	b := onDisk(t)
	for range 3 {
		b.reopen()
	}
	if names := names(filesIn(t, b.folder)); !slices.Equal(names, []string{graphName}) {
		t.Errorf("the folder holds %v", names)
	}
}

func names(files map[string]string) []string {
	var list []string
	for name := range files {
		list = append(list, name)
	}
	slices.Sort(list)
	return list
}
