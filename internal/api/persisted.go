package api

import (
	"crypto/sha256"
	"encoding/hex"
	"regexp"
	"strings"

	"github.com/wasl-graph/wasl/graph"
)

// persistedQuery is the extension by which Apollo's clients name a document.
const persistedQuery = "persistedQuery"

// sha256Prefix stands before a hash in a documentId, as the draft on persisted documents of GraphQL over HTTP has it.
const sha256Prefix = "sha256:"

// sha256Hex is a SHA-256 as it is written in names of documents.
var sha256Hex = regexp.MustCompile(`^[0-9a-f]{64}$`)

// resolve puts the text of the document that a request names into the request, in place of the name.
//
// A client may name a document by the SHA-256 of its text, in extensions.persistedQuery or in documentId. When the server
// does not know it, the client sends hash and text together, and the server knows it from then on, as long as there is
// memory for it. Where only some documents are trusted, all of them are known, by whatever name their list has for them, and
// no others are ever learnt.
func (d documents) resolve(r Request) (Request, error) {
	name, err := r.takeName()
	if err != nil {
		return r, err
	}
	hashed := sha256Hex.MatchString(name)
	if hashed && r.Query != "" && hashOf(r.Query) != name {
		return r, graph.NewError(graph.BadInput, "request.persisted.other",
			"the request names its query by a SHA-256 that is not that of the query it has", nil)
	}
	switch {
	case d.trusted != nil:
		r.Query, err = d.trusted.text(name, r.Query)
		return r, err
	case name == "":
		return r, nil
	case r.Query == "":
		r.Query, err = d.memory.named(name)
		return r, err
	}
	r.hashed = hashed
	return r, nil
}

// takeName takes the name of its document out of a request, "" when it has none.
func (r *Request) takeName() (string, error) {
	name := strings.TrimPrefix(r.DocumentID, sha256Prefix)
	r.DocumentID = ""
	given := r.Extensions[persistedQuery]
	if given == nil {
		return name, nil
	}
	r.Extensions = nil // nothing else of it is read
	fields, _ := given.(map[string]any)
	hash, _ := fields["sha256Hash"].(string)
	if version, _ := fields["version"].(float64); version != 1 || !sha256Hex.MatchString(hash) || (name != "" && name != hash) {
		return "", graph.NewError(graph.BadInput, "request.persisted",
			"extensions.persistedQuery must have version 1 and sha256Hash, the SHA-256 of the query in 64 lower-case hexadecimal digits", nil)
	}
	return hash, nil
}

func hashOf(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

// persistedUnknown tells a client to send the text of the query that it named.
func persistedUnknown() error {
	return graph.NewError(graph.PersistedUnknown, "request.persisted.unknown",
		"the query with this name is not known here, or no longer; send it with its text", nil)
}
