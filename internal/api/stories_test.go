package api_test

import (
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/api"
	"github.com/wasl-graph/wasl/internal/lang"
	"github.com/wasl-graph/wasl/internal/search"
)

// nadia is the curator of all tests.
var nadia = graph.Caller{Token: "t1", Name: "Nadia Example", Role: graph.Curator}

// Each file of testdata/mutations is a story: what a curator asks for and is answered, one thing after the other, on the graph of
// the seeds. Each thing is a case as in testdata/queries; its words begin it. The story is told from its beginning for
// each language, so all of its cases have the same. REVISION in a query is the revision that the graph is at; in the
// answers, only the numbers of revisions stand.
func TestStories(t *testing.T) {
	names, err := filepath.Glob("testdata/mutations/*.txt")
	if err != nil || len(names) == 0 {
		t.Fatalf("no stories: %v", err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txt"), func(t *testing.T) {
			t.Parallel()
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			cases, err := readStory(string(text))
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			for i := range cases[0].answers {
				tell(t, cases, i)
			}
			told := make([]string, len(cases))
			for i, c := range cases {
				told[i] = c.String()
			}
			if *update {
				if err := os.WriteFile(name, []byte(strings.Join(told, "\n")), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// tell goes through a story with its answers in one of the languages.
func tell(t *testing.T, cases []queryCase, answer int) {
	t.Helper()
	live := plant(t)
	e := curating(live)
	header := cases[0].answers[answer].header
	for i := range cases {
		c := &cases[i]
		if len(c.answers) <= answer || c.answers[answer].header != header {
			t.Fatalf("%s the answers are not in the same languages as those before", c.words)
		}
		query := strings.ReplaceAll(c.query, "REVISION", live.View().Revision().String())
		before := live.Index()
		response := e.Execute(api.WithCaller(t.Context(), nadia), api.Request{Query: query, Variables: readVariables(t, c.variables)}, lang.FromHeader(header))
		got := numberOnly.ReplaceAllString(readable(t, response), "$1-…")
		if want := &c.answers[answer].answer; *update {
			*want = got
		} else if got != *want {
			t.Errorf("%sAccept-Language %q: %s", c.words, header, firstDifference(got, *want))
		}
		if len(response.Errors) > 0 && live.Index() != before {
			t.Errorf("%sit is refused, and the graph has changed", c.words)
		}
		for _, problem := range live.View().Check() {
			t.Errorf("%safterwards, %v", c.words, problem)
		}
	}
}

// numberOnly finds revisions, whose digests change with any seed.
var numberOnly = regexp.MustCompile(`\b(\d+)-[0-9a-f]{16}\b`)

// curating is an engine whose clock moves on by an hour at each change.
func curating(live *search.Live, more ...api.Option) *api.Engine {
	var hours atomic.Int64
	clock := func() time.Time { return seedDay.Add(time.Duration(hours.Add(1)) * time.Hour) }
	return api.NewEngine(live, slog.New(slog.DiscardHandler), append(more, api.WithClock(clock))...)
}

// readStory reads several cases that stand in one file. Each begins with its words.
func readStory(text string) ([]queryCase, error) {
	var pieces []string
	words := false
	for line := range strings.Lines(text) {
		if strings.HasPrefix(line, "#") && !words {
			pieces = append(pieces, "")
		}
		words = strings.HasPrefix(line, "#")
		if len(pieces) > 0 {
			pieces[len(pieces)-1] += line
		}
	}
	var cases []queryCase
	for _, piece := range pieces {
		c, err := readCase(strings.TrimRight(piece, "\n") + "\n")
		if err != nil {
			return nil, fmt.Errorf("%w in\n%s", err, piece)
		}
		cases = append(cases, c)
	}
	return cases, nil
}
