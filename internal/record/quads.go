package record

import (
	"fmt"

	"github.com/cayleygraph/quad"

	"github.com/wasl-graph/wasl/graph"
)

// Datatypes of dates, by precision.
var dateTypes = map[int]quad.IRI{1: "xsd:gYear", 2: "xsd:gYearMonth", 3: "xsd:date"}

// encode writes an assertion as a quad.
func encode(a graph.Assertion) quad.Quad {
	return quad.Quad{
		Subject:   quad.IRI(a.Subject),
		Predicate: predicates[a.Relation],
		Object:    encodeObject(a.Object),
		Label:     encodeEvidence(a.Evidence, a.Object),
	}
}

func encodeObject(o graph.Object) quad.Value {
	switch o.Form() {
	case graph.ToEntity:
		return quad.IRI(o.Entity)
	case graph.ToDate:
		return quad.TypedString{Value: quad.String(o.Date.String()), Type: dateTypes[o.Date.Precision()]}
	}
	if isCode(o.Text) {
		return quad.String(o.Text.Value)
	}
	return quad.LangString{Value: quad.String(o.Text.Value), Lang: string(o.Text.Language)}
}

// isCode says that a text is a bare code, which is stored as a string without a language.
func isCode(t graph.Text) bool {
	return t == graph.CodeObject(t.Value).Text
}

// decode reads a quad that [encode] wrote. The error names the part that is wrong.
func decode(q quad.Quad) (graph.Assertion, error) {
	var a graph.Assertion
	subject, ok := q.Subject.(quad.IRI)
	if !ok {
		return a, fmt.Errorf("subject %v is no IRI", q.Subject)
	}
	a.Subject = graph.ID(subject)
	var err error
	if a.Relation, err = decodePredicate(q.Predicate); err != nil {
		return a, err
	}
	var text graph.Text
	if a.Evidence, text, err = decodeEvidence(q.Label); err != nil {
		return a, err
	}
	a.Object, err = decodeObject(q.Object, text)
	return a, err
}

func decodeObject(v quad.Value, text graph.Text) (graph.Object, error) {
	switch v := v.(type) {
	case quad.IRI:
		return graph.Object{Entity: graph.ID(v)}, nil
	case quad.String:
		return graph.CodeObject(string(v)), nil
	case quad.LangString:
		text.Value, text.Language = string(v.Value), graph.Tag(v.Lang)
		return graph.Object{Text: text}, nil
	case quad.TypedString:
		date, err := graph.ParseDate(string(v.Value))
		return graph.Object{Date: date}, err
	}
	return graph.Object{}, fmt.Errorf("object %v is neither an entity, a text nor a date", v)
}
