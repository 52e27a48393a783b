package api_test

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
)

// An address may have anything in it, and so may the headers that say how to answer: the answer is JSON, never our fault, and
// what may be kept is no error.
func FuzzAddress(f *testing.F) {
	hash := `{"persistedQuery":{"version":1,"sha256Hash":"` + sha(countText) + `"}}`
	for _, values := range []url.Values{
		{"query": {countText}, "extensions": {hash}, "operationName": {"Count"}},
		{"extensions": {hash}, "variables": {"{}"}},
		{"documentId": {"sha256:" + sha(countText)}},
		{"query": {"query ($n: Int) { reports(first: $n) { totalCount } }"}, "variables": {`{"n": 1e3}`}},
		{"query": {"mutation { __typename }"}, "variables": {"[]"}},
	} {
		f.Add(values.Encode(), "application/json;q=0.5, application/graphql-response+json", `W/"x", *`)
	}
	f.Add("query=%zz;a&&=&variables=null&extensions=null", "*/*;q=nan,;,a/b;q", "")
	handler := seeded(f).Handler()
	f.Fuzz(func(t *testing.T, query, accept, held string) {
		request := httptest.NewRequest(http.MethodGet, "/graphql", nil)
		request.URL.RawQuery = query
		request.Header.Set("Accept", accept)
		request.Header.Set("If-None-Match", held)
		recorder := httptest.NewRecorder()
		handler.ServeHTTP(recorder, request)
		text := recorder.Body.String()
		if recorder.Code == http.StatusNotModified && text == "" {
			return
		}
		if !json.Valid([]byte(text)) || strings.Contains(text, `"INTERNAL"`) {
			t.Errorf("%q is answered with %d %s", query, recorder.Code, text)
		}
		if wrong := strings.HasPrefix(text, `{"errors"`); wrong != (recorder.Header().Get("Cache-Control") == "no-store") {
			t.Errorf("%q: %s is kept %q", query, text, recorder.Header().Get("Cache-Control"))
		}
	})
}
