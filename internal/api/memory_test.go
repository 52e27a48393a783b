package api

import (
	"fmt"
	"log/slog"
	"runtime"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/wasl-graph/wasl/internal/api/generated"
	"github.com/wasl-graph/wasl/internal/lang"
)

func TestMemoryForgetsWhatWasAskedForLongest(t *testing.T) {
	m := newMemory(16 * (documentBytes + 2 + 10*nodeBytes))
	name := func(i int) string { return fmt.Sprintf("%02d", i) }
	for i := range 16 {
		m.keep(name(i), &ast.QueryDocument{}, 10)
	}
	if m.get(name(0)) == nil {
		t.Fatal("what fits is forgotten")
	}
	m.keep(name(0), &ast.QueryDocument{}, 10) // twice
	m.keep(name(16), &ast.QueryDocument{}, 20)
	for i, want := range map[int]bool{0: true, 1: false, 2: false, 3: true, 15: true, 16: true} {
		if got := m.get(name(i)) != nil; got != want {
			t.Errorf("%d is remembered: %t", i, got)
		}
	}
	if m.bytes > m.limit || len(m.found) != m.order.Len() || len(m.found) != 15 {
		t.Errorf("%d documents with %d bytes of %d", len(m.found), m.bytes, m.limit)
	}
	m.keep("large", &ast.QueryDocument{}, m.limit/8/nodeBytes)
	if m.get("large") != nil || len(m.found) != 15 {
		t.Error("one large document took the place of all others")
	}
}

// TestMemoryTakesWhatItSays keeps documents of all sorts and looks at the heap: it has grown by no more than was reckoned.
func TestMemoryTakesWhatItSays(t *testing.T) {
	schema := generated.NewExecutableSchema(generated.Config{}).Schema()
	for name, query := range map[string]string{
		"fields":    "{ " + strings.Repeat("__typename ", 1_000) + "}",
		"aliases":   "{ " + strings.Repeat("a:__typename ", 200) + "}",
		"objects":   "{ " + strings.Repeat("graph{revision}", 1_000) + "}",
		"arguments": "{ " + strings.Repeat(`reports(first:1 last:2 after:"a"){totalCount}`, 300) + "}",
		"values":    "{ reports(filter:{and:[" + strings.Repeat(`{ids:["report:x"]}`, 500) + "]}){totalCount} }",
		"fragments": "{ " + strings.Repeat("...{__typename}", 1_000) + "...F } fragment F on Query { __typename }",
		"spreads":   "{ " + strings.Repeat("...F ", 1_000) + "} fragment F on Query { __typename }",
		"comments":  "{ __typename" + strings.Repeat(" #\n", 2_000) + "}",
		"short":     "{__typename}",
		"texts":     `{ entity(id:"` + strings.Repeat("a", 10_000) + `") {id} }`,
	} {
		d := newDocuments(schema, newOptions([]Option{WithLimits(Limits{Remembered: 1 << 30})}))
		before := heap()
		for i := range 50 {
			if _, problems := d.read(Request{Query: query + fmt.Sprintf("#%d", i)}); problems != nil {
				t.Fatalf("%s: %v", name, problems)
			}
		}
		took := heap() - before
		if len(d.memory.found) != 50 {
			t.Fatalf("%s: %d are remembered", name, len(d.memory.found))
		}
		t.Logf("%s: %d bytes, reckoned %d", name, took, d.memory.bytes)
		if took > d.memory.bytes {
			t.Errorf("%s: they take %d bytes, and %d were reckoned", name, took, d.memory.bytes)
		}
		runtime.KeepAlive(d)
	}
}

func heap() int {
	var now runtime.MemStats
	runtime.GC()
	runtime.GC()
	runtime.ReadMemStats(&now)
	return int(now.HeapAlloc)
}

// A document that is not remembered is answered all the same, by the document that was checked.
func TestNothingNeedBeRemembered(t *testing.T) {
	e := NewEngine(torn(t), slog.New(slog.DiscardHandler), WithLimits(Limits{Remembered: 1}))
	for range 2 {
		response := e.Execute(t.Context(), Request{Query: "query A { __typename } query B { b: __typename }", OperationName: "B"}, lang.Chain{})
		if string(response.Data) != `{"b":"Query"}` || len(response.Errors) > 0 {
			t.Errorf("answered %s, %v", response.Data, response.Errors)
		}
	}
	if n := len(e.documents.memory.found); n != 0 {
		t.Errorf("%d are remembered", n)
	}
}
