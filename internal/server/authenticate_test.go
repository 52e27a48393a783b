package server

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/access"
	"github.com/wasl-graph/wasl/internal/api"
	durable "github.com/wasl-graph/wasl/internal/record"
)

// tokens are those of a record in memory.
func tokens(t testing.TB) *access.Keeper {
	t.Helper()
	store, err := durable.OpenMemory()
	if err != nil {
		t.Fatal(err)
	}
	keeper, err := access.Open(store)
	if err != nil {
		t.Fatal(err)
	}
	return keeper
}

// tokenFor makes a token and returns what has to be sent, and its id.
func tokenFor(t testing.TB, k *access.Keeper, role graph.Role, name string) (text, id string) {
	t.Helper()
	secret, token, err := k.Create(role, name, time.Now())
	if err != nil {
		t.Fatal(err)
	}
	return secret.Reveal(), token.ID
}

// whoami answers with the name of the caller, and with every header and address that a token could be in.
var whoami = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
	caller := api.CallerOf(r.Context())
	w.Header().Set("Cache-Control", "public, max-age=0, must-revalidate")
	_, _ = io.WriteString(w, caller.Role.String()+" "+caller.Name+r.Header.Get("Authorization"))
})

// askWith sends a request with these headers.
func askWith(t testing.TB, method, url string, header http.Header) (*http.Response, string) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), method, url, nil)
	if err != nil {
		t.Fatal(err)
	}
	r.Header = header
	got, err := http.DefaultTransport.RoundTrip(r)
	if err != nil {
		t.Fatal(err)
	}
	defer got.Body.Close()
	text, err := io.ReadAll(got.Body)
	if err != nil {
		t.Fatal(err)
	}
	return got, string(text)
}

// TestAuthorization is the table of what a request may bring. Nobody who shows something wrong is taken for nobody.
func TestAuthorization(t *testing.T) {
	keeper := tokens(t)
	ada, _ := tokenFor(t, keeper, graph.Curator, "Ada")
	eve, id := tokenFor(t, keeper, graph.Admin, "Eve")
	if _, err := keeper.Revoke(id, time.Now()); err != nil {
		t.Fatal(err)
	}
	stranger, _ := tokenFor(t, tokens(t), graph.Admin, "Stranger")
	o := Options{GraphQL: whoami, Access: Access{Callers: keeper}}
	url := start(t, o)
	tests := []struct {
		name   string
		header http.Header
		want   string // what the handler sees; or why it does not see the request
	}{
		{"none", http.Header{}, "anonymous "},
		{"a token", http.Header{"Authorization": {"Bearer " + ada}}, "curator Ada"},
		{"small letters", http.Header{"Authorization": {"bearer " + ada}}, "curator Ada"},
		{"capitals", http.Header{"Authorization": {"BEARER " + ada}}, "curator Ada"},
		{"more space", http.Header{"Authorization": {"Bearer   " + ada + "  "}}, "curator Ada"},
		{"empty", http.Header{"Authorization": {""}}, "access.token.header"},
		{"scheme alone", http.Header{"Authorization": {"Bearer"}}, "access.token.header"},
		{"scheme and space", http.Header{"Authorization": {"Bearer "}}, "access.token.header"},
		{"token alone", http.Header{"Authorization": {ada}}, "access.token.header"},
		{"another scheme", http.Header{"Authorization": {"Basic " + ada}}, "access.token.header"},
		{"scheme that begins so", http.Header{"Authorization": {"Bearers " + ada}}, "access.token.header"},
		{"tab", http.Header{"Authorization": {"Bearer\t" + ada}}, "access.token.header"},
		{"twice", http.Header{"Authorization": {"Bearer " + ada, "Bearer " + ada}}, "access.token.header"},
		{"two in one", http.Header{"Authorization": {"Bearer " + ada + ", Bearer " + ada}}, "access.token.malformed"},
		{"quoted", http.Header{"Authorization": {`Bearer "` + ada + `"`}}, "access.token.malformed"},
		{"cut off", http.Header{"Authorization": {"Bearer " + ada[:len(ada)-1]}}, "access.token.malformed"},
		{"a letter too many", http.Header{"Authorization": {"Bearer " + ada + "a"}}, "access.token.malformed"},
		{"in capitals", http.Header{"Authorization": {"Bearer " + strings.ToUpper(ada)}}, "access.token.malformed"},
		{"nonsense", http.Header{"Authorization": {"Bearer \xff\xfe"}}, "access.token.malformed"},
		{"another server's", http.Header{"Authorization": {"Bearer " + stranger}}, "access.token.unknown"},
		{"revoked", http.Header{"Authorization": {"Bearer " + eve}}, "access.token.unknown"},
		{"to a proxy", http.Header{"Proxy-Authorization": {"Bearer " + ada}}, "anonymous "},
		{"cookie", http.Header{"Cookie": {"Authorization=Bearer " + ada + "; access_token=" + ada}}, "anonymous "},
		{"header of another name", http.Header{"X-Authorization": {"Bearer " + ada}, "X-Api-Key": {ada}}, "anonymous "},
	}
	for _, test := range tests {
		for _, method := range []string{http.MethodGet, http.MethodPost} {
			got, text := askWith(t, method, url+"/graphql", test.header)
			if !strings.HasPrefix(test.want, "access.") {
				if got.StatusCode != http.StatusOK || text != test.want {
					t.Errorf("%s, %s: got %d %q, want %q", method, test.name, got.StatusCode, text, test.want)
				}
				continue
			}
			code, reason := graphqlError(t, text)
			if got.StatusCode != http.StatusUnauthorized || code != "UNAUTHENTICATED" || reason != test.want {
				t.Errorf("%s, %s: got %d %s, want %s", method, test.name, got.StatusCode, text, test.want)
			}
			if got.Header.Get("WWW-Authenticate") != `Bearer error="invalid_token"` || got.Header.Get("Cache-Control") != "no-store" {
				t.Errorf("%s, %s: %v", method, test.name, got.Header)
			}
		}
	}
}

// graphqlError is the code and the reason of the one error in an answer.
func graphqlError(t testing.TB, text string) (code, reason string) {
	t.Helper()
	var answer struct {
		Data   any
		Errors []struct {
			Message    string
			Extensions struct{ Code, Reason string }
		}
	}
	if err := json.Unmarshal([]byte(text), &answer); err != nil || len(answer.Errors) != 1 || answer.Data != nil || answer.Errors[0].Message == "" {
		t.Errorf("no answer with an error: %s", text)
		return "", ""
	}
	return answer.Errors[0].Extensions.Code, answer.Errors[0].Extensions.Reason
}

// A token in the address or the body of a request is nobody's.
func TestTokensElsewhereAreNotRead(t *testing.T) {
	keeper := tokens(t)
	ada, _ := tokenFor(t, keeper, graph.Curator, "Ada")
	url := start(t, Options{GraphQL: whoami, Access: Access{Callers: keeper}})
	if _, text := ask(t, "GET", url+"/graphql?access_token="+ada+"&Authorization=Bearer%20"+ada, nil); text != "anonymous " {
		t.Errorf("in the address: %q", text)
	}
	r, err := http.NewRequestWithContext(t.Context(), "POST", url+"/graphql", strings.NewReader("access_token="+ada))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	got, err := http.DefaultTransport.RoundTrip(r)
	if err != nil {
		t.Fatal(err)
	}
	defer got.Body.Close()
	if text, _ := io.ReadAll(got.Body); string(text) != "anonymous " {
		t.Errorf("in the body: %q", text)
	}
}

// Wrong tokens are refused wherever they are shown, in the reader's language.
func TestWrongTokensEverywhere(t *testing.T) {
	url := start(t, Options{GraphQL: whoami})
	for _, path := range []string{"/", "/graphiql", "/healthz", "/readyz", "/nothing"} {
		got, text := askWith(t, "GET", url+path, http.Header{"Authorization": {"Bearer x"}, "Accept-Language": {"de"}})
		if got.StatusCode != http.StatusUnauthorized || !strings.HasPrefix(text, "Das Token enthält einen Fehler") || got.Header.Get("Content-Language") != "de" {
			t.Errorf("%s: got %d %q", path, got.StatusCode, text)
		}
	}
	stranger, _ := tokenFor(t, tokens(t), graph.Admin, "Stranger")
	got, text := askWith(t, "GET", url+"/graphql", http.Header{"Authorization": {"Bearer " + stranger}, "Accept-Language": {"ar"}})
	if got.StatusCode != http.StatusUnauthorized || !strings.Contains(text, "رمز الدخول غير معروف هنا") {
		t.Errorf("a server without tokens: got %d %q", got.StatusCode, text)
	}
}

// Where reading needs a role, nobody reads anything without it, and no cache keeps it for others.
func TestReadingMayNeedARole(t *testing.T) {
	keeper := tokens(t)
	reader, _ := tokenFor(t, keeper, graph.Reader, "Ada")
	admin, _ := tokenFor(t, keeper, graph.Admin, "Eve")
	tests := []struct {
		needed, held graph.Role
		path         string
		status       int
	}{
		{graph.Anonymous, graph.Anonymous, "/graphql", 200},
		{graph.Anonymous, graph.Reader, "/graphql", 200},
		{graph.Reader, graph.Anonymous, "/graphql", 401},
		{graph.Reader, graph.Reader, "/graphql", 200},
		{graph.Reader, graph.Admin, "/graphql", 200},
		{graph.Curator, graph.Reader, "/graphql", 403},
		{graph.Curator, graph.Anonymous, "/graphql", 401},
		{graph.Curator, graph.Admin, "/graphql", 200},
		{graph.Reader, graph.Anonymous, "/healthz", 200},
		{graph.Reader, graph.Anonymous, "/readyz", 200},
		{graph.Reader, graph.Anonymous, "/graphiql", 200},
		{graph.Reader, graph.Anonymous, "/", 302},
		{graph.Reader, graph.Anonymous, "/another", 401}, // what may come to be there is not open by mistake
		{graph.Reader, graph.Anonymous, "/graphiql/../graphql", 307},
	}
	sent := map[graph.Role]http.Header{
		graph.Anonymous: {}, graph.Reader: {"Authorization": {"Bearer " + reader}}, graph.Admin: {"Authorization": {"Bearer " + admin}},
	}
	for _, test := range tests {
		url := start(t, Options{GraphQL: whoami, Access: Access{Callers: keeper, Reading: test.needed}})
		got, text := askWith(t, "GET", url+test.path, sent[test.held].Clone())
		if got.StatusCode != test.status {
			t.Errorf("%+v: got %d %q", test, got.StatusCode, text)
		}
		cached, varies := got.Header.Get("Cache-Control"), strings.Join(got.Header.Values("Vary"), ",")
		if test.path == "/graphql" && test.status == 200 && strings.Contains(cached, "public") != (test.held == graph.Anonymous) {
			t.Errorf("%+v: Cache-Control is %q", test, cached)
		}
		if strings.Contains(varies, "Authorization") != (test.needed != graph.Anonymous) {
			t.Errorf("%+v: Vary is %q", test, varies)
		}
		if test.path == "/graphql" && test.status >= 400 {
			code, _ := graphqlError(t, text)
			if (code == "FORBIDDEN") != (test.status == 403) || !strings.HasPrefix(got.Header.Get("WWW-Authenticate"), "Bearer") {
				t.Errorf("%+v: %s, %v", test, code, got.Header)
			}
		}
	}
	url := start(t, Options{GraphQL: whoami, Access: Access{Callers: keeper, Reading: graph.Reader}})
	if asked, _ := ask(t, "OPTIONS", url+"/graphql", nil); asked.StatusCode != 204 {
		t.Errorf("a preflight gets %d", asked.StatusCode)
	}
}

// private changes nothing but what is said about keeping an answer, whichever way the answer is sent.
func TestAnswersToSomebodyAreTheirs(t *testing.T) {
	tests := []struct {
		said, want string
		send       func(http.ResponseWriter)
	}{
		{"", "private", func(w http.ResponseWriter) { w.WriteHeader(204) }},
		{"", "private", func(w http.ResponseWriter) { _, _ = w.Write([]byte("x")) }},
		{"", "private", func(w http.ResponseWriter) { _ = http.NewResponseController(w).Flush() }},
		{"public, max-age=60", "private, max-age=60", func(w http.ResponseWriter) { w.WriteHeader(200); _, _ = w.Write([]byte("x")) }},
		{"max-age=60", "private, max-age=60", func(w http.ResponseWriter) { w.WriteHeader(304) }},
		{"no-store", "no-store", func(w http.ResponseWriter) { w.WriteHeader(500) }},
		{"private, max-age=1", "private, max-age=1", func(w http.ResponseWriter) { w.WriteHeader(103); w.WriteHeader(200) }},
	}
	for _, test := range tests {
		rec := httptest.NewRecorder()
		w := &private{ResponseWriter: rec}
		if test.said != "" {
			w.Header().Set("Cache-Control", test.said)
		}
		test.send(w)
		if got := rec.Result().Header.Get("Cache-Control"); got != test.want {
			t.Errorf("%q became %q, want %q", test.said, got, test.want)
		}
	}
}

type failingCallers struct{ error }

func (f failingCallers) Caller(access.Secret) (graph.Caller, error) { return graph.Caller{}, f.error }

// While tokens can't be looked up, nobody is told that theirs is wrong, and nobody is let in.
func TestTokensThatCanNotBeLookedUp(t *testing.T) {
	ada, _ := tokenFor(t, tokens(t), graph.Curator, "Ada")
	url := start(t, Options{GraphQL: whoami, Access: Access{Callers: failingCallers{errors.New("the graph is being read")}}})
	got, _ := askWith(t, "GET", url+"/graphql", http.Header{"Authorization": {"Bearer " + ada}})
	if got.StatusCode != http.StatusServiceUnavailable || got.Header.Get("Retry-After") == "" {
		t.Errorf("got %d %v", got.StatusCode, got.Header)
	}
	if got, _ := ask(t, "GET", url+"/graphql", nil); got.StatusCode != 200 {
		t.Errorf("nobody gets %d", got.StatusCode)
	}
}

// TestTokensDoNotShow sends tokens that are good, wrong and revoked in every place of a request, and looks for them in the log at its
// most talkative, and in every answer.
func TestTokensDoNotShow(t *testing.T) {
	keeper := tokens(t)
	var log syncBuilder
	panics := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodPost {
			panic("on purpose")
		}
		whoami(w, r)
	})
	logger := slog.New(slog.NewTextHandler(&log, &slog.HandlerOptions{Level: slog.LevelDebug}))
	url := start(t, Options{GraphQL: panics, Logger: logger, Access: Access{Callers: keeper}})
	good, id := tokenFor(t, keeper, graph.Curator, "Ada")
	stranger, _ := tokenFor(t, tokens(t), graph.Admin, "Stranger")
	for _, text := range []string{good, stranger, good[:len(good)-1], good + "x"} {
		for _, header := range []http.Header{
			{"Authorization": {"Bearer " + text}},
			{"Authorization": {text}},
			{"Authorization": {"Basic " + text, "Bearer " + text}},
			{"Authorization": {"Bearer " + text}, "X-Request-Id": {text}},
			{"Cookie": {"t=" + text}, "Accept-Language": {text}, "Accept": {text}},
		} {
			for _, path := range []string{"/graphql", "/graphql?token=" + text, "/nothing/" + text, "/graphiql/" + text, "/healthz"} {
				for _, method := range []string{"GET", "POST"} {
					got, body := askWith(t, method, url+path, header.Clone())
					if all := body + sprintHeader(got.Header); strings.Contains(all, text[14:30]) {
						t.Errorf("%s %s with %v: it is in the answer: %s", method, path, header, all)
					}
				}
			}
		}
		if strings.Contains(log.String(), text[14:30]) {
			t.Fatalf("it is in the log: %s", log.String())
		}
	}
	if !strings.Contains(log.String(), "token="+id) {
		t.Error("the log does not say whose request it was")
	}
}

func sprintHeader(h http.Header) string {
	var b bytes.Buffer
	_ = h.Write(&b)
	return b.String()
}

// FuzzBearer: what is taken for a token is what stands behind the scheme in the one line there is.
func FuzzBearer(f *testing.F) {
	for _, line := range []string{"Bearer x", "bearer  x ", "Bearer", "", "Basic x", "Bearer\tx", "Bearer x, Bearer y", " Bearer x"} {
		f.Add(line, "")
		f.Add(line, line)
	}
	f.Fuzz(func(t *testing.T, line, second string) {
		lines := []string{line}
		if second != "" {
			lines = append(lines, second)
		}
		text, err := bearer(lines)
		if err != nil {
			if text != "" || graph.CodeOf(err) != graph.Unauthenticated {
				t.Fatalf("%q: %q, %v", lines, text, err)
			}
			return
		}
		scheme, rest := line[:6], line[6:]
		if len(lines) != 1 || !strings.EqualFold(scheme, "bearer") || rest[0] != ' ' || strings.Trim(rest, " ") != text || text == "" {
			t.Fatalf("%q is read as %q", lines, text)
		}
	})
}

// BenchmarkAuthenticate is what knowing the caller costs a request: nothing without a token.
func BenchmarkAuthenticate(b *testing.B) {
	keeper := tokens(b)
	ada, _ := tokenFor(b, keeper, graph.Curator, "Ada")
	stranger, _ := tokenFor(b, tokens(b), graph.Curator, "Stranger")
	o := Options{Access: Access{Callers: keeper}, Logger: slog.New(slog.DiscardHandler)}
	h := authenticate(o.Access, http.HandlerFunc(func(http.ResponseWriter, *http.Request) {}))
	for name, lines := range map[string][]string{"anonymous": nil, "known": {"Bearer " + ada}, "unknown": {"Bearer " + stranger}} {
		b.Run(name, func(b *testing.B) {
			r := httptest.NewRequestWithContext(b.Context(), http.MethodGet, "/graphql", nil)
			w := httptest.NewRecorder()
			b.ReportAllocs()
			for b.Loop() {
				if lines != nil {
					r.Header["Authorization"] = lines
				}
				h.ServeHTTP(w, r)
			}
		})
	}
}
