package api

import (
	"encoding/json"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// post sends a body to the endpoint as somebody who reads these languages, and returns the first error.
func post(t *testing.T, languages, body string) (message string, extensions map[string]any) {
	t.Helper()
	request := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/graphql", strings.NewReader(body))
	request.Header.Set("Content-Type", typeJSON)
	request.Header.Set("Accept-Language", languages)
	recorder := httptest.NewRecorder()
	NewEngine(torn(t), slog.New(slog.DiscardHandler)).Handler().ServeHTTP(recorder, request)
	var response struct {
		Errors []struct {
			Message    string
			Extensions map[string]any
		}
	}
	if err := json.Unmarshal(recorder.Body.Bytes(), &response); err != nil || len(response.Errors) == 0 {
		t.Fatalf("%s was answered with %s (%v)", body, recorder.Body, err)
	}
	return response.Errors[0].Message, response.Errors[0].Extensions
}

// TestErrorsAreInTheReadersLanguage asks for the same mistakes in three languages: the sentence changes, and the code, the
// reason and the values do not.
func TestErrorsAreInTheReadersLanguage(t *testing.T) {
	tests := []struct{ name, body, reason, en, de, ar string }{
		{
			"refused", `{}`, "request.query.missing",
			"the request has no query", "Die Anfrage enthält keine Abfrage", "ليس في الطلب استعلام",
		},
		{
			"the parser's words", `{"query": "{"}`, "query.syntax.end",
			"the query breaks off at line 1, column 2",
			"Die Abfrage bricht in Zeile 1, Spalte 2 ab",
			"ينقطع الاستعلام قبل تمامه عند السطر ١، العمود ٢",
		},
		{
			"a value", `{"query": "{ reports(filter: {publishedFrom: \"2024-13\"}) { totalCount } }"}`, "value.invalid",
			`filter.publishedFrom: "2024-13" is not valid; expected a date such as 2024, 2024-06 or 2024-06-15`,
			"filter.publishedFrom: „2024-13“ ist nicht gültig; erwartet: ein Datum wie 2024, 2024-06 oder 2024-06-15",
			"\u2068filter.publishedFrom\u2069: القيمة «\u20682024-13\u2069» غير صالحة؛ المتوقع: تاريخ مثل \u20682024\u2069 أو \u20682024-06\u2069 أو \u20682024-06-15\u2069",
		},
		{
			"a page", `{"query": "{ changes(first: 500) { totalCount } }"}`, "page.range",
			"first: 500 is not possible; it must be from 1 to 100",
			"first: 500 ist nicht möglich; erlaubt sind Werte von 1 bis 100",
			"\u2068first\u2069: القيمة ٥٠٠ غير ممكنة؛ يجب أن تكون من ١ إلى ١٠٠",
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var seen string
			for languages, want := range map[string]string{"en": test.en, "de-AT,en;q=0.5": test.de, "acm-IQ": test.ar, "ja": test.en} {
				message, extensions := post(t, languages, test.body)
				if message != want {
					t.Errorf("%s: got %+q, want %+q", languages, message, want)
				}
				if extensions["code"] != "BAD_INPUT" || extensions["reason"] != test.reason {
					t.Errorf("%s: got %v", languages, extensions)
				}
				text, _ := json.Marshal(extensions) // it was JSON
				if seen == "" {
					seen = string(text)
				}
				if string(text) != seen {
					t.Errorf("%s: got %s, and in another language %s", languages, text, seen)
				}
			}
		})
	}
}
