package traces

import (
	"context"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"go.opentelemetry.io/otel/sdk/trace/tracetest"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/api"
)

const theirs = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"

// request is one with all that must not be seen.
func request(t testing.TB) *http.Request {
	r := httptest.NewRequestWithContext(api.WithRequestID(t.Context(), "request-1"), "BREW", "/graphql?query=secretquery", nil)
	r.Header.Set("Authorization", "Bearer secrettoken")
	r.Header.Set("traceparent", theirs)
	r.Header.Set("baggage", "secret=baggage")
	r.Header.Set("User-Agent", "secretagent")
	r.RemoteAddr = "192.0.2.77:1"
	return r
}

// one makes the span of one request.
func one(t testing.TB, traces *Traces, status int, seen api.Observation) {
	ctx, end := traces.Begin(request(t), "POST /graphql")
	traces.Observe(ctx, seen)
	end(status)
}

func inMemory(t testing.TB, o Options) (*Traces, *tracetest.InMemoryExporter) {
	t.Helper()
	spans := tracetest.NewInMemoryExporter()
	traces, err := newTraces(t.Context(), o, spans)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = traces.Close(context.Background()) }) // a second time does nothing
	return traces, spans
}

func TestOneRequestIsOneSpan(t *testing.T) {
	traces, exported := inMemory(t, Options{Version: "v1"})
	one(t, traces, 503, api.Observation{Operation: "query", Cost: 12, Revision: "7-aa", Codes: []graph.ErrorCode{graph.TooComplex, graph.Internal}})
	if err := traces.provider.ForceFlush(t.Context()); err != nil {
		t.Fatal(err)
	}
	spans := exported.GetSpans()
	if len(spans) != 1 || spans[0].Name != "POST /graphql" || spans[0].Parent.IsValid() || spans[0].Status.Code.String() != "Error" {
		t.Fatalf("%+v", spans)
	}
	got := map[string]string{}
	for _, a := range append(spans[0].Attributes, spans[0].Resource.Attributes()...) {
		got[string(a.Key)] = a.Value.String()
	}
	want := map[string]string{
		"http.request.method": "_OTHER", "http.route": "POST /graphql", "http.response.status_code": "503", "wasl.request.id": "request-1",
		"graphql.operation.type": "query", "wasl.cost": "12", "wasl.revision": "7-aa", "error.type": "TOO_COMPLEX",
		"service.name": "wasl", "service.version": "v1",
	}
	for name, value := range want {
		if got[name] != value {
			t.Errorf("%s is %q, want %q", name, got[name], value)
		}
	}
	if len(got) != len(want) {
		t.Errorf("more is said than that: %v", got)
	}
}

// TestTheParentIsBelievedOnlyWhenTold, which else could be anybody's.
func TestTheParentIsBelievedOnlyWhenTold(t *testing.T) {
	for _, trust := range []bool{false, true} {
		traces, exported := inMemory(t, Options{TrustParent: trust})
		one(t, traces, 200, api.Observation{})
		if err := traces.provider.ForceFlush(t.Context()); err != nil {
			t.Fatal(err)
		}
		if got := strings.Contains(theirs, exported.GetSpans()[0].SpanContext.TraceID().String()); got != trust {
			t.Errorf("trusting %v, the trace is the client's: %v", trust, got)
		}
	}
}

// collector takes what is sent over OTLP.
type collector struct {
	mu    sync.Mutex
	paths []string
	text  string
}

func (c *collector) ServeHTTP(_ http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body) // what is missing is missed
	c.mu.Lock()
	defer c.mu.Unlock()
	c.paths, c.text = append(c.paths, r.URL.Path), c.text+string(body)
}

// TestTracesReachACollector when they are closed, and nothing that was asked is in them.
func TestTracesReachACollector(t *testing.T) {
	c := &collector{}
	s := httptest.NewServer(c)
	defer s.Close()
	traces, err := New(t.Context(), Options{Endpoint: s.URL})
	if err != nil {
		t.Fatal(err)
	}
	one(t, traces, 200, api.Observation{Operation: "mutation"})
	if err := traces.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
	if len(c.paths) != 1 || c.paths[0] != "/v1/traces" || !strings.Contains(c.text, "graphql.operation.type") {
		t.Errorf("%v: %q", c.paths, c.text)
	}
	for _, hidden := range []string{"secret", "192.0.2.77", "0af7651916cd43dd8448eb211c80319c", "\x0a\xf7\x65\x19\x16\xcd\x43\xdd"} {
		if strings.Contains(c.text, hidden) {
			t.Errorf("%q was sent", hidden)
		}
	}
}

// TestACollectorThatIsNotThere holds nothing up, and the log has that the traces were lost.
func TestACollectorThatIsNotThere(t *testing.T) {
	var log strings.Builder
	traces, err := New(t.Context(), Options{Endpoint: "http://127.0.0.1:1", Logger: slog.New(slog.NewTextHandler(&log, nil))})
	if err != nil {
		t.Fatal(err)
	}
	one(t, traces, 200, api.Observation{})
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	if err := traces.Close(ctx); err == nil && !strings.Contains(log.String(), "traces") {
		t.Error("nobody says that the last traces were lost")
	}
}

func TestEndpoints(t *testing.T) {
	for address, want := range map[string]string{
		"http://127.0.0.1:4318":          "http://127.0.0.1:4318/v1/traces",
		"https://collector.example/":     "https://collector.example/v1/traces",
		"https://collector.example/otlp": "https://collector.example/otlp",
		"":                               "", "127.0.0.1:4318": "", "ftp://a": "", "http://": "", "http://:80": "", "http://u:hush@a": "", "http://a?key=hush": "", "http://a#b": "", "http://a?": "", "http://[": "",
	} {
		got, err := endpointOf(address)
		if got != want || (err == nil) != (want != "") || (CheckEndpoint(address) == nil) != (want != "") {
			t.Errorf("%q: %q, %v", address, got, err)
		}
		if err != nil && strings.Contains(err.Error(), "hush") {
			t.Errorf("%q: the error repeats it: %v", address, err)
		}
	}
}
