package ingest

import (
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/wasl-graph/wasl/graph"
)

// maxWords is how many words of a document a seed may quote.
const maxWords = 12

// fact reads one fact of a relation: the object, and what it rests on. The position is its place in the list, from 1.
func (r *seedReader) fact(relation graph.Relation, position int, node *yaml.Node) {
	before := len(r.graph.faults)
	f := factReader{seedReader: r, line: node.Line}
	f.assertion.Subject = r.id
	f.assertion.Relation = relation
	f.assertion.Evidence = graph.Evidence{Source: r.source, Method: graph.Curated}
	for _, p := range r.pairs(node) {
		f.field(p)
	}
	if len(r.graph.faults) == before {
		f.finish(position)
	}
	if len(r.graph.faults) > before {
		return // what was half read is not held against the other facts
	}
	if err := f.assertion.Check(); err != nil {
		r.fault(node.Line, "%v", err)
		return
	}
	r.graph.asserted = append(r.graph.asserted, located{f.assertion, r.file, node.Line})
}

type factReader struct {
	*seedReader
	line      int
	assertion graph.Assertion
	objects   []string // which of entity, text, code and date were given
	textOnly  []string // which of language, kind and standing
	printed   []string // which of printed_as, affiliation and affiliation_printed_as
}

func (f *factReader) field(p pair) {
	o, e, r := &f.assertion.Object, &f.assertion.Evidence, f.seedReader
	switch p.key.Value {
	case "entity", "text", "code", "date":
		f.objects = append(f.objects, p.key.Value)
	case "language", "kind", "standing":
		f.textOnly = append(f.textOnly, p.key.Value)
	case "printed_as", "affiliation", "affiliation_printed_as":
		f.printed = append(f.printed, p.key.Value)
	}
	switch p.key.Value {
	case "entity":
		o.Entity = parsed(r, p, graph.ParseID)
	case "text":
		o.Text.Value = r.scalar(p)
	case "code":
		*o = graph.CodeObject(parsed(r, p, codeOf(f.assertion.Relation)))
	case "date":
		o.Date = parsed(r, p, graph.ParseDate)
	case "language":
		o.Text.Language = parsed(r, p, parseTag)
	case "kind":
		o.Text.Kind = parsed(r, p, graph.ParseTextKind)
	case "standing":
		o.Text.Standing = parsed(r, p, graph.ParseLabelStanding)
	case "source":
		e.Source = parsed(r, p, graph.ParseSourceID)
	case "method":
		e.Method = parsed(r, p, graph.ParseMethod)
	case "rule":
		e.Rule = parsed(r, p, graph.ParseRule)
	case "line":
		e.Place = parsed(r, p, parseLine)
	case "words":
		e.Words = parsed(r, p, parseWords)
	case "printed_as":
		e.Printed.As = r.scalar(p)
	case "affiliation":
		e.Printed.Affiliation = parsed(r, p, graph.ParseID)
	case "affiliation_printed_as":
		e.Printed.AffiliationAs = r.scalar(p)
	default:
		f.fault(p.key.Line, "%q is not known in a fact; package seeds says what is", p.key.Value)
	}
}

func parseLine(s string) (graph.Place, error) {
	n, err := strconv.Atoi(s)
	if err != nil || n < 1 {
		return graph.Place{}, graph.Invalid("line", s, graph.ExpectLine)
	}
	return graph.AtLine(n), nil
}

func parseWords(s string) (string, error) {
	if len(strings.Fields(s)) > maxWords {
		return "", graph.Invalid("words", s, graph.ExpectFewWords(maxWords))
	}
	return s, nil
}

// codeOf says how the codes of a relation are read.
func codeOf(r graph.Relation) func(string) (string, error) {
	if r == graph.WrittenIn {
		return func(s string) (string, error) {
			_, err := parseTag(s)
			return s, err
		}
	}
	return func(s string) (string, error) { return graph.ParseCode(r, s) }
}

// finish checks what only shows when all keys are read, and adds what follows from the place in the list.
func (f *factReader) finish(position int) {
	e := &f.assertion.Evidence
	if len(f.objects) != 1 {
		f.fault(f.line, "expected exactly one of entity, text, code and date")
		return
	}
	isText := f.objects[0] == "text"
	if !isText && len(f.textOnly) > 0 {
		f.fault(f.line, "%s goes with text only", f.textOnly[0])
	}
	if isText && f.assertion.Object.Text.Language == "" {
		f.fault(f.line, "expected the language of the text")
	}
	if e.Source == "" {
		f.fault(f.line, "expected a source, here or for the whole file")
	}
	if e.Words != "" && e.Place == (graph.Place{}) {
		f.fault(f.line, "expected the line on which the words stand")
	}
	if len(f.printed) > 0 && !hasPart(f.assertion.Relation) {
		f.fault(f.line, "%s goes with people and organisations that have part in a report or an event", f.printed[0])
	}
	if f.assertion.Relation == graph.SourceTag || hasPart(f.assertion.Relation) && e.Place != (graph.Place{}) {
		e.Printed.Position = position // the printed order; what stands nowhere in the source has none
	}
}

// hasPart says that a relation joins a report or an event to those who have part in it.
func hasPart(r graph.Relation) bool {
	return slices.Contains(graph.ContributionRelations(), r) || slices.Contains(graph.ParticipationRelations(), r)
}
