package api_test

import (
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/wasl-graph/wasl/internal/api"
)

// get asks a question by its address.
func get(t *testing.T, e *api.Engine, query string, header ...string) *httptest.ResponseRecorder {
	t.Helper()
	values := url.Values{"query": {query}, "variables": {`{"code": "IQ"}`}}
	request := httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/graphql?"+values.Encode(), nil)
	for i := 0; i < len(header); i += 2 {
		request.Header.Add(header[i], header[i+1])
	}
	recorder := httptest.NewRecorder()
	e.Handler().ServeHTTP(recorder, request)
	return recorder
}

const askCountry = `query ($code: CountryCode!) { country(code: $code) { label { value } reports { totalCount } } }`

// A client that asks again learns that nothing has changed, until it does.
func TestAnswersHaveTagsOfTheirRevision(t *testing.T) {
	live := plant(t)
	e := engine(live)
	first := get(t, e, askCountry)
	tag := first.Header().Get("ETag")
	if first.Code != 200 || !strings.HasPrefix(tag, `W/"`) || first.Header().Get("Cache-Control") != "public, max-age=0, must-revalidate" {
		t.Fatalf("%d %v", first.Code, first.Header())
	}
	for _, held := range []string{tag, `"other", ` + tag, strings.TrimPrefix(tag, "W/")} {
		again := get(t, e, askCountry, "If-None-Match", held)
		if again.Code != 304 || again.Body.Len() != 0 || again.Header().Get("ETag") != tag || again.Header().Get("Vary") == "" {
			t.Errorf("held %s: %d %s %v", held, again.Code, again.Body, again.Header())
		}
	}
	apply(t, live, retractReport(live.View(), "report:icmpd-2024-05-displacement-emigration-return-iraq"))
	later := get(t, e, askCountry, "If-None-Match", tag)
	if later.Code != 200 || later.Header().Get("ETag") == tag || later.Body.String() == first.Body.String() {
		t.Errorf("after a change: %d %v %s", later.Code, later.Header(), later.Body)
	}
}

func TestEachQuestionHasItsTag(t *testing.T) {
	e := seeded(t)
	seen := map[string]string{}
	for name, got := range map[string]*httptest.ResponseRecorder{
		"one":            get(t, e, askCountry),
		"another query":  get(t, e, strings.Replace(askCountry, "label", "name: label", 1)),
		"in Arabic":      get(t, e, askCountry, "Accept-Language", "ar"),
		"in German":      get(t, e, askCountry, "Accept-Language", "de"),
		"the newer type": get(t, e, askCountry, "Accept", newerJSON),
	} {
		tag := got.Header().Get("ETag")
		if other, twice := seen[tag]; twice || tag == "" {
			t.Errorf("%s and %s have the tag %q", name, other, tag)
		}
		seen[tag] = name
	}
	if one, same := get(t, e, askCountry, "Accept-Language", "de"), get(t, e, askCountry, "Accept-Language", "de;q=1.0"); one.Header().Get("ETag") != same.Header().Get("ETag") {
		t.Error("what means the same has another tag")
	}
}

// What went wrong is not kept, nor what came by POST.
func TestOnlyGoodAnswersHaveTags(t *testing.T) {
	e := seeded(t)
	request := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/graphql", strings.NewReader(goodBody))
	request.Header.Set("Content-Type", plainJSON)
	posted := httptest.NewRecorder()
	e.Handler().ServeHTTP(posted, request)
	for name, got := range map[string]*httptest.ResponseRecorder{
		"posted":         posted,
		"refused":        get(t, e, "{ nobody }"),
		"in one field":   get(t, e, `query ($code: CountryCode) { country(code: "IQ") { id } reports(first: 0) { totalCount } node(id: $code) { id } }`),
		"wrong accept":   get(t, e, askCountry, "Accept", "text/html"),
		"nothing of use": get(t, e, ""),
	} {
		if got.Header().Get("ETag") != "" || got.Header().Get("Cache-Control") != "no-store" {
			t.Errorf("%s: %v", name, got.Header())
		}
	}
}

// By GET nothing is changed, whatever the schema says of the operation, and in any media type.
func TestChangesDoNotComeByGet(t *testing.T) {
	for _, accept := range []string{plainJSON, newerJSON} {
		got := get(t, seeded(t), "mutation { __typename }", "Accept", accept)
		if got.Code != 405 || got.Header().Get("Allow") != "POST" || !strings.Contains(got.Body.String(), "request.method.reading") {
			t.Errorf("%d %v %s", got.Code, got.Header(), got.Body)
		}
	}
}

func TestTheSchemaMayBeKeptToOneself(t *testing.T) {
	live := plant(t)
	open := engine(live)
	closed := api.NewEngine(live, slog.New(slog.DiscardHandler), api.WithIntrospection(false))
	for _, query := range []string{
		`{ __schema { types { name } } }`, `{ __type(name: "Report") { name } }`, `{ ...F } fragment F on Query { s: __schema { types { name } } }`,
	} {
		if response := ask(open, "", query, nil); len(response.Errors) > 0 {
			t.Errorf("%s: %v", query, response.Errors)
		}
		response := ask(closed, "", query, nil)
		if !response.Refused() || len(response.Errors) != 1 || response.Errors[0].Extensions["reason"] != "query.introspection.off" || response.Errors[0].Extensions["code"] != "FORBIDDEN" {
			t.Errorf("%s: answered %s, %v", query, response.Data, response.Errors)
		}
	}
	if response := ask(closed, "", `{ __typename country(code: "IQ") { __typename } }`, nil); len(response.Errors) > 0 {
		t.Errorf("__typename: %v", response.Errors)
	}
}
