package record

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/wasl-graph/wasl/graph"
)

// pageSize is what bbolt takes for the size of a page.
var pageSize = os.Getpagesize()

// damageBook is closed and has some history, so that its file has branches, leaves, a free list and free pages.
func damageBook(t *testing.T) (b *book, file []byte) {
	t.Helper()
	b = onDisk(t)
	b.apply(change(many(60, 0)...))
	b.apply(change(every()...))
	b.apply(retraction(many(30, 5)...))
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	file, err := os.ReadFile(filepath.Join(b.folder, graphName))
	if err != nil {
		t.Fatal(err)
	}
	return b, file
}

// tryDamaged opens a file that may be damaged, and does with it whatever can be done. It expects to come back: either
// with a clear error, or with facts that were recorded. It says whether the file was taken for whole.
func tryDamaged(t *testing.T, b *book, file []byte) (whole bool) {
	t.Helper()
	folder := putFile(t, graphName, string(file))
	s, err := Open(t.Context(), folder)
	if err != nil {
		clearly(t, err)
		return false
	}
	defer func() { _ = s.Close() }() // after damage there may be nothing to close any more
	problems, err := s.Check(t.Context())
	if err != nil {
		t.Error("the check could not be carried through: ", err)
	}
	for _, problem := range problems {
		oneLine(t, problem)
	}
	whole = len(problems) == 0
	if err := s.Snapshot(t.Context(), readAll); err != nil {
		oneLine(t, err)
		if whole {
			t.Errorf("the check found nothing, but reading ends with %v", err)
		}
	}
	if whole {
		return true
	}
	if _, err := s.Apply(t.Context(), change(label("report:new", "New")), &b.ledger); err != nil {
		oneLine(t, err)
	}
	return false
}

func readAll(s graph.Snapshot) error {
	for _, err := range s.Assertions {
		if err != nil {
			return err
		}
	}
	return nil
}

// clearly expects one of the errors that Open promises.
func clearly(t *testing.T, err error) {
	t.Helper()
	var damage *DamageError
	var format *FormatError
	if !errors.As(err, &damage) && !errors.As(err, &format) && !errors.Is(err, ErrForeign) {
		t.Errorf("an error of no kind: %v", err)
	}
	oneLine(t, err)
}

func oneLine(t *testing.T, err error) {
	t.Helper()
	if strings.Contains(err.Error(), "\n") {
		t.Errorf("not one sentence: %v", err)
	}
}

func TestAWholeFileIsWhole(t *testing.T) {
	b, file := damageBook(t)
	if !tryDamaged(t, b, file) {
		t.Error("it is taken for damaged")
	}
}

// TestATruncatedFile cuts a file off at every page, beside every page, and within its head. bbolt itself would end the
// process with a bus error.
func TestATruncatedFile(t *testing.T) {
	b, file := damageBook(t)
	lengths := []int{0, 1, 15, 16, 17, 79, 80, 81, 1023, 1024, 2000}
	for page := pageSize; page < len(file); page += pageSize {
		lengths = append(lengths, page-1, page, page+1, page+80)
	}
	wholeFrom := len(file)
	for _, n := range slices.Backward(lengths) {
		if tryDamaged(t, b, file[:n]) {
			if wholeFrom < n {
				t.Errorf("cut to %d bytes it is damaged, to %d it is not", wholeFrom, n)
			}
			wholeFrom = n
		}
	}
	meta, err := newestMeta(bytes.NewReader(file))
	if need := int(meta.pages * meta.pageSize); err != nil || wholeFrom < need {
		t.Errorf("%d bytes are taken for whole, %d are needed (%v)", wholeFrom, need, err)
	}
}

// TestFlippedBitsInTheHead: bbolt keeps its head twice. One damaged copy is made good by the other, which may be one
// change behind.
func TestFlippedBitsInTheHead(t *testing.T) {
	b, file := damageBook(t)
	for page := range 2 {
		start := page * pageSize * 8
		for bit := rand.IntN(9); bit < (boltPageHeader+boltMetaSize)*8; bit += 9 {
			tryDamaged(t, b, flipped(file, start+bit))
		}
	}
	both := flipped(flipped(file, 20*8), (pageSize+20)*8)
	if tryDamaged(t, b, both) {
		t.Error("with both copies damaged it is taken for whole")
	}
}

// TestFlippedBitsInPages turns over bits where pages say what they are, and anywhere.
func TestFlippedBitsInPages(t *testing.T) {
	b, file := damageBook(t)
	for page := 2; page < len(file)/pageSize; page++ {
		tryDamaged(t, b, flipped(file, page*pageSize*8+rand.IntN(boltPageHeader*8)))
		tryDamaged(t, b, flipped(file, page*pageSize*8+rand.IntN(pageSize*8)))
	}
}

func flipped(file []byte, bit int) []byte {
	file = slices.Clone(file)
	file[bit/8] ^= 1 << (bit % 8)
	return file
}

// TestABranchThatLeadsToItself would have bbolt go round until the process ends.
func TestABranchThatLeadsToItself(t *testing.T) {
	b, file := damageBook(t)
	found := false
	for start := 2 * pageSize; start < len(file); start += pageSize {
		page := boltPage(file[start : start+pageSize])
		if page.flags() != pageBranch {
			continue
		}
		found = true
		loop := slices.Clone(file)
		copy(loop[start+boltPageHeader+8:], loop[start:start+8]) // its first child is itself
		tryDamaged(t, b, loop)
	}
	if !found {
		t.Error("the file has no branch")
	}
}

// TestAPageThatIsContinuedEndlessly would have bbolt count its pages, once it is freed, until the memory is used up.
func TestAPageThatIsContinuedEndlessly(t *testing.T) {
	b, file := damageBook(t)
	meta, err := newestMeta(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	for page := 2; page < int(meta.pages); page++ {
		if boltPage(file[page*pageSize:]).id() != uint64(page) {
			continue // it continues another
		}
		endless := slices.Clone(file)
		endless[page*pageSize+boltPageHeader-1] |= 0x80 // of how many pages continue it
		folder := putFile(t, graphName, string(endless))
		s, err := Open(t.Context(), folder)
		if err != nil {
			clearly(t, err)
			continue
		}
		// It is a free page, whose head says nothing.
		if problems, err := s.Check(t.Context()); err != nil || len(problems) > 0 {
			t.Errorf("page %d: opened, and then %v (%v)", page, problems, err)
		}
		if _, err := s.Apply(t.Context(), change(label("report:new", "New")), &b.ledger); err != nil {
			t.Error(err)
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}
}
