package document

import (
	"bufio"
	"compress/flate"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io"
	"io/fs"
	"math"
	"strings"

	"github.com/wasl-graph/wasl/internal/ingest/fault"
)

// DefaultMaxBytes is the most that a document may measure when nobody says otherwise: 256 MiB.
const DefaultMaxBytes = 256 << 20

// Options say how a document is read. The zero value reads up to [DefaultMaxBytes] and finds out the encoding.
type Options struct {
	// MaxBytes is the most that the document may measure, compressed as well as decompressed.
	MaxBytes int64
	// Encoding is the name of the encoding; empty to find it out. [Encodings] lists the names.
	Encoding string
}

// Open reads a document to its end and makes text of it. It holds about one copy of the text in memory; a text that is not
// in UTF-8, or whose size is not known before, takes up to about two while it is read.
//
// What is wrong with the document is a [fault.Fault]. Any other error is one of the reader or of the context.
func Open(ctx context.Context, name string, r io.Reader, o Options) (*Document, error) {
	if o.MaxBytes <= 0 {
		o.MaxBytes = DefaultMaxBytes
	}
	o.MaxBytes = min(o.MaxBytes, math.MaxInt64-1) // one more is read, to see whether there is more
	src := &source{r: r, digest: sha256.New(), left: o.MaxBytes + 1}
	raw, err := readAll(ctx, src, sizeOf(r), o.MaxBytes)
	if src.err != nil || ctx.Err() != nil {
		return nil, fmt.Errorf("read %s: %w", name, errors.Join(ctx.Err(), src.err))
	}
	if err != nil {
		return nil, inFile(name, err)
	}
	if what := binary(raw); what != "" {
		return nil, inFile(name, errors.New(what))
	}
	text, encoding, err := decode(raw, o.Encoding)
	if err != nil {
		return nil, inFile(name, err)
	}
	if strings.TrimSpace(text) == "" {
		return nil, inFile(name, errors.New("is empty; expected a text"))
	}
	return &Document{Name: name, SHA256: hex.EncodeToString(src.digest.Sum(nil)), Encoding: encoding, Text: text}, nil
}

// inFile makes a fault of an error of this package.
func inFile(name string, err error) error {
	f := fault.Fault{File: name, What: err.Error()}
	if bad, ok := errors.AsType[badByte](err); ok {
		f.Line = bad.line
	}
	return f
}

// readAll reads everything, decompressed. The error is about what was read; one of the reader stands in the source.
func readAll(ctx context.Context, src *source, size, most int64) (string, error) {
	in := bufio.NewReaderSize(src, 64<<10)
	magic, _ := in.Peek(2)
	packed := string(magic) == "\x1f\x8b"
	var text strings.Builder
	from := io.Reader(in)
	if packed {
		unpacked, err := gzip.NewReader(in)
		if err != nil {
			return "", damaged(err, 0)
		}
		from = unpacked
	} else if size <= most {
		text.Grow(int(size))
	}
	n, err := copyAll(ctx, &text, io.LimitReader(from, most+1))
	switch {
	case n > most:
		return "", fmt.Errorf("is larger than %d bytes; expected at most so many, decompressed; split it", most)
	case src.left == 0:
		return "", fmt.Errorf("is larger than %d bytes; expected at most so many; split it", most)
	case err != nil && packed:
		return "", damaged(err, n)
	}
	return text.String(), err
}

// copyAll copies to the end, looking at the context every now and then.
func copyAll(ctx context.Context, text *strings.Builder, from io.Reader) (int64, error) {
	for {
		if err := ctx.Err(); err != nil {
			return int64(text.Len()), err
		}
		if _, err := io.CopyN(text, from, 1<<20); errors.Is(err, io.EOF) {
			return int64(text.Len()), nil
		} else if err != nil {
			return int64(text.Len()), err
		}
	}
}

// damaged says what is wrong with a gzip stream of which n bytes could be read.
func damaged(err error, n int64) error {
	var corrupt flate.CorruptInputError
	switch {
	case errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF):
		return fmt.Errorf("is compressed with gzip and cut off after %d bytes of text; fetch it again", n)
	case errors.Is(err, gzip.ErrChecksum) || errors.As(err, &corrupt):
		return fmt.Errorf("is compressed with gzip and damaged behind %d bytes of text; fetch it again", n)
	case errors.Is(err, gzip.ErrHeader):
		return fmt.Errorf("is compressed with gzip, and behind %d bytes of text stands something else; fetch it again", n)
	}
	return err
}

// source is what is read, as it comes: it counts and digests.
type source struct {
	r      io.Reader
	digest hash.Hash
	left   int64 // what may still be read
	err    error // what went wrong outside the document
}

// Read reads on until the limit.
func (s *source) Read(p []byte) (int, error) {
	if s.left == 0 {
		return 0, io.EOF
	}
	n, err := s.r.Read(p[:min(int64(len(p)), s.left)])
	s.left -= int64(n)
	s.digest.Write(p[:n])
	if err != nil && !errors.Is(err, io.EOF) {
		s.err = err
	}
	return n, err
}

// sizeOf is how many bytes are there to read, 0 when that can't be known.
func sizeOf(r io.Reader) int64 {
	switch r := r.(type) {
	case interface{ Len() int }:
		return int64(r.Len())
	case interface{ Stat() (fs.FileInfo, error) }:
		if info, err := r.Stat(); err == nil && info.Mode().IsRegular() {
			return info.Size()
		}
	}
	return 0
}
