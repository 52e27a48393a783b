package record

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/iotest"
	"time"
)

// smallBackup is the backup of a small record, with what is in it.
func smallBackup(t *testing.T) ([]byte, ledger) {
	t.Helper()
	b := onDisk(t)
	b.apply(change(many(60, 0)...))
	b.apply(retraction(many(30, 5)...))
	return b.backup(), b.ledger
}

// notRestored expects that a backup is refused with one sentence, and that the folder stays as empty as it was.
func notRestored(t *testing.T, backup io.Reader) error {
	t.Helper()
	folder := t.TempDir()
	_, err := Restore(t.Context(), folder, backup)
	if err == nil {
		t.Fatal("it was restored")
	}
	oneLine(t, err)
	if left := names(filesIn(t, folder)); len(left) > 0 {
		t.Errorf("it left %v behind", left)
	}
	return err
}

func TestACutOffBackupIsRefused(t *testing.T) {
	backup, _ := smallBackup(t)
	broken := new(BackupError)
	for n := range backup {
		if n > 300 && n < len(backup)-300 && n%797 > 0 { // but every byte of the lines and of the checksum
			continue
		}
		_, err := VerifyBackup(t.Context(), bytes.NewReader(backup[:n]))
		if !errors.As(err, &broken) || !strings.Contains(err.Error(), fmt.Sprintf("cut off after %d bytes; use", n)) {
			t.Fatalf("cut off after %d bytes it is read with %v", n, err)
		}
	}
	for _, n := range []int{0, 5, 40, 200, len(backup) / 2, len(backup) - backupTrailer, len(backup) - 1} {
		if err := notRestored(t, bytes.NewReader(backup[:n])); !errors.As(err, &broken) {
			t.Errorf("cut off after %d bytes: %v", n, err)
		}
	}
}

func TestABackupWithAFlippedBitIsRefused(t *testing.T) {
	backup, _ := smallBackup(t)
	broken := new(BackupError)
	refused := func(bit int) {
		t.Helper()
		if _, err := VerifyBackup(t.Context(), bytes.NewReader(flipped(backup, bit))); !errors.As(err, &broken) {
			t.Errorf("with bit %d flipped it is read with %v", bit, err)
		} else {
			oneLine(t, err)
		}
	}
	for bit := range 250 * 8 { // the lines at the head
		refused(bit)
	}
	for range 200 {
		refused(rand.IntN(len(backup) * 8))
	}
	for bit := (len(backup) - backupTrailer) * 8; bit < len(backup)*8; bit += 1 + rand.IntN(5) {
		refused(bit)
	}
	if err := notRestored(t, bytes.NewReader(flipped(backup, rand.IntN(len(backup)*8)))); !errors.As(err, &broken) {
		t.Errorf("restoring ended with %v", err)
	}
}

// rewritten is a backup with another head or record, and with a checksum that fits.
func rewritten(t *testing.T, backup []byte, change func(head *backupHead, record []byte) []byte) []byte {
	t.Helper()
	var record, out bytes.Buffer
	info, err := readBackup(t.Context(), bytes.NewReader(backup), &record)
	if err != nil {
		t.Fatal(err)
	}
	head := backupHead{Format: info.Format, Revision: info.Revision, Created: info.Created, Size: int64(record.Len())}
	data := change(&head, record.Bytes())
	if _, err := writeBackup(t.Context(), &out, head, bytes.NewReader(data)); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// TestABackupThatIsNotInOrderIsRefused: its checksum fits, but what it holds is wrong.
func TestABackupThatIsNotInOrderIsRefused(t *testing.T) {
	backup, _ := smallBackup(t)
	for name, test := range map[string]struct {
		change func(head *backupHead, record []byte) []byte
		want   string
	}{
		"another revision": {func(head *backupHead, record []byte) []byte {
			head.Revision.Number++
			return record
		}, "it is at revision 3-"},
		"a leaf that is broken": {func(_ *backupHead, record []byte) []byte { return breakLeaf(t, record) }, "the record is damaged"},
		"another word": {func(_ *backupHead, record []byte) []byte {
			return bytes.ReplaceAll(record, []byte("Report 40"), []byte("Report 4O"))
		}, "is not what it was"},
		"half a record": {func(head *backupHead, record []byte) []byte {
			head.Size /= 2
			return record[:head.Size]
		}, "is cut off"},
		"no record": {func(head *backupHead, _ []byte) []byte {
			head.Size = 0
			return nil
		}, "is of another kind, or cut off"},
		"another file": {func(head *backupHead, _ []byte) []byte {
			text := strings.Repeat("Dear Ada. ", 1000)
			head.Size = int64(len(text))
			return []byte(text)
		}, "is of another kind"},
		"a format that never was": {func(head *backupHead, record []byte) []byte {
			head.Format = 0
			return record
		}, "which never was"},
	} {
		t.Run(name, func(t *testing.T) {
			broken := new(BackupError)
			err := notRestored(t, bytes.NewReader(rewritten(t, backup, test.change)))
			if !errors.As(err, &broken) || !strings.Contains(err.Error(), test.want) || !strings.Contains(err.Error(), "use an older backup") {
				t.Errorf("refused with %v", err)
			}
		})
	}
}

func TestWhatIsNoBackupIsRefused(t *testing.T) {
	b, file := damageBook(t)
	for name, text := range map[string]string{
		"a letter":         "Dear Ada,\nhow are you?\n",
		"a long line":      strings.Repeat("Dear Ada. ", 1<<16),
		"the record":       string(file),
		"a journal":        journalLine + "+",
		"a little of ours": "wasl back\n",
	} {
		broken := new(BackupError)
		if err := notRestored(t, strings.NewReader(text)); !errors.As(err, &broken) || !strings.Contains(err.Error(), "no backup of Wasl") {
			t.Errorf("%s of %v: refused with %v", name, b.revision, err)
		}
	}
}

func TestABackupOfANewerProgramIsRefused(t *testing.T) {
	backup, _ := smallBackup(t)
	form := bytes.Replace(backup, []byte("wasl backup 1"), []byte("wasl backup 12"), 1)
	broken := new(BackupError)
	if err := notRestored(t, bytes.NewReader(form)); !errors.As(err, &broken) || !strings.HasSuffix(err.Error(), "install a newer wasl") {
		t.Errorf("another form: %v", err)
	}
	newer := rewritten(t, backup, func(head *backupHead, record []byte) []byte {
		head.Format++
		return record
	})
	format := new(FormatError)
	if err := notRestored(t, bytes.NewReader(newer)); !errors.As(err, &format) || !strings.HasSuffix(err.Error(), "install a newer wasl") {
		t.Errorf("another format of the record: %v", err)
	}
}

// TestABackupOfAnOldRecordIsUpgraded when it is restored.
func TestABackupOfAnOldRecordIsUpgraded(t *testing.T) {
	file, err := os.ReadFile(filepath.Join(oldFolder(t, "whole"), graphName))
	if err != nil {
		t.Fatal(err)
	}
	l := oldLedger("whole")
	s := mustOpen(t, oldFolder(t, "whole"))
	var out bytes.Buffer
	head := backupHead{Format: 1, Revision: s.Revision(), Created: noon, Size: int64(len(file))}
	if _, err := writeBackup(t.Context(), &out, head, bytes.NewReader(file)); err != nil {
		t.Fatal(err)
	}
	b := restored(t, out.Bytes(), l)
	if b.UpgradedFrom() != 0 || b.Revision().String() != oldRevision {
		t.Errorf("restored at %v; it was upgraded from %d only when it was opened", b.Revision(), b.UpgradedFrom())
	}
	b.quotesOldText()
}

func TestAFolderThatIsTakenIsNotRestoredInto(t *testing.T) {
	backup, _ := smallBackup(t)
	whole := onDisk(t)
	if err := whole.Close(); err != nil {
		t.Fatal(err)
	}
	file := filesIn(t, whole.folder)[graphName]
	for name, test := range map[string]struct {
		folder string
		want   error
	}{
		"a graph":           {whole.folder, fs.ErrExist},
		"a damaged graph":   {putFile(t, graphName, file[:2*pageSize+10]), fs.ErrExist},
		"a letter":          {putFile(t, "letter.txt", "Dear Ada"), ErrForeign},
		"a file of another": {putFile(t, graphName, strings.Repeat("Dear Ada. ", 1000)), ErrForeign},
	} {
		t.Run(name, func(t *testing.T) {
			before := filesIn(t, test.folder)
			_, err := Restore(t.Context(), test.folder, bytes.NewReader(backup))
			if !errors.Is(err, test.want) || !strings.Contains(err.Error(), test.folder) {
				t.Errorf("it ended with %v", err)
			}
			if !sameFiles(before, filesIn(t, test.folder)) {
				t.Error("the folder was changed")
			}
		})
	}
}

// TestAFolderThatIsBeingFilledIsNotRestoredInto, and the other process goes on.
func TestAFolderThatIsBeingFilledIsNotRestoredInto(t *testing.T) {
	backup, _ := smallBackup(t)
	folder := t.TempDir()
	other, err := openBolt(filepath.Join(folder, graphNewName), true)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Restore(t.Context(), folder, bytes.NewReader(backup)); !errors.Is(err, ErrLocked) {
		t.Errorf("it ended with %v", err)
	}
	if err := errors.Join(fill(t.Context(), other, folder, firstChange()), other.close()); err != nil {
		t.Errorf("the other could not go on: %v", err)
	}
}

// TestWhoIsQuickerRestores: of several that fill one folder at once, one does.
func TestWhoIsQuickerRestores(t *testing.T) {
	backup, l := smallBackup(t)
	folder := filepath.Join(t.TempDir(), "data")
	results := make([]error, 5)
	var work sync.WaitGroup
	for i := range results {
		work.Go(func() { _, results[i] = Restore(t.Context(), folder, bytes.NewReader(backup)) })
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
		t.Errorf("%d restored it", done)
	}
	b := &book{t: t, ledger: l, Store: mustOpen(t, folder)}
	b.verify()
	noJournalIn(t, folder)
}

// TestAReaderThatFails: its error is not taken for one of the backup.
func TestAReaderThatFails(t *testing.T) {
	backup, _ := smallBackup(t)
	for _, n := range []int{0, 5, 100, len(backup) / 2, len(backup) - 10, len(backup)} {
		r := io.MultiReader(bytes.NewReader(backup[:n]), iotest.ErrReader(errInjected))
		broken := new(BackupError)
		if err := notRestored(t, r); !errors.Is(err, errInjected) || errors.As(err, &broken) {
			t.Errorf("after %d bytes: %v", n, err)
		}
	}
	cancelled, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Restore(cancelled, t.TempDir(), bytes.NewReader(backup)); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
	if _, err := VerifyBackup(t.Context(), iotest.OneByteReader(bytes.NewReader(backup))); err != nil {
		t.Errorf("byte by byte: %v", err)
	}
}

// restoreOnce restores the backup that stands beside a folder.
func restoreOnce(folder string) error {
	f, err := os.Open(folder + ".backup")
	if err != nil {
		return err
	}
	defer f.Close()
	_, err = Restore(context.Background(), folder, f)
	return err
}

// TestAKilledRestoreLeavesTheFolderEmptyOrWhole kills a process that restores, at random moments.
func TestAKilledRestoreLeavesTheFolderEmptyOrWhole(t *testing.T) {
	b := onDisk(t)
	b.apply(change(many(1500, 0)...))
	backup := b.backup()
	empty := 0
	for range crashRounds(t) {
		folder := filepath.Join(t.TempDir(), "data")
		if err := os.WriteFile(folder+".backup", backup, 0o600); err != nil {
			t.Fatal(err)
		}
		restorer := startChild(t, self(t), "restore", folder, asTheyAre)
		time.Sleep(rand.N(200 * time.Millisecond))
		_ = restorer.Process.Kill()
		_ = restorer.Wait() // it may have been done
		s, err := Open(t.Context(), folder)
		if errors.Is(err, ErrEmpty) {
			empty++
			if _, err := Restore(t.Context(), folder, bytes.NewReader(backup)); err != nil {
				t.Fatal(err)
			}
			s, err = Open(t.Context(), folder)
		}
		if err != nil {
			t.Fatal(err)
		}
		r := &book{t: t, ledger: b.ledger, Store: s}
		r.verify()
		noJournalIn(t, folder)
		if err := r.Close(); err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("%d times the folder was empty", empty)
}

// FuzzBackup reads any backup: an error or a backup, never a panic. What is read fits its own checksum.
func FuzzBackup(f *testing.F) {
	var whole bytes.Buffer
	head := backupHead{Format: formatVersion, Created: noon, Size: 11}
	if _, err := writeBackup(f.Context(), &whole, head, strings.NewReader("the record.")); err != nil {
		f.Fatal(err)
	}
	f.Add(unsigned(whole.Bytes()), true)
	f.Add(whole.Bytes(), false)
	f.Add([]byte(backupLine+"{}\n"), true)
	f.Add([]byte(backupLine+`{"size":-1}`+"\n"), true)
	f.Add([]byte(backupLine+`{"size":9223372036854775807}`+"\n"), true)
	f.Add([]byte("wasl backup 99999999999999999999\n"), true)
	f.Add([]byte("wasl backup \n"), true)
	f.Fuzz(func(t *testing.T, backup []byte, sign bool) {
		if sign {
			backup = signed(backup)
		}
		var record bytes.Buffer
		info, err := readBackup(t.Context(), bytes.NewReader(backup), &record)
		if broken := new(BackupError); err != nil && !errors.As(err, &broken) {
			t.Errorf("read with %v", err)
		}
		if err == nil && (info.Size != int64(len(backup)) || record.Len() > len(backup) || !bytes.Equal(signed(unsigned(backup)), backup)) {
			t.Errorf("%q is read as %+v", backup, info)
		}
	})
}
