package web

import (
	"bufio"
	"embed"
	"io/fs"
	"path"
	"strings"

	"github.com/wasl-graph/wasl/graph"
)

// Example is a question that the GraphiQL page opens with.
type Example struct {
	Title    string    // what the query asks, in Language; the first comment of the query
	Language graph.Tag // the language of the comments, and the one to ask the answer in (Accept-Language)
	Query    string    // one named GraphQL operation without variables, comments included
}

//go:embed examples/*.graphql
var exampleFiles embed.FS

// Examples returns the example queries in the order of their file names, in which the page shows them. The slice is the
// caller's own.
func Examples() []Example {
	// The pattern is well formed and the files are embedded, so neither reading can fail.
	names, _ := fs.Glob(exampleFiles, "examples/*.graphql")
	examples := make([]Example, 0, len(names))
	for _, name := range names {
		query, _ := exampleFiles.ReadFile(name)
		examples = append(examples, Example{
			Title:    firstComment(string(query)),
			Language: languageOf(name),
			Query:    string(query),
		})
	}
	return examples
}

// languageOf reads the language from a file name such as "1-iraq-reports.ar.graphql".
func languageOf(name string) graph.Tag {
	stem := strings.TrimSuffix(name, path.Ext(name))
	return graph.Tag(strings.TrimPrefix(path.Ext(stem), "."))
}

func firstComment(query string) string {
	lines := bufio.NewScanner(strings.NewReader(query))
	for lines.Scan() {
		if comment, found := strings.CutPrefix(lines.Text(), "#"); found {
			return strings.TrimSpace(comment)
		}
	}
	return ""
}
