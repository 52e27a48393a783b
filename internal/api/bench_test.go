package api_test

import (
	"context"
	"testing"

	"github.com/wasl-graph/wasl/internal/api"
	"github.com/wasl-graph/wasl/internal/lang"
)

// card is what a list of reports shows of one, with everything that a front end needs to know of each label.
const card = `
fragment L on Text { value language direction isFallback }
fragment Card on Report {
  id published
  label(languages: $languages) { ...L }
  contributions { role position agent { id label(languages: $languages) { ...L } } affiliation { id label(languages: $languages) { ...L } } }
  publishers { id label(languages: $languages) { ...L } }
  projects { id label(languages: $languages) { ...L } }
  countries { id label(languages: $languages) { ...L } }
  themes { id label(languages: $languages) { ...L } }
}`

// One report with everything around it.
func BenchmarkReport(b *testing.B) {
	benchmark(b, api.Request{
		Query:     `query Q1($id: ID!, $languages: [LanguageTag!]) { node(id: $id) { ... on Report { ...Card } } }` + card,
		Variables: api.Variables{"id": "report:icmpd-2024-05-early-identification-trafficking-manual", "languages": []any{"ar", "en"}},
	})
}

// A page of the reports about a country and a theme.
func BenchmarkReports(b *testing.B) {
	benchmark(b, api.Request{
		Query: `query Q2($country: ID!, $theme: ID!, $languages: [LanguageTag!]) {
			reports(filter: {countries: [$country], themes: [$theme], includeNarrowerThemes: false}, first: 20) {
				totalCount nodes { ...Card } pageInfo { hasNextPage endCursor }
			}
		}` + card,
		Variables: api.Variables{"country": "country:IQ", "theme": "theme:irregular-migration", "languages": []any{"de-AT", "de"}},
	})
}

func benchmark(b *testing.B, request api.Request) {
	e := seeded(b)
	b.ReportAllocs()
	for b.Loop() {
		if response := e.Execute(context.Background(), request, lang.Chain{}); len(response.Errors) > 0 {
			b.Fatal(response.Errors)
		}
	}
}
