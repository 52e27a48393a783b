package record

import (
	"unicode/utf8"

	"github.com/wasl-graph/wasl/graph"
)

// checkDocuments refuses a text that can't be quoted from, and one that no source of the change names: a source that is
// known already is named again with its text.
func checkDocuments(c graph.Change) error {
	named := make(map[string]bool, len(c.Sources))
	for _, src := range c.Sources {
		named[src.SHA256] = true
	}
	for _, d := range c.Documents {
		if !named[d.SHA256] {
			return graph.Invalid("document", d.SHA256, graph.ExpectOwnSource)
		}
		if !utf8.ValidString(d.Text) {
			return graph.Invalid("document", d.SHA256, graph.ExpectUTF8)
		}
	}
	return nil
}

// newDocuments are those whose text is not kept already, each once. A text that is kept stays as it is: evidence counts
// its characters.
func (s *Store) newDocuments(list []graph.Document) ([]graph.Document, error) {
	var fresh []graph.Document
	seen := map[string]bool{}
	for _, d := range list {
		_, kept, err := s.Document(d.SHA256)
		if err != nil {
			return nil, err
		}
		if !seen[d.SHA256] && !kept {
			seen[d.SHA256] = true
			fresh = append(fresh, d)
		}
	}
	return fresh, nil
}

func writeDocuments(tx engineTx, list []graph.Document) error {
	for _, d := range list {
		if err := tx.put(bucketTexts, []byte(d.SHA256), []byte(d.Text)); err != nil {
			return err
		}
	}
	return nil
}

// Document is the text of the document with this digest, and whether it is kept. A text never changes under its digest,
// so it fits every revision that names it. Document does not wait for a change that is being written.
func (s *Store) Document(sha256 string) (text string, kept bool, err error) {
	err = guarded(func() error {
		tx, err := s.engine.begin(false)
		if err != nil {
			return err
		}
		defer tx.rollback()
		value := tx.get(bucketTexts, []byte(sha256))
		text, kept = string(value), value != nil
		return nil
	})
	return text, kept, err
}
