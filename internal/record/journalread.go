package record

import (
	"bufio"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"

	"github.com/wasl-graph/wasl/graph"
)

// sumLine is how many bytes the checksum at the end of a journal takes.
const sumLine = 2*sha256.Size + 1

// journal is a journal that has been verified: its quads and texts are read from the file each time they are asked for.
type journal struct {
	head   journalHead
	folder string
	size   int64 // without the checksum
}

// readJournal verifies a journal. It returns fs.ErrNotExist when there is none.
func readJournal(folder string) (*journal, error) {
	f, err := os.Open(journalFile(folder))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	j := &journal{folder: folder, size: info.Size() - sumLine}
	if err := j.checkSum(f); err != nil {
		return nil, err
	}
	return j, j.readHead()
}

func (j *journal) checkSum(f io.Reader) error {
	if j.size < 0 {
		return &DamageError{"the journal is cut off"}
	}
	sum := sha256.New()
	if _, err := io.CopyN(sum, f, j.size); err != nil {
		return &DamageError{fmt.Sprintf("the journal: %v", err)}
	}
	last, err := io.ReadAll(io.LimitReader(f, sumLine+1))
	if err != nil {
		return &DamageError{fmt.Sprintf("the journal: %v", err)}
	}
	if hex.EncodeToString(sum.Sum(nil))+"\n" != string(last) {
		return &DamageError{"the journal does not match its checksum"}
	}
	return nil
}

// readHead goes through all parts once: the head is the last, and says how many there must be.
func (j *journal) readHead() error {
	quads, texts := 0, 0
	err := j.parts(func(letter byte, values [][]byte) error {
		switch letter {
		case partQuad:
			quads++
		case partText:
			texts++
		case partHead:
			return json.Unmarshal(values[0], &j.head)
		}
		return nil
	})
	if err != nil {
		return &DamageError{fmt.Sprintf("the journal: %v", err)}
	}
	if err := checkFormat(j.head.Format); err != nil { // what an older program began is finished in the new format
		return fmt.Errorf("the journal: %w", err)
	}
	if quads != j.head.Asserted || texts != j.head.Texts {
		return &DamageError{fmt.Sprintf("the journal has %d quads and %d texts where its head says %d and %d", quads, texts, j.head.Asserted, j.head.Texts)}
	}
	return nil
}

// parts hands the parts over in their order. Values are valid until visit returns.
func (j *journal) parts(visit func(letter byte, values [][]byte) error) error {
	f, err := os.Open(journalFile(j.folder))
	if err != nil {
		return err
	}
	defer f.Close()
	r := &partReader{in: bufio.NewReaderSize(io.LimitReader(f, j.size), 1<<16), left: j.size}
	if err := r.line(journalLine); err != nil {
		return err
	}
	for {
		letter, values, err := r.next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err == nil {
			err = visit(letter, values)
		}
		if err != nil {
			return err
		}
	}
}

// partReader reads the parts of a journal one after the other, into the same memory.
type partReader struct {
	in     *bufio.Reader
	left   int64 // bytes that are still to come, at the most
	values [4][]byte
}

// valuesOf is how many values follow a letter.
var valuesOf = map[byte]int{partQuad: 4, partText: 2, partHead: 1}

func (r *partReader) line(want string) error {
	got := make([]byte, len(want))
	if _, err := io.ReadFull(r.in, got); err != nil || string(got) != want {
		return errors.New("it does not begin as a journal does")
	}
	return nil
}

func (r *partReader) next() (letter byte, values [][]byte, err error) {
	letter, err = r.in.ReadByte()
	if err != nil {
		return 0, nil, err // io.EOF after the last part
	}
	n := valuesOf[letter]
	if n == 0 {
		return 0, nil, fmt.Errorf("it has a part %q", letter)
	}
	for i := range n {
		if r.values[i], err = r.value(r.values[i][:0]); err != nil {
			return 0, nil, fmt.Errorf("it ends in the middle of a part: %w", noEOF(err))
		}
	}
	return letter, r.values[:n], nil
}

func (r *partReader) value(into []byte) ([]byte, error) {
	n, err := binary.ReadUvarint(r.in)
	if err != nil {
		return into, err
	}
	if n > uint64(r.left) {
		return into, fmt.Errorf("a value of %d bytes", n)
	}
	if uint64(cap(into)) < n {
		into = make([]byte, n)
	}
	into = into[:n]
	_, err = io.ReadFull(r.in, into)
	return into, err
}

// noEOF makes an end of the file an error like others.
func noEOF(err error) error {
	if errors.Is(err, io.EOF) {
		return io.ErrUnexpectedEOF
	}
	return err
}

// quads yields what the journal asserts.
func (j *journal) quads() iter.Seq2[packedQuad, error] {
	return func(yield func(packedQuad, error) bool) {
		err := j.parts(func(letter byte, values [][]byte) error {
			if letter == partQuad && !yield(packedQuad(values), nil) {
				return errStop
			}
			return nil
		})
		if err != nil && !errors.Is(err, errStop) {
			yield(packedQuad{}, err)
		}
	}
}

// texts are the documents that the journal brings.
func (j *journal) texts() ([]graph.Document, error) {
	var list []graph.Document
	err := j.parts(func(letter byte, values [][]byte) error {
		if letter == partText {
			list = append(list, graph.Document{SHA256: string(values[0]), Text: string(values[1])})
		}
		return nil
	})
	return list, err
}
