package api_test

import (
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/api"
)

// A mutation that is known by a name, whoever made it known, asks for the same role as one that is sent in full, and never comes by GET.
func TestOnlyCuratorsChangeTheGraphByName(t *testing.T) {
	mutation := everyMutation[0]
	sum := sha256.Sum256([]byte(mutation))
	hash := `{"persistedQuery":{"version":1,"sha256Hash":"` + hex.EncodeToString(sum[:]) + `"}}`
	trusted, err := api.ReadTrusted("list.json", mustMarshal(t, map[string]string{"label": mutation}))
	if err != nil {
		t.Fatal(err)
	}
	for name, test := range map[string]struct {
		options         []api.Option
		learn, body     string
		parameter, text string
	}{
		"persisted": {nil, `{"query":` + string(mustMarshal(t, mutation)) + `,"extensions":` + hash + `}`, `{"extensions":` + hash + `}`, "extensions", hash},
		"trusted":   {[]api.Option{api.WithOnly(trusted)}, "", `{"documentId":"label"}`, "documentId", "label"},
	} {
		live := plant(t)
		handler := curating(live, test.options...).Handler()
		send := func(method string, role graph.Role, address, body string) (int, string) {
			r := httptest.NewRequest(method, address, strings.NewReader(body))
			r.Header.Set("Content-Type", plainJSON)
			r.Header.Set("Accept", newerJSON)
			w := httptest.NewRecorder()
			handler.ServeHTTP(w, r.WithContext(api.WithCaller(r.Context(), graph.Caller{Token: "t", Name: "Nadia Example", Role: role})))
			return w.Code, w.Body.String()
		}
		before := live.Index()
		for _, body := range []string{test.learn, test.body} {
			for _, who := range refusedRoles {
				if body == "" {
					continue
				}
				if status, text := send(http.MethodPost, who.role, "/graphql", body); status != who.status || !strings.Contains(text, who.says) {
					t.Errorf("%s, %v: %d %s", name, who.role, status, text)
				}
			}
		}
		byGet := "/graphql?" + url.Values{test.parameter: {test.text}}.Encode()
		if status, text := send(http.MethodGet, graph.Admin, byGet, ""); status != http.StatusMethodNotAllowed {
			t.Errorf("%s by GET: %d %s", name, status, text)
		}
		if live.Index() != before {
			t.Errorf("%s: the graph has changed", name)
		}
		if status, text := send(http.MethodPost, graph.Curator, "/graphql", test.body); status != http.StatusOK || !strings.Contains(text, `"revision":"2-`) {
			t.Errorf("%s, a curator: %d %s", name, status, text)
		}
	}
}
