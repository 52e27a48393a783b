package read_test

import (
	"context"
	"errors"
	"fmt"

	"github.com/wasl-graph/wasl/internal/ingest/document"
	"github.com/wasl-graph/wasl/internal/ingest/fault"
	"github.com/wasl-graph/wasl/internal/ingest/read"
)

func Example() {
	doc := &document.Document{Name: "library.ris", Text: `TY  - RPRT
TI  - Return to Iraq
AU  - Haddad, Lina
PY  - 2024/06
ER  -
AU  - Nobody
ER  -
`}
	format, err := read.Detect(doc)
	if err != nil {
		fmt.Println(err)
		return
	}
	for w, err := range read.Works(context.Background(), doc, format) {
		f, is := errors.AsType[fault.Fault](err)
		switch {
		case is: // a record that can't be read, or something that was not understood
			fmt.Println(f.Grade, f)
		case err != nil:
			fmt.Println(err)
		default:
			author := w.Contributors[0]
			fmt.Println(w.Line, w.Title.Value, w.Date, author.Name.Value, doc.Place(author.Name.At))
		}
	}
	// Output:
	// 1 Return to Iraq 2024-06 Haddad, Lina {2 38 50}
	// rejected library.ris:6: the record begins with AU; expected TY, which says of what type it is
}
