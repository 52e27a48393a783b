package curation

import (
	"github.com/wasl-graph/wasl/graph"
)

// Object is what a statement is to say of its subject. Exactly one of the three is given.
type Object struct {
	Entity *string // an id
	Text   *graph.Text
	Date   *graph.Date
}

// of reads the object of a relation.
func (o Object) of(r graph.Relation) (graph.Object, error) {
	form := r.Form()
	switch {
	case o.Entity != nil && o.Text == nil && o.Date == nil:
		if form != graph.ToEntity {
			return graph.Object{}, graph.Invalid("object.entity", *o.Entity, expectedIn[form])
		}
		return entityOf(r, *o.Entity)
	case o.Text != nil && o.Entity == nil && o.Date == nil:
		if form == graph.ToDate || form == graph.ToEntity && !r.Collective() {
			return graph.Object{}, graph.Invalid("object.text", o.Text.Value, expectedIn[form])
		}
		return textOf(r, *o.Text)
	case o.Date != nil && o.Entity == nil && o.Text == nil:
		if form != graph.ToDate {
			return graph.Object{}, graph.Invalid("object.date", o.Date.String(), expectedIn[form])
		}
		return graph.Object{Date: *o.Date}, nil
	}
	return graph.Object{}, graph.Invalid("object", "", graph.ExpectOneObject)
}

// expectedIn is what stands at the end of a relation.
var expectedIn = map[graph.ObjectForm]graph.Expected{
	graph.ToEntity: graph.ExpectEntity, graph.ToText: graph.ExpectText, graph.ToCode: graph.ExpectCode, graph.ToDate: graph.ExpectDate,
}

func entityOf(r graph.Relation, value string) (graph.Object, error) {
	id, err := identified("object.entity", value)
	if err == nil && !r.Object(id.Kind()) {
		err = graph.Invalid("object.entity", value, graph.ExpectOtherObject(id.Kind()))
	}
	return graph.Object{Entity: id}, err
}

func textOf(r graph.Relation, t graph.Text) (graph.Object, error) {
	var err error
	switch {
	case r.Form() == graph.ToCode:
		return codeOf(r, t)
	case r == graph.Abstract || r == graph.Description || r == graph.Note:
		t.Value, err = prose("object.text.value", t.Value, maxProse)
	default:
		t.Value, err = line("object.text.value", t.Value, maxLine)
	}
	return graph.Object{Text: t}, err
}

// codeOf reads a text that has no language. Its kind and standing follow from that.
func codeOf(r graph.Relation, t graph.Text) (graph.Object, error) {
	if t.Language != graph.Undetermined {
		return graph.Object{}, graph.Invalid("object.text.language", string(t.Language), graph.ExpectNoLanguage)
	}
	value, err := line("object.text.value", t.Value, maxLine)
	if err == nil {
		value, err = graph.ParseCode(r, value)
	}
	return graph.CodeObject(value), under("object.text.value", err)
}
