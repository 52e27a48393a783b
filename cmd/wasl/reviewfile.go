package main

import (
	"bufio"
	"errors"
	"os"
	"path/filepath"

	"github.com/wasl-graph/wasl/internal/ingest"
)

// reviewFile is the file of --review. It is written beside its place and gets its name when all is done, so that a failure
// leaves an earlier one as it was. Without a name it takes nothing.
type reviewFile struct {
	name  string
	file  *os.File
	out   *bufio.Writer
	write func(ingest.ReviewEntry) error
}

func newReviewFile(name string) (*reviewFile, error) {
	if name == "" {
		return &reviewFile{}, nil
	}
	file, err := os.CreateTemp(filepath.Dir(name), filepath.Base(name)+".*")
	if err != nil {
		return nil, err
	}
	out := bufio.NewWriter(file)
	return &reviewFile{name: name, file: file, out: out, write: ingest.WriteReview(out)}, nil
}

// close gives the file its name; after a failure it takes the file away.
func (r *reviewFile) close(failed error) error {
	if r.file == nil {
		return nil
	}
	err := errors.Join(r.out.Flush(), r.file.Close())
	if coded := new(codeError); err != nil || failed != nil && (!errors.As(failed, &coded) || coded.err != nil) {
		return errors.Join(err, os.Remove(r.file.Name()))
	}
	return os.Rename(r.file.Name(), r.name)
}
