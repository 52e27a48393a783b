package record

import (
	"bufio"
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"hash"
	"io"
	"io/fs"
	"path/filepath"

	"github.com/wasl-graph/wasl/graph"
)

// journalWriter writes a journal beside its place. Nothing of it counts before finish has given it its name.
type journalWriter struct {
	files  files
	folder string
	file   journalOutput
	out    *bufio.Writer
	sum    hash.Hash
	head   journalHead
}

func (f files) newJournal(folder string) (*journalWriter, error) {
	file, err := f.create(filepath.Join(folder, journalNewName))
	if err != nil {
		return nil, err
	}
	w := &journalWriter{files: f, folder: folder, file: file, sum: sha256.New()}
	w.out = bufio.NewWriterSize(io.MultiWriter(file, w.sum), 1<<16)
	_, err = w.out.WriteString(journalLine)
	return w, err
}

func (w *journalWriter) quad(q packedQuad) error {
	w.head.Asserted++
	return w.part(partQuad, q[:]...)
}

func (w *journalWriter) text(d graph.Document) error {
	w.head.Texts++
	return w.part(partText, []byte(d.SHA256), []byte(d.Text))
}

func (w *journalWriter) part(letter byte, values ...[]byte) error {
	err := w.out.WriteByte(letter)
	for _, value := range values {
		if err == nil {
			_, err = w.out.Write(binary.AppendUvarint(nil, uint64(len(value))))
		}
		if err == nil {
			_, err = w.out.Write(value)
		}
	}
	return err
}

// finish writes the head and the checksum and gives the journal its name: from here on the change is made.
func (w *journalWriter) finish(r graph.Revision, entry logEntry) error {
	w.head.Format, w.head.Revision, w.head.Entry = formatVersion, r, entry
	head, err := json.Marshal(w.head)
	if err != nil {
		return err
	}
	if err := errors.Join(w.part(partHead, head), w.out.Flush()); err != nil {
		return err
	}
	if _, err := fmt.Fprintf(w.file, "%x\n", w.sum.Sum(nil)); err != nil {
		return err
	}
	if err := errors.Join(w.file.Sync(), w.file.Close()); err != nil {
		return err
	}
	if err := w.files.rename(filepath.Join(w.folder, journalNewName), journalFile(w.folder)); err != nil {
		return err
	}
	return w.files.sync(w.folder)
}

// close lets go of the file, whether it was finished or not.
func (w *journalWriter) close() error {
	if err := w.file.Close(); !errors.Is(err, fs.ErrClosed) {
		return err
	}
	return nil
}

// writeJournal writes the journal of a change that is at hand as a whole.
func (f files) writeJournal(folder string, a graph.Applied) (err error) {
	w, err := f.newJournal(folder)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, w.close()) }()
	for _, assertion := range a.Asserted {
		packed, err := packOne(assertion)
		if err == nil {
			err = w.quad(packed)
		}
		if err != nil {
			return err
		}
	}
	for _, d := range a.Documents {
		if err := w.text(d); err != nil {
			return err
		}
	}
	entry, err := newLogEntry(a)
	if err != nil {
		return err
	}
	return w.finish(a.Revision, entry)
}
