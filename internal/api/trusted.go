package api

import (
	"fmt"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/api/generated"
	"github.com/wasl-graph/wasl/internal/lang"
	"github.com/wasl-graph/wasl/internal/lang/messages"
)

// Trusted are the only documents that an engine answers, see [WithOnly]. It may be shared between goroutines.
type Trusted struct {
	names     map[string]string // the text by its name
	documents map[string]*ast.QueryDocument
}

// ReadTrusted reads a list of documents, in one of the forms that manifest.go reads, and checks each as an engine with these
// options checks a query. The file is named in what is said. The error lists everything that is wrong, each with its file
// and line.
func ReadTrusted(file string, data []byte, chosen ...Option) (*Trusted, error) {
	entries, faults := readManifest(data)
	schema := generated.NewExecutableSchema(generated.Config{Resolvers: root{}}).Schema()
	d := newDocuments(schema, newOptions(chosen))
	t := &Trusted{map[string]string{}, map[string]*ast.QueryDocument{}}
	for _, e := range entries {
		faults = append(faults, t.add(d, e)...)
	}
	if len(faults) == 0 && len(entries) == 0 {
		faults = []manifestFault{{1, "there is no document in it"}}
	}
	if len(faults) > 0 {
		return nil, manifestError(file, faults)
	}
	return t, nil
}

// Len is how many documents there are.
func (t *Trusted) Len() int { return len(t.documents) }

// add checks one document and takes it in.
func (t *Trusted) add(d documents, e manifestEntry) (faults []manifestFault) {
	name := strings.TrimPrefix(e.name, sha256Prefix)
	if name == "" {
		return []manifestFault{{e.line, "a document has no name"}}
	}
	if sha256Hex.MatchString(name) && hashOf(e.text) != name {
		return []manifestFault{{e.line, name + ": this is not the SHA-256 of its text, which is " + hashOf(e.text)}}
	}
	if other, twice := t.names[name]; twice && other != e.text {
		return []manifestFault{{e.line, name + ": another document has this name too"}}
	}
	document, _, problems := d.parse(Request{Query: e.text})
	for _, problem := range problems {
		faults = append(faults, manifestFault{e.line, name + ": " + spellOut(problem)})
	}
	t.names[name], t.documents[e.text] = e.text, document
	t.names[hashOf(e.text)] = e.text
	return faults
}

// spellOut is a problem in English, with its place in the document.
func spellOut(problem error) string {
	shown := publicError(messages.For(lang.Chain{}), problem, "")
	if len(shown.Locations) == 0 || strings.Contains(shown.Message, " column ") {
		return shown.Message
	}
	return fmt.Sprintf("line %d, column %d: %s", shown.Locations[0].Line, shown.Locations[0].Column, shown.Message)
}

// text gives the text of the document that a request means, by its name or by its text itself.
func (t *Trusted) text(name, text string) (string, error) {
	if text == "" {
		text = t.names[name]
	}
	if t.documents[text] == nil {
		return "", graph.NewError(graph.Forbidden, "request.untrusted",
			"only queries of a fixed list are answered here, and this is none of them", nil)
	}
	return text, nil
}
