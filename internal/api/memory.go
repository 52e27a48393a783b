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
	documentBytes = 1_000
)

// memory keeps documents that were read and checked, by their text: those that were asked for last, as many as fit into a
// number of bytes. It may be shared between goroutines.
type memory struct {
	limit int

	mutex sync.Mutex
	bytes int
	order *list.List // of remembered, what was asked for last in front
	found map[string]*list.Element
}

type remembered struct {
	query    string
	document *ast.QueryDocument
	bytes    int
}

func newMemory(limit int) *memory {
	return &memory{limit: limit, order: list.New(), found: map[string]*list.Element{}}
}

// get gives the document of a query, nil when it is not there.
func (m *memory) get(query string) *ast.QueryDocument {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	element := m.found[query]
	if element == nil {
		return nil
	}
	m.order.MoveToFront(element)
	return element.Value.(remembered).document
}

// keep remembers a document with so many nodes, and forgets others for it. One that would take more than an eighth of the
// memory is not worth that.
func (m *memory) keep(query string, document *ast.QueryDocument, nodes int) {
	bytes := documentBytes + len(query) + nodes*nodeBytes
	if bytes > m.limit/8 {
		return
	}
	m.mutex.Lock()
	defer m.mutex.Unlock()
	if m.found[query] != nil { // another request was faster
		return
	}
	m.found[query] = m.order.PushFront(remembered{query, document, bytes})
	for m.bytes += bytes; m.bytes > m.limit; {
		oldest := m.order.Remove(m.order.Back()).(remembered)
		delete(m.found, oldest.query)
		m.bytes -= oldest.bytes
	}
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
