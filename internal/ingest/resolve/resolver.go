package resolve

import (
	"slices"
	"unicode/utf8"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/ingest/document"
	"github.com/wasl-graph/wasl/internal/ingest/understand"
	"github.com/wasl-graph/wasl/internal/ingest/work"
)

// Options say what a document is resolved with. Document and Source must be set; the rest may be left out.
type Options struct {
	Document *document.Document
	Source   graph.SourceID
	// Publisher publishes every report that names no publisher of its own: an organisation's id or its name.
	Publisher string
	// Decisions are what a person decided before; nil for nothing.
	Decisions *Decisions
	// Curation is what curators decided about what the document said before.
	Curation graph.Curation
}

// Resolver turns what a document means into assertions, one publication after the other. It keeps what it has seen, so that
// later publications meet earlier ones. It must not be shared between goroutines.
type Resolver struct {
	*known
	Options
	settled  map[part]graph.ID // names without identifiers, by the entity they went to in this document
	said     map[saying]bool
	out      *Added
	met      map[Printed]bool // names that were decided about, and whether the decision could be followed
	parsed   map[[3]string]personName
	last     counted
	line     int
	language graph.Tag         // of the title, and so of the names in it
	used     map[usage]bool    // who has a part in the report already, by relation
	authors  map[graph.ID]bool // whom others, or an earlier record, name as the report's authors
}

// usage is an entity's part in what is being resolved.
type usage struct {
	relation graph.Relation
	id       graph.ID
}

// saying is something that a document says once of an entity, however often it is printed.
type saying struct {
	subject  graph.ID
	relation graph.Relation
	object   string
	method   graph.Method // what is stated further down is worth more than what was mentioned before
}

// Added is what one publication comes to.
type Added struct {
	Report graph.ID
	// Assertions all pass [graph.Assertion.Check].
	Assertions  []graph.Assertion
	Resolutions []Resolution
	Candidates  []Candidate
	// Notices say what was understood and can't be stated.
	Notices []understand.Notice
}

// New makes a resolver for one document. It goes through the graph once.
func New(g Graph, o Options) *Resolver {
	if o.Decisions == nil {
		o.Decisions = &Decisions{}
	}
	return &Resolver{
		known: survey(g, o.Source, o.Curation), Options: o, settled: map[part]graph.ID{}, said: map[saying]bool{}, met: map[Printed]bool{},
		parsed: map[[3]string]personName{},
	}
}

// Add resolves one publication.
func (r *Resolver) Add(m *understand.Meaning) Added {
	r.out = &Added{}
	r.line = m.Work.Line
	r.used = map[usage]bool{}
	r.report(m)
	r.authors = r.authorsOf(r.out.Report)
	for i := range m.Claims {
		r.claim(r.out.Report, &m.Claims[i])
	}
	r.publish(m)
	for i := range m.Events {
		r.event(&m.Events[i], i+1)
	}
	return *r.out
}

// Rest lets go of all by which names are resolved, which is most of the memory that an import takes. After it, nothing is added any
// more, and only Existed and Others may be asked.
func (r *Resolver) Rest() {
	*r = Resolver{known: &known{merges: r.merges, spoken: r.spoken, before: &before{subject: r.before.subject}}}
}

// Known says whether anybody speaks of the entity: the graph before the document, or the document so far.
func (r *Resolver) Known(id graph.ID) bool { return r.taken[id] }

// Existed says whether the graph spoke of the entity before the document was imported.
func (r *Resolver) Existed(id graph.ID) bool { return r.spoken[id] || r.before.subject[id] }

// Orphan says that others still speak of an entity which has no name but the one that the document gave it before.
func (r *Resolver) Orphan(id graph.ID) bool {
	if !r.spoken[id] {
		return false
	}
	e := r.entities[id]
	if r.joined[id] != nil {
		e = r.joined[id]
	}
	return e == nil || !e.labelled("")
}

// evidence is what a fact rests on: the words at a place.
func (r *Resolver) evidence(method graph.Method, rule graph.Rule, at work.Span) graph.Evidence {
	e := graph.Evidence{Source: r.Source, Method: method, Rule: rule}
	if !at.IsZero() {
		start := r.chars(at.Start)
		end := start + utf8.RuneCountInString(r.Document.Text[at.Start:at.End])
		e.Place = graph.Place{Unit: graph.Chars, Start: start, End: end}
	}
	return e
}

// counted is a place in the text up to which the code points were counted.
type counted struct{ offset, chars int }

// stride is how far places lie apart that are counted from one another.
const stride = 1 << 12

// chars is how many code points lie before an offset. The facts of a publication stand near each other.
func (r *Resolver) chars(offset int) int {
	text, last := r.Document.Text, r.last
	switch distance := offset - last.offset; {
	case distance >= 0 && distance < stride:
		r.last.chars += utf8.RuneCountInString(text[last.offset:offset])
	case distance < 0 && distance > -stride:
		r.last.chars -= utf8.RuneCountInString(text[offset:last.offset])
	default:
		r.last.chars = r.Document.Place(work.Span{Start: offset, End: offset}).Start
	}
	r.last.offset = offset
	return r.last.chars
}

// state asserts a fact, and takes it in. What is wrong on its own becomes a notice.
func (r *Resolver) state(a graph.Assertion, at work.Span) bool {
	if err := a.Check(); err != nil {
		r.out.Notices = append(r.out.Notices, understand.Notice{At: at, Kind: "field", Words: r.Document.Quote(at), Why: err.Error()})
		return false
	}
	r.out.Assertions = append(r.out.Assertions, a)
	r.note(a)
	return true
}

// once asserts what a document need say only once.
func (r *Resolver) once(a graph.Assertion, at work.Span) {
	key := saying{a.Subject, a.Relation, a.Object.String(), a.Evidence.Method}
	if !r.said[key] {
		r.said[key] = r.state(a, at)
	}
}

// fact is an assertion without what is printed beside it.
func (r *Resolver) fact(subject graph.ID, relation graph.Relation, object graph.Object, e graph.Evidence) graph.Assertion {
	return graph.Assertion{Statement: graph.Statement{Subject: subject, Relation: relation, Object: object}, Evidence: e}
}

// isUsed says whether somebody has the same part in the report already: two authors of one name are two people.
func (r *Resolver) isUsed(relation graph.Relation) func(graph.ID) bool {
	return func(id graph.ID) bool {
		return slices.Contains(graph.ContributionRelations(), relation) && r.used[usage{relation, id}]
	}
}

// methodOfNames is how a name was taken from the document by which an entity is called.
func methodOfNames(m graph.Method) graph.Method {
	if m == graph.Mentioned || m == graph.Curated {
		return m
	}
	return graph.Stated
}

// Others says whether others than the document speak of the entity.
func (r *Resolver) Others(id graph.ID) bool { return r.spoken[id] }
