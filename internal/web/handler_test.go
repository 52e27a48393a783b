package web

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"
)

func get(t *testing.T, method, path string, header http.Header) *http.Response {
	t.Helper()
	r := httptest.NewRequest(method, path, nil)
	if header != nil {
		r.Header = header
	}
	w := httptest.NewRecorder()
	Handler().ServeHTTP(w, r)
	return w.Result()
}

func body(t *testing.T, r *http.Response) string {
	t.Helper()
	content, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

func TestPageLoadsFromItsOwnHostOnly(t *testing.T) {
	r := get(t, "GET", "/graphiql", nil)
	if r.StatusCode != 200 || r.Header.Get("Content-Type") != "text/html; charset=utf-8" {
		t.Fatalf("got %d %s", r.StatusCode, r.Header.Get("Content-Type"))
	}
	links := regexp.MustCompile(`(?:src|href)="([^"]*)"`).FindAllStringSubmatch(body(t, r), -1)
	if want := len(styles) + len(scripts) + 1; len(links) != want {
		t.Fatalf("the page has %d links, want %d", len(links), want)
	}
	for _, link := range links {
		if link[1] == "data:," {
			continue
		}
		if got := get(t, "GET", "/"+link[1], nil); got.StatusCode != 200 {
			t.Errorf("%s: got %d", link[1], got.StatusCode)
		}
	}
}

func TestPolicyAllowsNoOtherHostAndNoInlineScript(t *testing.T) {
	got := get(t, "GET", "/graphiql", nil).Header.Get("Content-Security-Policy")
	if !strings.Contains(got, "default-src 'none'") {
		t.Errorf("the policy does not begin from nothing: %s", got)
	}
	for _, loose := range []string{"http", "*", "unsafe-eval", "script-src 'self' "} {
		if strings.Contains(got, loose) {
			t.Errorf("the policy has %q: %s", loose, got)
		}
	}
}

func TestPageCarriesTheExamplesAsTabs(t *testing.T) {
	page := body(t, get(t, "GET", "/graphiql", nil))
	_, rest, _ := strings.Cut(page, `id="tabs">`)
	block, _, _ := strings.Cut(rest, "</script>")
	var tabs []tab
	if err := json.Unmarshal([]byte(block), &tabs); err != nil {
		t.Fatalf("the tabs are not JSON: %v", err)
	}
	for i, example := range Examples() {
		if tabs[i].Query != example.Query {
			t.Errorf("tab %d has another query than %q", i, example.Title)
		}
		var headers map[string]string
		if err := json.Unmarshal([]byte(tabs[i].Headers), &headers); err != nil {
			t.Fatalf("tab %d: headers are not JSON: %v", i, err)
		}
		if headers["Accept-Language"] != example.Language.String() {
			t.Errorf("tab %d asks for %q, want %q", i, headers["Accept-Language"], example.Language)
		}
	}
}

func TestAssets(t *testing.T) {
	tests := map[string]string{
		"graphiql/start.js": "text/javascript; charset=utf-8",
		"graphiql/page.css": "text/css; charset=utf-8",
	}
	for file, contentType := range tests {
		a := loadAsset(file)
		r := get(t, "GET", a.path(), nil)
		if got := r.Header.Get("Content-Type"); got != contentType {
			t.Errorf("%s: Content-Type %q, want %q", file, got, contentType)
		}
		if got := r.Header.Get("Cache-Control"); got != "public, max-age=31536000, immutable" {
			t.Errorf("%s: Cache-Control %q", file, got)
		}
		if body(t, r) != string(a.content) {
			t.Errorf("%s: the content differs from the file", file)
		}
		known := http.Header{"If-None-Match": {r.Header.Get("ETag")}}
		if got := get(t, "GET", a.path(), known); got.StatusCode != http.StatusNotModified {
			t.Errorf("%s: got %d for a known ETag", file, got.StatusCode)
		}
	}
}

func TestWhatIsNotThere(t *testing.T) {
	tests := []struct {
		method, path string
		status       int
	}{
		{"GET", "/graphiql/", http.StatusPermanentRedirect},
		{"GET", "/graphiql/assets/", http.StatusNotFound},
		{"GET", "/graphiql/assets/0000000000000000/start.js", http.StatusNotFound},
		{"GET", "/graphiql/static/thirdparty/manifest.json", http.StatusNotFound},
		{"GET", "/graphiql/page.html", http.StatusNotFound},
		{"POST", "/graphiql", http.StatusMethodNotAllowed},
		{"HEAD", "/graphiql", http.StatusOK},
	}
	for _, test := range tests {
		if got := get(t, test.method, test.path, nil).StatusCode; got != test.status {
			t.Errorf("%s %s: got %d, want %d", test.method, test.path, got, test.status)
		}
	}
}
