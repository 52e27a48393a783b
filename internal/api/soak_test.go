package api_test

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"go.uber.org/goleak"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/api"
	"github.com/wasl-graph/wasl/internal/ingest"
	"github.com/wasl-graph/wasl/internal/record"
	"github.com/wasl-graph/wasl/internal/search"
	"github.com/wasl-graph/wasl/internal/server"
	"github.com/wasl-graph/wasl/internal/view"
	"github.com/wasl-graph/wasl/seeds"
)

// How the soak is made: WASL_SOAK says for how long, such as 10m.
const (
	soakTime    = 3 * time.Second
	soakReaders = 4
	soakWriters = 2
	soakPairs   = 4 // how many pairs of reports a writer lets stand before it takes the oldest back
	soakFewest  = 2 // changes of each writer, however slow the machine is
)

// TestSoak reads and writes a graph on disk over HTTP at the same time, for as long as WASL_SOAK says. Nothing fails, each answer
// is of one revision, a revision always answers the same, revisions only grow, and neither memory nor goroutines are left behind.
func TestSoak(t *testing.T) {
	defer goleak.VerifyNone(t, goleak.IgnoreCurrent())
	s := newSoak(t)
	defer s.close(t)
	s.warmUp(t)
	before := heap()
	ctx, stop := context.WithTimeout(t.Context(), s.duration)
	defer stop()
	var all sync.WaitGroup
	for n := range soakWriters {
		all.Go(func() { s.write(ctx, t, n) })
	}
	for n := range soakReaders {
		all.Go(func() { s.read(ctx, t, n) })
	}
	all.Wait()
	changes := len(s.live.View().Changes()) - 1
	// The history grows with each change, and is meant to; nothing else is.
	if after, most := heap(), 2*before+uint64(changes)*4096+8<<20; after > most {
		t.Errorf("the heap grew from %d to %d MB in %d changes", before>>20, after>>20, changes)
	}
	t.Logf("%d changes, %d revisions were seen", changes, len(s.seen))
}

// soak is a graph that is served while it changes.
type soak struct {
	duration time.Duration
	store    *record.Store
	live     *search.Live
	server   *httptest.Server
	client   *http.Client
	queries  []queryCase // of testdata/queries, those that are answered without an error

	mu   sync.Mutex
	seen map[string]string // what each revision said of itself
}

func newSoak(t *testing.T) *soak {
	t.Helper()
	s := &soak{duration: soakTime, seen: map[string]string{}}
	if text := os.Getenv("WASL_SOAK"); text != "" {
		var err error
		if s.duration, err = time.ParseDuration(text); err != nil {
			t.Fatal(err)
		}
	}
	change, err := ingest.ReadSeeds(seeds.Files, seedDay)
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	if err := record.Create(t.Context(), folder, change); err != nil {
		t.Fatal(err)
	}
	if s.store, err = record.Open(t.Context(), folder); err != nil {
		t.Fatal(err)
	}
	views, err := view.NewLive(t.Context(), s.store)
	if err != nil {
		t.Fatal(err)
	}
	if s.live, err = search.NewLive(t.Context(), views); err != nil {
		t.Fatal(err)
	}
	// The race detector makes everything slower: what is asserted here is not how fast an answer comes.
	engine := api.NewEngine(s.live, slog.New(slog.DiscardHandler), api.WithLimits(api.Limits{Time: time.Minute}))
	s.server = httptest.NewServer(server.New(server.Options{GraphQL: engine.Handler()}))
	s.client = s.server.Client()
	return s
}

func (s *soak) close(t *testing.T) {
	s.server.Close()
	if err := s.store.Close(); err != nil {
		t.Error(err)
	}
}

// warmUp asks each golden query once, and keeps those that are answered without an error.
func (s *soak) warmUp(t *testing.T) {
	t.Helper()
	names, err := filepath.Glob("testdata/queries/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		c, err := readCase(string(text))
		if err != nil {
			t.Fatal(err)
		}
		if status, answer := s.ask(t, c.query, c.variables, "en"); status == http.StatusOK && !strings.Contains(answer, `"errors"`) {
			s.queries = append(s.queries, c)
		}
	}
	if len(s.queries) < len(names)/2 {
		t.Fatalf("only %d of %d golden queries can be asked", len(s.queries), len(names))
	}
}

// ask posts a query and returns the whole answer.
func (s *soak) ask(t *testing.T, query, variables, language string) (status int, answer string) {
	t.Helper()
	body := mustMarshal(t, map[string]any{"query": query, "variables": readVariables(t, variables)})
	r, err := http.NewRequestWithContext(context.WithoutCancel(t.Context()), http.MethodPost, s.server.URL+"/graphql", strings.NewReader(string(body)))
	if err != nil {
		t.Error(err)
		return 0, ""
	}
	r.Header.Set("Content-Type", plainJSON)
	r.Header.Set("Accept-Language", language)
	response, err := s.client.Do(r)
	if err != nil {
		t.Error(err)
		return 0, ""
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		t.Error(err)
	}
	return response.StatusCode, string(text)
}

// soakQuestion asks a graph in several ways how much of it there is.
const soakQuestion = `{
	before: graph { revision statementCount counts { kind count } }
	reports(filter: {themes: ["theme:policy"], includeNarrowerThemes: false}, first: 100) { totalCount nodes { id themes { id } } }
	theme: node(id: "theme:policy") { ... on Theme { reports(filter: {includeNarrowerThemes: false}) { totalCount } } }
	changes(first: 1) { totalCount nodes { revision } }
	after: graph { revision statementCount counts { kind count } }
}`

type soakAnswer struct {
	Data struct {
		Before, After struct {
			Revision       string
			StatementCount int
			Counts         []struct {
				Kind  string
				Count int
			}
		}
		Reports struct {
			TotalCount int
			Nodes      []struct{ ID string }
		}
		Theme   struct{ Reports struct{ TotalCount int } }
		Changes struct {
			TotalCount int
			Nodes      []struct{ Revision string }
		}
	}
}

// read asks golden queries in three languages, and in between what the graph says of itself.
func (s *soak) read(ctx context.Context, t *testing.T, n int) {
	random := rand.New(rand.NewPCG(uint64(n), 0))
	languages := []string{"ar-IQ", "de-AT", "en"}
	last := uint64(0)
	for ctx.Err() == nil && !t.Failed() {
		c := s.queries[random.IntN(len(s.queries))]
		if status, answer := s.ask(t, c.query, c.variables, languages[random.IntN(3)]); status != http.StatusOK || strings.Contains(answer, `"errors"`) {
			t.Errorf("%s: %d %.500s", c.words, status, answer)
		}
		last = s.look(t, last)
	}
}

// look asks what the graph says of itself, and returns the number of its revision.
func (s *soak) look(t *testing.T, last uint64) uint64 {
	status, text := s.ask(t, soakQuestion, "", "en")
	var answer soakAnswer
	if err := json.Unmarshal([]byte(text), &answer); err != nil || status != http.StatusOK {
		t.Errorf("%d %s: %v", status, text, err)
		return last
	}
	data := answer.Data
	if fmt.Sprint(data.Before) != fmt.Sprint(data.After) || data.Reports.TotalCount != data.Theme.Reports.TotalCount ||
		min(data.Reports.TotalCount, 100) != len(data.Reports.Nodes) || data.Changes.Nodes[0].Revision != data.Before.Revision {
		t.Errorf("the answer mixes revisions: %s", text)
	}
	made := 0
	for _, report := range data.Reports.Nodes {
		if strings.HasPrefix(report.ID, "report:soak-") {
			made++
		}
	}
	if made%2 != 0 {
		t.Errorf("a change is seen by half: %s", text)
	}
	var number uint64
	if _, err := fmt.Sscanf(data.Before.Revision, "%d-", &number); err != nil || number < last {
		t.Errorf("revision %s comes after %d: %v", data.Before.Revision, last, err)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if said, known := s.seen[data.Before.Revision]; known && said != text {
		t.Errorf("revision %s says %s, and said %s", data.Before.Revision, text, said)
	}
	s.seen[data.Before.Revision] = text
	return number
}

// write adds pairs of reports, and takes them back.
func (s *soak) write(ctx context.Context, t *testing.T, n int) {
	for i := 0; (ctx.Err() == nil || i < soakFewest) && !t.Failed(); i++ {
		if err := s.propose(t.Context(), soakPair(n, i), false); err != nil {
			t.Error(err)
		}
		if i < soakPairs {
			continue
		}
		if err := s.propose(t.Context(), soakPair(n, i-soakPairs), true); err != nil {
			t.Error(err)
		}
	}
}

// propose is the way by which a writer changes the graph: it adds everything about two reports, or takes it back.
func (s *soak) propose(ctx context.Context, pair [2]graph.ID, back bool) error {
	outcome, err := s.live.Propose(ctx, view.Proposal{Concerns: pair[:], Prepare: func(*view.View) (graph.Change, error) {
		change := graph.Change{Author: "Nadia Example", Reason: "a soak", Time: time.Now().UTC()}
		for _, id := range pair {
			facts := []graph.Assertion{
				curated(id, graph.Label, text("Bericht "+id.Local(), graph.German)),
				curated(id, graph.AboutTheme, entity("theme:policy")),
				curated(id, graph.AboutCountry, entity("country:IQ")),
			}
			if back {
				change.Retract = append(change.Retract, facts...)
			} else {
				change.Assert = append(change.Assert, facts...)
			}
		}
		return change, nil
	}})
	if err == nil && outcome.Revision.Number == 0 {
		err = fmt.Errorf("the change of %v came to nothing", pair)
	}
	return err
}

func soakPair(writer, n int) [2]graph.ID {
	return [2]graph.ID{graph.ID(fmt.Sprintf("report:soak-%d-%d-a", writer, n)), graph.ID(fmt.Sprintf("report:soak-%d-%d-b", writer, n))}
}

// heap is how much memory is in use once what nobody needs is gone.
func heap() uint64 {
	runtime.GC()
	runtime.GC() // what finalizers held on to
	var now runtime.MemStats
	runtime.ReadMemStats(&now)
	return now.HeapAlloc
}
