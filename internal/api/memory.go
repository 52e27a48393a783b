package api

import (
	"container/list"
	"context"
	"sync"

	"github.com/vektah/gqlparser/v2/ast"
)

// Memory that a document takes for each node of its tree, and besides. A test compares them with what is really taken.
const (
	nodeBytes     = 450
	documentBytes = 1_200
)

// memory keeps documents that were read and checked, by their text, as many as fit into a number of bytes; some also by the
// hash of it. It may be shared between goroutines.
//
// Who asks for many different documents must not drive out those of everybody else. So a document is first kept among the
// fresh ones, which have a quarter of the memory, and where the one that was asked for longest ago gives way to the next.
// One that a second client asks for is proven, and gives way to proven ones only: a stranger who asks for as many
// documents as he likes loses nobody but the fresh ones, and two or more who prove each other's would have to ask for more
// than three quarters of the memory hold, twice, in the time in which the others ask for theirs once. What is lost is
// read again at the next request, or, where it was named by its hash, sent again.
type memory struct {
	limit int

	mutex         sync.Mutex
	fresh, proven shelf
	found         map[string]*list.Element // by the text
	hashes        map[string]*list.Element // by the hash of the text
	hits, misses  uint64
}

// shelf has documents, the one that was asked for last in front.
type shelf struct {
	order *list.List // of *remembered
	bytes int
}

type remembered struct {
	query    string
	document *ast.QueryDocument
	bytes    int
	client   string // who asked for it first
	proven   bool
	hash     string // "" when it can't be asked for by its hash
}

func newMemory(limit int) *memory {
	return &memory{
		limit: limit, fresh: shelf{order: list.New()}, proven: shelf{order: list.New()},
		found: map[string]*list.Element{}, hashes: map[string]*list.Element{},
	}
}

// get gives the document of a query to a client, nil when it is not there.
func (m *memory) get(query, client string) *ast.QueryDocument {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	element := m.found[query]
	if element == nil {
		m.misses++
		return nil
	}
	m.hits++
	entry := element.Value.(*remembered)
	m.touch(element, client)
	return entry.document
}

// touch notes that a client asked for a document.
func (m *memory) touch(element *list.Element, client string) {
	entry := element.Value.(*remembered)
	switch {
	case entry.proven:
		m.proven.order.MoveToFront(element)
	case entry.client == client:
		m.fresh.order.MoveToFront(element)
	default:
		m.fresh.remove(element)
		entry.proven = true
		m.place(entry)
	}
	m.tidy()
}

// keep remembers a document with so many nodes, and forgets others for it. One that would take more than a sixteenth of the
// memory is not worth that.
func (m *memory) keep(query string, document *ast.QueryDocument, nodes int, client string) {
	bytes := documentBytes + len(query) + nodes*nodeBytes
	if bytes > m.limit/16 {
		return
	}
	m.mutex.Lock()
	defer m.mutex.Unlock()
	if m.found[query] != nil { // another request was faster
		return
	}
	m.place(&remembered{query: query, document: document, bytes: bytes, client: client})
	m.tidy()
}

// register lets a document be asked for by the hash of its text, if it is there. Others can't: with a hash anybody could
// find out whether somebody has asked a certain question.
func (m *memory) register(query string) {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	if element := m.found[query]; element != nil && element.Value.(*remembered).hash == "" {
		hash := hashOf(query)
		element.Value.(*remembered).hash = hash
		m.hashes[hash] = element
	}
}

// named gives the text of the document with this hash.
func (m *memory) named(hash string) (string, error) {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	element := m.hashes[hash]
	if element == nil {
		return "", persistedUnknown()
	}
	return element.Value.(*remembered).query, nil
}

// place puts a document in front of those of its kind.
func (m *memory) place(entry *remembered) {
	s := &m.fresh
	if entry.proven {
		s = &m.proven
	}
	element := s.order.PushFront(entry)
	s.bytes += entry.bytes
	m.found[entry.query] = element
	if entry.hash != "" {
		m.hashes[entry.hash] = element
	}
}

// tidy forgets what there is too much of. A proven document that has to give way becomes a fresh one again.
func (m *memory) tidy() {
	for m.proven.bytes > m.limit/4*3 {
		entry := m.proven.remove(m.proven.order.Back())
		entry.proven = false
		m.place(entry)
	}
	for m.fresh.bytes > m.limit/4 {
		entry := m.fresh.remove(m.fresh.order.Back())
		delete(m.found, entry.query)
		delete(m.hashes, entry.hash)
	}
}

func (s *shelf) remove(element *list.Element) *remembered {
	entry := s.order.Remove(element).(*remembered)
	s.bytes -= entry.bytes
	return entry
}

// handOver is where gqlgen's executor looks for documents. It always finds the one that was checked: left to itself, it
// would read and validate once more, with rules that have no bounds.
type handOver struct{}

type documentKey struct{}

// withDocument puts the document that is to be answered into a context.
func withDocument(ctx context.Context, document *ast.QueryDocument) context.Context {
	return context.WithValue(ctx, documentKey{}, document)
}

// Get finds the document of the context.
func (handOver) Get(ctx context.Context, _ string) (*ast.QueryDocument, bool) {
	document, found := ctx.Value(documentKey{}).(*ast.QueryDocument)
	return document, found
}

// Add does nothing: what the executor reads by itself is not kept.
func (handOver) Add(context.Context, string, *ast.QueryDocument) {}
