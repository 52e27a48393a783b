package api_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/api"
)

// every is one operation for each mutation; all are right but for who asks.
var everyMutation = []string{
	`mutation { setLabel(input: {entity: "country:IQ", language: "de", value: "Republik Irak", standing: ATTESTED, reason: "r"}) { revision } }`,
	`mutation { addStatement(input: {subject: "country:IQ", relation: NOTE, object: {text: {value: "n", language: "en"}}, reason: "r"}) { revision } }`,
	`mutation { retractStatement(input: {statement: "statement:country:IQ/PART_OF/region:m49-145", reason: "r"}) { revision } }`,
	`mutation { mergeEntities(input: {winner: "theme:policy", loser: "theme:governance", reason: "r"}) { revision } }`,
	`mutation { splitEntity(input: {mergedId: "theme:governance", reason: "r"}) { revision } }`,
	`query Q { __typename } mutation M { setLabel(input: {entity: "country:IQ", language: "de", value: "Republik Irak", standing: ATTESTED, reason: "r"}) { revision } }`,
	`mutation { __typename ...F } fragment F on Mutation { splitEntity(input: {mergedId: "theme:governance", reason: "r"}) { revision } }`,
	`mutation { splitEntity(input: {mergedId: "theme:governance", reason: "r"}) @skip(if: true) { revision } }`,
	`mutation { __typename ... on Mutation @include(if: true) { splitEntity(input: {mergedId: "theme:governance", reason: "r"}) { revision } } }`,
}

// refusedRoles are who may not change anything, with the status that says so and what stands in the answer.
var refusedRoles = []struct {
	role   graph.Role
	status int
	says   string
}{
	{graph.Anonymous, http.StatusUnauthorized, `"code":"UNAUTHENTICATED"`},
	{graph.Reader, http.StatusForbidden, `"code":"FORBIDDEN"`},
}

// Nobody writes without the right role, whatever the transport and the media type.
func TestOnlyCuratorsChangeTheGraph(t *testing.T) {
	live := plant(t)
	handler := curating(live).Handler()
	before := live.Index()
	for _, who := range refusedRoles {
		for _, media := range []string{plainJSON, newerJSON} {
			for _, mutation := range everyMutation {
				status, header, body := mutate(t, handler, http.MethodPost, media, who.role, mutation)
				want := who.status
				if media == plainJSON {
					want = http.StatusOK
				}
				if status != want || !strings.Contains(body, who.says) || strings.Contains(body, `"data"`) {
					t.Errorf("%v, %s: %d %s, want %d\n%s", who.role, media, status, body, want, mutation)
				}
				if asks := header.Get("WWW-Authenticate"); (asks == "Bearer") != (status == http.StatusUnauthorized) {
					t.Errorf("%v, %s: WWW-Authenticate %q beside %d", who.role, media, asks, status)
				}
			}
		}
	}
	if live.Index() != before {
		t.Error("the graph has changed")
	}
}

// By GET nobody writes at all.
func TestNobodyChangesTheGraphByGet(t *testing.T) {
	live := plant(t)
	handler := curating(live).Handler()
	before := live.Index()
	for _, role := range []graph.Role{graph.Anonymous, graph.Reader, graph.Curator, graph.Admin} {
		for _, method := range []string{http.MethodGet, http.MethodHead} {
			for _, media := range []string{plainJSON, newerJSON} {
				for _, mutation := range everyMutation {
					status, header, body := mutate(t, handler, method, media, role, mutation)
					if status != http.StatusMethodNotAllowed || header.Get("Allow") != "POST" || header.Get("ETag") != "" {
						t.Errorf("%v, %s, %s: %d %v %s", role, method, media, status, header, body)
					}
				}
			}
		}
	}
	if live.Index() != before {
		t.Error("the graph has changed")
	}
}

// Curators and admins write, and what they are answered is for one reading.
func TestCuratorsAndAdminsChangeTheGraph(t *testing.T) {
	for _, role := range []graph.Role{graph.Curator, graph.Admin} {
		live := plant(t)
		handler := curating(live).Handler()
		for i, mutation := range everyMutation[:5] {
			status, header, body := mutate(t, handler, http.MethodPost, newerJSON, role, mutation)
			if want := fmt.Sprintf(`"revision":"%d-`, i+2); status != http.StatusOK || !strings.Contains(body, want) || strings.Contains(body, "errors") {
				t.Errorf("%v: %d %s", role, status, body)
			}
			if header.Get("Cache-Control") != "no-store" || header.Get("ETag") != "" {
				t.Errorf("%v: the answer may be kept: %v", role, header)
			}
		}
		if n := live.View().Revision().Number; n != 6 {
			t.Errorf("%v: the graph is at revision %d", role, n)
		}
	}
}

// An engine that only reads changes nothing, whoever asks, and says where to go.
func TestReadOnlyEngineRefusesMutations(t *testing.T) {
	live := plant(t)
	e := curating(live, api.ReadOnly())
	before := live.Index()
	response := e.Execute(api.WithCaller(t.Context(), nadia), api.Request{Query: everyMutation[0]}, seededChain("de"))
	if !response.Refused() || response.Errors[0].Extensions["code"] != "FORBIDDEN" || response.Errors[0].Extensions["reason"] != "mutation.readonly" {
		t.Errorf("%s %v", response.Data, response.Errors)
	}
	if live.Index() != before {
		t.Error("the graph has changed")
	}
}

// mutate sends a mutation, its operation M where it has several.
func mutate(t *testing.T, handler http.Handler, method, media string, role graph.Role, query string) (status int, header http.Header, body string) {
	t.Helper()
	fields := map[string]string{"query": query}
	if strings.Contains(query, "mutation M") {
		fields["operationName"] = "M"
	}
	address, content := "/graphql", string(mustMarshal(t, fields))
	if method != http.MethodPost {
		values := url.Values{}
		for name, value := range fields {
			values.Set(name, value)
		}
		address, content = address+"?"+values.Encode(), ""
	}
	request := httptest.NewRequest(method, address, strings.NewReader(content))
	request.Header.Set("Content-Type", plainJSON)
	request.Header.Set("Accept", media)
	if role != graph.Anonymous {
		request = request.WithContext(api.WithCaller(request.Context(), graph.Caller{Token: "t", Name: "Nadia Example", Role: role}))
	}
	recorder := httptest.NewRecorder()
	handler.ServeHTTP(recorder, request)
	return recorder.Code, recorder.Header(), recorder.Body.String()
}
