package understand_test

import (
	"fmt"

	"github.com/wasl-graph/wasl/internal/ingest/understand"
	"github.com/wasl-graph/wasl/internal/ingest/work"
)

func Example() {
	w := work.Work{
		Title:     text("Afghan Migrants in Pakistan"),
		Published: []work.Words{{Value: "Published April 2024"}},
		Tags:      []work.Text{text("Irregular Migration"), text("Housing")},
	}
	m := understand.Understand(seedVocabulary(), &w)
	for _, c := range m.Claims {
		o := c.Object
		fmt.Printf("%s %s: %s\n", c.Method, c.Relation, string(o.Entity)+o.Date.String()+o.Text.Value)
	}
	for _, n := range m.Notices {
		fmt.Println(n.Kind, n.Words, n.Why)
	}
	// Output:
	// STATED WRITTEN_IN: en
	// STATED LABEL: Afghan Migrants in Pakistan
	// STATED PUBLISHED: 2024-04
	// TAGGED SOURCE_TAG: Irregular Migration
	// TAGGED ABOUT_THEME: theme:irregular-migration
	// TAGGED SOURCE_TAG: Housing
	// MENTIONED MENTIONS_COUNTRY: country:AF
	// INFERRED ABOUT_COUNTRY: country:PK
	// tag Housing is no label of a theme
}
