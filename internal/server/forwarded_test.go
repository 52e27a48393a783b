package server

import (
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/api"
)

func proxies(t testing.TB, header string) Proxies {
	t.Helper()
	p, err := ParseProxies([]string{"10.0.0.0/8", "127.0.0.1", "fd00::/8"}, header)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestClientsAreNamedByWhereTheyAskFrom(t *testing.T) {
	table, err := os.ReadFile("testdata/forwarded.txt")
	if err != nil {
		t.Fatal(err)
	}
	rows := 0
	for line := range strings.Lines(string(table)) {
		line = strings.TrimSuffix(line, "\n")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		columns := strings.Split(line, " | ")
		if len(columns) != 4 {
			t.Fatalf("%q has %d columns", line, len(columns))
		}
		rows++
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		r.RemoteAddr = columns[1]
		// Both headers have it: the one that proxies don't write comes from the client.
		r.Header.Set(columns[0], columns[2])
		for _, other := range []string{xForwardedFor, forwarded} {
			if other != columns[0] {
				r.Header.Set(other, "for=192.0.2.1")
			}
		}
		if got := proxies(t, columns[0]).client(r); got != columns[3] {
			t.Errorf("%s: got %s", line, got)
		}
	}
	if rows < 25 {
		t.Errorf("there are only %d rows", rows)
	}
}

// A header may come in several lines, and a token says more than an address.
func TestClientsWithTokens(t *testing.T) {
	r := httptest.NewRequest(http.MethodGet, "/", nil)
	r.RemoteAddr = "10.0.0.1:80"
	r.Header.Add(xForwardedFor, "203.0.113.66")
	r.Header.Add(xForwardedFor, "198.51.100.1")
	p := proxies(t, "x-forwarded-for")
	if got := p.client(r); got != "198.51.100.1" {
		t.Errorf("of two lines: %s", got)
	}
	r = r.WithContext(api.WithCaller(r.Context(), graph.Caller{Token: "t1", Role: graph.Reader}))
	if got := p.client(r); got != "token t1" {
		t.Errorf("with a token: %s", got)
	}
	if got := (Proxies{}).client(httptest.NewRequest(http.MethodGet, "/", nil)); got != "192.0.2.1" {
		t.Errorf("without any proxy: %s", got)
	}
}

func TestParseProxiesSaysWhatIsWrong(t *testing.T) {
	for _, test := range []struct{ address, header, says string }{
		{"10.0.0.0/8", "X-Real-Ip", `"X-Real-Ip" is not valid`},
		{"10.0.0.0/33", "Forwarded", `"10.0.0.0/33" is not valid`},
		{"proxy.example", "Forwarded", `"proxy.example" is not valid`},
		{"", "Forwarded", `"" is not valid`},
	} {
		if _, err := ParseProxies([]string{test.address}, test.header); err == nil || !strings.Contains(err.Error(), test.says) {
			t.Errorf("%+v: %v", test, err)
		}
	}
}

// Whatever a stranger writes before what the proxy has written, the proxy's word holds. Of a header that can't be read, the
// proxy itself is named.
func FuzzForwarded(f *testing.F) {
	for _, seed := range []string{"", "198.51.100.1", `for="a`, `for="\`, "for=[::1", "10.0.0.1, 10.0.0.2", ",,;;=", `for=203.0.113.66;x="`, `for="[2001:db8::1]:x"`} {
		f.Add(seed)
	}
	words := map[string][]string{xForwardedFor: {"198.51.100.1"}, forwarded: {"for=198.51.100.1", `for="198.51.100.1:80"`, `proto=https;for="198.51.100.1"`}}
	f.Fuzz(func(t *testing.T, written string) {
		for header, list := range words {
			for _, word := range list {
				r := httptest.NewRequest(http.MethodGet, "/", nil)
				r.RemoteAddr = "10.0.0.1:80"
				r.Header[header] = []string{written + ", " + word}
				got := proxies(t, header).client(r)
				if got != "198.51.100.1" && (got != "10.0.0.1" || header == xForwardedFor) {
					t.Errorf("%s: %q is taken for %s", header, written+", "+word, got)
				}
			}
		}
	})
}
