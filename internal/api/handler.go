package api

import (
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/lang"
)

// The media types of an answer. With the first, the status says whether a request was refused; the second is for older
// clients, which read a status other than 200 as no answer at all.
const (
	typeResponse = "application/graphql-response+json"
	typeJSON     = "application/json"
)

// Handler answers queries over HTTP: by POST with a JSON body, or by GET with the same fields in the address. The
// reader's languages are those of the Accept-Language header. Somebody else bounds the body.
func (e *Engine) Handler() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		chain := lang.FromHeader(strings.Join(r.Header.Values("Accept-Language"), ","))
		w.Header().Add("Vary", "Accept-Language, Accept")
		w.Header().Set("Content-Language", string(chain.Interface()))
		request, status, err := readRequest(r)
		if err != nil {
			if status == http.StatusMethodNotAllowed {
				w.Header().Set("Allow", "GET, HEAD, POST")
			}
			e.write(w, r, status, refused(chain, err))
			return
		}
		response := e.Execute(r.Context(), request, chain)
		e.write(w, r, statusOf(response, accepted(r)), response)
	})
}

// statusOf is 200 for every answer, also one with errors in it. Only in the newer media type does the status say that
// nothing was answered, and whose fault that is.
func statusOf(response Response, mediaType string) int {
	if !response.Refused() || mediaType != typeResponse {
		return http.StatusOK
	}
	for _, problem := range response.Errors {
		switch problem.Extensions["code"] {
		case string(graph.Internal):
			return http.StatusInternalServerError
		case string(graph.Timeout):
			return http.StatusServiceUnavailable
		}
	}
	return http.StatusBadRequest
}

func (e *Engine) write(w http.ResponseWriter, r *http.Request, status int, response Response) {
	w.Header().Set("Content-Type", accepted(r)+"; charset=utf-8")
	w.WriteHeader(status)
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	if err := out.Encode(response); err != nil {
		e.log.DebugContext(r.Context(), "the answer was not sent", "error", err) // the client has gone
	}
}

// accepted is the media type of the answer: the newer one when the client names it and likes it no less than the other.
func accepted(r *http.Request) string {
	weights := map[string]float64{}
	for element := range strings.SplitSeq(strings.Join(r.Header.Values("Accept"), ","), ",") {
		mediaType, parameters, err := mime.ParseMediaType(element)
		if err != nil {
			continue // what can't be read says nothing
		}
		weight, err := strconv.ParseFloat(parameters["q"], 64)
		if err != nil {
			weight = 1
		}
		weights[mediaType] = weight
	}
	if weights[typeResponse] > 0 && weights[typeResponse] >= weights[typeJSON] {
		return typeResponse
	}
	return typeJSON
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
	kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if err != nil || kind != typeJSON {
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
		return request, http.StatusBadRequest, graph.NewError(graph.BadInput,
			"request.body.shape", "the request must be an object with query, and perhaps variables and operationName", nil)
	}
	return request, http.StatusBadRequest, request.check()
}

func readAddress(values url.Values) (Request, error) {
	request := Request{Query: values.Get("query"), OperationName: values.Get("operationName")}
	if text := values.Get("variables"); text != "" {
		if err := json.Unmarshal([]byte(text), &request.Variables); err != nil {
			return request, graph.NewError(graph.BadInput, "request.variables", "variables must be an object as JSON", nil)
		}
	}
	return request, request.check()
}

func (r Request) check() error {
	if strings.TrimSpace(r.Query) == "" {
		return graph.NewError(graph.BadInput, "request.query.missing", "the request has no query", nil)
	}
	return nil
}
