package server

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/api"
	"github.com/wasl-graph/wasl/internal/ingest"
	durable "github.com/wasl-graph/wasl/internal/record"
	"github.com/wasl-graph/wasl/internal/view"
	"github.com/wasl-graph/wasl/seeds"
)

// library has a name of a person who may be the one before, and a tag that is no theme's name, on its lines 4 and 7.
const library = `TY  - RPRT
TI  - Return migrants in Iraq
AU  - Haddad, Lina
AU  - Haddad, L.
PY  - 2024/05//
KW  - Irregular Migration
KW  - Going home
ER  - 
`

// broken has a record on its second line that can't be read.
const broken = `{"title":"A report on return","type":"report"}
{"title":
{"title":"Another report","type":"report"}
`

// importable is a graph in memory.
type importable struct{ *view.Live }

func (i importable) Current() (graph.Revision, ingest.Graph) {
	v := i.View()
	return v.Revision(), v
}

func (i importable) Import(ctx context.Context, prepare func(graph.Revision, ingest.Graph) (graph.BulkChange, error)) (graph.Recorded, error) {
	return i.ApplyBulk(ctx, func(v *view.View) (graph.BulkChange, error) { return prepare(v.Revision(), v) })
}

// planted is a graph of the seeds.
func planted(t *testing.T) importable {
	t.Helper()
	change, err := ingest.ReadSeeds(seeds.Files, time.Date(2024, 7, 1, 8, 30, 0, 0, time.UTC))
	if err != nil {
		t.Fatal(err)
	}
	store, err := durable.OpenMemory()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { store.Close() })
	live, err := view.NewLive(t.Context(), store)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := live.Apply(t.Context(), change); err != nil {
		t.Fatal(err)
	}
	return importable{live}
}

// sent is an import over HTTP and its answer.
type sent struct {
	status int
	header http.Header
	report importReport
	body   string
}

// sendTo sends a document as somebody with a role.
func sendTo(t *testing.T, handler http.Handler, role graph.Role, address string, header map[string]string, document io.Reader) sent {
	t.Helper()
	return received(t, post(handler, role, address, header, document))
}

func post(handler http.Handler, role graph.Role, address string, header map[string]string, document io.Reader) *httptest.ResponseRecorder {
	r := httptest.NewRequest(http.MethodPost, address, document)
	for name, value := range header {
		r.Header.Set(name, value)
	}
	w := httptest.NewRecorder()
	handler.ServeHTTP(w, r.WithContext(api.WithCaller(r.Context(), graph.Caller{Token: "t", Name: "Nadia Example", Role: role})))
	return w
}

func received(t *testing.T, w *httptest.ResponseRecorder) sent {
	t.Helper()
	s := sent{status: w.Code, header: w.Header(), body: w.Body.String()}
	if err := json.Unmarshal(w.Body.Bytes(), &s.report); err != nil {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
	return s
}

// TestImport sends a document: tried, imported, and once more.
func TestImport(t *testing.T) {
	g := planted(t)
	handler := New(Options{Import: NewImport(ImportOptions{Graph: g})})
	tried := sendTo(t, handler, graph.Curator, "/import?name=library.ris&dry-run=true", nil, strings.NewReader(library))
	if tried.status != http.StatusOK || !tried.report.DryRun || tried.report.Revision != g.View().Revision().String() || g.View().Revision().Number != 1 {
		t.Fatalf("tried: %d %s", tried.status, tried.body)
	}
	s := sendTo(t, handler, graph.Curator, "/import?name=library.ris", nil, strings.NewReader(library))
	if s.status != http.StatusOK || s.report.Revision != g.View().Revision().String() || len(s.report.Files) != 1 || len(s.report.Errors) > 0 {
		t.Fatalf("%d %s", s.status, s.body)
	}
	f := s.report.Files[0]
	if f.Source != "source:library.ris" || !f.Imported || f.Counts["REPORT"].New != 1 || f.Counts["PERSON"].New != 2 || f.Format != "ris" {
		t.Errorf("%+v", f)
	}
	if len(f.NotUnderstood) != 2 || f.NotUnderstood[1].Line != 7 || f.NotUnderstood[1].File != "library.ris" {
		t.Errorf("not understood: %+v", f.NotUnderstood)
	}
	if len(s.report.Review) != 2 || s.header.Get("Cache-Control") != "no-store" {
		t.Errorf("to review: %+v, %v", s.report.Review, s.header)
	}
	for name, report := range map[string]ingest.FileReport{"tried": tried.report.Files[0], "imported": f} {
		if report.Counts["REPORT"].New != 1 {
			t.Errorf("%s: %+v", name, report.Counts)
		}
	}
	last := g.View().Changes()[1]
	if last.Author != "Nadia Example" || last.Reason != "import of library.ris" || time.Since(last.Time) > time.Hour {
		t.Errorf("the history has %+v", last)
	}
	again := sendTo(t, handler, graph.Admin, "/import", map[string]string{"Content-Disposition": `attachment; filename="library.ris"`}, packed(t, library))
	if again.status != http.StatusOK || again.report.Files[0].Counts["REPORT"].Known != 1 || len(g.View().Changes()) > 3 {
		t.Errorf("again, packed: %d %s", again.status, again.body)
	}
}

func packed(t *testing.T, text string) io.Reader {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := io.WriteString(w, text); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return &b
}

// TestRefusedImports leave the graph as it is, and say why in the reader's language.
func TestRefusedImports(t *testing.T) {
	g := planted(t)
	handler := New(Options{Import: NewImport(ImportOptions{Graph: g, MaxBytes: 1_000})})
	before := g.View()
	tests := []struct {
		name, address, body string
		role                graph.Role
		header              map[string]string
		status              int
		code                graph.ErrorCode
		reason, says        string
	}{
		{"nobody", "/import?name=a.ris", library, graph.Anonymous, nil, 401, graph.Unauthenticated, "access.token.needed", "token of the role curator"},
		{"a reader", "/import?name=a.ris", library, graph.Reader, nil, 403, graph.Forbidden, "access.role", "yours has the role reader"},
		{"no name", "/import", library, graph.Curator, nil, 400, graph.BadInput, "import.unnamed", "?name="},
		{"no document", "/import?name=a.ris", "", graph.Curator, nil, 400, graph.BadInput, "import.empty", "no document"},
		{"blank", "/import?name=a.ris", " \n", graph.Curator, map[string]string{"Accept-Language": "de"}, 422, graph.BadInput, "import.faults", "1 Fehler"},
		{"faults", "/import?name=works.jsonl", broken, graph.Curator, map[string]string{"Accept-Language": "ar"}, 422, graph.BadInput, "import.faults", "لم يُستورد شيء"},
		{"of no format", "/import?name=a.xyz", "Dear Ada", graph.Curator, nil, 422, graph.BadInput, "import.faults", "1 fault"},
		{"too large", "/import?name=a.ris", strings.Repeat(library, 20), graph.Curator, nil, 413, graph.BadInput, "request.body.large", "1,000 bytes"},
		{"a form", "/import?name=a.ris", library, graph.Curator, map[string]string{"Content-Type": "multipart/form-data; boundary=x"}, 415, graph.BadInput, "import.form", "not a form"},
		{"a parameter mistyped", "/import?name=a.ris&dryrun=true", library, graph.Curator, nil, 400, graph.BadInput, "value.invalid", "dry-run"},
		{"a parameter twice", "/import?name=a.ris&name=b.ris", library, graph.Curator, nil, 400, graph.BadInput, "value.invalid", "name"},
		{"neither true nor false", "/import?name=a.ris&dry-run=yes", library, graph.Curator, nil, 400, graph.BadInput, "value.invalid", "true, false"},
		{"an unknown format", "/import?name=a.ris&format=docx", library, graph.Curator, nil, 400, graph.BadInput, "value.invalid", "ris"},
		{"a name that is none", "/import?name=../..", library, graph.Curator, nil, 400, graph.BadInput, "value.invalid", "not blank"},
		{"a token", "/import?name=wasl_abcdefgh_secret.ris", library, graph.Curator, nil, 400, graph.BadInput, "access.token.misplaced", "revoke it"},
		{"a token for a parameter", "/import?name=a.ris&wasl_abcdefgh_secret=x", library, graph.Curator, nil, 400, graph.BadInput, "access.token.misplaced", "revoke it"},
		{"a token in a header", "/import", library, graph.Curator, map[string]string{"Content-Disposition": `attachment; filename="wasl_abcdefgh_secret"`}, 400, graph.BadInput, "access.token.misplaced", "revoke it"},
		{"no revision", "/import?name=a.ris&expectedRevision=latest", library, graph.Curator, nil, 400, graph.BadInput, "value.invalid", "a revision"},
		{"another revision", "/import?name=a.ris&expectedRevision=9-0000000000000000", library, graph.Curator, nil, 409, graph.Conflict, "revision.moved", "not at 9-"},
		{"another revision, tried", "/import?name=a.ris&dry-run=true&expectedRevision=9-0000000000000000", library, graph.Curator, nil, 409, graph.Conflict, "revision.moved", "not at 9-"},
		{"an unknown publisher", "/import?name=a.ris&publisher=organisation:nobody", library, graph.Curator, nil, 400, graph.BadInput, "value.invalid", "publisher"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := sendTo(t, handler, test.role, test.address, test.header, strings.NewReader(test.body))
			if s.status != test.status || len(s.report.Errors) != 1 {
				t.Fatalf("%d %s, want %d", s.status, s.body, test.status)
			}
			got := s.report.Errors[0]
			if got.Extensions.Code != test.code || got.Extensions.Reason != test.reason || !strings.Contains(got.Message, test.says) {
				t.Errorf("it says %+v", got)
			}
			if (s.header.Get("WWW-Authenticate") == "Bearer") != (s.status == 401) {
				t.Errorf("WWW-Authenticate: %q", s.header.Get("WWW-Authenticate"))
			}
			if faulty := test.status == 422; faulty != (len(s.report.Files) == 1 && len(s.report.Files[0].Faults) > 0 && !s.report.Files[0].Imported) {
				t.Errorf("the report has %+v", s.report.Files)
			}
		})
	}
	if g.View() != before {
		t.Error("the graph has changed")
	}
	for _, method := range []string{"GET", "PUT", "DELETE"} {
		w := httptest.NewRecorder()
		handler.ServeHTTP(w, httptest.NewRequest(method, "/import?name=a.ris", strings.NewReader(library)))
		if w.Code != http.StatusMethodNotAllowed || w.Header().Get("Allow") != "POST" {
			t.Errorf("%s: %d %v", method, w.Code, w.Header())
		}
	}
}

// TestSkipRejected leaves out what can't be read when it is told so.
func TestSkipRejected(t *testing.T) {
	handler := New(Options{Import: NewImport(ImportOptions{Graph: planted(t)})})
	s := sendTo(t, handler, graph.Curator, "/import?name=works.jsonl&skip-rejected=true&dry-run=false", nil, strings.NewReader(broken))
	if s.status != http.StatusOK || len(s.report.Files[0].Rejected) != 1 || s.report.Files[0].Rejected[0].Line != 2 || s.report.Files[0].Counts["REPORT"].New != 2 {
		t.Errorf("%d %s", s.status, s.body)
	}
}

// brokenOff is a graph whose record fails, or that takes its time.
type brokenOff struct {
	begun, end chan struct{}
	err        error
}

type nothing struct{}

func (nothing) Assertions() iter.Seq[graph.Assertion]             { return func(func(graph.Assertion) bool) {} }
func (n nothing) AssertionsAsRecorded() iter.Seq[graph.Assertion] { return n.Assertions() }

func (nothing) Redirects() iter.Seq2[graph.ID, graph.ID] {
	return func(func(graph.ID, graph.ID) bool) {}
}

func (nothing) Curation(graph.SourceID) graph.Curation { return graph.Curation{} }

func (nothing) Source(graph.SourceID) (graph.Source, bool) { return graph.Source{}, false }

func (brokenOff) Quote(string, graph.Place) (words string, kept bool, err error) {
	return "", false, nil
}

func (brokenOff) Current() (graph.Revision, ingest.Graph) { return graph.Revision{}, nothing{} }

func (f brokenOff) Import(context.Context, func(graph.Revision, ingest.Graph) (graph.BulkChange, error)) (graph.Recorded, error) {
	if f.begun != nil {
		close(f.begun)
		<-f.end
	}
	return graph.Recorded{}, f.err
}

// TestImportFailures show nothing of what went wrong inside.
func TestImportFailures(t *testing.T) {
	for _, test := range []struct {
		err    error
		status int
	}{{errors.New("secret detail"), 500}, {fmt.Errorf("the record: %w", context.DeadlineExceeded), 503}} {
		handler := New(Options{Import: NewImport(ImportOptions{Graph: brokenOff{err: test.err}})})
		s := sendTo(t, handler, graph.Curator, "/import?name=a.ris", nil, strings.NewReader(library))
		if s.status != test.status || strings.Contains(s.body, "secret") || strings.Contains(s.body, "record") || len(s.report.Files) > 0 {
			t.Errorf("%d %s", s.status, s.body)
		}
		if named := s.report.Errors[0].Extensions.RequestID != ""; named != (test.status == 500) {
			t.Errorf("the request's name: %s", s.body)
		}
	}
}

// TestOneImportAtATime sends the next one away, and takes it when the first is done.
func TestOneImportAtATime(t *testing.T) {
	slow := brokenOff{begun: make(chan struct{}), end: make(chan struct{})}
	handler := New(Options{Import: NewImport(ImportOptions{Graph: slow})})
	first := make(chan *httptest.ResponseRecorder)
	go func() {
		first <- post(handler, graph.Curator, "/import?name=a.ris", nil, strings.NewReader(library))
	}()
	<-slow.begun
	s := sendTo(t, handler, graph.Curator, "/import?name=b.ris", nil, strings.NewReader(library))
	if s.status != http.StatusServiceUnavailable || s.header.Get("Retry-After") == "" || s.report.Errors[0].Extensions.Reason != "import.busy" {
		t.Errorf("%d %s", s.status, s.body)
	}
	close(slow.end)
	if s := received(t, <-first); s.status != http.StatusOK {
		t.Errorf("the first: %d %s", s.status, s.body)
	}
	tried := sendTo(t, handler, graph.Curator, "/import?name=b.ris&dry-run=true", nil, strings.NewReader(library))
	if tried.status != http.StatusOK {
		t.Errorf("afterwards: %d %s", tried.status, tried.body)
	}
}
