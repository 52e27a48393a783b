package ingest_test

import (
	"fmt"
	"testing/fstest"
	"time"

	"github.com/wasl-graph/wasl/internal/ingest"
)

// A folder of seeds becomes one change, or a list of everything that is wrong with it.
func ExampleReadSeeds() {
	files := fstest.MapFS{
		"sources/atlas.yaml": {Data: []byte(`
id: source:atlas
title: {text: "An atlas", language: en}
`)},
		"countries/IQ.yaml": {Data: []byte(`
id: country:IQ
source: source:atlas
label:
  - {text: "العراق", language: ar}
  - {text: "Irak", language: de}
`)},
	}
	at := time.Date(2024, 6, 15, 0, 0, 0, 0, time.UTC)
	change, err := ingest.ReadSeeds(files, at)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, a := range change.Assert {
		fmt.Println(a.Subject, a.Relation, a.Object, a.Evidence.Source)
	}

	files["countries/IQ.yaml"].Data = []byte(`
id: country:IQ
label:
  - {text: "Irak", language: deu}
`)
	_, err = ingest.ReadSeeds(files, at)
	fmt.Println(err)
	// Output:
	// country:IQ LABEL العراق source:atlas
	// country:IQ LABEL Irak source:atlas
	// countries/IQ.yaml:4: language: "deu" is not valid; expected the canonical tag de
}
