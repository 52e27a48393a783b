package record

import (
	"fmt"

	"github.com/cayleygraph/quad"

	"github.com/wasl-graph/wasl/graph"
)

// predicates gives each relation its property: a standard one where there is one that means this and nothing else.
var predicates = map[graph.Relation]quad.IRI{
	graph.Label:            "skos:prefLabel",
	graph.AlternativeLabel: "skos:altLabel",
	graph.HiddenLabel:      "skos:hiddenLabel",
	graph.Description:      "dcterms:description",
	graph.Published:        "dcterms:issued",
	graph.Author:           "dcterms:creator",
	graph.Editor:           "schema:editor",
	graph.Contributor:      "dcterms:contributor",
	graph.Publisher:        "dcterms:publisher",
	graph.Commissioner:     "wasl:commissioner",
	graph.Funder:           "schema:funder",
	graph.OutputOf:         "frapo:isOutputOf",
	graph.AboutCountry:     "schema:spatialCoverage",
	graph.MentionsCountry:  "wasl:mentionsCountry",
	graph.AboutRegion:      "dcterms:spatial",
	graph.Mentions:         "schema:mentions",
	graph.AboutTheme:       "dcterms:subject",
	graph.CoversEvent:      "wasl:coversEvent",
	graph.AffiliatedWith:   "schema:affiliation",
	graph.PartOf:           "dcterms:isPartOf",
	graph.PartnerOf:        "wasl:partner",
	graph.LocatedIn:        "schema:location",
	graph.Follows:          "prov:wasInformedBy",
	graph.Facilitator:      "wasl:facilitator",
	graph.Participant:      "schema:attendee",
	graph.Organiser:        "schema:organizer",
	graph.Broader:          "skos:broader",
	graph.Related:          "skos:related",
	graph.Abstract:         "dcterms:abstract",
	graph.Acronym:          "wasl:acronym",
	graph.IdentifiedBy:     "dcterms:identifier",
	graph.HasType:          "dcterms:type",
	graph.WrittenIn:        "dcterms:language",
	graph.SourceTag:        "schema:keywords",
	graph.Note:             "skos:note",
	graph.Starts:           "schema:startDate",
	graph.Ends:             "schema:endDate",
	graph.ExactMatch:       "skos:exactMatch",
	graph.CloseMatch:       "skos:closeMatch",
	graph.Replaces:         "dcterms:replaces",
}

var relationOf = func() map[quad.IRI]graph.Relation {
	m := make(map[quad.IRI]graph.Relation, len(predicates))
	for relation, iri := range predicates {
		m[iri] = relation
	}
	return m
}()

func decodePredicate(v quad.Value) (graph.Relation, error) {
	iri, _ := v.(quad.IRI)
	relation, known := relationOf[iri]
	if !known {
		return 0, fmt.Errorf("unknown predicate %v", v)
	}
	return relation, nil
}
