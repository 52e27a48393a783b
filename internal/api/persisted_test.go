package api_test

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/wasl-graph/wasl/internal/api"
)

// reply is what a client sees of an answer.
type reply struct {
	status int
	header http.Header
	Data   json.RawMessage
	Errors []struct {
		Message    string
		Extensions struct{ Code, Reason, Explanation string }
	}
}

// conversation talks with one engine as one client.
type conversation struct {
	handler  http.Handler
	client   string
	accept   string
	language string
}

func (c conversation) post(t *testing.T, body map[string]any) reply {
	t.Helper()
	r := httptest.NewRequest(http.MethodPost, "/graphql", strings.NewReader(string(mustMarshal(t, body))))
	r.Header.Set("Content-Type", plainJSON)
	return c.send(t, r)
}

func (c conversation) get(t *testing.T, values url.Values) reply {
	t.Helper()
	return c.send(t, httptest.NewRequest(http.MethodGet, "/graphql?"+values.Encode(), nil))
}

func (c conversation) send(t *testing.T, r *http.Request) reply {
	t.Helper()
	r.Header.Set("Accept-Language", c.language)
	if c.accept != "" {
		r.Header.Set("Accept", c.accept)
	}
	recorder := httptest.NewRecorder()
	c.handler.ServeHTTP(recorder, r.WithContext(api.WithClient(r.Context(), c.client)))
	got := reply{status: recorder.Code, header: recorder.Header()}
	if err := json.Unmarshal(recorder.Body.Bytes(), &got); err != nil {
		t.Fatalf("%s: %v", recorder.Body, err)
	}
	return got
}

// says tells what was answered: the data, or the code and the reason of the first error.
func (r reply) says() string {
	if len(r.Errors) > 0 {
		return r.Errors[0].Extensions.Code + " " + r.Errors[0].Extensions.Reason
	}
	return string(r.Data)
}

func sha(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

func byHash(hash string) map[string]any {
	return map[string]any{"persistedQuery": map[string]any{"version": 1, "sha256Hash": hash}}
}

const (
	countText   = `query Count { reports { totalCount } }`
	countAnswer = `{"reports":{"totalCount":16}}`
)

// TestPersistedQueries is the conversation of Apollo's clients: the hash alone, then hash and text, then the hash alone, which
// may also come by GET, so that caches keep the answer.
func TestPersistedQueries(t *testing.T) {
	c := conversation{handler: seeded(t).Handler(), language: "de"}
	short := map[string]any{"operationName": "Count", "extensions": byHash(sha(countText))}
	got := c.post(t, short)
	if got.status != http.StatusOK || got.says() != "PERSISTED_QUERY_NOT_FOUND request.persisted.unknown" || got.header.Get("Cache-Control") != "no-store" {
		t.Fatalf("an unknown hash: %d %s %v", got.status, got.says(), got.header)
	}
	if e := got.Errors[0]; e.Message != "PersistedQueryNotFound" || !strings.Contains(e.Extensions.Explanation, "mit ihrem Text senden") {
		t.Errorf("the error is %+v", e)
	}
	if got := (conversation{handler: c.handler, accept: newerJSON}).post(t, short); got.status != http.StatusBadRequest {
		t.Errorf("in the newer media type: %d", got.status)
	}
	long := map[string]any{"query": countText, "extensions": byHash(sha(countText))}
	for name, ask := range map[string]func() reply{
		"hash and text": func() reply { return c.post(t, long) },
		"hash":          func() reply { return c.post(t, short) },
		"documentId":    func() reply { return c.post(t, map[string]any{"documentId": "sha256:" + sha(countText)}) },
		"both": func() reply {
			return c.post(t, map[string]any{"documentId": "sha256:" + sha(countText), "extensions": byHash(sha(countText))})
		},
	} {
		if name != "hash and text" {
			c.post(t, long)
		}
		if got := ask(); got.says() != countAnswer {
			t.Errorf("%s: %s", name, got.says())
		}
	}
	extensions := url.Values{"extensions": {string(mustMarshal(t, byHash(sha(countText))))}}
	got = c.get(t, extensions)
	if got.says() != countAnswer || got.header.Get("ETag") == "" || !strings.HasPrefix(got.header.Get("Cache-Control"), "public") {
		t.Errorf("by GET: %s %v", got.says(), got.header)
	}
	other := c.get(t, url.Values{"query": {countText}})
	if other.header.Get("ETag") != got.header.Get("ETag") {
		t.Errorf("the same question has the tags %q and %q", got.header.Get("ETag"), other.header.Get("ETag"))
	}
}

// Only what is valid, and came with its own hash, can be asked for by the hash.
func TestWhatIsNotPersisted(t *testing.T) {
	c := conversation{handler: seeded(t).Handler()}
	const missing = "PERSISTED_QUERY_NOT_FOUND request.persisted.unknown"
	const plain, invalid, another = "{ graph { revision } }", "{ nobody }", "{ themes { totalCount } }"
	if got := c.post(t, map[string]any{"query": plain}); len(got.Errors) > 0 {
		t.Fatal(got.says())
	}
	if got := c.post(t, map[string]any{"query": invalid, "extensions": byHash(sha(invalid))}); got.says() != "BAD_INPUT query.field.unknown" {
		t.Errorf("an invalid query: %s", got.says())
	}
	if got := c.post(t, map[string]any{"query": another, "extensions": byHash(sha(plain))}); got.says() != "BAD_INPUT request.persisted.other" {
		t.Errorf("the hash of another query: %s", got.says())
	}
	for _, text := range []string{plain, invalid, another} {
		if got := c.post(t, map[string]any{"extensions": byHash(sha(text))}); got.says() != missing {
			t.Errorf("%s by its hash: %s", text, got.says())
		}
	}
	const change = "mutation { __typename }"
	c.post(t, map[string]any{"query": change, "extensions": byHash(sha(change))})
	if got := c.get(t, url.Values{"documentId": {"sha256:" + sha(change)}}); len(got.Errors) == 0 {
		t.Errorf("a change by GET: %s", got.says())
	}
}

func TestMalformedPersistedQueries(t *testing.T) {
	c := conversation{handler: seeded(t).Handler()}
	for _, given := range []any{
		true, "x",
		[]any{},
		map[string]any{},
		map[string]any{"version": 2, "sha256Hash": sha("a")},
		map[string]any{"version": "1", "sha256Hash": sha("a")},
		map[string]any{"version": 1, "sha256Hash": "abc"},
		map[string]any{"version": 1, "sha256Hash": strings.ToUpper(sha("a"))},
		map[string]any{"version": 1},
	} {
		if got := c.post(t, map[string]any{"extensions": map[string]any{"persistedQuery": given}}); got.says() != "BAD_INPUT request.persisted" {
			t.Errorf("%v: %s", given, got.says())
		}
	}
	both := map[string]any{"documentId": "sha256:" + sha("b"), "extensions": byHash(sha("a"))}
	if got := c.post(t, both); got.says() != "BAD_INPUT request.persisted" {
		t.Errorf("two names: %s", got.says())
	}
	none := map[string]any{"query": countText, "extensions": map[string]any{"persistedQuery": nil}}
	if got := c.post(t, none); got.says() != countAnswer {
		t.Errorf("null: %s", got.says())
	}
	for _, id := range []string{"somebody's own", "sha256:", "sha256:abc", "x-app:1", sha("nobody's")} {
		if got := c.post(t, map[string]any{"documentId": id}); !strings.HasPrefix(got.says(), "PERSISTED_QUERY_NOT_FOUND") && id != "sha256:" {
			t.Errorf("%s: %s", id, got.says())
		}
	}
}

// trusting is an engine that answers the documents of a list only.
func trusting(t *testing.T, list string) http.Handler {
	t.Helper()
	seeded(t) // plants
	trusted, err := api.ReadTrusted("list.json", []byte(list))
	if err != nil {
		t.Fatal(err)
	}
	return api.NewEngine(seedViews.live, slog.New(slog.DiscardHandler), api.WithOnly(trusted)).Handler()
}

func TestOnlyTrustedDocumentsAreAnswered(t *testing.T) {
	const theme = "query ($id: ID!) { node(id: $id) { id } }"
	list := map[string]string{"count-1": countText, sha(theme): theme}
	c := conversation{handler: trusting(t, string(mustMarshal(t, list))), language: "ar"}
	const refusedHere = "FORBIDDEN request.untrusted"
	variables := map[string]any{"id": "country:IQ"}
	for _, x := range []struct {
		name string
		body map[string]any
		says string
	}{
		{"by a name of its own", map[string]any{"documentId": "count-1"}, countAnswer},
		{"by documentId", map[string]any{"documentId": "sha256:" + sha(theme), "variables": variables}, `{"node":{"id":"country:IQ"}}`},
		{"by a bare hash", map[string]any{"documentId": sha(theme), "variables": variables}, `{"node":{"id":"country:IQ"}}`},
		{"by persistedQuery", map[string]any{"extensions": byHash(sha(countText))}, countAnswer},
		{"by its text", map[string]any{"query": countText}, countAnswer},
		{"by both", map[string]any{"query": countText, "extensions": byHash(sha(countText))}, countAnswer},
		{"another text", map[string]any{"query": countText + " "}, refusedHere},
		{"the schema", map[string]any{"query": "{ __schema { types { name } } }"}, refusedHere},
		{"another hash", map[string]any{"extensions": byHash(sha("{ __typename }"))}, refusedHere},
		{"another text with its hash", map[string]any{"query": "{ __typename }", "extensions": byHash(sha("{ __typename }"))}, refusedHere},
		{"another name", map[string]any{"documentId": "count-2"}, refusedHere},
		{"the hash of another", map[string]any{"query": countText, "extensions": byHash(sha(theme))}, "BAD_INPUT request.persisted.other"},
		{"nothing", map[string]any{}, "BAD_INPUT request.query.missing"},
	} {
		if got := c.post(t, x.body); got.says() != x.says {
			t.Errorf("%s: %s, want %s", x.name, got.says(), x.says)
		}
	}
	if got := c.get(t, url.Values{"documentId": {"count-1"}}); got.says() != countAnswer {
		t.Errorf("by GET: %s", got.says())
	}
	c.accept = newerJSON
	got := c.post(t, map[string]any{"query": "{ __typename }"})
	if got.status != http.StatusForbidden || !strings.Contains(got.Errors[0].Message, "قائمة ثابتة") {
		t.Errorf("refused with %d: %+v", got.status, got.Errors)
	}
}
