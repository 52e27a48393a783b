package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"net/http"
	"os"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// How the soak is made: WASL_SOAK says for how long, such as 10m.
const (
	soakTime    = 3 * time.Second
	soakReaders = 1 // in each language
	soakStands  = 1 // how many reports a curator lets stand before the oldest is taken back
	soakFewest  = 2 // rounds of each curator, however slow the machine is: in the second everything was done once
)

// TestSoak has a whole server asked in three languages, and changed by curators with tokens and by people without, for as long as
// WASL_SOAK says. Nobody who may is refused, nobody who may not changes anything, each answer is of one revision, what was
// acknowledged is there at once and is all that the history has, the numbers agree, and no memory is left behind.
func TestSoak(t *testing.T) {
	s := newSoak(t)
	before := heap()
	ctx, stop := context.WithTimeout(t.Context(), s.duration)
	defer stop()
	var all sync.WaitGroup
	for _, name := range []string{"Nadia Example", "زها مثال"} {
		all.Go(func() { s.curate(ctx, t, name) })
	}
	all.Go(func() { s.importing(ctx, t, "Importer") })
	all.Go(func() { s.trespass(ctx, t) })
	for language := range soakLabels {
		for range soakReaders {
			all.Go(func() { s.read(ctx, t, language) })
		}
	}
	all.Wait()
	s.client.CloseIdleConnections()
	if t.Failed() {
		return
	}
	s.compareHistory(t)
	s.compareNumbers(t)
	// The history grows with each change, and is meant to; nothing else is.
	if after, most := heap(), 2*before+uint64(len(s.made))*8192+16<<20; after > most {
		t.Errorf("the heap grew from %d to %d MB in %d changes", before>>20, after>>20, len(s.made))
	}
	t.Logf("%d changes beside %d questions and %d refused changes", len(s.made), s.asked.Load(), s.refused.Load())
	s.server.stop()
	if o := s.server.end(t); o.code != 0 || strings.Contains(o.err, "panic") || strings.Contains(o.err, "level=ERROR") {
		t.Errorf("exit %d: %s", o.code, o.err)
	}
	if o := wasl(t, "check", "--data", s.folder); o.code != 0 {
		t.Errorf("%+v", o)
	}
}

// soak is a server that is asked and changed at the same time.
type soak struct {
	duration time.Duration
	folder   string
	server   *serving
	client   *http.Client
	tokens   map[string]string // by name

	asked, refused, mutations atomic.Int64

	mu   sync.Mutex
	made map[string]string // who made each revision that was acknowledged
}

func newSoak(t *testing.T) *soak {
	t.Helper()
	s := &soak{duration: soakTime, folder: seeded(t), tokens: map[string]string{}, made: map[string]string{}}
	s.client = &http.Client{Timeout: 2 * patience, Transport: &http.Transport{MaxIdleConnsPerHost: 32}}
	if text := os.Getenv("WASL_SOAK"); text != "" {
		var err error
		if s.duration, err = time.ParseDuration(text); err != nil {
			t.Fatal(err)
		}
	}
	for name, role := range map[string]string{"Nadia Example": "curator", "زها مثال": "curator", "Importer": "curator", "Somebody": "reader"} {
		o := wasl(t, "token", "create", "--role", role, "--name", name, "--data", s.folder)
		if o.code != 0 {
			t.Fatalf("%+v", o)
		}
		s.tokens[name] = strings.TrimSpace(o.out)
	}
	// The race detector makes everything slower: what is looked at here is not how fast an answer comes, nor what is refused.
	s.server = start(t, "--data", s.folder, "--operations", "127.0.0.1:0", "--rate", "0", "--query-time", "1m", "--max-wait", "1m")
	for language := range soakLabels {
		for i := range soakQuestions {
			s.question(t, language, i)
		}
	}
	if t.Failed() {
		t.FailNow()
	}
	return s
}

// soakLabels are what Iraq is called by those who ask in a language.
var soakLabels = map[string]string{"en": "Iraq", "de-AT": "Irak", "ar-IQ": "العراق"}

// soakQuestions are asked within a question for the revision and for Iraq.
var soakQuestions = []string{
	`reports(filter: {countries: ["country:IQ"]}, first: 100) { totalCount nodes { id label { value } themes { id label { value } } } }`,
	`search(query: "Rückkehr العراق migration", first: 20) { totalCount nodes { __typename } }`,
	`paths(from: "project:parim-i", to: "project:hijra-amina") { paths { text { value } hops { statements { evidence { quote { value } } } } } }`,
	`coverage(rows: THEME, columns: COUNTRY) { rowTotals columnTotals counts }`,
	`changes(first: 10) { totalCount nodes { revision author reason asserted { nodes { id label { value } } } retracted { totalCount } } }`,
	`themes { nodes { id label { value } reports(first: 5) { totalCount nodes { id label { value } } } } }`,
}

// send sends something and returns the answer.
func (s *soak) send(ctx context.Context, t *testing.T, path, contentType, language, token, body string) (status int, answer string) {
	t.Helper()
	r, err := http.NewRequestWithContext(context.WithoutCancel(ctx), http.MethodPost, s.server.address+path, strings.NewReader(body))
	if err != nil {
		t.Error(err)
		return 0, ""
	}
	r.Header.Set("Content-Type", contentType)
	r.Header.Set("Accept-Language", language)
	if token != "" {
		r.Header.Set("Authorization", "Bearer "+token)
	}
	got, err := s.client.Do(r)
	if err != nil {
		t.Error(err)
		return 0, ""
	}
	defer got.Body.Close()
	text, err := io.ReadAll(got.Body)
	if err != nil {
		t.Error(err)
	}
	return got.StatusCode, string(text)
}

// graphql sends an operation.
func (s *soak) graphql(t *testing.T, language, token, operation string) (status int, answer string) {
	t.Helper()
	body, _ := json.Marshal(map[string]string{"query": operation}) // a text always can be
	return s.send(t.Context(), t, "/graphql", "application/json", language, token, string(body))
}

// question asks one of the questions and returns the number of the revision that answered.
func (s *soak) question(t *testing.T, language string, which int) (revision uint64) {
	t.Helper()
	status, text := s.graphql(t, language, "", `{ before: graph { revision } country(code: "IQ") { label { value } } `+
		soakQuestions[which%len(soakQuestions)]+` after: graph { revision } }`)
	var answer struct {
		Errors json.RawMessage
		Data   struct {
			Before, After struct{ Revision string }
			Country       struct{ Label struct{ Value string } }
		}
	}
	err := json.Unmarshal([]byte(text), &answer)
	_, number := fmt.Sscanf(answer.Data.Before.Revision, "%d-", &revision)
	if status != http.StatusOK || err != nil || number != nil || answer.Errors != nil || answer.Data.Before != answer.Data.After ||
		answer.Data.Country.Label.Value != soakLabels[language] {
		t.Errorf("in %s question %d: %d %s", language, which%len(soakQuestions), status, text)
	}
	s.asked.Add(1)
	return revision
}

// read asks one question after the other. The graph never goes back.
func (s *soak) read(ctx context.Context, t *testing.T, language string) {
	last := uint64(0)
	for i := 0; ctx.Err() == nil && !t.Failed(); i++ {
		revision := s.question(t, language, i)
		if revision < last {
			t.Errorf("revision %d comes after %d", revision, last)
		}
		last = revision
	}
}

// acknowledge keeps that a revision was made, which whoever asks from now on must see.
func (s *soak) acknowledge(t *testing.T, author, revision string) {
	t.Helper()
	s.mu.Lock()
	if other, known := s.made[revision]; known {
		t.Errorf("revision %s was made by %s and by %s", revision, other, author)
	}
	s.made[revision] = author
	s.mu.Unlock()
	var made uint64
	if _, err := fmt.Sscanf(revision, "%d-", &made); err != nil || s.question(t, "en", 0) < made {
		t.Errorf("revision %q was acknowledged, and then not seen: %v", revision, err)
	}
}

// change carries out one mutation.
func (s *soak) change(t *testing.T, author, mutation string) {
	t.Helper()
	status, text := s.graphql(t, "en", s.tokens[author], "mutation { done: "+mutation+" { revision } }")
	var answer struct {
		Data struct{ Done struct{ Revision string } }
	}
	if err := json.Unmarshal([]byte(text), &answer); err != nil || status != http.StatusOK || answer.Data.Done.Revision == "" {
		t.Errorf("%s: %d %s", mutation, status, text)
		return
	}
	s.mutations.Add(1)
	s.acknowledge(t, author, answer.Data.Done.Revision)
}

// curate makes reports, merges and splits them, and takes them back.
func (s *soak) curate(ctx context.Context, t *testing.T, name string) {
	id := func(i int) string { return fmt.Sprintf("report:soak-%x-%d", len(name), i) }
	for i := 0; (ctx.Err() == nil || i < soakFewest) && !t.Failed(); i++ {
		s.change(t, name, fmt.Sprintf(`addStatement(input: {subject: %q, relation: LABEL, object: {text: {value: "Soaked %d", language: "en"}}, reason: "a soak"})`, id(i), i))
		s.change(t, name, fmt.Sprintf(`setLabel(input: {entity: %q, language: "ar", value: "تقرير %d", standing: ATTESTED, reason: "اختبار"})`, id(i), i))
		s.change(t, name, fmt.Sprintf(`addStatement(input: {subject: %q, relation: ABOUT_COUNTRY, object: {entity: "country:IQ"}, reason: "a soak"})`, id(i)))
		if i > 0 {
			s.change(t, name, fmt.Sprintf(`mergeEntities(input: {winner: %q, loser: %q, reason: "eins"})`, id(i-1), id(i)))
			s.change(t, name, fmt.Sprintf(`splitEntity(input: {mergedId: %q, reason: "zwei"})`, id(i)))
		}
		if i >= soakStands {
			s.takeBack(t, name, id(i-soakStands))
		}
	}
}

// takeBack takes back all that is said of a report, its labels at last.
func (s *soak) takeBack(t *testing.T, name, report string) {
	t.Helper()
	_, text := s.graphql(t, "en", "", fmt.Sprintf(`{ node(id: %q) { ... on Report { statements(first: 20) { nodes { id relation } } } } }`, report))
	var answer struct {
		Data struct {
			Node struct {
				Statements struct {
					Nodes []struct{ ID, Relation string }
				}
			}
		}
	}
	if err := json.Unmarshal([]byte(text), &answer); err != nil || len(answer.Data.Node.Statements.Nodes) != 3 {
		t.Errorf("%s: %s, %v", report, text, err)
	}
	for _, labels := range []bool{false, true} {
		for _, statement := range answer.Data.Node.Statements.Nodes {
			if (statement.Relation == "LABEL") == labels {
				s.change(t, name, fmt.Sprintf(`retractStatement(input: {statement: %q, reason: "a soak"})`, statement.ID))
			}
		}
	}
}

// importing sends one document again and again, in which something has changed.
func (s *soak) importing(ctx context.Context, t *testing.T, name string) {
	for i := 0; (ctx.Err() == nil || i < soakFewest) && !t.Failed(); i++ {
		document := strings.Replace(smallLibrary, "2024/05//", fmt.Sprintf("%d/05//", 1990+i%30), 1)
		status, text := s.send(ctx, t, "/import?name=soak.ris", "application/x-research-info-systems", "ar", s.tokens[name], document)
		var answer struct{ Revision string }
		if err := json.Unmarshal([]byte(text), &answer); err != nil || status != http.StatusOK {
			t.Errorf("import %d: %d %s", i, status, text)
			return
		}
		s.acknowledge(t, name, answer.Revision)
	}
}

// trespass tries to change the graph without the right to.
func (s *soak) trespass(ctx context.Context, t *testing.T) {
	tokens := map[string]string{"": "UNAUTHENTICATED", "wasl_aaaaaaaa_" + strings.Repeat("a", 59): "UNAUTHENTICATED", s.tokens["Somebody"]: "FORBIDDEN"}
	for i := 0; (ctx.Err() == nil || i == 0) && !t.Failed(); i++ {
		for token, want := range tokens {
			_, text := s.graphql(t, "de", token, `mutation { setLabel(input: {entity: "country:IQ", language: "en", value: "Elsewhere", standing: ATTESTED, reason: "r"}) { revision } }`)
			status, answer := s.send(ctx, t, "/import?name=soak.ris", "application/x-research-info-systems", "de", token, smallLibrary)
			if !strings.Contains(text, want) || status != map[string]int{"UNAUTHENTICATED": 401, "FORBIDDEN": 403}[want] {
				t.Errorf("want %s: %s, %d %s", want, text, status, answer)
			}
			s.refused.Add(2)
		}
	}
}

// compareHistory holds the history against what was acknowledged.
func (s *soak) compareHistory(t *testing.T) {
	t.Helper()
	found, after := map[string]string{}, ""
	for more := true; more; {
		_, text := s.graphql(t, "en", "", fmt.Sprintf(`{ changes(first: 100%s) { nodes { revision author } pageInfo { hasNextPage endCursor } } }`, after))
		var answer struct {
			Data struct {
				Changes struct {
					Nodes    []struct{ Revision, Author string }
					PageInfo struct {
						HasNextPage bool
						EndCursor   string
					}
				}
			}
		}
		if err := json.Unmarshal([]byte(text), &answer); err != nil || len(answer.Data.Changes.Nodes) == 0 {
			t.Fatalf("the history: %s, %v", text, err)
		}
		for _, change := range answer.Data.Changes.Nodes {
			if !strings.HasPrefix(change.Revision, "1-") { // the seeds
				found[change.Revision] = change.Author
			}
		}
		more, after = answer.Data.Changes.PageInfo.HasNextPage, fmt.Sprintf(", after: %q", answer.Data.Changes.PageInfo.EndCursor)
	}
	if !maps.Equal(found, s.made) {
		t.Errorf("%d changes were acknowledged, and the history has %d:\n%v\n%v", len(s.made), len(found), s.made, found)
	}
}

// compareNumbers holds the numbers against what was done.
func (s *soak) compareNumbers(t *testing.T) {
	t.Helper()
	status, _, text := send(t, http.MethodGet, secondAddress(t, s.server)+"/metrics", nil, nil)
	for _, want := range []string{
		fmt.Sprintf("wasl_graph_revision %d", 1+len(s.made)),
		fmt.Sprintf(`wasl_graphql_requests_total{code="OK",operation="mutation"} %d`, s.mutations.Load()),
		"wasl_http_requests_running 0", "wasl_queue_working 0", "wasl_queue_waiting 0", "wasl_bodies_bytes 0",
		"wasl_queue_full_total 0", "wasl_queue_late_total 0", "wasl_rate_refused_total 0", "wasl_connections_refused_total 0",
	} {
		if status != http.StatusOK || !strings.Contains(text, "\n"+want+"\n") {
			t.Errorf("%d: %s is not among the numbers", status, want)
		}
	}
	for name, token := range s.tokens {
		if strings.Contains(text, name) || strings.Contains(text, token) {
			t.Errorf("the numbers tell of %s", name)
		}
	}
}

// heap is how much memory is in use once what nobody needs is gone.
func heap() uint64 {
	runtime.GC()
	runtime.GC() // what finalizers held on to
	var now runtime.MemStats
	runtime.ReadMemStats(&now)
	return now.HeapAlloc
}
