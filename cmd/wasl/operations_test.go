package main

import (
	"context"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

var operationsAt = regexp.MustCompile(`msg=operations address=(http://\S+)`)

// secondAddress is where a server shows how it is.
func secondAddress(t *testing.T, s *serving) string {
	t.Helper()
	match := operationsAt.FindStringSubmatch(s.errOut.String())
	if match == nil {
		t.Fatalf("no second address: %s", s.errOut)
	}
	return match[1]
}

// TestOperations shows at the second address what was counted, and the profiles, and neither at the first.
func TestOperations(t *testing.T) {
	s := start(t, "--data", seeded(t), "--operations", "127.0.0.1:0")
	second := secondAddress(t, s)
	ask(t, s.address, "query Junk { graph { revision } }", "en")
	ask(t, s.address, "query Junk { graph { revision } }", "en")
	status, _, text := send(t, http.MethodGet, second+"/metrics", nil, nil)
	for _, want := range []string{
		`wasl_graphql_requests_total{code="OK",operation="query"} 2`, `wasl_graphql_documents_hits_total 1`, "wasl_graphql_documents_misses_total 1",
		"wasl_graphql_documents 1", "wasl_graph_revision 1\n", `wasl_graph_entities{kind="report"} 16`, "wasl_view_build_seconds 0.", "wasl_index_build_seconds 0.",
		"wasl_record_bytes ", "go_goroutines ", `wasl_build_info{`,
	} {
		if status != http.StatusOK || !strings.Contains(text, "\n"+want) {
			t.Errorf("%d: %s is not in\n%s", status, want, text)
		}
	}
	if strings.Contains(text, "Junk") || strings.Contains(text, "wasl_record_bytes 0\n") {
		t.Error(text)
	}
	for path, statuses := range map[string][2]int{"/readyz": {200, 200}, "/debug/pprof/": {404, 200}, "/metrics": {401, 200}, "/graphiql": {200, 404}} {
		for i, address := range []string{s.address, second} {
			if status, _, _ := send(t, http.MethodGet, address+path, nil, nil); status != statuses[i] {
				t.Errorf("%s%s: %d, want %d", address, path, status, statuses[i])
			}
		}
	}
	s.stop()
	if o := s.end(t); o.code != 0 {
		t.Errorf("%+v", o)
	}
	if connection, err := net.Dial("tcp", strings.TrimPrefix(second, "http://")); err == nil {
		connection.Close()
		t.Error("the second address still answers")
	}
}

// TestOperationsAreForThisMachine unless told otherwise.
func TestOperationsAreForThisMachine(t *testing.T) {
	for _, address := range []string{":0", "0.0.0.0:0", "[::]:0"} {
		o := wasl(t, "serve", "--listen", "127.0.0.1:0", "--data", filepath.Join(t.TempDir(), "data"), "--operations", address)
		if got := sentence(t, o); o.code != exitUsage || !strings.HasPrefix(got, "wasl: --operations: other machines reach "+address) {
			t.Errorf("exit %d, %q", o.code, got)
		}
	}
	s := start(t, "--data", seeded(t), "--operations", "0.0.0.0:0", "--operations-public")
	_, port, _ := net.SplitHostPort(strings.TrimPrefix(secondAddress(t, s), "http://"))
	if status, _, _ := send(t, http.MethodGet, "http://127.0.0.1:"+port+"/metrics", nil, nil); status != http.StatusOK {
		t.Errorf("%d", status)
	}
}

// TestOperationsThatCannotBe end the program before it has a graph.
func TestOperationsThatCannotBe(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	for _, test := range []struct{ flag, value, want string }{
		{"--operations", "9090", `--operations: "9090" is not valid; expected an address such as 127.0.0.1:8080`},
		{"--operations", taken.Addr().String(), "--operations: another program listens at " + taken.Addr().String() + "; name another address, or port 0 for any free one"},
		{"--traces", "http://me:hush@127.0.0.1:4318", "--traces: expected the address of a collector such as http://127.0.0.1:4318, without a user, a query or a fragment"},
	} {
		o := wasl(t, "serve", "--listen", "127.0.0.1:0", "--data", filepath.Join(t.TempDir(), "data"), test.flag, test.value)
		if got := sentence(t, o); o.code == 0 || got != "wasl: "+test.want {
			t.Errorf("exit %d, %q", o.code, got)
		}
	}
}

// TestTraces of a whole server reach a collector before it ends, and say nothing of what was asked or by whom.
func TestTraces(t *testing.T) {
	sent := make(chan string, 10)
	collector := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body) // what is missing is missed
		sent <- string(body)
	}))
	defer collector.Close()
	folder := seeded(t)
	token := strings.TrimSpace(wasl(t, "token", "create", "--role", "curator", "--name", "Hush the curator", "--data", folder).out)
	s := start(t, "--data", folder, "--traces", collector.URL)
	header := func() http.Header {
		return http.Header{
			"Content-Type": {"application/json"}, "Authorization": {"Bearer " + token}, "User-Agent": {"hush"}, "Cookie": {"hush=1"},
			"Baggage": {"hush=1"}, "X-Forwarded-For": {"192.0.2.77"}, "Accept-Language": {"de-hush"},
		}
	}
	body := `{"query":"query Hush($hush: String!) { hush: search(query: $hush) { totalCount } }","variables":{"hush":"Hush"}}`
	send(t, http.MethodPost, s.address+"/graphql?hush", header(), strings.NewReader(body))
	send(t, http.MethodPost, s.address+"/import?name=hush.ris", header(), strings.NewReader(smallLibrary))
	send(t, http.MethodGet, s.address+"/hush/"+token, header(), nil)
	send(t, "HUSH", s.address+"/graphql", header(), nil)
	s.stop()
	if o := s.end(t); o.code != 0 {
		t.Errorf("%+v", o)
	}
	collector.Close() // what was sent is there
	close(sent)
	var text strings.Builder
	for part := range sent {
		text.WriteString(part)
	}
	for _, want := range []string{"POST /graphql", "POST /import", "no route", "_OTHER", "wasl.revision", "graphql.operation.type"} {
		if !strings.Contains(text.String(), want) {
			t.Errorf("%s was not sent: %q", want, text.String())
		}
	}
	for _, hidden := range []string{"hush", "curator", "127.0.0.1", "192.0.2.77", "Lina", strings.ToLower(token[5:40])} {
		if strings.Contains(strings.ToLower(text.String()), strings.ToLower(hidden)) {
			t.Errorf("%s was sent: %q", hidden, text.String())
		}
	}
}

// TestACollectorThatTakesNothing is no reason for a server that stops to end with a failure.
func TestACollectorThatTakesNothing(t *testing.T) {
	release := make(chan struct{})
	collector := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { <-release }))
	defer collector.Close()
	defer close(release)
	var said lockedBuffer
	o, err := startOperations(t.Context(), operationsFlags{traces: collector.URL}, newLog(&said, false))
	if err != nil {
		t.Fatal(err)
	}
	_, end := o.traces.Begin(httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/graphql", nil), "GET /graphql")
	end(http.StatusOK)
	o.flush = time.Millisecond
	if err := o.stop(t.Context()); err != nil || !strings.Contains(said.String(), "the last traces were not sent") {
		t.Errorf("it ends with %v and says %s", err, &said)
	}
}

// TestReady asks a server that is ready, one that is not, one that speaks TLS, and nobody.
func TestReady(t *testing.T) {
	s := start(t, "--data", seeded(t), "--operations", "127.0.0.1:0")
	first := strings.TrimPrefix(s.address, "http://")
	_, port, _ := net.SplitHostPort(first)
	unready := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(503) }))
	defer unready.Close()
	secure := httptest.NewTLSServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {}))
	defer secure.Close()
	at := func(s *httptest.Server) string { return s.Listener.Addr().String() }
	for _, test := range []struct {
		args []string
		code int
		said string
	}{
		{[]string{"--listen", first}, 0, "ready\n"},
		{[]string{"--listen", ":" + port}, 0, "ready\n"},
		{[]string{"--listen", "0.0.0.0:" + port}, 0, "ready\n"},
		{[]string{"--listen", "127.0.0.1:1", "--operations", strings.TrimPrefix(secondAddress(t, s), "http://")}, 0, "ready\n"},
		{[]string{"--listen", at(secure)}, 0, "ready\n"},
		{[]string{"--listen", at(unready)}, 1, "wasl: the server at " + at(unready) + " is not ready\n"},
		{[]string{"--listen", "127.0.0.1:1"}, 1, "wasl: no server answers at 127.0.0.1:1: connect: connection refused\n"},
		{[]string{"--operations", "nowhere"}, 2, "wasl: --operations: \"nowhere\" is not valid; expected an address such as 127.0.0.1:8080\n"},
		{[]string{"--listen", "nowhere"}, 2, "wasl: --listen: \"nowhere\" is not valid; expected an address such as 127.0.0.1:8080\n"},
	} {
		if o := wasl(t, append([]string{"ready"}, test.args...)...); o.code != test.code || o.out+o.err != test.said {
			t.Errorf("%v: %+v", test.args, o)
		}
	}
	t.Setenv("WASL_LISTEN", first)
	if o := wasl(t, "ready"); o.code != 0 {
		t.Errorf("with a variable: %+v", o)
	}
}

// TestSystemdIsTold that the graph is served, not that the process is there, and that it stops.
func TestSystemdIsTold(t *testing.T) {
	socket := filepath.Join(t.TempDir(), "notify")
	l, err := net.ListenPacket("unixgram", socket)
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	t.Setenv("NOTIFY_SOCKET", socket)
	s := start(t, "--data", seeded(t))
	hear := func() string {
		text := make([]byte, 100)
		if err := l.SetReadDeadline(time.Now().Add(patience)); err != nil {
			t.Fatal(err)
		}
		n, _, err := l.ReadFrom(text)
		if err != nil {
			t.Fatal(err)
		}
		return string(text[:n])
	}
	if got := hear(); got != notifyReady {
		t.Errorf("at first: %s", got)
	}
	s.stop()
	if got := hear(); got != notifyStopping {
		t.Errorf("at last: %s", got)
	}
	if o := s.end(t); o.code != 0 {
		t.Errorf("%+v", o)
	}
	if err := systemd(socket+"-not-there").send(context.Background(), notifyReady); err == nil || !strings.Contains(err.Error(), "telling systemd READY=1") {
		t.Errorf("nobody listens: %v", err)
	}
}
