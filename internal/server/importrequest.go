package server

import (
	"cmp"
	"maps"
	"mime"
	"net/http"
	"net/url"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/access"
	"github.com/wasl-graph/wasl/internal/ingest"
	"github.com/wasl-graph/wasl/internal/ingest/document"
	"github.com/wasl-graph/wasl/internal/ingest/read"
)

// importRequest is what is asked of an import in its address.
type importRequest struct {
	name     string // of the document's file
	options  ingest.Options
	dryRun   bool
	expected string // revision; "" for any
	status   int    // with which a request is refused that can't be read; 0 for the usual one
}

// The parameters of POST /import, each at most once:
//
//	name              the file's name; that of Content-Disposition when it is left out
//	source            the name by which the document is known, instead of its file's
//	publisher         the organisation (name or id) that publishes what names no publisher
//	format, encoding  of the document, instead of finding them out
//	skip-rejected     true: leave out records that can't be read, instead of refusing the document
//	dry-run           true: say what would change, and change nothing
//	expectedRevision  the revision that the graph must be at
var importParameters = map[string]func(*importRequest, string) error{
	"name": func(r *importRequest, s string) (err error) { r.name, err = baseName("name", s); return err },
	"source": func(r *importRequest, s string) (err error) {
		r.options.Source, err = baseName("source", s)
		return err
	},
	"publisher": func(r *importRequest, s string) error { r.options.Publisher = s; return readable("publisher", s) },
	"format": func(r *importRequest, s string) (err error) {
		r.options.Format = read.Format(strings.ToLower(s))
		return oneOf("format", string(r.options.Format), formats())
	},
	"encoding": func(r *importRequest, s string) error {
		r.options.Encoding = s
		return oneOf("encoding", strings.ToLower(s), lowered(document.Encodings()))
	},
	"skip-rejected": func(r *importRequest, s string) error { return truth("skip-rejected", s, &r.options.SkipRejected) },
	"dry-run":       func(r *importRequest, s string) error { return truth("dry-run", s, &r.dryRun) },
	"expectedRevision": func(r *importRequest, s string) (err error) {
		r.expected = s
		_, err = graph.ParseRevision(s)
		return err
	},
}

// readImport reads what is asked for. A parameter that is not known is refused: who mistypes dry-run does not want to change
// anything.
func readImport(r *http.Request) (request importRequest, err error) {
	mediaType, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type")) // what can't be read is no form
	if strings.HasPrefix(mediaType, "multipart/") {
		return importRequest{status: http.StatusUnsupportedMediaType}, graph.NewError(graph.BadInput, "import.form",
			"the document itself is sent as the body, not a form with it", nil)
	}
	given, err := url.ParseQuery(r.URL.RawQuery)
	if err != nil {
		return request, graph.Invalid("?", access.Redact(r.URL.RawQuery), graph.ExpectOneOf(slices.Sorted(maps.Keys(importParameters))...))
	}
	for _, name := range slices.Sorted(maps.Keys(given)) {
		if holdsToken(name) || slices.ContainsFunc(given[name], holdsToken) {
			return request, errMisplaced
		}
		parameter := importParameters[name]
		if parameter == nil || len(given[name]) != 1 {
			return request, graph.Invalid("?", name, graph.ExpectOneOf(slices.Sorted(maps.Keys(importParameters))...))
		}
		if err := parameter(&request, given[name][0]); err != nil {
			return request, err
		}
	}
	return request, request.named(r)
}

// named finds the document's name where the address does not say it.
func (request *importRequest) named(r *http.Request) (err error) {
	if r.ContentLength == 0 {
		return graph.NewError(graph.BadInput, "import.empty", "the request has no document in it", nil)
	}
	if request.name != "" {
		return nil
	}
	_, parameters, _ := mime.ParseMediaType(r.Header.Get("Content-Disposition")) // what can't be read says nothing
	if name := cmp.Or(parameters["filename"], request.options.Source); name != "" {
		request.name, err = baseName("name", name)
		return err
	}
	return graph.NewError(graph.BadInput, "import.unnamed", "the document has no name: give it one with ?name=", nil)
}

// fits says whether the import may be carried out on a revision.
func (request importRequest) fits(current graph.Revision) error {
	if request.expected == "" || request.expected == current.String() {
		return nil
	}
	return graph.Moved(request.expected, current)
}

// maxName is how many characters a name may have.
const maxName = 200

// baseName is a file's name without the folder, in whatever system the client has it.
func baseName(argument, s string) (string, error) {
	if err := readable(argument, s); err != nil {
		return "", err
	}
	return filepath.Base(strings.ReplaceAll(s, `\`, "/")), nil
}

// readable refuses what can't stand in the history and in messages.
func readable(argument, s string) error {
	switch {
	case !utf8.ValidString(s):
		return graph.Invalid(argument, strings.ToValidUTF8(s, "\uFFFD"), graph.ExpectUTF8)
	case strings.TrimSpace(s) == "" || strings.Trim(s, `./\`) == "":
		return graph.Invalid(argument, s, graph.ExpectSomeText)
	case utf8.RuneCountInString(s) > maxName:
		return graph.Invalid(argument, s, graph.ExpectShortText(maxName))
	case strings.ContainsFunc(s, unicode.IsControl):
		return graph.Invalid(argument, s, graph.ExpectPlainText)
	case holdsToken(s):
		return errMisplaced
	}
	return nil
}

// errMisplaced is for what would stand in the history, where everybody reads it.
var errMisplaced = graph.NewError(graph.BadInput, "access.token.misplaced",
	"there is a token where none belongs; revoke it, since others may have read it on its way", nil)

func holdsToken(s string) bool { return access.Redact(s) != s }

func truth(argument, s string, into *bool) error {
	*into = s == "true"
	return oneOf(argument, s, []string{"true", "false"})
}

func oneOf(argument, s string, list []string) error {
	if slices.Contains(list, s) {
		return nil
	}
	return graph.Invalid(argument, s, graph.ExpectOneOf(list...))
}

func formats() []string {
	var list []string
	for _, f := range read.Formats() {
		list = append(list, string(f))
	}
	return list
}

func lowered(list []string) []string {
	list = slices.Clone(list)
	for i, s := range list {
		list[i] = strings.ToLower(s)
	}
	return list
}
