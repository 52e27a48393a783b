package ingest

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"mime"
	"net/url"
	"path"
	"strings"
	"time"

	"go.yaml.in/yaml/v3"

	"github.com/wasl-graph/wasl/graph"
)

// seedReader reads one seed file into the graph's facts and faults.
type seedReader struct {
	graph  *seedGraph
	file   string
	at     time.Time
	id     graph.ID
	source graph.SourceID // the source of facts that name none
}

func (r *seedReader) fault(line int, format string, args ...any) {
	r.graph.faults = append(r.graph.faults, Fault{File: r.file, Line: line, What: fmt.Sprintf(format, args...)})
}

// entity reads the file of an entity: its id, its source, and its facts by relation.
func (r *seedReader) entity(root *yaml.Node) {
	keys := r.pairs(root)
	r.header(root, keys)
	if r.id == "" {
		return // the facts of a nameless thing of no kind can't be checked
	}
	for _, p := range keys {
		if p.key.Value == "id" || p.key.Value == "source" {
			continue
		}
		relation, err := graph.ParseRelation(strings.ToUpper(p.key.Value))
		if err != nil || p.key.Value != strings.ToLower(p.key.Value) {
			r.fault(p.key.Line, "%q is no relation; expected id, source or a relation's name in lower case", p.key.Value)
			continue
		}
		r.facts(relation, p)
	}
}

func (r *seedReader) facts(relation graph.Relation, p pair) {
	if p.value.Kind != yaml.SequenceNode || len(p.value.Content) == 0 {
		r.fault(p.value.Line, "%s: expected a list of facts", p.key.Value)
		return
	}
	if relation == graph.Label {
		r.graph.labelled[r.id] = true
	}
	for i, item := range p.value.Content {
		r.fact(relation, i+1, item)
	}
}

// header reads the id and the source, wherever in the file they stand. Without an id, the file's name says what the
// facts are about: what is wrong with them shows all the same.
func (r *seedReader) header(root *yaml.Node, keys []pair) {
	r.id = idOfFile(r.file)
	given := false
	for _, p := range keys {
		switch p.key.Value {
		case "id":
			given = true
			if id := parsed(r, p, graph.ParseID); id != "" {
				r.id = id
				r.claim(string(id), folders[id.Kind()], id.Local(), p.value.Line)
			}
		case "source":
			r.source = parsed(r, p, graph.ParseSourceID)
		}
	}
	if !given {
		r.fault(root.Line, "expected an id, such as id: country:IQ")
	}
	r.claimed(string(r.id))
}

// idOfFile is the id that a file of this name should have, "" when there is none.
func idOfFile(name string) graph.ID {
	for kind, folder := range folders {
		if folder == path.Dir(name) {
			id, _ := graph.ParseID(kind.Prefix() + ":" + stem(name)) // "" when the name is not fit for an id
			return id
		}
	}
	return ""
}

func stem(name string) string { return strings.TrimSuffix(path.Base(name), path.Ext(name)) }

// claim checks that an id stands in the file whose name says so, and in no other.
func (r *seedReader) claim(id, folder, local string, line int) {
	if want := folder + "/" + local + extension; r.file != want {
		r.fault(line, "%s must stand in %s", id, want)
	}
	if other, taken := r.graph.files[id]; taken {
		r.fault(line, "%s stands in %s already", id, other)
	}
}

// claimed notes the file in which an id stands.
func (r *seedReader) claimed(id string) {
	if _, taken := r.graph.files[id]; id != "" && !taken {
		r.graph.files[id] = r.file
	}
}

// sourceFile reads the file of a source.
func (r *seedReader) sourceFile(root *yaml.Node) {
	before := len(r.graph.faults)
	src := graph.Source{Imported: r.at, Title: graph.Text{Kind: graph.Original, Standing: graph.Attested}}
	given := map[string]bool{}
	for _, p := range r.pairs(root) {
		given[p.key.Value] = true
		r.sourceField(&src, p)
	}
	if !given["id"] {
		r.fault(root.Line, "expected an id, such as id: source:cldr-48")
	}
	if !given["title"] {
		r.fault(root.Line, "expected a title with text and language")
	}
	if given["sha256"] != given["format"] {
		r.fault(root.Line, "expected format and sha256 together, for a document at hand, or neither, for a reference")
	}
	r.claimed(sourcePrefix + stem(r.file))
	if len(r.graph.faults) > before {
		return
	}
	if !given["sha256"] {
		src.Format = graph.ReferenceFormat
		sum := sha256.Sum256([]byte(src.ReferenceText()))
		src.SHA256 = hex.EncodeToString(sum[:])
	}
	if err := src.Check(); err != nil {
		r.fault(root.Line, "%v", err)
		return
	}
	r.graph.sources = append(r.graph.sources, src)
}

func (r *seedReader) sourceField(src *graph.Source, p pair) {
	switch p.key.Value {
	case "id":
		if src.ID = parsed(r, p, graph.ParseSourceID); src.ID != "" {
			r.claim(string(src.ID), sourcesFolder, strings.TrimPrefix(string(src.ID), sourcePrefix), p.value.Line)
		}
	case "title":
		r.sourceTitle(&src.Title, p.value)
	case "url":
		src.URL = parsed(r, p, parseURL)
	case "format":
		src.Format = parsed(r, p, parseFormat)
	case "sha256":
		src.SHA256 = parsed(r, p, parseDigest)
	default:
		r.fault(p.key.Line, "%q is not known in a source; expected id, title, url, format or sha256", p.key.Value)
	}
}

func (r *seedReader) sourceTitle(title *graph.Text, node *yaml.Node) {
	given := map[string]bool{}
	for _, p := range r.pairs(node) {
		given[p.key.Value] = true
		switch p.key.Value {
		case "text":
			title.Value = r.scalar(p)
		case "language":
			title.Language = parsed(r, p, parseTag)
		default:
			r.fault(p.key.Line, "%q is not known in a title; expected text and language", p.key.Value)
		}
	}
	if node.Kind == yaml.MappingNode && (!given["text"] || !given["language"]) {
		r.fault(node.Line, "expected a title with text and language")
	}
}

// parseTag reads a language tag that is written in its canonical form.
func parseTag(s string) (graph.Tag, error) {
	tag, err := graph.ParseTag(s)
	if err == nil && string(tag) != s {
		err = graph.Invalid("language", s, graph.ExpectCanonicalTag(tag))
	}
	return tag, err
}

func parseURL(s string) (string, error) {
	u, err := url.Parse(s)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return "", graph.Invalid("url", s, graph.ExpectURL)
	}
	return s, nil
}

func parseFormat(s string) (string, error) {
	if kind, _, err := mime.ParseMediaType(s); err != nil || !strings.Contains(kind, "/") {
		return "", graph.Invalid("format", s, graph.ExpectMediaType)
	}
	return s, nil
}

func parseDigest(s string) (string, error) {
	if raw, err := hex.DecodeString(s); err != nil || len(raw) != sha256.Size || s != strings.ToLower(s) {
		return "", graph.Invalid("sha256", s, graph.ExpectSHA256)
	}
	return s, nil
}
