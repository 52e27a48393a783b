package understand

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/ingest/work"
)

// Understand says what a work means. It never fails: what it does not understand stands in the notices. The same work and
// vocabulary always mean the same. It is safe for concurrent use.
func Understand(v *Vocabulary, w *work.Work) Meaning {
	r := readers.Get().(*reader)
	defer readers.Put(r)
	r.begin(v, w)
	r.languages()
	r.labels()
	r.published()
	r.identifiers()
	r.form()
	r.statedCountries()
	r.tags()
	r.contributors()
	r.projects()
	r.namedInTitle()
	r.roles()
	r.events()
	r.quotations()
	r.namedInText()
	r.unplaced()
	return r.end()
}

// reader is the work on one publication. It keeps its memory for the next.
type reader struct {
	v       *Vocabulary
	w       *work.Work
	meaning Meaning

	title passage
	texts []passage // abstracts, running text, quotations and who is quoted
	count int       // of texts that are in use
	// abstracts and running are how many of them are abstracts, and abstracts or running text.
	abstracts, running int

	language graph.Tag // of the title
	// said are the entities that a claim is made of already, by relation or as what it is about.
	said map[graph.ID]bool
	// named are the entities that are named beyond doubt.
	named map[graph.ID]bool
}

var readers = sync.Pool{New: func() any { return &reader{said: map[graph.ID]bool{}, named: map[graph.ID]bool{}} }}

// begin reads the texts of a work.
func (r *reader) begin(v *Vocabulary, w *work.Work) {
	r.v, r.w, r.meaning, r.count = v, w, Meaning{Work: w}, 0
	clear(r.said)
	clear(r.named)
	r.title.read(v, w.Title.Words)
	for _, t := range w.Abstracts {
		r.text(t.Words)
	}
	r.abstracts = r.count
	for _, t := range w.Body {
		r.text(t.Words)
	}
	r.running = r.count
	for _, q := range w.Quotations {
		r.text(q.Text.Words)
		r.text(q.Organisation)
	}
	r.nameAll()
}

// text reads one text.
func (r *reader) text(words work.Words) {
	if r.count == len(r.texts) {
		r.texts = append(r.texts, passage{})
	}
	if len(words.Value) > maxText {
		first := work.Words{Value: strings.ToValidUTF8(words.Value[:60], ""), At: words.At}
		r.notice("text", first, "is longer than what is read for names; the rest is kept and not read")
	}
	r.texts[r.count].read(r.v, words)
	r.count++
}

// all are the texts that are in use.
func (r *reader) all() []passage { return r.texts[:r.count] }

// nameAll notes what is named beyond doubt, in the title, the texts and on the line of countries.
func (r *reader) nameAll() {
	note := func(p *passage) {
		for i := range p.mentions {
			if m := &p.mentions[i]; !m.doubtful && !m.several && m.context != itsSeat {
				r.named[m.id] = true
				for _, whole := range r.v.wholes[m.id] {
					r.named[whole] = true
				}
			}
		}
	}
	note(&r.title)
	for i := range r.all() {
		note(&r.texts[i])
	}
	for _, c := range r.w.Countries {
		for _, id := range r.v.Find(graph.KindCountry, c.Value) {
			r.named[id] = true
		}
	}
}

// isMeant says that a mention that needs more than its words has it.
func (r *reader) isMeant(m *mention) bool {
	switch {
	case m.several:
		return false
	case m.doubtful:
		return r.named[m.id]
	case m.context == itsSeat:
		return slices.ContainsFunc(r.v.seats[m.id], func(seat graph.ID) bool { return r.named[seat] })
	}
	return true
}

// claim adds a claim.
func (r *reader) claim(c Claim) { r.meaning.Claims = append(r.meaning.Claims, c) }

// entity claims a relation to an entity, once, and says that it is new.
func (r *reader) entity(rel graph.Relation, id graph.ID, method graph.Method, rule graph.Rule, at work.Span) bool {
	for i := range r.meaning.Claims {
		if c := &r.meaning.Claims[i]; c.Relation == rel && c.Object.Entity == id {
			return false
		}
	}
	r.said[id] = true
	r.claim(Claim{Relation: rel, Object: Object{Entity: id}, Method: method, Rule: rule, At: at})
	return true
}

// notice says what was not understood, once for the same words.
func (r *reader) notice(kind string, words work.Words, why string) {
	n := Notice{At: words.At, Kind: kind, Words: words.Value, Why: why}
	for i := range r.meaning.Notices {
		if other := &r.meaning.Notices[i]; other.Kind == kind && other.Words == n.Words && other.Why == why {
			return
		}
	}
	r.meaning.Notices = append(r.meaning.Notices, n)
}

// end puts claims and notices in the document's order.
func (r *reader) end() Meaning {
	byPlace := func(a, b Claim) int { return cmp.Compare(a.At.Start, b.At.Start) }
	slices.SortStableFunc(r.meaning.Claims, byPlace)
	for i := range r.meaning.Events {
		slices.SortStableFunc(r.meaning.Events[i].Claims, byPlace)
	}
	slices.SortStableFunc(r.meaning.Notices, func(a, b Notice) int { return cmp.Compare(a.At.Start, b.At.Start) })
	m := r.meaning
	r.w, r.meaning = nil, Meaning{}
	return m
}
