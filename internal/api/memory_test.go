package api

import (
	"fmt"
	"log/slog"
	"runtime"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"
	"pgregory.net/rapid"

	"github.com/wasl-graph/wasl/internal/api/generated"
	"github.com/wasl-graph/wasl/internal/lang"
)

// shelfOf is a memory whose fresh documents are at most 16 of ten nodes each.
func shelfOf() *memory { return newMemory(4 * 16 * (documentBytes + 2 + 10*nodeBytes)) }

func TestMemoryForgetsWhatWasAskedForLongest(t *testing.T) {
	m := shelfOf()
	name := func(i int) string { return fmt.Sprintf("%02d", i) }
	for i := range 16 {
		m.keep(name(i), &ast.QueryDocument{}, 10, "a")
	}
	if m.get(name(0), "a") == nil {
		t.Fatal("what fits is forgotten")
	}
	m.keep(name(0), &ast.QueryDocument{}, 10, "b") // twice
	m.keep(name(16), &ast.QueryDocument{}, 20, "a")
	for i, want := range map[int]bool{0: true, 1: false, 2: false, 3: true, 15: true, 16: true} {
		if got := m.get(name(i), "a") != nil; got != want {
			t.Errorf("%d is remembered: %t", i, got)
		}
	}
	if m.fresh.bytes > m.limit/4 || len(m.found) != m.fresh.order.Len() || len(m.found) != 15 {
		t.Errorf("%d documents with %d bytes of %d", len(m.found), m.fresh.bytes, m.limit)
	}
	m.keep("large", &ast.QueryDocument{}, m.limit/16/nodeBytes, "a")
	if m.get("large", "a") != nil || len(m.found) != 15 {
		t.Error("one large document took the place of all others")
	}
}

// A stranger who asks for as many documents as he likes, each as often as he likes, drives out none that two clients use.
func TestMemoryKeepsWhatSeveralAskFor(t *testing.T) {
	m := shelfOf()
	m.keep("ours", &ast.QueryDocument{}, 10, "a")
	m.register("ours")
	m.keep("mine", &ast.QueryDocument{}, 10, "a")
	m.register("mine")
	if m.get("ours", "b") == nil {
		t.Fatal("what fits is forgotten")
	}
	for i := range 1_000 {
		query := fmt.Sprint("stranger's ", i)
		m.keep(query, &ast.QueryDocument{}, 10, "stranger")
		m.register(query)
		m.get(query, "stranger")
	}
	if text, err := m.named(hashOf("ours")); text != "ours" || err != nil {
		t.Errorf("what two clients use is forgotten: %q, %v", text, err)
	}
	if _, err := m.named(hashOf("mine")); err == nil {
		t.Error("what one client used once is kept for ever")
	}
}

// However it is used, the memory keeps to its limits, and all its lists agree.
func TestMemoryKeepsToItsLimits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := shelfOf()
		for range rapid.IntRange(1, 300).Draw(t, "steps") {
			query := fmt.Sprintf("%02d", rapid.IntRange(0, 99).Draw(t, "query"))
			client := rapid.SampledFrom([]string{"", "a", "b"}).Draw(t, "client")
			if m.get(query, client) == nil {
				m.keep(query, &ast.QueryDocument{}, rapid.IntRange(0, 40).Draw(t, "nodes"), client)
			}
			if rapid.Bool().Draw(t, "registered") {
				m.register(query)
			}
			if _, err := m.named(hashOf(query)); err == nil && m.found[query] == nil {
				t.Fatalf("%s is known by its hash alone", query)
			}
		}
		bytes := 0
		for query, element := range m.found {
			entry := element.Value.(*remembered)
			bytes += entry.bytes
			if entry.query != query || (entry.hash != "" && m.hashes[entry.hash] != element) {
				t.Fatalf("%s is %+v", query, entry)
			}
		}
		if m.fresh.bytes > m.limit/4 || m.proven.bytes > m.limit/4*3 || bytes != m.fresh.bytes+m.proven.bytes ||
			len(m.found) != m.fresh.order.Len()+m.proven.order.Len() || len(m.hashes) > len(m.found) {
			t.Fatalf("%d documents with %d bytes: %+v, %+v", len(m.found), bytes, m.fresh, m.proven)
		}
	})
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
			if _, problems := d.read(Request{Query: query + fmt.Sprintf("#%d", i)}, ""); problems != nil {
				t.Fatalf("%s: %v", name, problems)
			}
		}
		took := heap() - before
		if len(d.memory.found) != 50 {
			t.Fatalf("%s: %d are remembered", name, len(d.memory.found))
		}
		t.Logf("%s: %d bytes, reckoned %d", name, took, d.memory.fresh.bytes)
		if took > d.memory.fresh.bytes {
			t.Errorf("%s: they take %d bytes, and %d were reckoned", name, took, d.memory.fresh.bytes)
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
