package server

import (
	"cmp"
	"context"
	"errors"
	"log/slog"
	"net/http"
	"time"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/api"
	"github.com/wasl-graph/wasl/internal/ingest"
)

// Importable is the graph that documents are imported into.
type Importable interface {
	// Current is the graph as it is now, with its revision.
	Current() (graph.Revision, ingest.Graph)
	// Quote is a piece of a text that is kept, by the digest of its document.
	Quote(sha256 string, place graph.Place) (words string, kept bool, err error)
	// Import records the change that prepare works out on the graph as it is when the change has its turn, whole or not at all. It
	// returns an empty change when there is nothing to change.
	Import(ctx context.Context, prepare func(graph.Revision, ingest.Graph) (graph.BulkChange, error)) (graph.Recorded, error)
}

// ImportOptions say how documents are imported.
type ImportOptions struct {
	Graph Importable
	// MaxBytes is the most that a document may measure, compressed as well as decompressed; 0 for [DefaultMaxDocument].
	MaxBytes int64
	// Logger gets what a client does not see of errors. Left out, nothing is logged.
	Logger *slog.Logger
}

// DefaultMaxDocument is the most that an imported document may measure when nobody says otherwise: 64 MiB.
const DefaultMaxDocument = 64 << 20

// How long an import may take: to send the document, and altogether.
const (
	importReadTime = 5 * time.Minute
	importTime     = 15 * time.Minute
)

// importer answers POST /import.
type importer struct {
	ImportOptions
	running chan struct{} // holds one while a document is being imported
}

// NewImport is the handler for documents that curators send to be imported: one at a time, since each may take much memory.
// importrequest.go says what can be asked for, importanswer.go what is answered.
func NewImport(o ImportOptions) http.Handler {
	o.MaxBytes = cmp.Or(o.MaxBytes, DefaultMaxDocument)
	if o.Logger == nil {
		o.Logger = slog.New(slog.DiscardHandler)
	}
	return &importer{o, make(chan struct{}, 1)}
}

// ServeHTTP imports the document in the body of a request.
func (i *importer) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	caller := api.CallerOf(r.Context())
	if err := caller.Must(graph.Curator); err != nil {
		leaveUnread(w, r)
		i.refuse(w, r, 0, err)
		return
	}
	request, err := readImport(r)
	if err != nil {
		leaveUnread(w, r)
		i.refuse(w, r, request.status, err)
		return
	}
	select {
	case i.running <- struct{}{}:
		defer func() { <-i.running }()
	default:
		leaveUnread(w, r)
		w.Header().Set("Retry-After", "10")
		i.refuse(w, r, 0, graph.NewError(graph.Busy, "import.busy",
			"another document is being imported; send this one again in a while", nil))
		return
	}
	i.patience(w)
	ctx, cancel := context.WithTimeout(r.Context(), importTime)
	defer cancel()
	r.Body = http.MaxBytesReader(innermost(w), r.Body, i.MaxBytes)
	report, err := i.take(ctx, r, request, caller)
	i.answer(w, r, report, err)
}

// patience gives the client more time to send and to wait than a query has. A connection that knows no deadlines keeps what it has.
func (i *importer) patience(w http.ResponseWriter) {
	control := http.NewResponseController(w)
	now := time.Now()
	if err := errors.Join(control.SetReadDeadline(now.Add(importReadTime)), control.SetWriteDeadline(now.Add(importTime+importReadTime))); err != nil {
		i.Logger.Debug("an import has no more time than other requests", "error", err)
	}
}

// take reads the document and imports it, or tries to.
func (i *importer) take(ctx context.Context, r *http.Request, request importRequest, caller graph.Caller) (importReport, error) {
	report := importReport{DryRun: request.dryRun, Review: []ingest.ReviewEntry{}}
	options := request.options
	options.Author, options.Time, options.MaxBytes, options.Review = caller.Name, time.Now(), i.MaxBytes, report.review
	options.Quote = i.Graph.Quote
	document, err := ingest.Open(ctx, request.name, r.Body, options)
	if err != nil {
		report.add(ingest.Result{File: request.name}, err)
		return report, err
	}
	recorded, err := i.apply(ctx, document, request)
	report.add(document.Result(), err)
	if recorded.Revision.Number == 0 {
		recorded.Revision, _ = i.Graph.Current()
	}
	report.Revision = recorded.Revision.String()
	return report, err
}

func (i *importer) apply(ctx context.Context, document *ingest.Import, request importRequest) (graph.Recorded, error) {
	if request.dryRun {
		at, g := i.Graph.Current()
		if err := request.fits(at); err != nil {
			return graph.Recorded{}, err
		}
		return graph.Recorded{}, document.Try(ctx, g)
	}
	return i.Graph.Import(ctx, func(at graph.Revision, g ingest.Graph) (graph.BulkChange, error) {
		if err := errors.Join(stillKnown(ctx), request.fits(at)); err != nil {
			return graph.BulkChange{}, err
		}
		return document.Change(ctx, g)
	})
}
