package document_test

import (
	"math"
	"strings"
	"testing"

	"github.com/wasl-graph/wasl/internal/ingest/document"
)

// The largest limit there can be is one.
func TestNoLimitToSpeakOf(t *testing.T) {
	doc, err := document.Open(t.Context(), "x.txt", strings.NewReader("a text"), document.Options{MaxBytes: math.MaxInt64})
	if err != nil || doc.Text != "a text" {
		t.Errorf("%+v, %v", doc, err)
	}
}
