package api_test

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// A body may be anything: the answer is JSON, and never our fault.
func FuzzHandler(f *testing.F) {
	for _, x := range exchanges {
		f.Add([]byte(x.body), x.languages)
	}
	f.Add([]byte(`{"query":"query ($f: ReportFilter, $l: [LanguageTag!], $n: Int = 3) { reports(filter: $f, first: $n) { nodes { label(languages: $l) { value } } } }","variables":{"f":{"and":[{"ids":"report:x"}],"publishedFrom":"2024"},"l":["ar"],"n":1}}`), "ar")
	f.Add([]byte(`{"query":"{ __schema { types { name } } }"}`), "*;q=0")
	handler := seeded(f).Handler()
	f.Fuzz(func(t *testing.T, body []byte, languages string) {
		request := httptest.NewRequest(http.MethodPost, "/graphql", strings.NewReader(string(body)))
		request.Header.Set("Content-Type", plainJSON)
		request.Header.Set("Accept-Language", languages)
		recorder := httptest.NewRecorder()
		handler.ServeHTTP(recorder, request)
		answer := recorder.Body.Bytes()
		if !json.Valid(answer) || strings.Contains(recorder.Body.String(), `"INTERNAL"`) {
			t.Errorf("%q is answered with %d %s", body, recorder.Code, answer)
		}
	})
}

// An id may be anything. What it finds has it as its id.
func FuzzNode(f *testing.F) {
	for _, id := range []string{
		"country:IQ", "statement:country:IQ/PART_OF/region:m49-145", "statement:country:IQ/LABEL/de.h1mr3kdn3k2lc",
		"statement:report:icmpd-2024-05-irregular-pathways-iraq/PUBLISHED/2024-05", "change:1", "source:cldr-48", "wikidata:Q796", "", ":", "statement:///",
	} {
		f.Add(id)
	}
	e := seeded(f)
	f.Fuzz(func(t *testing.T, id string) {
		response := ask(e, "", `query ($id: ID!) { node(id: $id) { id } nodes(ids: [$id]) { id } entity(id: $id) { id identifiers { scheme value } } }`, map[string]any{"id": id})
		var data struct {
			Node   *item
			Nodes  []*item
			Entity *struct {
				item
				Identifiers []struct{ Scheme, Value string }
			}
		}
		if err := json.Unmarshal(response.Data, &data); err != nil || len(response.Errors) > 0 {
			t.Fatalf("%q: %s %v %v", id, response.Data, response.Errors, err)
		}
		if data.Node != nil && (data.Node.ID != id || data.Nodes[0] == nil || data.Nodes[0].ID != id) || data.Node == nil && data.Nodes[0] != nil {
			t.Errorf("%q finds %v and %v", id, data.Node, data.Nodes)
		}
		if data.Entity != nil && data.Entity.ID != id {
			for _, i := range data.Entity.Identifiers {
				if i.Scheme+":"+i.Value == id {
					return
				}
			}
			t.Errorf("%q finds %v, which is not called so", id, data.Entity)
		}
	})
}

// A cursor of the right list may be forged to hold any place: the answer is a page, or says that it is no cursor.
func FuzzForgedCursor(f *testing.F) {
	for _, place := range []string{
		`{"l":"Österreich","i":"country:AT"}`, `{"d":"2024-05","i":"report:x"}`, `{"d":"0001"}`, `{"n":18446744073709551615}`, `{"n":3,"i":"statement:x"}`, `{}`, `[]`, `{"d":"2024-13"}`,
	} {
		f.Add(place)
	}
	e := seeded(f)
	type forgery struct {
		query string
		scope []byte
	}
	var forgeries []forgery
	for _, query := range []string{
		`reports(LIST) { totalCount edges { cursor } }`, `reports(orderBy: PUBLISHED_ASC, LIST) { totalCount edges { cursor } }`,
		`reports(orderBy: LABEL, LIST) { totalCount edges { cursor } }`, `countries(LIST) { totalCount edges { cursor } }`,
		`changes(LIST) { totalCount edges { cursor } }`, `country(code: "IQ") { statements(LIST) { totalCount edges { cursor } } }`,
	} {
		cursor := regexp.MustCompile(`"cursor":"([^"]*)"`).FindSubmatch(ask(e, "de", "{ "+strings.ReplaceAll(query, "LIST", "first: 1")+" }", nil).Data)
		scope, err := base64.RawURLEncoding.DecodeString(string(cursor[1]))
		if err != nil {
			f.Fatal(err)
		}
		forgeries = append(forgeries, forgery{query, scope[:8]})
	}
	f.Fuzz(func(t *testing.T, place string) {
		for _, forged := range forgeries {
			cursor := base64.RawURLEncoding.EncodeToString(append(slices.Clone(forged.scope), place...))
			for _, arguments := range []string{"first: 2, after: %q", "last: 2, before: %q"} {
				query := "{ " + strings.ReplaceAll(forged.query, "LIST", fmt.Sprintf(arguments, cursor)) + " }"
				for _, problem := range ask(e, "de", query, nil).Errors {
					if problem.Extensions["reason"] != "cursor.malformed" {
						t.Errorf("%q: %s\n%v %v", place, query, problem, problem.Extensions)
					}
				}
			}
		}
	})
}
