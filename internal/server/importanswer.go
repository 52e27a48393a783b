package server

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/api"
	"github.com/wasl-graph/wasl/internal/ingest"
)

// importReport is what an import answers: what wasl import --json prints, and what somebody should look at.
type importReport struct {
	Errors   []importError        `json:"errors,omitempty"`
	DryRun   bool                 `json:"dryRun"`
	Revision string               `json:"revision,omitempty"` // that the graph is at now
	Files    []ingest.FileReport  `json:"files,omitempty"`
	Review   []ingest.ReviewEntry `json:"review,omitempty"`
}

// importError is an error in the form that those of queries have.
type importError struct {
	Message    string          `json:"message"`
	Extensions errorExtensions `json:"extensions"`
}

type errorExtensions struct {
	Code      graph.ErrorCode `json:"code"`
	Reason    string          `json:"reason"`
	Params    graph.Params    `json:"params,omitempty"`
	RequestID string          `json:"requestId,omitempty"`
}

// maxReview is how many entries for somebody to look at are listed.
const maxReview = 10_000

// review keeps what somebody should look at.
func (r *importReport) review(e ingest.ReviewEntry) error {
	if len(r.Review) < maxReview {
		r.Review = append(r.Review, e)
	}
	return nil
}

// add takes in what became of the document. Of errors that are not its own only their code is shown.
func (r *importReport) add(result ingest.Result, err error) {
	var faults ingest.Faults
	if err == nil || errors.As(err, &faults) {
		r.Files = append(r.Files, ingest.ReportOf(result, err))
	}
}

// importStatuses are those of refused imports, by the code of the error.
var importStatuses = map[graph.ErrorCode]int{
	graph.BadInput:        http.StatusBadRequest,
	graph.NotFound:        http.StatusNotFound,
	graph.Conflict:        http.StatusConflict,
	graph.Unauthenticated: http.StatusUnauthorized,
	graph.Forbidden:       http.StatusForbidden,
	graph.TooComplex:      http.StatusRequestEntityTooLarge,
	graph.Timeout:         http.StatusServiceUnavailable,
	graph.Busy:            http.StatusServiceUnavailable,
	graph.Internal:        http.StatusInternalServerError,
}

// answer says what became of an import.
func (i *importer) answer(w http.ResponseWriter, r *http.Request, report importReport, err error) {
	var faults ingest.Faults
	switch {
	case err == nil:
		i.send(w, r, http.StatusOK, report)
	case errors.As(err, &faults):
		i.fail(w, r, report, http.StatusUnprocessableEntity, graph.NewError(graph.BadInput, "import.faults",
			"nothing was imported: the document has {count} faults, listed in files", graph.Params{"count": len(faults)}))
	default:
		i.refuse(w, r, 0, err)
	}
}

// refuse answers with an error alone, with the status of its code when none is given.
func (i *importer) refuse(w http.ResponseWriter, r *http.Request, status int, err error) {
	var large *http.MaxBytesError
	var known *graph.Error
	switch {
	case errors.As(err, &large):
		status, known = http.StatusRequestEntityTooLarge, graph.NewError(graph.BadInput, "request.body.large",
			"the request is larger than {max} bytes", graph.Params{"max": int(large.Limit)})
	case errors.As(err, &known):
	case errors.Is(err, context.DeadlineExceeded), errors.Is(err, context.Canceled):
		known = graph.NewError(graph.Timeout, "timeout", "the time for this request is over", nil)
	default:
		known = graph.NewError(graph.Internal, "internal", "something went wrong on our side", nil)
		i.Logger.ErrorContext(r.Context(), "an import failed", "request", api.RequestID(r.Context()), "error", err)
	}
	if status == 0 {
		status = importStatuses[known.Code]
	}
	i.fail(w, r, importReport{}, status, known)
}

// fail answers with an error in the reader's language, beside a report of what led to it.
func (i *importer) fail(w http.ResponseWriter, r *http.Request, report importReport, status int, err *graph.Error) {
	shown := importError{speak(w, r).Error(err), errorExtensions{Code: err.Code, Reason: err.Reason, Params: err.Params}}
	if err.Code == graph.Internal {
		shown.Extensions.RequestID = api.RequestID(r.Context())
	}
	report.Errors = []importError{shown}
	if status == http.StatusUnauthorized {
		w.Header().Set("WWW-Authenticate", "Bearer")
	}
	i.send(w, r, status, report)
}

func (i *importer) send(w http.ResponseWriter, r *http.Request, status int, report importReport) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	if err := out.Encode(report); err != nil {
		i.Logger.DebugContext(r.Context(), "the answer was not sent", "error", err) // the client has gone
	}
}
