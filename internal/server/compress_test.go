package server

import (
	"compress/gzip"
	"io"
	"net/http"
	"strconv"
	"strings"
	"testing"
)

// say answers with so many bytes, in pieces.
var say = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
	n, _ := strconv.Atoi(r.URL.Query().Get("bytes"))
	if n == 0 {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(http.StatusBadRequest)
	for range n / 100 {
		_, _ = io.WriteString(w, strings.Repeat("x", 100))
	}
	_, _ = io.WriteString(w, strings.Repeat("x", n%100))
})

func TestLongAnswersAreCompressed(t *testing.T) {
	url := start(t, Options{GraphQL: say}) + "/graphql?bytes="
	tests := []struct {
		accepts, method string
		bytes, status   int
		packed          bool
	}{
		{"gzip", "GET", 0, 304, false},
		{"gzip", "GET", 1, 400, false},
		{"gzip", "GET", compressFrom - 1, 400, false},
		{"gzip", "GET", compressFrom, 400, true},
		{"gzip", "POST", 100_000, 400, true},
		{"br, GZip ; q=0.5", "GET", 100_000, 400, true},
		{"gzip;q=0", "GET", 100_000, 400, false},
		{"gzip;q=x", "GET", 100_000, 400, false},
		{"br, *", "GET", 100_000, 400, false},
		{"", "GET", 100_000, 400, false},
		{"gzip", "HEAD", 100_000, 400, false},
	}
	for _, test := range tests {
		r, err := http.NewRequestWithContext(t.Context(), test.method, url+strconv.Itoa(test.bytes), nil)
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set("Accept-Encoding", test.accepts) // so that the client does not unpack by itself
		got, err := http.DefaultTransport.RoundTrip(r)
		if err != nil {
			t.Fatal(err)
		}
		body := io.Reader(got.Body)
		packed := got.Header.Get("Content-Encoding") == "gzip"
		if packed {
			if body, err = gzip.NewReader(body); err != nil {
				t.Fatal(err)
			}
		}
		text, err := io.ReadAll(body)
		got.Body.Close()
		want := test.bytes
		if test.method == http.MethodHead {
			want = 0
		}
		if err != nil || len(text) != want || packed != test.packed || got.StatusCode != test.status {
			t.Errorf("%+v: got %d with %d bytes, packed %t, %v", test, got.StatusCode, len(text), packed, err)
		}
		if got.Header.Get("Vary") != "Accept-Encoding" {
			t.Errorf("%+v: Vary is %q", test, got.Header.Values("Vary"))
		}
	}
}

func BenchmarkCompress(b *testing.B) {
	handler := compress(say)
	for _, n := range []string{"1000", "100000"} {
		b.Run(n, func(b *testing.B) {
			r, err := http.NewRequestWithContext(b.Context(), http.MethodGet, "/?bytes="+n, nil)
			if err != nil {
				b.Fatal(err)
			}
			r.Header.Set("Accept-Encoding", "gzip")
			b.ReportAllocs()
			for b.Loop() {
				handler.ServeHTTP(nowhere{http.Header{}}, r)
			}
		})
	}
}

type nowhere struct{ header http.Header }

func (n nowhere) Header() http.Header       { return n.header }
func (nowhere) WriteHeader(int)             {}
func (nowhere) Write(p []byte) (int, error) { return len(p), nil }
