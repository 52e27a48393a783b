package read_test

import (
	"errors"
	"testing"

	"github.com/wasl-graph/wasl/internal/ingest/document"
	"github.com/wasl-graph/wasl/internal/ingest/fault"
	"github.com/wasl-graph/wasl/internal/ingest/read"
	"github.com/wasl-graph/wasl/internal/ingest/work"
)

// readAll reads a document to its end.
func readAll(t testing.TB, doc *document.Document, format read.Format) ([]work.Work, fault.Faults) {
	t.Helper()
	var works []work.Work
	var faults fault.Faults
	for w, err := range read.Works(t.Context(), doc, format) {
		if err != nil {
			faults = asFaults(t, faults, err)
			continue
		}
		works = append(works, w)
	}
	return works, faults
}

// asFaults adds an error, which must be a fault.
func asFaults(t testing.TB, faults fault.Faults, err error) fault.Faults {
	t.Helper()
	f, ok := errors.AsType[fault.Fault](err)
	if !ok {
		t.Fatalf("%v is no fault", err)
	}
	return append(faults, f)
}
