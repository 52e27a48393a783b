package record

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/wasl-graph/wasl/graph"
)

// A change of more than batchSize quads does not fit into one transaction. It is written to a journal first, which
// becomes valid by a rename, and then applied in batches; the last transaction writes the revision. Whoever opens a
// folder with a journal finishes what it says before anything else. So a process that is killed at any moment leaves
// either no journal and nothing of the change, or a journal and then all of it.
const (
	journalName    = "journal"
	journalNewName = "journal.new"
)

// journalHead is the first line of a journal; the quads follow, a line each, and then the SHA-256 of all lines before.
type journalHead struct {
	Format    int              `json:"format"`
	Revision  graph.Revision   `json:"revision"`
	Entry     logEntry         `json:"entry"`
	Documents []graph.Document `json:"documents,omitempty"`
	Asserted  int              `json:"asserted"`
}

func (s *Store) applyJournalled(a graph.Applied) error {
	if s.folder != "" {
		if err := writeJournal(s.folder, a); err != nil {
			return errors.Join(err, s.withdrawJournal())
		}
	}
	if err := s.applyBatches(a.Retracted, a.Asserted, a); err != nil {
		// What of it is applied can't be told apart in memory: the next start finishes the journal.
		s.unusable = errors.New("a large change was not finished; restart to finish it")
		return errors.Join(err, s.unusable)
	}
	if s.folder != "" {
		// The change is recorded. A journal that stays is known by its revision when the folder is opened again.
		_ = removeJournal(s.folder)
	}
	return nil
}

// withdrawJournal removes what there is of a journal that could not be written, so that nobody finishes a change that was
// reported to have failed.
func (s *Store) withdrawJournal() error {
	for _, name := range []string{journalName, journalNewName} {
		if err := ignoreMissing(os.Remove(filepath.Join(s.folder, name))); err != nil {
			s.unusable = fmt.Errorf("a journal that could not be written can't be removed: %w", err)
			return s.unusable
		}
	}
	return nil
}

// applyBatches takes away and adds quads in batches, and then records the whole change in one last transaction.
func (s *Store) applyBatches(retract, assert []graph.Assertion, whole graph.Applied) error {
	for batch := range slices.Chunk(retract, s.batch) {
		if err := s.transaction(func(tx engineTx) error { return s.writeQuads(tx, batch, false) }); err != nil {
			return err
		}
	}
	for batch := range slices.Chunk(assert, s.batch) {
		if err := s.transaction(func(tx engineTx) error { return s.writeQuads(tx, batch, true) }); err != nil {
			return err
		}
	}
	return s.transaction(func(tx engineTx) error { return s.writeRest(tx, whole) })
}

func writeJournal(folder string, a graph.Applied) (err error) {
	name := filepath.Join(folder, journalNewName)
	f, err := os.OpenFile(name, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, ignoreClosed(f.Close())) }()
	sum := sha256.New()
	buffer := bufio.NewWriter(io.MultiWriter(f, sum))
	if err = writeJournalLines(json.NewEncoder(buffer), a); err != nil {
		return err
	}
	if err = buffer.Flush(); err != nil {
		return err
	}
	if _, err = fmt.Fprintf(f, "%x\n", sum.Sum(nil)); err != nil {
		return err
	}
	if err = errors.Join(f.Sync(), f.Close()); err != nil {
		return err
	}
	if err = os.Rename(name, filepath.Join(folder, journalName)); err != nil {
		return err
	}
	return syncFolder(folder)
}

func ignoreClosed(err error) error {
	if errors.Is(err, fs.ErrClosed) {
		return nil
	}
	return err
}

func writeJournalLines(out *json.Encoder, a graph.Applied) error {
	entry, err := newLogEntry(a)
	if err != nil {
		return err
	}
	head := journalHead{
		Format: formatVersion, Revision: a.Revision, Entry: entry, Documents: a.Documents, Asserted: len(a.Asserted),
	}
	if err := out.Encode(head); err != nil {
		return err
	}
	for _, assertion := range a.Asserted {
		packed, err := packOne(assertion)
		if err != nil {
			return err
		}
		if err := out.Encode(packed); err != nil {
			return err
		}
	}
	return nil
}

// readJournal reads a journal and verifies it. It returns fs.ErrNotExist when there is none.
func readJournal(folder string) (graph.Applied, error) {
	data, err := os.ReadFile(filepath.Join(folder, journalName))
	if err != nil {
		return graph.Applied{}, err
	}
	const sumLine = 2*sha256.Size + 1
	if len(data) < sumLine {
		return graph.Applied{}, &DamageError{"the journal is cut off"}
	}
	body := data[:len(data)-sumLine]
	if sum := sha256.Sum256(body); hex.EncodeToString(sum[:])+"\n" != string(data[len(body):]) {
		return graph.Applied{}, &DamageError{"the journal does not match its checksum"}
	}
	a, err := parseJournal(body)
	var format *FormatError
	if err != nil && !errors.As(err, &format) {
		return graph.Applied{}, &DamageError{fmt.Sprintf("the journal: %v", err)}
	}
	return a, err
}

func parseJournal(body []byte) (graph.Applied, error) {
	in := json.NewDecoder(bytes.NewReader(body))
	var head journalHead
	if err := in.Decode(&head); err != nil {
		return graph.Applied{}, err
	}
	if head.Format != formatVersion {
		return graph.Applied{}, &FormatError{Found: head.Format}
	}
	var packed []packedQuad
	for in.More() {
		var p packedQuad
		if err := in.Decode(&p); err != nil {
			return graph.Applied{}, err
		}
		packed = append(packed, p)
	}
	if len(packed) != head.Asserted {
		return graph.Applied{}, fmt.Errorf("it has %d quads where its head says %d", len(packed), head.Asserted)
	}
	asserted, err := unpack(packed)
	if err != nil {
		return graph.Applied{}, err
	}
	recorded, err := head.Entry.recorded(head.Revision.Number)
	return graph.Applied{Recorded: recorded, Asserted: asserted, Sources: head.Entry.Sources, Documents: head.Documents}, err
}

func removeJournal(folder string) error {
	if err := os.Remove(filepath.Join(folder, journalName)); err != nil {
		return err
	}
	return syncFolder(folder)
}

// finishJournal brings a change to its end that an earlier process began. It asks the record itself what is still
// missing: a quad that is handed to Cayley twice leaks.
func (s *Store) finishJournal(ctx context.Context) error {
	// What was never renamed was never begun.
	if err := ignoreMissing(os.Remove(filepath.Join(s.folder, journalNewName))); err != nil {
		return err
	}
	a, err := readJournal(s.folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	log, err := s.changes()
	if err != nil {
		return err
	}
	if slices.ContainsFunc(log, func(r graph.Recorded) bool { return r.Revision == a.Revision }) {
		return removeJournal(s.folder) // all of it was done but this
	}
	if err := s.fits(a); err != nil {
		return err
	}
	assert, retract, err := s.undone(ctx, a)
	if err != nil {
		return err
	}
	if err := s.applyBatches(retract, assert, a); err != nil {
		return err
	}
	s.revision = a.Revision
	return removeJournal(s.folder)
}

// fits says whether a journal continues the record at its revision.
func (s *Store) fits(a graph.Applied) error {
	digest, err := digestOf(s.revision.Digest, a)
	if err != nil {
		return err
	}
	if want := (graph.Revision{Number: s.revision.Number + 1, Digest: digest}); a.Revision != want {
		return &DamageError{fmt.Sprintf("the journal is for revision %v, which does not follow revision %v", a.Revision, s.revision)}
	}
	return nil
}

// undone finds which quads of a change the record still lacks, and which it still holds.
func (s *Store) undone(ctx context.Context, a graph.Applied) (assert, retract []graph.Assertion, err error) {
	missing := make(map[graph.Assertion]bool, len(a.Asserted))
	for _, x := range a.Asserted {
		missing[x] = true
	}
	doomed := make(map[graph.Assertion]bool, len(a.Retracted))
	for _, x := range a.Retracted {
		doomed[x] = true
	}
	before, err := s.changes()
	if err != nil {
		return nil, nil, err
	}
	for x, err := range s.assertions(ctx, addedBy(before)+len(a.Asserted)) {
		if err != nil {
			return nil, nil, err
		}
		delete(missing, x)
		if doomed[x] {
			retract = append(retract, x)
		}
	}
	for _, x := range a.Asserted {
		if missing[x] {
			assert = append(assert, x)
		}
	}
	return assert, retract, nil
}
