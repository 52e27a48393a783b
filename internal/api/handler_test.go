package api_test

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/wasl-graph/wasl/internal/server"
)

const (
	plainJSON  = "application/json"
	newerJSON  = "application/graphql-response+json"
	goodBody   = `{"query":"{ country(code: \"IQ\") { label { value language } } }"}`
	badBody    = `{"query":"{ nobody }"}`
	brokenBody = `{"query": "{ secret`
	dearBody   = `{"query":"{ countries(first: 100) { nodes { reports(first: 100) { nodes { statements(first: 100) { nodes { id } } } } } } }"}`
)

// exchange is a request, and what is to be seen of the answer.
type exchange struct {
	name, method, contentType, accept, languages, body string

	status   int
	media    string
	language string // Content-Language
	contains string
}

var exchanges = []exchange{
	{"post", "POST", plainJSON, "", "", goodBody, 200, plainJSON, "en", `"value":"Iraq"`},
	{"charset", "POST", "application/json; charset=utf-8", "", "", goodBody, 200, plainJSON, "en", `"value":"Iraq"`},
	{"arabic", "POST", plainJSON, "", "ar-IQ,en;q=0.8", goodBody, 200, plainJSON, "ar", `"value":"العراق"`},
	{"sorani", "POST", plainJSON, "", "ckb", goodBody, 200, plainJSON, "ar", `"value":"عێراق"`},
	{"malformed languages", "POST", plainJSON, "", ";;;q=x,,de;q=0.5", goodBody, 200, plainJSON, "de", `"value":"Irak"`},
	{"newer", "POST", plainJSON, newerJSON, "", goodBody, 200, newerJSON, "en", `"value":"Iraq"`},
	{"newer among others", "POST", plainJSON, "application/graphql-response+json; charset=utf-8, application/json; q=0.9", "", goodBody, 200, newerJSON, "en", ""},
	{"older preferred", "POST", plainJSON, "application/json, application/graphql-response+json;q=0.5", "", goodBody, 200, plainJSON, "en", ""},
	{"newer refused", "POST", plainJSON, "application/graphql-response+json;q=0, */*", "", goodBody, 200, plainJSON, "en", ""},
	{"any application", "POST", plainJSON, "text/html, application/*;q=0.1", "", goodBody, 200, plainJSON, "en", ""},
	{"nothing of ours", "POST", plainJSON, "text/html, image/*", "de", goodBody, 406, plainJSON, "de", "nimmt nichts davon an"},
	{"nothing at all", "POST", plainJSON, "application/json;q=0", "", goodBody, 406, plainJSON, "en", "request.accept"},
	{"anything but JSON", "POST", plainJSON, "*/*, application/json;q=0", "", goodBody, 406, plainJSON, "en", "request.accept"},
	{"anything", "POST", plainJSON, "*/*", "", goodBody, 200, plainJSON, "en", ""},
	{"malformed accept", "POST", plainJSON, ";;,/,text/html;q=a", "", goodBody, 200, plainJSON, "en", ""},

	{"refused, older", "POST", plainJSON, "", "", badBody, 200, plainJSON, "en", `"code":"BAD_INPUT"`},
	{"refused, newer", "POST", plainJSON, newerJSON, "", badBody, 400, newerJSON, "en", `"code":"BAD_INPUT"`},
	{"failed field, newer", "POST", plainJSON, newerJSON, "", `{"query":"{ reports(first: 0) { totalCount } }"}`, 200, newerJSON, "en", `"data":null`},

	{"not JSON", "POST", plainJSON, "", "", brokenBody, 400, plainJSON, "en", "not JSON from byte"},
	{"empty", "POST", plainJSON, "", "", "", 400, plainJSON, "en", "not JSON"},
	{"a list", "POST", plainJSON, "", "", " [" + goodBody + "]", 400, plainJSON, "en", "request.body.batch"},
	{"two objects", "POST", plainJSON, "", "", goodBody + goodBody, 400, plainJSON, "en", "not JSON from byte"},
	{"no query", "POST", plainJSON, "", "", `{"variables":{}}`, 400, plainJSON, "en", "has no query"},
	{"blank query", "POST", plainJSON, "", "", `{"query":" "}`, 400, plainJSON, "en", "has no query"},
	{"query of another type", "POST", plainJSON, "", "", `{"query":1}`, 400, plainJSON, "en", "must be an object"},
	{"variables of another type", "POST", plainJSON, "", "", `{"query":"{ graph { revision } }","variables":[1]}`, 400, plainJSON, "en", "must be an object"},
	{"no variables", "POST", plainJSON, "", "", `{"query":"{ __typename }","variables":null,"operationName":null,"extensions":{}}`, 200, plainJSON, "en", `"__typename":"Query"`},
	{"extensions", "POST", plainJSON, "", "", `{"query":"{ __typename }","extensions":{"some":"value"}}`, 200, plainJSON, "en", `"__typename":"Query"`},
	{"extensions of another type", "POST", plainJSON, "", "", `{"query":"{ __typename }","extensions":"secret"}`, 400, plainJSON, "en", "must be an object"},
	{"operationName of another type", "POST", plainJSON, "", "", `{"query":"{ __typename }","operationName":{}}`, 400, plainJSON, "en", "must be an object"},
	{"changes by POST", "POST", plainJSON, newerJSON, "", `{"query":"mutation { __typename }"}`, 401, newerJSON, "en", `"code":"UNAUTHENTICATED"`},
	{"too dear, older", "POST", plainJSON, "", "", dearBody, 200, plainJSON, "en", `"code":"TOO_COMPLEX"`},
	{"too dear, newer", "POST", plainJSON, newerJSON, "", dearBody, 400, newerJSON, "en", `"code":"TOO_COMPLEX"`},
	{"another charset", "POST", "application/json; charset=utf-16", "", "", goodBody, 415, plainJSON, "en", "sent as application/json"},
	{"charset in capitals", "POST", "application/json; charset=UTF-8", "", "", goodBody, 200, plainJSON, "en", `"value":"Iraq"`},
	{"no content type", "POST", "", "", "", goodBody, 415, plainJSON, "en", "sent as application/json"},
	{"form", "POST", "application/x-www-form-urlencoded", "", "", "query=%7Ba%7D", 415, plainJSON, "en", "sent as application/json"},
	{"upload", "POST", "multipart/form-data; boundary=x", "", "", goodBody, 415, plainJSON, "en", "sent as application/json"},
	{"document alone", "POST", "application/graphql", "", "", "{ graph { revision } }", 415, plainJSON, "en", "sent as application/json"},
	{"text", "POST", "text/plain", newerJSON, "", goodBody, 415, newerJSON, "en", "sent as application/json"},
	{"put", "PUT", plainJSON, "", "de", goodBody, 405, plainJSON, "de", "POST oder GET"},
}

func TestHandler(t *testing.T) {
	handler := seeded(t).Handler()
	for _, x := range exchanges {
		t.Run(x.name, func(t *testing.T) {
			request := httptest.NewRequest(x.method, "/graphql", strings.NewReader(x.body))
			for name, value := range map[string]string{"Content-Type": x.contentType, "Accept": x.accept, "Accept-Language": x.languages} {
				if value != "" {
					request.Header.Set(name, value)
				}
			}
			recorder := httptest.NewRecorder()
			handler.ServeHTTP(recorder, request)
			x.check(t, recorder)
		})
	}
}

func (x exchange) check(t *testing.T, got *httptest.ResponseRecorder) {
	t.Helper()
	if got.Code != x.status {
		t.Errorf("status %d, want %d: %s", got.Code, x.status, got.Body)
	}
	header := got.Header()
	if want := x.media + "; charset=utf-8"; header.Get("Content-Type") != want {
		t.Errorf("Content-Type %q, want %q", header.Get("Content-Type"), want)
	}
	if header.Get("Content-Language") != x.language {
		t.Errorf("Content-Language %q, want %q", header.Get("Content-Language"), x.language)
	}
	if vary := header.Get("Vary"); vary != "Accept-Language, Accept" {
		t.Errorf("Vary %q", vary)
	}
	if (header.Get("Allow") == "GET, HEAD, POST") != (x.status == http.StatusMethodNotAllowed) {
		t.Errorf("Allow %q", header.Get("Allow"))
	}
	if !json.Valid(got.Body.Bytes()) || !strings.Contains(got.Body.String(), x.contains) {
		t.Errorf("answered %s, want JSON with %s", got.Body, x.contains)
	}
	if strings.Contains(got.Body.String(), "secret") {
		t.Errorf("the answer repeats the request: %s", got.Body)
	}
}

func TestHandlerTakesQueriesFromTheAddress(t *testing.T) {
	handler := seeded(t).Handler()
	get := func(method string, values url.Values) *httptest.ResponseRecorder {
		recorder := httptest.NewRecorder()
		handler.ServeHTTP(recorder, httptest.NewRequest(method, "/graphql?"+values.Encode(), nil))
		return recorder
	}
	query := `query A($n: Int, $id: ID!) { node(id: $id) { id } reports(first: $n) { nodes { id } } } query B { __typename }`
	good := url.Values{"query": {query}, "operationName": {"A"}, "variables": {`{"n": 1, "id": "country:IQ"}`}}
	if got := get("GET", good); got.Code != 200 || !strings.Contains(got.Body.String(), `"node":{"id":"country:IQ"}`) {
		t.Errorf("GET: %d %s", got.Code, got.Body)
	}
	if got := get("HEAD", good); got.Code != 200 || got.Header().Get("Content-Type") != plainJSON+"; charset=utf-8" {
		t.Errorf("HEAD: %d %v", got.Code, got.Header())
	}
	for name, values := range map[string]url.Values{
		"nothing":        {},
		"blank query":    {"query": {" "}},
		"bad variables":  {"query": {query}, "operationName": {"A"}, "variables": {`{"secret`}},
		"list of values": {"query": {query}, "operationName": {"A"}, "variables": {`[1]`}},
		"bad extensions": {"query": {query}, "operationName": {"A"}, "variables": {`{"n": 1, "id": "country:IQ"}`}, "extensions": {`"secret"`}},
	} {
		got := get("GET", values)
		if got.Code != 400 || !strings.Contains(got.Body.String(), "BAD_INPUT") || strings.Contains(got.Body.String(), "secret") {
			t.Errorf("%s: %d %s", name, got.Code, got.Body)
		}
	}
}

// A header may come in several lines.
func TestHandlerReadsAllLanguages(t *testing.T) {
	request := httptest.NewRequest(http.MethodPost, "/graphql", strings.NewReader(goodBody))
	request.Header.Set("Content-Type", plainJSON)
	request.Header.Add("Accept-Language", "fr")
	request.Header.Add("Accept-Language", "de;q=0.9")
	recorder := httptest.NewRecorder()
	seeded(t).Handler().ServeHTTP(recorder, request)
	if recorder.Header().Get("Content-Language") != "de" || !strings.Contains(recorder.Body.String(), `"value":"Irak"`) {
		t.Errorf("%v %s", recorder.Header(), recorder.Body)
	}
}

// The server ends a body that is too large; the answer says so in GraphQL's form.
func TestServerRefusesLargeBodies(t *testing.T) {
	service := httptest.NewServer(server.New(server.Options{GraphQL: seeded(t).Handler()}))
	defer service.Close()
	for _, c := range []struct {
		padding, status int
		says            string
	}{{1000, 200, `"id":"country:IQ"`}, {2 << 20, 413, "larger than 1,048,576 bytes"}} {
		body := `{"query":"{ country(code: \"IQ\") { id } }","extensions":{"x":"` + strings.Repeat("x", c.padding) + `"}}`
		request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, service.URL+"/graphql", strings.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		request.Header.Set("Content-Type", plainJSON)
		response, err := service.Client().Do(request)
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(response.Body)
		response.Body.Close()
		if err != nil || response.StatusCode != c.status || !strings.Contains(string(text), c.says) {
			t.Errorf("%d bytes: %d %s %v", len(body), response.StatusCode, text, err)
		}
	}
}

// A body that breaks off is refused, not answered in part.
func TestHandlerRefusesBodiesThatBreakOff(t *testing.T) {
	request := httptest.NewRequest(http.MethodPost, "/graphql", io.MultiReader(strings.NewReader(goodBody[:10]), brokenReader{}))
	request.Header.Set("Content-Type", plainJSON)
	recorder := httptest.NewRecorder()
	seeded(t).Handler().ServeHTTP(recorder, request)
	if recorder.Code != 400 || !strings.Contains(recorder.Body.String(), "request.body.unread") {
		t.Errorf("%d %s", recorder.Code, recorder.Body)
	}
}

type brokenReader struct{}

func (brokenReader) Read([]byte) (int, error) { return 0, io.ErrUnexpectedEOF }
