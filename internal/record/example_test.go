package record_test

import (
	"context"
	"errors"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"time"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/record"
)

// A folder is created with a first change, opened, and read whole.
func ExampleOpen() {
	parent, err := os.MkdirTemp("", "wasl")
	if err != nil {
		log.Fatal(err)
	}
	defer func() { _ = os.RemoveAll(parent) }()
	ctx, folder := context.Background(), filepath.Join(parent, "data")

	s, err := record.Open(ctx, folder)
	fmt.Println("nothing there yet:", errors.Is(err, record.ErrEmpty))

	if err = record.Create(ctx, folder, firstFacts()); err != nil {
		log.Fatal(err)
	}
	if s, err = record.Open(ctx, folder); err != nil {
		log.Fatal(err)
	}
	defer func() { _ = s.Close() }()
	err = s.Snapshot(ctx, func(snapshot graph.Snapshot) error {
		fmt.Println("changes:", len(snapshot.Changes))
		for a, err := range snapshot.Assertions {
			if err != nil {
				return err
			}
			fmt.Println(a.Subject, a.Relation, a.Object, "by", a.Evidence.Source, a.Evidence.Method)
		}
		return nil
	})
	if err != nil {
		log.Fatal(err)
	}
	// Output:
	// nothing there yet: true
	// changes: 1
	// country:IQ LABEL العراق by source:cldr-48 CURATED
}

func firstFacts() graph.Change {
	name := graph.Text{Value: "العراق", Language: graph.Arabic, Standing: graph.Attested}
	return graph.Change{
		Author:  "an editor",
		Reason:  "the names of countries",
		Time:    time.Date(2024, 6, 15, 12, 0, 0, 0, time.UTC),
		Sources: []graph.Source{{ID: "source:cldr-48", Title: graph.Text{Value: "CLDR 48", Language: graph.English}}},
		Assert: []graph.Assertion{{
			Statement: graph.Statement{Subject: "country:IQ", Relation: graph.Label, Object: graph.Object{Text: name}},
			Evidence:  graph.Evidence{Source: "source:cldr-48", Method: graph.Curated},
		}},
	}
}
