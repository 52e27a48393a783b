package server

import (
	"errors"
	"io"
	"net/http"
	"strings"
	"testing"
)

// askIn asks for a page as somebody who reads these languages.
func askIn(t *testing.T, languages, method, url string) (*http.Response, string) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), method, url, nil)
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Accept-Language", languages)
	answer, err := http.DefaultTransport.RoundTrip(r)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	return answer, string(text)
}

func TestPlainAnswersAreInTheReadersLanguage(t *testing.T) {
	url := start(t, Options{
		GraphQL: http.HandlerFunc(Reading),
		Ready:   func() error { return errors.New("it is not") },
	})
	broken := start(t, Options{Ready: func() error { panic("on purpose") }})
	tests := []struct {
		languages, method, url string
		status                 int
		language, text         string
	}{
		{"", "GET", url + "/nothing", 404, "en", "There is nothing at this address."},
		{"de-AT", "GET", url + "/nothing", 404, "de", "Unter dieser Adresse gibt es nichts."},
		{"acm-IQ", "GET", url + "/nothing", 404, "ar", "لا شيء في هذا العنوان."},
		{"fr,de;q=0.5", "GET", url + "/graphiql/nothing", 404, "de", "Unter dieser Adresse gibt es nichts."},
		{"en", "DELETE", url + "/graphql", 405, "en", "This address takes GET, HEAD, OPTIONS, POST, not DELETE."},
		{"de", "POST", url + "/graphiql", 405, "de", "Diese Adresse nimmt GET, HEAD an, nicht POST."},
		{"ar", "POST", url + "/healthz", 405, "ar", "الطرق التي يقبلها هذا العنوان: \u2068GET\u2069، \u2068HEAD\u2069؛ والطريقة \u2068POST\u2069 ليست منها."},
		{"de", "GET", url + "/graphql", 503, "de", "Der Wissensgraph wird gerade eingelesen. Bitte versuchen Sie es gleich noch einmal."},
		{"ar-IQ", "GET", url + "/readyz", 503, "ar", "لا تستطيع شبكة المعرفة الإجابة عن الأسئلة في الوقت الحالي."},
		{"de", "GET", broken + "/readyz", 500, "de", "Bei uns ist etwas schiefgegangen."},
	}
	for _, test := range tests {
		got, text := askIn(t, test.languages, test.method, test.url)
		if got.StatusCode != test.status || text != test.text+"\n" {
			t.Errorf("%s %s in %q: got %d %q", test.method, test.url, test.languages, got.StatusCode, text)
		}
		if got.Header.Get("Content-Language") != test.language || !strings.Contains(strings.Join(got.Header.Values("Vary"), ","), "Accept-Language") {
			t.Errorf("%s %s in %q: got %v", test.method, test.url, test.languages, got.Header)
		}
		if got.Header.Get("Content-Type") != "text/plain; charset=utf-8" {
			t.Errorf("%s %s: got %v", test.method, test.url, got.Header)
		}
	}
}

func TestReadingSaysWhenToComeBack(t *testing.T) {
	got, _ := ask(t, "GET", start(t, Options{GraphQL: http.HandlerFunc(Reading)})+"/graphql", nil)
	if got.Header.Get("Retry-After") == "" || got.Header.Get("Cache-Control") != "no-store" {
		t.Errorf("got %v", got.Header)
	}
}

func TestOtherAnswersPassUnchanged(t *testing.T) {
	own := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(http.StatusMethodNotAllowed)
		_, _ = w.Write([]byte(`{"own":true}`))
	})
	got, text := ask(t, "GET", start(t, Options{GraphQL: own})+"/graphql", nil)
	if got.StatusCode != 405 || text != `{"own":true}` || got.Header.Get("Content-Language") != "" {
		t.Errorf("got %d %q %v", got.StatusCode, text, got.Header)
	}
}

// An answer that leads elsewhere has no words: net/http's are in English.
func TestRedirectsHaveNoBody(t *testing.T) {
	url := start(t, Options{})
	for _, path := range []string{"/", "/graphiql/", "//graphiql", "/x/../healthz"} {
		got, text := askIn(t, "de", "GET", url+path)
		if got.StatusCode < 300 || got.StatusCode >= 400 || got.Header.Get("Location") == "" {
			t.Errorf("%s: got %d %v", path, got.StatusCode, got.Header)
		}
		if text != "" || got.Header.Get("Content-Type") != "" {
			t.Errorf("%s: got %q as %s", path, text, got.Header.Get("Content-Type"))
		}
	}
}

// A part of a file that it does not have is refused in the reader's language.
func TestRangesAreRefusedInTheReadersLanguage(t *testing.T) {
	url := start(t, Options{})
	_, page := ask(t, "GET", url+"/graphiql", nil)
	_, rest, _ := strings.Cut(page, `src="`)
	file, _, _ := strings.Cut(rest, `"`)
	r, err := http.NewRequestWithContext(t.Context(), "GET", url+"/"+file, nil)
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Range", "bytes=999999999-")
	r.Header.Set("Accept-Language", "ar")
	got, err := http.DefaultTransport.RoundTrip(r)
	if err != nil {
		t.Fatal(err)
	}
	defer got.Body.Close()
	text, err := io.ReadAll(got.Body)
	if err != nil || got.StatusCode != 416 || string(text) != "ليس في هذا الملف الجزء المطلوب.\n" || got.Header.Get("Content-Range") == "" {
		t.Errorf("%s: got %d %q %v %v", file, got.StatusCode, text, got.Header, err)
	}
}

// What a handler said of the request's headers before it failed is not said again.
func TestVaryIsSaidOnce(t *testing.T) {
	url := start(t, Options{GraphQL: http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Add("Vary", "Accept, accept-language")
		w.Header().Set("ETag", `"of nothing"`)
		panic("on purpose")
	})})
	got, _ := askIn(t, "de", "GET", url+"/graphql")
	if vary := got.Header.Values("Vary"); got.StatusCode != 500 || strings.Join(vary, "; ") != "Accept-Language, Accept" || got.Header.Get("ETag") != "" {
		t.Errorf("got %d %v", got.StatusCode, got.Header)
	}
	h := http.Header{"Vary": {"Accept, accept-language"}}
	if vary(h, "Accept-Language"); len(h["Vary"]) != 1 {
		t.Errorf("it is %q", h["Vary"])
	}
}
