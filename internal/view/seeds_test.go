package view_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/ingest"
	"github.com/wasl-graph/wasl/internal/lang"
	"github.com/wasl-graph/wasl/internal/view"
	"github.com/wasl-graph/wasl/seeds"
)

// seedView is the view of the seeds.
var seedView = sync.OnceValues(func() (*view.View, error) {
	change, err := ingest.ReadSeeds(seeds.Files, time.Date(2024, 7, 1, 8, 30, 0, 0, time.UTC))
	if err != nil {
		return nil, err
	}
	for i := range change.Assert {
		change.Assert[i].Evidence.Change = 1
	}
	first := graph.Revision{Number: 1}
	return mustBuild(graph.Snapshot{
		Revision: first, Changes: []graph.Recorded{{Revision: first, Added: len(change.Assert)}},
		Sources: change.Sources, Assertions: each(change.Assert),
	}), nil
})

func seeded(t testing.TB) *view.View {
	t.Helper()
	v, err := seedView()
	if err != nil {
		t.Skip("the seeds have faults, which their own tests tell: ", err)
	}
	return v
}

// checkScript goes through a file in testdata whose lines ask something, and compares what is answered with the indented
// lines below.
func checkScript(t *testing.T, file string, answer func(b *strings.Builder, words []string)) {
	t.Helper()
	name := filepath.Join("testdata", file)
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for line := range strings.Lines(string(want)) {
		if strings.HasPrefix(line, " ") {
			continue
		}
		b.WriteString(line)
		if words := strings.Fields(line); len(words) > 0 && words[0] != "#" {
			answer(&b, words)
		}
	}
	if *update {
		if err := os.WriteFile(name, []byte(b.String()), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	have, lines := strings.Split(b.String(), "\n"), strings.Split(string(want), "\n")
	for i, line := range have {
		if i >= len(lines) || lines[i] != line {
			t.Fatalf("%s:%d: the answer is\n%s", name, i+1, line)
		}
	}
	if len(lines) > len(have) {
		t.Fatalf("%s:%d: there is no such answer", name, len(have))
	}
}

// escaped shows the characters that keep names apart.
var escaped = strings.NewReplacer("\u2068", `\u2068`, "\u2069", `\u2069`)

// say writes a sentence in every language.
func say(b *strings.Builder, v *view.View, sentence func(r *view.Reader) string) {
	for _, tag := range lang.Spoken() {
		fmt.Fprintf(b, "    %s | %s\n", tag, escaped.Replace(sentence(v.For(lang.FromTags([]graph.Tag{tag})))))
	}
}

// chainOf is the chain of somebody who asks for these languages.
func chainOf(header string) lang.Chain { return lang.FromHeader(header) }
