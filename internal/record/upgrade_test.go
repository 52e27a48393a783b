package record

import (
	"compress/gzip"
	"errors"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"github.com/wasl-graph/wasl/graph"
)

// oldRevision is where the records in testdata/format1 are, by the program that wrote them.
const oldRevision = "3-36e255c74c752a4a"

// oldFolder is a data folder as a program of format version 1 left it: "whole", or "journal" with a change half done. The
// files in testdata were written by such a program, from oldChanges.
func oldFolder(t testing.TB, kind string) (folder string) {
	t.Helper()
	folder = t.TempDir()
	packed, err := filepath.Glob(filepath.Join("testdata", "format1", kind, "*.gz"))
	if err != nil || len(packed) == 0 {
		t.Fatalf("no such record: %v", err)
	}
	for _, name := range packed {
		unpacked := filepath.Join(folder, strings.TrimSuffix(filepath.Base(name), ".gz"))
		if err := os.WriteFile(unpacked, gunzip(t, name), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

func gunzip(t testing.TB, name string) []byte {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	data, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// oldLedger is what an old folder holds once it is opened.
func oldLedger(kind string) (l ledger) {
	for _, c := range oldChanges() {
		l.enter(c)
	}
	if kind == "journal" {
		l.enter(oldJournalled())
	}
	return l
}

func TestAnOldRecordIsUpgraded(t *testing.T) {
	for _, kind := range []string{"whole", "journal"} {
		t.Run(kind, func(t *testing.T) {
			b := &book{t: t, ledger: oldLedger(kind), Store: mustOpen(t, oldFolder(t, kind))}
			if got := b.UpgradedFrom(); got != 1 {
				t.Errorf("it was upgraded from format version %d", got)
			}
			if got := b.Revision().String(); kind == "whole" && got != oldRevision {
				t.Errorf("it is at %s, was at %s", got, oldRevision)
			}
			b.verify()
			b.quotesOldText()
			noJournalIn(t, b.folder)
			b.apply(change(label("report:new", "New")))
			b.reopen()
			if got := b.UpgradedFrom(); got != 0 {
				t.Errorf("it was upgraded from format version %d once more", got)
			}
			b.verify()
			hasBuckets(t, b)
		})
	}
}

// quotesOldText looks up the words that the second of the old changes brought.
func (b *book) quotesOldText() {
	b.t.Helper()
	const want = "الهجرة غير النظامية من العراق"
	words, kept, err := b.Quote(b.documents["source:reading"].SHA256, graph.Place{Unit: graph.Chars, Start: 30, End: 59})
	if err != nil || !kept || words != want {
		b.t.Errorf("it quotes %q, %v, %v", words, kept, err)
	}
}

// hasBuckets closes a book and expects all buckets in its file.
func hasBuckets(t *testing.T, b *book) {
	t.Helper()
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	changeFile(t, b.folder, func(tx *bolt.Tx) error {
		for _, name := range allBuckets {
			if tx.Bucket(name) == nil {
				t.Errorf("it has no bucket %s", name)
			}
		}
		return nil
	})
}

// TestMissingBucketsAreMade: a bucket that a newer format brings.
func TestMissingBucketsAreMade(t *testing.T) {
	folder := oldFolder(t, "whole")
	changeFile(t, folder, func(tx *bolt.Tx) error {
		for _, name := range allBuckets[len(allBuckets)-1:] {
			if tx.Bucket(name) != nil {
				if err := tx.DeleteBucket(name); err != nil {
					return err
				}
			}
		}
		return nil
	})
	s := mustOpen(t, folder)
	hasBuckets(t, &book{t: t, Store: s})
}

// TestUpgradeStepsAreWhole: from every older version there is one step, and they are in order.
func TestUpgradeStepsAreWhole(t *testing.T) {
	if len(upgradeSteps) != formatVersion-1 {
		t.Fatalf("%d steps lead to version %d", len(upgradeSteps), formatVersion)
	}
	for i, step := range upgradeSteps {
		if step.from != i+1 || step.does == nil {
			t.Errorf("step %d leads from version %d", i+1, step.from)
		}
		if got := len(stepsFrom(step.from)); got != formatVersion-step.from {
			t.Errorf("%d steps lead from version %d", got, step.from)
		}
	}
}

// TestAFailedUpgradeLeavesTheOldRecord fails each of its writes, and its commit.
func TestAFailedUpgradeLeavesTheOldRecord(t *testing.T) {
	for name, spoil := range map[string]func(*faulty){
		"begin":  func(f *faulty) { f.failBegin = true },
		"put":    func(f *faulty) { f.failPut = 1 },
		"commit": func(f *faulty) { f.failCommit = 1 },
	} {
		t.Run(name, func(t *testing.T) {
			folder := oldFolder(t, "whole")
			e, err := openBolt(filepath.Join(folder, graphName), false)
			if err != nil {
				t.Fatal(err)
			}
			f := &faulty{engine: e}
			spoil(f)
			if _, err := open(f, folder); err == nil || !injected(err) {
				t.Errorf("opened with %v", err)
			}
			if err := e.close(); err != nil {
				t.Fatal(err)
			}
			b := &book{t: t, ledger: oldLedger("whole"), Store: mustOpen(t, folder)}
			if b.UpgradedFrom() != 1 {
				t.Error("the record is not the old one any more")
			}
			b.verify()
		})
	}
}

// TestAKilledUpgradeLeavesTheOldRecordOrTheNew kills a process that opens an old record, at random moments.
func TestAKilledUpgradeLeavesTheOldRecordOrTheNew(t *testing.T) {
	old := 0
	for range crashRounds(t) {
		folder := oldFolder(t, "journal")
		opener := startChild(t, self(t), "open", folder, asTheyAre)
		time.Sleep(rand.N(60 * time.Millisecond))
		_ = opener.Process.Kill()
		_ = opener.Wait() // it may have been done
		b := &book{t: t, ledger: oldLedger("journal"), Store: mustOpen(t, folder)}
		if b.UpgradedFrom() == 1 {
			old++
		}
		b.verify()
		noJournalIn(t, folder)
		if err := b.Close(); err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("%d times the record was the old one", old)
}

// TestADamagedOldRecordIsNotUpgraded: nothing is written to a file that can't be trusted.
func TestADamagedOldRecordIsNotUpgraded(t *testing.T) {
	folder := oldFolder(t, "whole")
	name := filepath.Join(folder, graphName)
	file, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, breakLeaf(t, file), 0o600); err != nil {
		t.Fatal(err)
	}
	damage := new(DamageError)
	if err := notOpened(t, folder); !errors.As(err, &damage) || !strings.Contains(err.Error(), "can't be upgraded") {
		t.Errorf("refused with %v", err)
	}
}

// breakLeaf lets an entry of a leaf point outside of it. Only who reads leaves whole sees it.
func breakLeaf(t *testing.T, file []byte) []byte {
	t.Helper()
	meta, err := newestMeta(strings.NewReader(string(file)))
	if err != nil {
		t.Fatal(err)
	}
	for page := 2; page < int(meta.pages); page++ {
		leaf := boltPage(file[page*int(meta.pageSize):])
		if leaf.id() != uint64(page) || leaf.flags() != pageLeaf || leaf.count() < 5 || page == int(meta.root) {
			continue
		}
		broken := []byte(string(file))
		broken[page*int(meta.pageSize)+boltPageHeader+boltElement+7] = 0x7F // where the second entry stands
		if verifyPages(strings.NewReader(string(broken)), true) != nil {
			return broken
		}
	}
	t.Fatal("the file has no such leaf")
	return nil
}
