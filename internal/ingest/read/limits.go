package read

import "github.com/wasl-graph/wasl/internal/ingest/work"

// The most that is read, so that no document can take more memory or time than its size justifies.
const (
	maxLine   = 1 << 20  // bytes in a line of text
	maxRecord = 16 << 20 // bytes in a record of JSON or XML
	maxEntry  = 4 << 20  // bytes in a record of RIS, BibTeX or CSV
	maxLines  = 100_000  // lines in a record of RIS
	maxFields = 1_000    // fields in an entry of BibTeX
	maxParent = 64 << 10 // bytes in an entry of BibTeX from which others inherit
	maxValues = 1 << 20  // values in a record of JSON
	maxDepth  = 64       // elements or values that stand in each other
	maxTitles = 100      // titles that are put together, and abstracts
	// maxItems is the most values of one sort that a publication may have: names, tags, identifiers. The longest lists of
	// authors in print have some 5,000.
	maxItems = 20_000
	// maxDistinct is how many values are looked at so that none is kept twice.
	maxDistinct = 200
)

// excess names the list of a publication that is too long, "" for none.
func excess(w *work.Work) (name string, n int) {
	for _, list := range []struct {
		name string
		n    int
	}{
		{"contributors", len(w.Contributors)},
		{"tags", len(w.Tags)},
		{"identifiers", len(w.Identifiers)},
		{"countries", len(w.Countries)},
		{"languages", len(w.Languages)},
		{"dates", len(w.Published)},
		{"projects", len(w.Projects)},
		{"events", len(w.Events)},
		{"quotations", len(w.Quotations)},
		{"titles", len(w.Translated) + len(w.Alternative)},
		{"abstracts", len(w.Abstracts)},
		{"texts", len(w.Body)},
	} {
		if list.n > maxItems {
			return list.name, list.n
		}
	}
	return "", 0
}
