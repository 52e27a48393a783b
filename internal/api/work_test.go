package api_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/wasl-graph/wasl/internal/api"
)

// Who shares the server out learns what a request came to.
func TestWorkIsMeasured(t *testing.T) {
	for name, test := range map[string]struct {
		body string
		cost bool
		want api.Work
	}{
		"answered":     {goodBody, true, api.Work{}},
		"wrong":        {badBody, false, api.Work{Refused: true}},
		"broken":       {brokenBody, false, api.Work{Refused: true}},
		"too dear":     {dearBody, false, api.Work{Refused: true, TooComplex: true}},
		"too long":     {`{"query":"{ ` + strings.Repeat("a ", 30_000) + `}"}`, false, api.Work{Refused: true, TooComplex: true}},
		"failed field": {`{"query":"{ reports(first: 0) { totalCount } }"}`, true, api.Work{}},
	} {
		var work api.Work
		r := httptest.NewRequest(http.MethodPost, "/graphql", strings.NewReader(test.body))
		r.Header.Set("Content-Type", plainJSON)
		seeded(t).Handler().ServeHTTP(httptest.NewRecorder(), r.WithContext(api.WithWork(r.Context(), &work)))
		if (work.Cost > 0) != test.cost {
			t.Errorf("%s: the cost is %d", name, work.Cost)
		}
		if work.Took <= 0 {
			t.Errorf("%s: it took %v", name, work.Took)
		}
		if work.Cost, work.Took = 0, 0; work != test.want {
			t.Errorf("%s: %+v", name, work)
		}
	}
}
