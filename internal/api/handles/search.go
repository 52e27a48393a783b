package handles

import (
	"context"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/search"
	"github.com/wasl-graph/wasl/internal/view"
)

// SearchConnection is a page of what a search found.
type SearchConnection struct {
	Page[Hit]
	s     *Session
	found *search.Result
}

// SearchEdge is one thing that was found, with its cursor.
type SearchEdge struct {
	Cursor string
	Hit
}

// Search finds what meets a query: entities of some kinds, or, with a filter, the reports that it means.
func (s *Session) Search(ctx context.Context, query string, kinds []EntityKind, f *ReportFilter, first *int32, after *string) (SearchConnection, error) {
	request := search.Request{Query: query, Argument: "query", Kinds: kindsOf(kinds)}
	filter, err := f.domain("filter")
	if err != nil {
		return SearchConnection{}, err
	}
	if f != nil {
		set, err := s.index.Filter(ctx, filter)
		if err != nil {
			return SearchConnection{}, err
		}
		request.Within = &set
	}
	found, err := s.index.Search(ctx, request)
	if err != nil {
		return SearchConnection{}, err
	}
	scope := s.newScope("search", query, kindSet(request.Kinds), f != nil, filter)
	p, err := page(Window{First: first, After: after}, scope, s.hitListing(found), func(h search.Hit) Hit { return Hit{s, found, h} })
	return SearchConnection{p, s, found}, err
}

// hitListing is what was found, in the order of relevance.
func (s *Session) hitListing(found *search.Result) listing[search.Hit] {
	return listing[search.Hit]{
		length: found.Len(),
		slice:  found.Slice,
		key: func(h search.Hit, _ int) key {
			k := key{Number: uint64(h.Points), ID: string(s.view.ID(h.Node))}
			if s.view.Kind(h.Node) == graph.KindReport {
				k.Date = s.view.Published(h.Node).String()
			}
			return k
		},
		before: func(k key) (int, bool) {
			var date graph.Date
			if err := date.UnmarshalText([]byte(k.Date)); k.Date != "" && err != nil {
				return 0, false // no cursor of ours has such a date; the list begins at its beginning
			}
			return found.Position(int(min(k.Number, 1<<31)), date, graph.ID(k.ID))
		},
	}
}

// relevanceListing is the same as nothing but reports.
func (s *Session) relevanceListing(found *search.Result) listing[view.Node] {
	hits := s.hitListing(found)
	return listing[view.Node]{
		length: hits.length,
		slice: func(lo, hi int) []view.Node {
			var nodes []view.Node
			for _, h := range hits.slice(lo, hi) {
				nodes = append(nodes, h.Node)
			}
			return nodes
		},
		key: func(_ view.Node, index int) key {
			return hits.key(hits.slice(index, index+1)[0], index)
		},
		before: hits.before,
	}
}

// Nodes are the entities of the page.
func (c SearchConnection) Nodes() []Entity {
	list := make([]Entity, len(c.Page.Nodes))
	for i, h := range c.Page.Nodes {
		list[i] = h.Node()
	}
	return list
}

// Edges are the entities with why they were found.
func (c SearchConnection) Edges() []SearchEdge {
	list := make([]SearchEdge, len(c.Page.Nodes))
	for i, e := range c.Page.Edges() {
		list[i] = SearchEdge{e.Cursor, e.Node}
	}
	return list
}

// DidYouMean offers other queries where nothing meets a word of this one.
func (c SearchConnection) DidYouMean(ctx context.Context) ([]Text, error) {
	list := []Text{}
	for _, text := range c.found.DidYouMean(ctx) {
		list = append(list, Text{text: text})
	}
	return list, ctx.Err()
}

// Facet counts all reports that were found.
func (c SearchConnection) Facet(ctx context.Context, by FacetDimension, first *int32) (Facet, error) {
	return c.s.facet(ctx, c.found.Reports(), by, first)
}

// Hit is one thing that was found.
type Hit struct {
	s     *Session
	found *search.Result
	hit   search.Hit
}

// Node is the entity.
func (h Hit) Node() Entity { return h.s.Entity(h.hit.Node) }

// Score is how well it fits.
func (h Hit) Score() float64 { return h.hit.Score }

// Matches are why it was found.
func (h Hit) Matches() []Match {
	found := h.found.Matches(h.s.reader, h.hit)
	if !h.s.spend(len(found)) {
		return []Match{}
	}
	list := make([]Match, len(found))
	for i, m := range found {
		list[i] = Match{h.s, h.hit.Node, m}
	}
	return list
}

// Match is one way in which something was found.
type Match struct {
	s     *Session
	hit   view.Node
	match search.Match
}

// Via is what the text belongs to, where that is not the hit.
func (m Match) Via() Entity {
	if !m.match.Linked {
		return nil
	}
	return m.s.Entity(m.match.Via)
}

// Text is what was met.
func (m Match) Text() Text { return m.s.asIs(m.match.Text) }

// Highlights are the pieces of the text that the query met.
func (m Match) Highlights() []TextRange { return textRanges(m.match.Highlights) }

// Note says why the text is another than the word that was typed.
func (m Match) Note(languages []LanguageTag) *Text {
	if !m.match.Hidden {
		return nil
	}
	n := m.hit
	if m.match.Linked {
		n = m.match.Via
	}
	return entity{s: m.s, n: n}.text(graph.Note, languages)
}

// TextRange is a piece of a text, in code points.
type TextRange struct{ Start, End int32 }

func textRanges(list []search.Range) []TextRange {
	out := make([]TextRange, len(list))
	for i, r := range list {
		out[i] = TextRange{int32(r.Start), int32(r.End)}
	}
	return out
}

// Suggest completes what is being typed.
func (s *Session) Suggest(ctx context.Context, prefix string, kinds []EntityKind, first *int32) ([]*Suggestion, error) {
	n, err := limitedOr(8, "first", first)
	if err != nil {
		return nil, err
	}
	found, err := s.index.Suggest(ctx, s.reader, prefix, kindsOf(kinds), n)
	if err != nil || !s.spend(len(found)) {
		return []*Suggestion{}, err
	}
	list := make([]*Suggestion, len(found))
	for i, f := range found {
		list[i] = &Suggestion{s, f}
	}
	return list, nil
}

// Suggestion is a label that completes what is being typed.
type Suggestion struct {
	s          *Session
	suggestion search.Suggestion
}

// Entity is what is called so.
func (g Suggestion) Entity() Entity { return g.s.Entity(g.suggestion.Node) }

// Text is the label.
func (g Suggestion) Text() Text { return g.s.asIs(g.suggestion.Text) }

// Highlights are the pieces of the label that were typed.
func (g Suggestion) Highlights() []TextRange { return textRanges(g.suggestion.Highlights) }
