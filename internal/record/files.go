package record

import (
	"io"
	"os"
)

// files are the steps by which a journal comes into a folder and leaves it. Each may fail; tests see to it that each does.
type files struct {
	create func(name string) (journalOutput, error) // empties what is there
	rename func(from, to string) error
	remove func(name string) error
	sync   func(folder string) error // makes what was renamed or removed in it durable
}

// journalOutput is a file that is being written.
type journalOutput interface {
	io.WriteCloser
	Sync() error
}

// diskFiles are the real ones.
var diskFiles = files{
	create: func(name string) (journalOutput, error) {
		return os.OpenFile(name, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	},
	rename: os.Rename,
	remove: os.Remove,
	sync:   syncFolder,
}
