package server

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/access"
)

// patience is how long a test waits for what comes at once.
const patience = 20 * time.Second

// A body of somebody who is not let in is not waited for: they have their answer, and the connection is closed.
func TestBodiesOfStrangersAreNotRead(t *testing.T) {
	keeper := tokens(t)
	reader, _ := tokenFor(t, keeper, graph.Reader, "A harvester")
	stranger, _ := tokenFor(t, tokens(t), graph.Admin, "Stranger")
	g := planted(t)
	before := g.View()
	var asking sync.WaitGroup
	url := start(t, Options{GraphQL: whoami, Import: NewImport(ImportOptions{Graph: g}), Access: Access{Callers: keeper}, Sharing: NewSharing(Limits{})})
	for _, who := range []struct {
		path, token string
		status      int
	}{
		{"/import?name=a.ris", "", 401},
		{"/import?name=a.ris", reader, 403},
		{"/import?name=a.ris", stranger, 401},
		{"/import?name=a.ris", "x", 401},
		{"/graphql", stranger, 401},
		{"/nothing", "x", 401},
	} {
		for _, body := range []string{
			"Content-Length: 1000\r\n", "Content-Length: 60000000000\r\n", "Transfer-Encoding: chunked\r\n", "Content-Length: 1000\r\nExpect: 100-continue\r\n",
		} {
			request := "POST " + who.path + " HTTP/1.1\r\nHost: wasl\r\nContent-Type: application/json\r\n" + body
			if who.token != "" {
				request += "Authorization: Bearer " + who.token + "\r\n"
			}
			asking.Go(func() {
				text, err := untilClosed(t.Context(), url, request+"\r\n")
				if want := fmt.Sprintf("HTTP/1.1 %d ", who.status); err != nil || !strings.HasPrefix(text, want) || strings.Contains(text, "100 Continue") {
					t.Errorf("%s with %q: %.200s, %v", who.path, body, text, err)
				}
			})
		}
	}
	asking.Wait()
	if g.View() != before {
		t.Error("the graph has changed")
	}
}

// untilClosed sends something, and reads what comes until the server closes the connection.
func untilClosed(ctx context.Context, url, request string) (string, error) {
	connection, err := new(net.Dialer).DialContext(ctx, "tcp", strings.TrimPrefix(url, "http://"))
	if err != nil {
		return "", err
	}
	defer connection.Close()
	if err := connection.SetDeadline(time.Now().Add(patience)); err != nil {
		return "", err
	}
	if _, err := io.WriteString(connection, request); err != nil {
		return "", err
	}
	text, err := io.ReadAll(connection)
	return string(text), err
}

// Who is not let in has asked for something all the same: who tries tokens, or sends documents without one, is soon told to wait.
func TestWhoIsNotLetInIsCounted(t *testing.T) {
	keeper := tokens(t)
	curator, _ := tokenFor(t, keeper, graph.Curator, "Ada")
	wrong := http.Header{"Authorization": {"Bearer x"}}
	for _, test := range []struct {
		method, path string
		header       http.Header
		reading      graph.Role
		form         string
	}{
		{"GET", "/graphql", wrong, graph.Anonymous, "application/json"},
		{"GET", "/healthz", wrong, graph.Anonymous, "text/plain"},
		{"POST", "/import?name=a.ris", wrong, graph.Anonymous, "application/json"},
		{"POST", "/import?name=a.ris", http.Header{}, graph.Anonymous, "application/json"},
		{"GET", "/graphql", http.Header{}, graph.Reader, "application/json"},
	} {
		sharing := NewSharing(Limits{Rate: 0.001, Burst: 2, Slow: time.Millisecond})
		url := start(t, Options{
			GraphQL: whoami, Import: NewImport(ImportOptions{Graph: brokenOff{}}), Access: Access{Callers: keeper, Reading: test.reading}, Sharing: sharing,
		})
		for i, want := range []int{401, 401, 429} {
			got, text := askWith(t, test.method, url+test.path, test.header.Clone())
			if got.StatusCode != want || !strings.HasPrefix(got.Header.Get("Content-Type"), test.form) {
				t.Errorf("%s %s, %d: got %d %v %s", test.method, test.path, i, got.StatusCode, got.Header, text)
			}
			if (got.Header.Get("Retry-After") != "") != (want == 429) || (got.Header.Get("WWW-Authenticate") != "") != (want == 401) {
				t.Errorf("%s %s, %d: %v", test.method, test.path, i, got.Header)
			}
			if reads := got.Header.Get("Access-Control-Allow-Origin"); (reads == "*") != (test.path == "/graphql") {
				t.Errorf("%s %s, %d: pages of other origins: %q", test.method, test.path, i, reads)
			}
		}
		if got, text := askWith(t, "GET", url+"/graphql", http.Header{"Authorization": {"Bearer " + curator}}); got.StatusCode != 200 {
			t.Errorf("somebody else gets %d %s", got.StatusCode, text)
		}
	}
}

// watched says when somebody's token has been looked up.
type watched struct {
	*access.Keeper
	seen chan struct{}
}

func (w watched) Caller(s access.Secret) (graph.Caller, error) {
	caller, err := w.Keeper.Caller(s)
	select {
	case w.seen <- struct{}{}:
	default: // that is known already
	}
	return caller, err
}

// A token that is revoked while a request is being sent does not count for it any more.
func TestRevokedWhileSending(t *testing.T) {
	keeper := tokens(t)
	g := planted(t)
	before := g.View()
	callers := watched{Keeper: keeper}
	answered := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, "changed") })
	for path, document := range map[string]string{"/graphql": `{"query": "mutation { x }"}`, "/import?name=library.ris": library} {
		callers.seen = make(chan struct{}, 1)
		url := start(t, Options{GraphQL: answered, Import: NewImport(ImportOptions{Graph: g}), Access: Access{Callers: callers}, Sharing: NewSharing(Limits{})})
		ada, id := tokenFor(t, keeper, graph.Curator, "Ada")
		body, rest := io.Pipe()
		go func() {
			_, _ = io.WriteString(rest, document[:10])
			<-callers.seen
			if _, err := keeper.Revoke(id, time.Now()); err != nil {
				t.Error(err)
			}
			_, _ = io.WriteString(rest, document[10:])
			_ = rest.Close()
		}()
		r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, url+path, body)
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set("Authorization", "Bearer "+ada)
		got, err := http.DefaultTransport.RoundTrip(r)
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(got.Body)
		got.Body.Close()
		if code, reason := graphqlError(t, string(text)); err != nil || got.StatusCode != 401 || code != "UNAUTHENTICATED" || reason != "access.token.unknown" {
			t.Errorf("%s: got %d %s, %v", path, got.StatusCode, text, err)
		}
	}
	if g.View() != before {
		t.Error("the graph has changed")
	}
}
