package resolve

import (
	"iter"
	"slices"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/lang"
)

// Graph is what is known before a document is imported.
type Graph interface {
	// AssertionsAsRecorded yields everything that the graph holds, with the ids under which it was recorded, in any order.
	AssertionsAsRecorded() iter.Seq[graph.Assertion]
	// Redirects yields the id of each entity that was merged, with that of the one which answers for it.
	Redirects() iter.Seq2[graph.ID, graph.ID]
}

// entity is what is known of one entity, as far as names lead to it. What the document itself said in an earlier import
// is no part of it.
type entity struct {
	id graph.ID
	// names are labels and alternative labels, each once; labels come first where they are asked for.
	names    []naming
	acronyms []string
	codes    []string // identifiers in their normal form
	dates    []graph.Date
	authors  []graph.ID
	events   []graph.ID // that a report covers
	bodies   []graph.ID // that a person is affiliated with
	read     []personName
}

// naming is one name of an entity, as the graph has it.
type naming struct {
	relation graph.Relation // LABEL or ALTERNATIVE_LABEL
	text     graph.Text
}

// nameKey is a name as it is looked up.
type nameKey struct {
	kind   graph.Kind
	folded string
}

// known is the index of the entities, of the graph and of the document so far.
type known struct {
	merges
	entities   map[graph.ID]*entity
	identified map[string]graph.ID
	named      map[nameKey][]graph.ID
	acronyms   map[nameKey][]graph.ID // as they are written, not folded
	blocks     blocks
	families   map[string]int // how many people bear a family name
	words      wordIndex
	before     *before
	// spoken are the ids that others speak of, taken those that can't be given to anything new.
	spoken, taken map[graph.ID]bool
	minted        map[string]int // the last number that an id got
}

// survey goes through the graph once. What rests on the source itself does not count, but for the ids by which its names
// went, also where curators took that back, and for what curators say themselves.
func survey(g Graph, source graph.SourceID, c graph.Curation) *known {
	k := &known{
		merges: mergesOf(g), entities: map[graph.ID]*entity{}, identified: map[string]graph.ID{}, named: map[nameKey][]graph.ID{},
		acronyms: map[nameKey][]graph.ID{}, blocks: blocks{}, families: map[string]int{}, words: wordIndex{},
		before: newBefore(), spoken: map[graph.ID]bool{}, taken: map[graph.ID]bool{}, minted: map[string]int{},
	}
	for id := range k.winners {
		k.taken[id] = true
	}
	kept := map[graph.Statement]bool{}
	for _, statement := range c.Kept {
		kept[statement.Key()] = true
	}
	for a := range g.AssertionsAsRecorded() {
		own := a.Evidence.Source == source
		others := !own || len(kept) > 0 && kept[a.Statement.Key()]
		for id := range idsIn(a) {
			k.taken[id] = true
			if others {
				k.spoken[id] = true
			}
		}
		if own {
			k.before.remember(a)
		}
		if others {
			k.note(a)
		}
	}
	for _, w := range c.Withdrawn {
		k.before.recall(w.Assertion)
		for id := range idsIn(w.Assertion) {
			k.taken[id] = true // its names lead to it all the same
		}
	}
	k.before.settle()
	k.arrange()
	return k
}

// idsIn yields the entities that an assertion speaks of.
func idsIn(a graph.Assertion) iter.Seq[graph.ID] {
	return func(yield func(graph.ID) bool) {
		for _, id := range [...]graph.ID{a.Subject, a.Object.Entity, a.Evidence.Printed.Affiliation} {
			if id != "" && !yield(id) {
				return
			}
		}
	}
}

// of is the entity that answers for the id.
func (k *known) of(id graph.ID) *entity {
	id = k.final(id)
	e := k.entities[id]
	if e == nil {
		e = &entity{id: id}
		k.entities[id] = e
	}
	return e
}

// note takes in one fact.
func (k *known) note(a graph.Assertion) {
	if e := k.joined[a.Subject]; e != nil {
		e.take(a)
	}
	a = k.read(a)
	switch a.Relation {
	case graph.Label, graph.AlternativeLabel:
		add(k.named, nameKey{a.Subject.Kind(), lang.Fold(a.Object.Text.Value)}, a.Subject)
	case graph.Acronym:
		add(k.acronyms, nameKey{a.Subject.Kind(), a.Object.Text.Value}, a.Subject)
	case graph.IdentifiedBy:
		k.identify(normalCode(a.Object.Text.Value), a.Subject)
	case graph.Published, graph.Starts, graph.Author, graph.CoversEvent, graph.AffiliatedWith:
	default:
		return
	}
	k.of(a.Subject).take(a)
}

// identify keeps an identifier. Of two entities that claim one, the smaller id has it, whichever comes first.
func (k *known) identify(code string, id graph.ID) {
	if code == "" {
		return
	}
	if other, claimed := k.identified[code]; !claimed || id < other {
		k.identified[code] = id
	}
}

// take takes in one fact of the entity.
func (e *entity) take(a graph.Assertion) {
	switch a.Relation {
	case graph.Label, graph.AlternativeLabel:
		e.name(naming{a.Relation, a.Object.Text})
	case graph.Acronym:
		e.acronyms = addOnce(e.acronyms, a.Object.Text.Value)
	case graph.IdentifiedBy:
		if code := normalCode(a.Object.Text.Value); code != "" {
			e.codes = addOnce(e.codes, code)
		}
	case graph.Published, graph.Starts:
		e.dates = addOnce(e.dates, a.Object.Date)
	case graph.Author:
		if a.Object.Entity != "" {
			e.authors = addOnce(e.authors, a.Object.Entity)
		}
	case graph.CoversEvent:
		e.events = addOnce(e.events, a.Object.Entity)
	case graph.AffiliatedWith:
		e.bodies = addOnce(e.bodies, a.Object.Entity)
	}
}

func (e *entity) name(n naming) {
	for _, have := range e.names {
		if have.relation == n.relation && have.text.Value == n.text.Value && have.text.Language == n.text.Language {
			return
		}
	}
	e.names = append(e.names, n)
}

func addOnce[T comparable](list []T, value T) []T {
	if slices.Contains(list, value) {
		return list
	}
	return append(list, value)
}

func add(index map[nameKey][]graph.ID, key nameKey, id graph.ID) {
	if list := index[key]; !slices.Contains(list, id) {
		index[key] = append(list, id)
	}
}

// arrange puts everything into an order of its own, and makes people and organisations findable by a part of their names,
// once all is known of them.
func (k *known) arrange() {
	ids := make([]graph.ID, 0, len(k.entities))
	for id, e := range k.entities {
		ids = append(ids, id)
		slices.SortFunc(e.names, compareNamings)
		slices.Sort(e.bodies)
		slices.Sort(e.authors)
		slices.Sort(e.events)
	}
	for _, e := range k.joined {
		slices.SortFunc(e.names, compareNamings)
	}
	slices.Sort(ids)
	for _, index := range []map[nameKey][]graph.ID{k.named, k.acronyms} {
		for _, list := range index {
			slices.Sort(list)
		}
	}
	for _, id := range ids {
		k.file(k.entities[id])
	}
}

// file makes an entity findable by a part of its names.
func (k *known) file(e *entity) {
	switch e.id.Kind() {
	case graph.KindPerson:
		k.filePerson(e)
	case graph.KindOrganisation, graph.KindProject:
		k.fileWords(e)
	}
}

// label is the name by which an entity is shown to whoever decides; its id where it has none.
func (k *known) label(id graph.ID) string {
	if e := k.entities[k.final(id)]; e != nil && len(e.names) > 0 {
		return e.names[0].text.Value
	}
	return string(id)
}

// identifiedBy finds the entity of a kind that the identifiers name. They must not name two.
func (k *known) identifiedBy(kind graph.Kind, codes []string) graph.ID {
	var found graph.ID
	for _, code := range codes {
		id := k.identified[code]
		if id == "" {
			id = k.before.codes[code]
		}
		switch {
		case id == "" || id.Kind() != kind || k.final(id) == k.final(found):
		case found != "":
			return ""
		default:
			found = id
		}
	}
	return found
}

// contradicts says that the identifiers are of somebody else: the entity has another one in a scheme that gives each one
// alone.
func (k *known) contradicts(id graph.ID, codes []string) bool {
	e := k.entities[k.final(id)]
	return e != nil && differ(codes, e.codes) || differ(codes, k.before.codesOf[id])
}
