package search

import (
	"cmp"
	"slices"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/lang"
	"github.com/wasl-graph/wasl/internal/view"
)

// Match is one way in which a hit was found.
type Match struct {
	// Via is the thing whose name the query met, when that is another than the hit; then Linked is true.
	Via    view.Node
	Linked bool
	// Text is what was met. In place of a hidden label it is the preferred one in the reader's language, and Hidden is true:
	// a note of the thing (graph.Note) says why.
	Text   view.Served
	Hidden bool
	// Highlights are the places in the text that the query met, in code points, ascending and apart.
	Highlights []Range

	points int
	words  int // how many of a unit's words are met
}

// maxMatches is how many ways a hit tells of: what is met in more is met by much the same.
const maxMatches = 5

// maxMatched bounds how many things that a report leads to are looked at.
const maxMatched = 500

// Matches says how a hit was found: for each part of the query the text of the hit and the thing in between that count the most, at
// most five altogether, those that count most first. What the query met as a hidden label is told without showing it.
func (r *Result) Matches(reader *view.Reader, h Hit) []Match {
	m := matcher{index: r.index, reader: reader, hit: h.Node}
	for _, u := range r.ranking.units {
		m.unit(u)
	}
	slices.SortStableFunc(m.found, func(a, b Match) int { return cmp.Compare(b.points, a.points) })
	return m.found[:min(len(m.found), maxMatches)]
}

// matcher finds the matches of one hit.
type matcher struct {
	index  *Index
	reader *view.Reader
	hit    view.Node
	found  []Match
}

// unit finds how one unit is met: by the hit itself, and through a thing. What has all of its words comes before what has
// some, which is told only when nothing has all.
func (m *matcher) unit(u *unit) {
	if u.kind == period {
		m.published(u)
	}
	own, met := m.best(u, m.hit, itself)
	through, linked := m.things(u)
	most := max(own.words, through.words)
	if met && own.words == most && !(linked && through.Hidden) { // what hides a term shows it in no other text either
		m.add(own)
	}
	if linked && through.words == most {
		m.add(through)
	}
}

// things finds the thing in between that counts the most; of several the nearest.
func (m *matcher) things(u *unit) (best Match, found bool) {
	if m.index.view.Kind(m.hit) != graph.KindReport {
		return Match{}, false
	}
	looked := map[view.Node]bool{}
	named := m.index.thingsMeeting(u)
	var things []view.Node
	for how := about; how < linkCount; how++ {
		things = m.index.links.appendThings(things[:0], m.hit, how)
		for _, n := range things {
			if looked[n] || len(looked) == maxMatched || u.kind != identifier && !named.Contains(uint32(n)) {
				continue
			}
			looked[n] = true
			if match, ok := m.best(u, n, how); ok && (!found || match.better(best)) {
				match.Via, match.Linked = n, true
				best, found = match, true
			}
		}
	}
	return best, found
}

// better says that a match shows more of a unit, or shows it nearer.
func (m Match) better(than Match) bool {
	if m.words != than.words {
		return m.words > than.words
	}
	return m.points > than.points
}

// add adds a match, or the highlights to those of the same text.
func (m *matcher) add(match Match) {
	for i := range m.found {
		have := &m.found[i]
		if have.Linked == match.Linked && have.Via == match.Via && have.Text.Text == match.Text.Text {
			have.Highlights = mergeRanges(append(have.Highlights, match.Highlights...))
			have.points = max(have.points, match.points)
			have.Hidden = have.Hidden || match.Hidden
			return
		}
	}
	m.found = append(m.found, match)
}

// published tells of a report's date.
func (m *matcher) published(u *unit) {
	if m.index.view.Kind(m.hit) != graph.KindReport {
		return
	}
	date := m.index.view.Published(m.hit)
	if date.IsZero() || date.First() > u.to.Last() || u.from.First() > date.Last() {
		return
	}
	text := graph.CodeObject(date.String()).Text
	end := len("2006")
	if u.from == u.to {
		end = min(len(u.from.String()), len(text.Value))
	}
	m.add(Match{Text: view.Spoken(text), Highlights: []Range{{0, end}}, points: points(dateWeight, lang.Exact, itself)})
}

// best finds the text of a node that meets a unit best. Of texts that are as good the reader's language decides.
func (m *matcher) best(u *unit, n view.Node, how link) (Match, bool) {
	if u.kind == identifier {
		return m.identifier(u, n, how)
	}
	var nearest []textMatch
	var texts []written
	for _, f := range m.index.fieldsOf(u, n, how) {
		texts = appendWritten(texts[:0], m.reader, n, f)
		for _, w := range texts {
			t, ok := m.index.matchText(u, w)
			if !ok {
				continue
			}
			t.points = points(t.weight, t.tier, how)
			if len(nearest) > 0 && t.better(nearest[0]) {
				nearest = nearest[:0]
			}
			if len(nearest) == 0 || !nearest[0].better(t) {
				nearest = append(nearest, t)
			}
		}
	}
	if len(nearest) == 0 {
		return Match{}, false
	}
	return m.show(n, nearest), true
}

// show chooses the text that the reader sees.
func (m *matcher) show(n view.Node, nearest []textMatch) Match {
	texts := make([]graph.Text, len(nearest))
	for i, t := range nearest {
		texts[i] = t.Text
	}
	i, _ := lang.Pick(m.reader.Chain, texts)
	t := nearest[i]
	if t.field == hidden {
		return Match{Text: m.reader.Label(n), Hidden: true, points: t.points, words: t.words}
	}
	return Match{Text: t.Served, Highlights: t.ranges, points: t.points, words: t.words}
}

// identifier tells by which identifier a node was found.
func (m *matcher) identifier(u *unit, n view.Node, how link) (Match, bool) {
	if !slices.Contains(m.index.identified(nil, u.code), n) {
		return Match{}, false
	}
	match := Match{Text: m.reader.Label(n), points: points(codeWeight, lang.Exact, how)}
	for _, relation := range identifierRelations {
		for _, code := range m.reader.All(n, relation) {
			if at, found := codeAt(code.Value, u.code); found {
				match.Text, match.Highlights = code, []Range{at}
				return match, true
			}
		}
	}
	return match, true
}
