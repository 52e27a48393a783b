package api

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/lang"
)

// Handler answers queries over HTTP: by POST with a JSON body, or by GET with the same fields in the address, which may only
// read. The reader's languages are those of the Accept-Language header. What was got has a tag, by which a client that
// comes again learns that nothing has changed. Somebody else bounds the body.
func (e *Engine) Handler() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer clock(r.Context(), time.Now())
		chain := lang.FromHeader(strings.Join(r.Header.Values("Accept-Language"), ","))
		w.Header().Add("Vary", "Accept-Language, Accept")
		w.Header().Set("Content-Language", string(chain.Interface()))
		w.Header().Set("Cache-Control", cacheNever)
		request, status, err := readRequest(r)
		if err == nil && accepted(r) == "" {
			status, err = http.StatusNotAcceptable, graph.NewError(graph.BadInput,
				"request.accept", "answers come as {types}, and the request accepts none of these",
				graph.Params{"types": []string{typeResponse, typeJSON}})
		}
		if err != nil {
			if status == http.StatusMethodNotAllowed {
				w.Header().Set("Allow", "GET, HEAD, POST")
			}
			e.write(w, r, status, refused(chain, err))
			return
		}
		e.respond(w, r, request, chain)
	})
}

// respond answers a request that could be read.
func (e *Engine) respond(w http.ResponseWriter, r *http.Request, request Request, chain lang.Chain) {
	request, err := e.documents.resolve(request)
	if err != nil {
		response := refused(chain, err)
		e.write(w, r, statusOf(response, accepted(r)), response)
		return
	}
	tag := func(string) string { return "" }
	if request.reading {
		tag = func(revision string) string { return request.tag(revision, chain, accepted(r)) }
		request.known = func(revision string) bool { return has(r.Header, tag(revision)) }
	}
	response := e.Execute(r.Context(), request, chain)
	response.mark(w.Header(), tag(response.Revision))
	if response.unchanged {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	status := statusOf(response, accepted(r))
	switch status {
	case http.StatusMethodNotAllowed:
		w.Header().Set("Allow", "POST")
	case http.StatusUnauthorized:
		w.Header().Set("WWW-Authenticate", "Bearer")
	}
	e.write(w, r, status, response)
}

// statuses are those of requests that were refused, by the code of what is wrong; of others it is 400.
var statuses = map[any]int{
	string(graph.Internal):        http.StatusInternalServerError,
	string(graph.Timeout):         http.StatusServiceUnavailable,
	string(graph.Unauthenticated): http.StatusUnauthorized,
	string(graph.Forbidden):       http.StatusForbidden,
}

// statusOf is 200 for every answer, also one with errors in it. Only in the newer media type does the status say that
// nothing was answered, and whose fault that is; in both, that something is not done by this method.
func statusOf(response Response, mediaType string) int {
	if !response.Refused() {
		return http.StatusOK
	}
	status := http.StatusBadRequest
	for _, problem := range response.Errors {
		if problem.Extensions["reason"] == reasonReading {
			return http.StatusMethodNotAllowed
		}
		if known := statuses[problem.Extensions["code"]]; known > status {
			status = known
		}
	}
	if mediaType != typeResponse {
		return http.StatusOK
	}
	return status
}

func (e *Engine) write(w http.ResponseWriter, r *http.Request, status int, response Response) {
	response = e.observe(r.Context(), response, 0) // of those that Execute has not seen
	response.measure(r.Context())
	if err := send(w, r, status, response); err != nil {
		e.log.DebugContext(r.Context(), "the answer was not sent", "error", err) // the client has gone
	}
}

// send writes a response in the form that the client takes.
func send(w http.ResponseWriter, r *http.Request, status int, response Response) error {
	w.Header().Set("Content-Type", cmp.Or(accepted(r), typeJSON)+"; charset=utf-8")
	w.WriteHeader(status)
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	return out.Encode(response)
}

// readRequest reads a request and, when it can't be read, says with which status to refuse it.
func readRequest(r *http.Request) (request Request, status int, err error) {
	switch r.Method {
	case http.MethodPost:
		return readBody(r)
	case http.MethodGet, http.MethodHead:
		request, err = readAddress(r.URL.Query())
		return request, http.StatusBadRequest, err
	}
	return request, http.StatusMethodNotAllowed, graph.NewError(graph.BadInput,
		"request.method", "queries come by POST or GET, not by {method}", graph.Params{"method": r.Method})
}

func readBody(r *http.Request) (request Request, status int, err error) {
	kind, parameters, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if err != nil || kind != typeJSON || !strings.EqualFold(cmp.Or(parameters["charset"], "utf-8"), "utf-8") {
		return request, http.StatusUnsupportedMediaType, graph.NewError(graph.BadInput,
			"request.content-type", "a query is sent as {type}", graph.Params{"type": typeJSON})
	}
	body, err := io.ReadAll(r.Body)
	var large *http.MaxBytesError
	if errors.As(err, &large) {
		return request, http.StatusRequestEntityTooLarge, graph.NewError(graph.BadInput,
			"request.body.large", "the request is larger than {max} bytes", graph.Params{"max": int(large.Limit)})
	}
	if err != nil {
		return request, http.StatusBadRequest, graph.NewError(graph.BadInput,
			"request.body.unread", "the request could not be read to its end", nil)
	}
	return decodeRequest(body)
}

// decodeRequest says where a body is wrong and does not repeat it.
func decodeRequest(body []byte) (request Request, status int, err error) {
	if err := json.Unmarshal(body, &request); err != nil {
		var syntax *json.SyntaxError
		if errors.As(err, &syntax) {
			return request, http.StatusBadRequest, graph.NewError(graph.BadInput,
				"request.body.json", "the request is not JSON from byte {offset} on", graph.Params{"offset": int(syntax.Offset)})
		}
		if bytes.HasPrefix(bytes.TrimLeft(body, " \t\r\n"), []byte("[")) {
			return request, http.StatusBadRequest, graph.NewError(graph.BadInput,
				"request.body.batch", "several requests in one list are not answered; send each by itself", nil)
		}
		return request, http.StatusBadRequest, graph.NewError(graph.BadInput,
			"request.body.shape", "the request must be an object with query, and perhaps variables, operationName and extensions", nil)
	}
	return request, http.StatusBadRequest, request.check()
}

func readAddress(values url.Values) (Request, error) {
	request := Request{Query: values.Get("query"), OperationName: values.Get("operationName"), DocumentID: values.Get("documentId"), reading: true}
	if text := values.Get("variables"); text != "" {
		if err := json.Unmarshal([]byte(text), &request.Variables); err != nil {
			return request, graph.NewError(graph.BadInput, "request.variables", "variables must be an object as JSON", nil)
		}
	}
	if text := values.Get("extensions"); text != "" {
		if err := json.Unmarshal([]byte(text), &request.Extensions); err != nil {
			return request, graph.NewError(graph.BadInput, "request.extensions", "extensions must be an object as JSON", nil)
		}
	}
	return request, request.check()
}

func (r Request) check() error {
	if strings.TrimSpace(r.Query) == "" && r.DocumentID == "" && r.Extensions[persistedQuery] == nil {
		return graph.NewError(graph.BadInput, "request.query.missing", "the request has no query", nil)
	}
	return nil
}
