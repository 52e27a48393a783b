package handles

import (
	"slices"
	"strings"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/lang"
	"github.com/wasl-graph/wasl/internal/view"
)

// Node is anything with an id.
type Node interface{ ID() string }

// Entity is an entity of any kind.
type Entity interface {
	Node
	isEntity()
}

// Agent is a person or an organisation.
type Agent interface {
	Entity
	isAgent()
}

// entity is what all entities have in common. Its methods are the fields of the interface Entity.
type entity struct {
	s *Session
	n view.Node
	// gone is the id of an entity that the view no longer has: only what was retracted still speaks of it.
	gone graph.ID
}

func (e entity) isEntity() {}

func (e entity) id() graph.ID {
	if e.gone != "" {
		return e.gone
	}
	return e.s.view.ID(e.n)
}

// ID is the readable, stable id.
func (e entity) ID() string { return string(e.id()) }

// Kind is what the entity is.
func (e entity) Kind() EntityKind { return EntityKind(e.id().Kind()) }

// Iri is the entity's name for other systems.
func (e entity) Iri() URI { return URI(e.id().IRI()) }

// Label is the name that suits the reader best.
func (e entity) Label(languages []LanguageTag) Text {
	r := e.s.readerFor(languages)
	if e.gone != "" {
		return Text{text: graph.CodeObject(string(e.gone)).Text, reader: r, tried: r.Chain.Tags()}
	}
	text := e.s.served(r, r.Label(e.n))
	text.name = e.id().Kind() == graph.KindPerson
	return text
}

// Labels is the name in every language, in the order in which the reader's languages are tried.
func (e entity) Labels() []Text { return e.asTheyAre(e.texts(graph.Label)) }

// AlternativeLabels are the other names, language by language as Labels, and by their letters within one; with languages only
// those in one of them.
func (e entity) AlternativeLabels(languages []LanguageTag) []Text {
	texts := e.texts(graph.AlternativeLabel)
	for start := 0; start < len(texts); {
		end := start + 1
		for end < len(texts) && texts[end].Language == texts[start].Language {
			end++
		}
		view.SortBy(e.s.reader, texts[start:end], func(t view.Served) string { return t.Value })
		start = end
	}
	return e.asTheyAre(slices.DeleteFunc(texts, func(t view.Served) bool {
		return len(languages) > 0 && !slices.ContainsFunc(languages, func(l LanguageTag) bool { return in(t.Language, graph.Tag(l)) })
	}))
}

// texts are the texts of a relation in the order in which the reader's languages are tried.
func (e entity) texts(r graph.Relation) []view.Served {
	if e.gone != "" {
		return nil
	}
	return e.s.reader.All(e.n, r)
}

func (e entity) asTheyAre(texts []view.Served) []Text {
	list := make([]Text, len(texts))
	for i, t := range texts {
		list[i] = e.s.asIs(t)
	}
	return list
}

// in says that a tag is the wanted one, a form of it, or its base language.
func in(tag, wanted graph.Tag) bool {
	return tag == wanted || tag.Base() == wanted || tag == wanted.Base()
}

// Description is what the entity is, in a sentence.
func (e entity) Description(languages []LanguageTag) *Text {
	return e.text(graph.Description, languages)
}

// text is the text of a relation that suits the reader best.
func (e entity) text(r graph.Relation, languages []LanguageTag) *Text {
	if e.gone != "" {
		return nil
	}
	reader := e.s.readerFor(languages)
	served, found := reader.Text(e.n, r)
	if !found {
		return nil
	}
	text := e.s.served(reader, served)
	return &text
}

// Identifiers are the names that others have for the entity.
func (e entity) Identifiers() []Identifier { return e.identifiers(graph.IdentifiedBy) }

func (e entity) identifiers(r graph.Relation) []Identifier {
	codes := e.values(r)
	list := make([]Identifier, len(codes))
	for i, code := range codes {
		list[i] = newIdentifier(code.Value)
	}
	slices.SortFunc(list, func(a, b Identifier) int { return strings.Compare(a.code(), b.code()) })
	return list
}

// AvailableIn are the languages of the labels, in the order in which the reader's languages are tried.
func (e entity) AvailableIn() []LanguageTag {
	var tags []graph.Tag
	for _, t := range e.values(graph.Label) {
		tags = append(tags, t.Language)
	}
	return e.s.inChainOrder(tags)
}

// MissingIn are the served languages without a label, in the same order. A label in every language leaves none missing.
func (e entity) MissingIn() []LanguageTag {
	have := e.AvailableIn()
	if slices.Contains(have, LanguageTag(graph.Multiple)) {
		return []LanguageTag{}
	}
	return e.s.inChainOrder(slices.DeleteFunc(lang.Served(), func(tag graph.Tag) bool {
		return slices.ContainsFunc(have, func(h LanguageTag) bool { return in(graph.Tag(h), tag) })
	}))
}

// inChainOrder are some languages in the order in which the reader's are tried, each once.
func (s *Session) inChainOrder(tags []graph.Tag) []LanguageTag {
	s.reader.SortTags(tags)
	tags = slices.Compact(tags)
	list := make([]LanguageTag, len(tags))
	for i, tag := range tags {
		list[i] = LanguageTag(tag)
	}
	return list
}

// acronym is the usual abbreviation.
func (e entity) acronym() *string {
	codes := e.values(graph.Acronym)
	if len(codes) == 0 {
		return nil
	}
	return &codes[0].Value
}

// to are the entities of a kind that the entity leads to, by label.
func (e entity) to(k graph.Kind, relations ...graph.Relation) []view.Node {
	return e.s.ordered(k, e.objects(relations...))
}

// from are the entities of a kind that lead to the entity, by label.
func (e entity) from(k graph.Kind, r graph.Relation) []view.Node {
	return e.s.ordered(k, slices.Clone(e.subjects(r)))
}

// ordered keeps the entities of a kind, each once, in the order of their labels.
func (s *Session) ordered(k graph.Kind, nodes []view.Node) []view.Node {
	nodes = slices.DeleteFunc(nodes, func(n view.Node) bool { return s.view.Kind(n) != k })
	s.reader.InOrder(nodes)
	return slices.Compact(nodes)
}
