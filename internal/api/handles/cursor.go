package handles

import (
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"hash/fnv"

	"github.com/wasl-graph/wasl/graph"
)

// key is a place in a list, in terms that outlive the revision: what the list is ordered by, and the id that breaks ties.
type key struct {
	Label  string `json:"l,omitempty"`
	Date   string `json:"d,omitempty"`
	Number uint64 `json:"n,omitempty"`
	ID     string `json:"i,omitempty"`
}

// scope names the list that a cursor belongs to, within its session.
type scope struct {
	session *Session
	// digest is over the field, what it belongs to, its arguments, and the languages. It is no secret and guards against
	// mistakes, not against people.
	digest uint64
}

// newScope names a list by its field and arguments.
func (s *Session) newScope(field string, arguments ...any) scope {
	h := fnv.New64a()
	// The arguments are plain values of the domain, which can always be written.
	text, _ := json.Marshal([]any{field, s.reader.Chain.Key(), arguments})
	h.Write(text)
	return scope{s, h.Sum64()}
}

// cursor writes a place in the list.
func (s scope) cursor(k key) string {
	text, _ := json.Marshal(k) // strings and numbers can always be written
	return base64.RawURLEncoding.EncodeToString(append(binary.BigEndian.AppendUint64(nil, s.digest), text...))
}

// open reads a cursor that [scope.cursor] wrote for the same list.
func (s scope) open(argument, cursor string) (key, error) {
	var k key
	data, err := base64.RawURLEncoding.DecodeString(cursor)
	if err != nil || len(data) < 8 || json.Unmarshal(data[8:], &k) != nil {
		return key{}, graph.NewError(graph.BadInput, "cursor.malformed",
			"{argument}: it is no cursor of this API; take one from pageInfo or edges", graph.Params{"argument": argument})
	}
	if binary.BigEndian.Uint64(data) != s.digest {
		return key{}, graph.NewError(graph.BadInput, "cursor.foreign",
			"{argument}: it belongs to another list; use it with the same field, filter, order and languages that it came from",
			graph.Params{"argument": argument})
	}
	return k, nil
}
