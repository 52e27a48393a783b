package server

import (
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"time"

	"github.com/wasl-graph/wasl/internal/access"
)

// LocalOptions is what the socket in the data folder offers to whoever may open it.
type LocalOptions struct {
	// Backup writes the whole record. It is called from any goroutine. Left out, there is no such path.
	Backup func(context.Context, io.Writer) error
	// Check looks through the record. It is called from any goroutine. The error says that this could not be carried through.
	Check func(context.Context) (Checked, error)
	// Tokens are those of the record.
	Tokens *access.Keeper
	// Logger gets at level info what was done. Left out, nothing is logged.
	Logger *slog.Logger
}

// Checked is what a check of the record found.
type Checked struct {
	Problems   []string // none when all is in order
	Revision   string
	Statements int
}

// CheckLine is one line of the answer to a check. The last one has a revision.
type CheckLine struct {
	Problem    string `json:"problem,omitempty"`
	Revision   string `json:"revision,omitempty"`
	Statements int    `json:"statements,omitempty"`
}

// NewLocal returns the handler of what the commands of the program ask of a server that has their folder open. It asks nobody who
// they are: the socket's mode has let in its owner alone. It must not be served anywhere else. Its paths:
//
//	GET /backup         the record as a stream, cut off when something goes wrong
//	POST /check         JSON lines: {"problem": …} for each, and at the end {"revision": …, "statements": …}
//	GET /tokens         all tokens as JSON, without what they were made of
//	POST /tokens        makes one for {"role": …, "name": …}; the answer is the only one that has it
//	DELETE /tokens/ID   revokes one
//
// What goes wrong is said as {"error": …} in English, as the commands are.
func NewLocal(o LocalOptions) http.Handler {
	if o.Logger == nil {
		o.Logger = slog.New(slog.DiscardHandler)
	}
	mux := http.NewServeMux()
	if o.Backup != nil {
		mux.HandleFunc("GET /backup", o.backup)
	}
	mux.HandleFunc("POST /check", o.check)
	mux.HandleFunc("GET /tokens", o.listTokens)
	mux.HandleFunc("POST /tokens", o.createToken)
	mux.HandleFunc("DELETE /tokens/{id}", o.revokeToken)
	return identify(logAccess(o.Logger, recoverPanics(o.Logger, patient(limitBody(maxBody, mux)))))
}

// jsonLines is the media type of answers over the socket.
const jsonLines = "application/jsonl"

// localWait is how long a command may take to read the next piece of an answer.
const localWait = time.Minute

// patient lets an answer take as long as it needs to be made, and its reader a while for each piece.
func patient(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		next.ServeHTTP(&pieces{w, http.NewResponseController(w)}, r)
	})
}

// pieces gives each piece of an answer time of its own, in the place of the time that the server has for the whole.
type pieces struct {
	http.ResponseWriter
	control *http.ResponseController
}

// Write sends a piece.
func (p *pieces) Write(piece []byte) (int, error) {
	_ = p.control.SetWriteDeadline(time.Now().Add(localWait)) // fails where there is no connection, which is only in tests
	return p.ResponseWriter.Write(piece)
}

// Unwrap lets http.ResponseController reach the writer beneath.
func (p *pieces) Unwrap() http.ResponseWriter { return p.ResponseWriter }

// backup streams the record. Where part of it was sent already when something went wrong, the connection is cut, so that nobody
// takes that part for the whole.
func (o LocalOptions) backup(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "application/octet-stream")
	rec := record(w)
	if err := o.Backup(r.Context(), rec); err != nil {
		o.Logger.WarnContext(r.Context(), "a backup failed", "error", err)
		if rec.status != 0 {
			panic(http.ErrAbortHandler)
		}
		o.fail(rec, err)
		return
	}
	o.Logger.InfoContext(r.Context(), "backup made", "bytes", rec.bytes)
}

// check looks through the record and says what it found.
func (o LocalOptions) check(w http.ResponseWriter, r *http.Request) {
	found, err := o.Check(r.Context())
	if err != nil {
		o.fail(w, err)
		return
	}
	o.Logger.InfoContext(r.Context(), "record checked", "problems", len(found.Problems))
	w.Header().Set("Content-Type", jsonLines)
	lines := json.NewEncoder(w)
	for _, problem := range found.Problems {
		_ = lines.Encode(CheckLine{Problem: problem}) // when it fails, the client has gone
	}
	_ = lines.Encode(CheckLine{Revision: found.Revision, Statements: found.Statements}) // as above
}
