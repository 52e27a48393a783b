package server

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/api"
)

// told is what a client is told in GraphQL's form.
type told struct {
	Errors []struct {
		Message    string
		Extensions struct {
			Code   string
			Params struct{ Seconds int }
		}
	}
}

// toldBy reads the one error of an answer.
func toldBy(t *testing.T, text string) (message, code string, seconds int) {
	t.Helper()
	var answer told
	if err := json.Unmarshal([]byte(text), &answer); err != nil || len(answer.Errors) != 1 {
		t.Fatalf("%q: %v", text, err)
	}
	e := answer.Errors[0]
	return e.Message, e.Extensions.Code, e.Extensions.Params.Seconds
}

// never is a time that no test comes to.
const never = time.Hour

func TestWhoAsksForTooMuchIsRefused(t *testing.T) {
	sharing := NewSharing(Limits{Rate: 0.001, Burst: 3, Slow: time.Millisecond})
	url := start(t, Options{GraphQL: echo, Sharing: sharing}) + "/graphql"
	for range 3 {
		if got, _ := ask(t, "POST", url, strings.NewReader("x")); got.StatusCode != 200 {
			t.Fatalf("who has tokens gets %d", got.StatusCode)
		}
	}
	got, text := askIn(t, "de", "GET", url)
	message, code, seconds := toldBy(t, text)
	if got.StatusCode != 429 || code != "RATE_LIMITED" || !strings.Contains(message, "in zu kurzer Zeit") {
		t.Errorf("got %d %s", got.StatusCode, text)
	}
	if after := got.Header.Get("Retry-After"); after != strconv.Itoa(seconds) || seconds < 900 || seconds > 1_000 {
		t.Errorf("to come again after %q, in words %d seconds", after, seconds)
	}
	if got.Header.Get("Cache-Control") != "no-store" || got.Header.Get("Access-Control-Allow-Origin") != "*" {
		t.Errorf("got %v", got.Header)
	}
	for _, path := range []string{"healthz", "readyz", "graphiql"} {
		if got, _ := ask(t, "GET", strings.TrimSuffix(url, "graphql")+path, nil); got.StatusCode != 200 {
			t.Errorf("%s: got %d", path, got.StatusCode)
		}
	}
	if now := sharing.Stats().Rate; now.Admitted != 3 || now.Refused != 1 || now.Clients != 1 {
		t.Errorf("%+v", now)
	}
}

// Requests are charged for what they come to: a dear answer, a large body, a mistake.
func TestDearRequestsCountAsMany(t *testing.T) {
	for _, test := range []struct {
		name   string
		work   api.Work
		body   int
		tokens int
	}{
		{"cheap", api.Work{Cost: 999}, 65_535, 0},
		{"dear", api.Work{Cost: 20_500}, 100, 20},
		{"large", api.Work{Cost: 1}, 1 << 20, 16},
		{"wrong", api.Work{Refused: true}, 10_000, 0},
		{"wrong and large", api.Work{Refused: true}, 1 << 20, 48},
		{"slow", api.Work{Cost: 1, Took: time.Second}, 100, 0},
		{"wrong and slow", api.Work{Refused: true, Took: 19*time.Millisecond + 900*time.Microsecond}, 38_000, 20},
		{"wrong in a long wait", api.Work{Refused: true, Took: time.Minute}, 100, 100},
		{"too complex", api.Work{Refused: true, TooComplex: true}, 100, 10},
		{"all", api.Work{Cost: 3_000, Refused: true, TooComplex: true}, 128 << 10, 19},
	} {
		if got := charge(test.work, test.body); got != test.tokens {
			t.Errorf("%s: %d tokens, want %d", test.name, got, test.tokens)
		}
	}
	refusing := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.Copy(io.Discard, r.Body)
		api.Refuse(w, r, http.StatusBadRequest, graph.NewError(graph.BadInput, "", "no", nil))
	})
	url := start(t, Options{GraphQL: refusing, Sharing: NewSharing(Limits{Rate: 0.001, Burst: 20, Slow: time.Millisecond})}) + "/graphql"
	var statuses []int
	for range 3 {
		got, _ := ask(t, "POST", url, strings.NewReader(strings.Repeat("x", 600_000))) // a token, and 9 for the bytes
		statuses = append(statuses, got.StatusCode)
	}
	if !slices.Equal(statuses, []int{400, 400, 429}) {
		t.Errorf("got %v", statuses)
	}
}

// gate is a handler whose requests stay until they are let go.
type gate struct {
	came chan string
	open chan struct{}
}

func newGate() gate { return gate{make(chan string, 100), make(chan struct{})} }

func (g gate) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	text, _ := io.ReadAll(r.Body)
	g.came <- string(text)
	<-g.open
	_, _ = w.Write(text)
}

func TestWhoDoesNotGetTheirTurnIsTold(t *testing.T) {
	g := newGate()
	sharing := NewSharing(Limits{Rate: -1, Working: 1, Waiting: 2, Wait: never})
	url := start(t, Options{GraphQL: g, Sharing: sharing}) + "/graphql"
	var all sync.WaitGroup
	for i := range 2 {
		all.Go(func() {
			if got, text := ask(t, "POST", url, strings.NewReader("x")); got.StatusCode != 200 || text != "x" {
				t.Errorf("got %d %q", got.StatusCode, text)
			}
		})
		if i == 0 {
			<-g.came
		}
	}
	for sharing.Stats().Queue.Waiting != 1 {
		time.Sleep(time.Millisecond)
	}
	got, text := askIn(t, "ar", "GET", url)
	message, code, seconds := toldBy(t, text)
	if got.StatusCode != 503 || code != "BUSY" || !strings.Contains(message, "أعد المحاولة") {
		t.Errorf("got %d %s", got.StatusCode, text)
	}
	if after := got.Header.Get("Retry-After"); after != strconv.Itoa(seconds) || seconds < 1 || seconds > 3 {
		t.Errorf("to come again after %q, in words %d seconds", after, seconds)
	}
	for _, path := range []string{"healthz", "readyz"} {
		if got, _ := ask(t, "GET", strings.TrimSuffix(url, "graphql")+path, nil); got.StatusCode != 200 {
			t.Errorf("%s: got %d", path, got.StatusCode)
		}
	}
	close(g.open)
	all.Wait()
	if now := sharing.Stats().Queue; now.Working != 0 || now.Waiting != 0 || now.Begun != 2 || now.Full != 1 {
		t.Errorf("%+v", now)
	}
}

// Neither a body that comes slowly nor an answer that nobody takes holds on to the one place at work.
func TestSlowClientsHoldNoPlace(t *testing.T) {
	large := strings.Repeat("x", 64<<20)
	h := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if text, _ := io.ReadAll(r.Body); string(text) == "large" {
			_, _ = io.WriteString(w, large)
		}
	})
	sharing := NewSharing(Limits{Rate: -1, Working: 1, Waiting: 10, Wait: never})
	s := httptest.NewServer(New(Options{GraphQL: h, Sharing: sharing}))
	defer s.Close()
	for _, request := range []string{
		"POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n{", // and no more
		"POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nlarge",
	} {
		conn, err := net.Dial("tcp", s.Listener.Addr().String())
		if err != nil {
			t.Fatal(err)
		}
		defer conn.Close()
		if _, err := io.WriteString(conn, request); err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(request, "large") { // its answer has begun to come
			if _, err := bufio.NewReaderSize(conn, 16).ReadByte(); err != nil {
				t.Fatal(err)
			}
		}
	}
	if got, _ := ask(t, "POST", s.URL+"/graphql", strings.NewReader("x")); got.StatusCode != 200 {
		t.Errorf("got %d", got.StatusCode)
	}
	if now := sharing.Stats(); now.Queue.Begun != 2 || now.Queue.Working != 0 {
		t.Errorf("%+v", now.Queue)
	}
	s.CloseClientConnections()
}

// All bodies together are bounded, and what a body may have is told.
func TestBodiesAreBounded(t *testing.T) {
	g := newGate()
	sharing := NewSharing(Limits{Rate: -1, Body: 1_000, Bodies: 1_600})
	url := start(t, Options{GraphQL: g, Sharing: sharing}) + "/graphql"
	var all sync.WaitGroup
	for _, n := range []int{800, 0} {
		all.Go(func() { ask(t, "POST", url, strings.NewReader(strings.Repeat("x", n))) })
		<-g.came
	}
	if got, text := ask(t, "POST", url, strings.NewReader("x")); got.StatusCode != 503 || !strings.Contains(text, "BUSY") {
		t.Errorf("who has half of all bodies gets %d %s for another byte", got.StatusCode, text)
	}
	close(g.open)
	all.Wait()
	if now := sharing.Stats().Bodies; now.Taken != 0 || now.Refused != 1 {
		t.Errorf("%+v", now)
	}
	url = start(t, Options{GraphQL: echo, Sharing: NewSharing(Limits{Rate: -1, Body: 1_000})}) + "/graphql"
	for name, body := range map[string]io.Reader{
		"said": strings.NewReader(strings.Repeat("x", 1_001)), "not said": io.MultiReader(strings.NewReader(strings.Repeat("x", 1_001))),
	} {
		if got, _ := ask(t, "POST", url, body); got.StatusCode != 413 || !got.Close {
			t.Errorf("a body that is too large, which is %s: got %d, and the connection is closed is %t", name, got.StatusCode, got.Close)
		}
	}
}

// A panic is answered as ever, and its place is free again.
func TestPanicsGiveTheirPlaceBack(t *testing.T) {
	sharing := NewSharing(Limits{Rate: -1, Working: 1})
	url := start(t, Options{GraphQL: http.HandlerFunc(func(http.ResponseWriter, *http.Request) { panic("on purpose") }), Sharing: sharing}) + "/graphql"
	for range 2 {
		if got, _ := ask(t, "POST", url, strings.NewReader("x")); got.StatusCode != 500 {
			t.Errorf("got %d", got.StatusCode)
		}
	}
	if now := sharing.Stats(); now.Queue.Working != 0 || now.Bodies.Taken != 0 {
		t.Errorf("%+v", now)
	}
}

// What is shared is answered as it would be otherwise.
func TestSharedAnswersAreTheSame(t *testing.T) {
	whole := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("ETag", `W/"1"`)
		if r.Header.Get("If-None-Match") != "" {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(http.StatusBadRequest)
		_, _ = io.WriteString(w, strings.Repeat("x", 5_000))
	})
	plain, shared := start(t, Options{GraphQL: whole}), start(t, Options{GraphQL: whole, Sharing: NewSharing(Limits{})})
	for _, header := range []string{"", "Accept-Encoding: gzip", `If-None-Match: W/"1"`} {
		for _, method := range []string{"GET", "HEAD", "POST"} {
			answers := make([]string, 2)
			for i, url := range []string{plain, shared} {
				r, err := http.NewRequestWithContext(t.Context(), method, url+"/graphql", nil)
				if err != nil {
					t.Fatal(err)
				}
				r.Header.Set("Accept-Encoding", "identity")
				if name, value, given := strings.Cut(header, ": "); given {
					r.Header.Set(name, value)
				}
				r.Header.Set("X-Request-Id", "the-same-name")
				got, err := http.DefaultTransport.RoundTrip(r)
				if err != nil {
					t.Fatal(err)
				}
				text, err := io.ReadAll(got.Body)
				got.Body.Close()
				for _, ever := range []string{"Date", "Content-Length"} {
					got.Header.Del(ever)
				}
				answers[i] = fmt.Sprint(got.StatusCode, got.Header, len(text), err)
			}
			if answers[0] != answers[1] {
				t.Errorf("%s %s: %s, and shared %s", method, header, answers[0], answers[1])
			}
		}
	}
}

func TestConnectionsAreBounded(t *testing.T) {
	inner := listen(t)
	l := LimitConnections(inner, 5, Proxies{})
	s := &http.Server{Handler: New(Options{}), ReadHeaderTimeout: never}
	ended := make(chan error, 1)
	go func() { ended <- s.Serve(l) }()
	dial := func(host byte) net.Conn {
		t.Helper()
		d := net.Dialer{LocalAddr: &net.TCPAddr{IP: net.IPv4(127, 0, 0, host)}}
		conn, err := d.DialContext(t.Context(), "tcp", inner.Addr().String())
		if err != nil {
			t.Skip("this machine has one loopback address only: ", err)
		}
		t.Cleanup(func() { conn.Close() })
		return conn
	}
	works := func(conn net.Conn) bool {
		_, err := io.WriteString(conn, "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")
		if err == nil {
			_, err = http.ReadResponse(bufio.NewReader(conn), nil)
		}
		return err == nil
	}
	first := dial(1)
	if !works(first) || !works(dial(1)) || !works(dial(1)) || works(dial(1)) {
		t.Error("of 5 connections one client has three, and no fourth")
	}
	if !works(dial(2)) || works(dial(2)) {
		t.Error("the next has one, and no second")
	}
	if now := l.Stats(); now.Taken != 4 || now.Refused != 2 || now.Clients != 2 {
		t.Errorf("%+v", now)
	}
	first.Close()
	for l.Stats().Taken != 3 {
		time.Sleep(time.Millisecond)
	}
	if !works(dial(3)) {
		t.Error("a place that is free again is not given")
	}
	s.Close()
	if err := <-ended; !errors.Is(err, http.ErrServerClosed) {
		t.Error(err)
	}
	if now := l.Stats(); now.Taken != 0 {
		t.Errorf("when all is over: %+v", now)
	}
}
