package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/wasl-graph/wasl/internal/web"
)

// serving is a server in this process.
type serving struct {
	address   string // "http://127.0.0.1:…"
	announced string // both lines
	stop      context.CancelFunc
	ended     chan outcome
	errOut    *lockedBuffer
}

// lockedBuffer may be written to and read at the same time.
type lockedBuffer struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

func (b *lockedBuffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.buf.Write(p)
}

func (b *lockedBuffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.buf.String()
}

// start runs serve and waits until it says that it answers. The test's end stops it.
func start(t testing.TB, args ...string) *serving {
	t.Helper()
	ctx, stop := context.WithCancel(t.Context())
	s := &serving{stop: stop, ended: make(chan outcome, 1), errOut: &lockedBuffer{}}
	read, write := io.Pipe()
	go func() {
		code := run(ctx, append([]string{"serve", "--listen", "127.0.0.1:0", "--drain-grace", "0s"}, args...), streams{strings.NewReader(""), write, s.errOut})
		_ = write.Close() // never fails
		s.ended <- outcome{code: code, err: s.errOut.String()}
	}()
	t.Cleanup(func() {
		stop()
		_ = read.Close() // never fails
	})
	s.announced = announcement(t, read)
	s.address = addressIn(t, s.announced)
	return s
}

// announcement reads the two lines that serve begins with.
func announcement(t testing.TB, from io.Reader) string {
	t.Helper()
	lines := make(chan string, 1)
	go func() {
		in := bufio.NewReader(from)
		first, _ := in.ReadString('\n')
		second, _ := in.ReadString('\n') // what is missing is missed below
		lines <- first + second
	}()
	select {
	case text := <-lines:
		return text
	case <-time.After(patience):
		t.Fatal("it does not say that it answers")
		return ""
	}
}

var announces = regexp.MustCompile(`^Wasl answers at (http://[^ /]+)/graphql(?:; try it at (http://[^ /]+)/graphiql)?
revision 1-[0-9a-f]{16}: statements \d{4,}, reports 16, people 13, organisations 18, projects 5, countries and areas 250, regions 35, themes 14, events 1
$`)

func addressIn(t testing.TB, announced string) string {
	t.Helper()
	match := announces.FindStringSubmatch(announced)
	if match == nil || (match[2] != "" && match[1] != match[2]) || strings.HasSuffix(match[1], ":0") {
		t.Fatalf("it says %q", announced)
	}
	return match[1]
}

// end waits for the server and returns what it left behind.
func (s *serving) end(t testing.TB) outcome {
	t.Helper()
	select {
	case o := <-s.ended:
		return o
	case <-time.After(patience):
		t.Fatal("it does not end")
		return outcome{}
	}
}

// ask posts a query.
func ask(t testing.TB, address, query, language string) string {
	t.Helper()
	body, err := json.Marshal(map[string]string{"query": query})
	if err != nil {
		t.Fatal(err)
	}
	header := http.Header{"Content-Type": {"application/json"}, "Accept-Language": {language}}
	status, _, text := send(t, http.MethodPost, address+"/graphql", header, bytes.NewReader(body))
	if status != http.StatusOK {
		t.Errorf("status %d: %s", status, text)
	}
	return strings.TrimSpace(text)
}

// send makes one request and follows no redirection.
func send(t testing.TB, method, url string, header http.Header, body io.Reader) (int, http.Header, string) {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), method, url, body)
	if err != nil {
		t.Fatal(err)
	}
	request.Header = header
	client := http.Client{
		Transport:     &http.Transport{DisableKeepAlives: true},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
	response, err := client.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(response.Body)
	if err := errors.Join(err, response.Body.Close()); err != nil {
		t.Fatal(err)
	}
	return response.StatusCode, response.Header, string(text)
}

// TestServe walks through everything that a server offers, and stops it.
func TestServe(t *testing.T) {
	s := start(t, "--data", seeded(t))
	languages := map[string]string{
		"ar-IQ,en;q=0.5": `{"value":"العراق","language":"ar","direction":"RTL","isFallback":false}`,
		"de-AT":          `{"value":"Irak","language":"de","direction":"LTR","isFallback":false}`,
		"en":             `{"value":"Iraq","language":"en","direction":"LTR","isFallback":false}`,
		"":               `{"value":"Iraq","language":"en","direction":"LTR","isFallback":false}`,
		"fr":             `{"value":"Iraq","language":"en","direction":"LTR","isFallback":true}`,
	}
	for language, want := range languages {
		got := ask(t, s.address, `{country(code: "IQ"){label{value language direction isFallback}}}`, language)
		if got != `{"data":{"country":{"label":`+want+`}}}` {
			t.Errorf("in %q: %s", language, got)
		}
	}
	pages := []struct {
		path   string
		status int
		holds  string
	}{
		{"/healthz", http.StatusOK, ""},
		{"/readyz", http.StatusOK, ""},
		{"/", http.StatusFound, ""},
		{"/graphiql", http.StatusOK, "graphiql"},
		{"/nothing", http.StatusNotFound, ""},
	}
	for _, page := range pages {
		status, header, text := send(t, http.MethodGet, s.address+page.path, nil, nil)
		if status != page.status || !strings.Contains(text, page.holds) {
			t.Errorf("%s: status %d, want %d: %.80s", page.path, status, page.status, text)
		}
		if page.path == "/" && header.Get("Location") != "/graphiql" {
			t.Errorf("/ leads to %q", header.Get("Location"))
		}
	}
	s.stop()
	if o := s.end(t); o.code != 0 || strings.Contains(o.err, "wasl:") {
		t.Errorf("it ends with %+v", o)
	}
}

// TestExamples asks the questions that GraphiQL opens with, each in its language.
func TestExamples(t *testing.T) {
	s := start(t, "--data", seeded(t))
	wanted := map[string]string{ // something that the answer in a language must hold
		"ar": `"value":"الهجرة غير النظامية","language":"ar","direction":"RTL","isFallback":false`,
		"en": `"position":7,"role":"AUTHOR","printedAs":"Claudia Álvarez Conde"`,
		"de": `"mentioned":[{"code":"AF","label":{"value":"Afghanistan","language":"de"`,
	}
	for _, example := range web.Examples() {
		got := ask(t, s.address, example.Query, string(example.Language))
		want := wanted[string(example.Language)]
		if strings.Contains(got, `"errors"`) || want == "" || !strings.Contains(got, want) {
			t.Errorf("%s: %s", example.Title, got)
		}
		delete(wanted, string(example.Language))
	}
	if len(wanted) > 0 {
		t.Errorf("no example for %v", wanted)
	}
}

// TestAnswersAreTheSame for a server and for query.
func TestAnswersAreTheSame(t *testing.T) {
	folder := seeded(t)
	const text = `{reports(first: 100){totalCount nodes{id label{value language} authors{... on Person{id}} countries(role: ANY){code}}}}`
	s := start(t, "--data", folder)
	served := ask(t, s.address, text, "ar")
	s.stop()
	s.end(t)
	o := waslWith(t, strings.NewReader(text), "query", "--data", folder, "--languages", "ar", "-")
	if got := compact(t, o.out); o.code != 0 || got != served {
		t.Errorf("query prints %s, the server answers %s", got, served)
	}
}

// TestServeFillsAnEmptyFolder, says so, and keeps what it filled in.
func TestServeFillsAnEmptyFolder(t *testing.T) {
	folder := t.TempDir()
	s := start(t, "--data", folder)
	if !strings.Contains(s.errOut.String(), "filling an empty data folder from the seeds") {
		t.Errorf("it does not say that it fills the folder: %s", s.errOut)
	}
	s.stop()
	s.end(t)
	again := start(t, "--data", folder)
	if strings.Contains(again.errOut.String(), "filling") {
		t.Error("it filled the folder a second time")
	}
	revision := func(s string) string { return strings.SplitN(strings.SplitN(s, "\n", 2)[1], ":", 2)[0] }
	if revision(s.announced) != revision(again.announced) {
		t.Errorf("%q became %q", s.announced, again.announced)
	}
}

// TestSecondServer gets a sentence, and does not disturb the first.
func TestSecondServer(t *testing.T) {
	folder := seeded(t)
	s := start(t, "--data", folder)
	for _, args := range [][]string{{"serve", "--listen", "127.0.0.1:0"}, {"query", "-"}} {
		cmd := process(t, append(args, "--data", folder)...)
		cmd.Stdin = strings.NewReader("{__typename}")
		o := finish(t, cmd)
		want := "wasl: data folder " + folder + ": another process has this data folder open; stop it first, or name another folder"
		if got := sentence(t, o); o.code != 1 || o.out != "" || got != want {
			t.Errorf("%v: exit %d, %q", args, o.code, got)
		}
	}
	if got := ask(t, s.address, `{reports{totalCount}}`, "en"); got != `{"data":{"reports":{"totalCount":16}}}` {
		t.Errorf("the first server answers %s", got)
	}
}

// TestStoppedAtOnce ends cleanly when it is told to stop before it has begun.
func TestStoppedAtOnce(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for _, folder := range []string{t.TempDir(), seeded(t)} {
		var out, errOut bytes.Buffer
		code := run(ctx, []string{"serve", "--listen", "127.0.0.1:0", "--data", folder}, streams{nil, &out, &errOut})
		if code != 0 || strings.Contains(errOut.String(), "wasl:") {
			t.Errorf("exit %d: %s", code, &errOut)
		}
	}
}

// TestStoppedCommands that were to bring an answer say that they don't.
func TestStoppedCommands(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	folder := seeded(t)
	for _, args := range [][]string{{"query", "-"}, {"check"}} {
		var out, errOut bytes.Buffer
		code := run(ctx, append(args, "--data", folder), streams{strings.NewReader("{__typename}"), &out, &errOut})
		if got := sentence(t, outcome{err: errOut.String()}); code != 1 || got != "wasl: stopped before it was done" {
			t.Errorf("%v: exit %d, %q", args, code, got)
		}
	}
}

// TestNotReadyYet answers 503 before there is a graph.
func TestNotReadyYet(t *testing.T) {
	var graphql late
	if err := graphql.ready(); !errors.Is(err, errReading) {
		t.Errorf("ready says %v", err)
	}
	w := httptest.NewRecorder()
	graphql.ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/graphql", nil))
	if w.Code != http.StatusServiceUnavailable || w.Header().Get("Retry-After") == "" {
		t.Errorf("%d %v", w.Code, w.Header())
	}
	graphql.set(http.NotFoundHandler())
	if err := graphql.ready(); err != nil {
		t.Errorf("ready says %v", err)
	}
}
