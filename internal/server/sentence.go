package server

import (
	"net/http"
	"strings"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/lang"
	"github.com/wasl-graph/wasl/internal/lang/messages"
)

// Reading answers 503 while the graph is being read, and says when to come back.
func Reading(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Retry-After", "1")
	answer(w, http.StatusServiceUnavailable, speak(w, r).Sentence("server.reading", nil))
}

// speak gives what writes sentences in the reader's language, and says in the header which one that is.
func speak(w http.ResponseWriter, r *http.Request) messages.Writer {
	writer := messages.For(lang.FromHeader(strings.Join(r.Header.Values("Accept-Language"), ",")))
	w.Header().Set("Content-Language", string(writer.Language()))
	vary(w.Header(), "Accept-Language")
	return writer
}

// vary says that the answer goes with a header of the request, unless that is said already.
func vary(h http.Header, name string) {
	for field := range strings.SplitSeq(strings.Join(h.Values("Vary"), ","), ",") {
		if strings.EqualFold(strings.TrimSpace(field), name) {
			return
		}
	}
	h.Add("Vary", name)
}

// translate puts sentences of ours in the place of those with which net/http answers by itself, which are in English.
func translate(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		next.ServeHTTP(&translator{ResponseWriter: w, request: r}, r)
	})
}

// translator passes an answer on, unless it is one that net/http gives by itself: those are plain text, or lead elsewhere.
type translator struct {
	http.ResponseWriter
	request  *http.Request
	replaced bool // all has been said; what comes is left out
}

// WriteHeader sends the header, or the whole answer in place of net/http's.
func (t *translator) WriteHeader(status int) {
	plain := strings.HasPrefix(t.Header().Get("Content-Type"), "text/plain")
	switch {
	case plain && status == http.StatusNotFound:
		t.replace(status, speak(t, t.request).Sentence("server.missing", nil))
	case plain && status == http.StatusMethodNotAllowed:
		allowed := strings.Split(t.Header().Get("Allow"), ", ")
		t.replace(status, speak(t, t.request).Sentence("server.method",
			graph.Params{"allowed": allowed, "method": t.request.Method}))
	case plain && status == http.StatusRequestedRangeNotSatisfiable:
		t.replace(status, speak(t, t.request).Sentence("server.range", nil))
	case 300 <= status && status < 400: // where it leads is in the header; nobody reads the body
		t.Header().Del("Content-Type")
		t.replaced = true
		t.ResponseWriter.WriteHeader(status)
	default:
		t.ResponseWriter.WriteHeader(status)
	}
}

func (t *translator) replace(status int, sentence string) {
	answer(t.ResponseWriter, status, sentence)
	t.replaced = true
}

// Write sends the body.
func (t *translator) Write(p []byte) (int, error) {
	if t.replaced {
		return len(p), nil
	}
	return t.ResponseWriter.Write(p)
}

// Unwrap lets http.ResponseController reach the writer beneath.
func (t *translator) Unwrap() http.ResponseWriter { return t.ResponseWriter }
