package record

import (
	"path/filepath"

	"github.com/wasl-graph/wasl/graph"
)

// A change of more than batchSize quads does not fit into one transaction. It is written to a journal first, which
// becomes valid by a rename, and then applied in batches; the last transaction writes the revision. Whoever opens a
// folder with a journal finishes what it says before anything else. So a process that is killed at any moment leaves
// either no journal and nothing of the change, or a journal and then all of it.
//
// A journal is written and read as a stream, so that a change may be larger than memory:
//
//	wasl journal 2          the first line
//	+ quad                  what is asserted: four values, each with its length before it
//	t digest text           the text of a document
//	. head                  the rest, as JSON
//	checksum                SHA-256 of everything before it, in hexadecimal digits and a line feed
const (
	journalName    = "journal"
	journalNewName = "journal.new"
	journalLine    = "wasl journal 2\n"
)

// The letters before the parts of a journal.
const (
	partQuad = '+'
	partText = 't'
	partHead = '.'
)

// journalHead is what a journal says beside quads and texts.
type journalHead struct {
	Format   int            `json:"format"`
	Revision graph.Revision `json:"revision"`
	Entry    logEntry       `json:"entry"`
	Asserted int            `json:"asserted"`
	Texts    int            `json:"documents"`
}

func journalFile(folder string) string { return filepath.Join(folder, journalName) }

func (f files) removeJournal(folder string) error {
	if err := f.remove(journalFile(folder)); err != nil {
		return err
	}
	return f.sync(folder)
}
