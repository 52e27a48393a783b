package gen_test

import (
	"bytes"
	"errors"
	"io"
	"testing"

	"github.com/wasl-graph/wasl/internal/ingest/gen"
)

// writers are all that makes documents.
var writers = map[string]func(io.Writer, int) error{"ris": gen.RIS, "jsonl": gen.JSONL}

// TestSameBytes makes documents twice: a longer one begins with the shorter one.
func TestSameBytes(t *testing.T) {
	for name, write := range writers {
		var short, long bytes.Buffer
		if err := errors.Join(write(&short, 50), write(&long, 100)); err != nil {
			t.Fatal(err)
		}
		if !bytes.HasPrefix(long.Bytes(), short.Bytes()) || long.Len() == short.Len() {
			t.Errorf("%s: the first 50 records are others in a document of 100", name)
		}
	}
}

// brokenWriter takes nothing.
type brokenWriter struct{}

func (brokenWriter) Write([]byte) (int, error) { return 0, io.ErrShortWrite }

func TestBrokenWriter(t *testing.T) {
	for name, write := range writers {
		if err := write(brokenWriter{}, 100); !errors.Is(err, io.ErrShortWrite) {
			t.Errorf("%s: got %v", name, err)
		}
	}
}
