package record

import (
	"fmt"
	"net/url"
	"strconv"
	"strings"

	"github.com/cayleygraph/quad"

	"github.com/wasl-graph/wasl/graph"
)

// The parameters of an evidence IRI, in the order in which they are written. Those that are empty or zero are left out.
const (
	paramChange      = "change"       // the number of the change that recorded it
	paramMethod      = "method"       // always there
	paramRule        = "rule"         // of an inference
	paramKind        = "kind"         // of a text
	paramStanding    = "standing"     // of a text
	paramPosition    = "position"     // in the printed order
	paramAs          = "as"           // the name as printed
	paramAffiliation = "affiliation"  // the organisation printed with it
	paramPlaceAs     = "affiliatedAs" // its name as printed
	paramWords       = "words"        // the words quoted, where the source's text is not kept
)

// encodeEvidence writes evidence as the fourth element of a quad, for example
//
//	source:icmpd-publications?change=1&method=TAGGED&words=%23Policy#line=7,8
//
// The fragment is a place as in RFC 5147. A text's kind and standing belong to the evidence for it, so they are written
// here too. The words stand in the IRI rather than in a table beside it: they come and go with the quad, and two
// quotations of one line need no numbering.
func encodeEvidence(e graph.Evidence, o graph.Object) quad.IRI {
	var b strings.Builder
	b.WriteString(string(e.Source))
	sep := byte('?')
	add := func(name, value string) {
		if value == "" {
			return
		}
		b.WriteByte(sep)
		sep = '&'
		b.WriteString(name)
		b.WriteByte('=')
		b.WriteString(url.QueryEscape(value))
	}
	if e.Change > 0 {
		add(paramChange, strconv.FormatUint(uint64(e.Change), 10))
	}
	add(paramMethod, e.Method.String())
	add(paramRule, string(e.Rule))
	if o.Form() == graph.ToText && !isCode(o.Text) {
		add(paramKind, o.Text.Kind.String())
		add(paramStanding, o.Text.Standing.String())
	}
	if e.Printed.Position > 0 {
		add(paramPosition, strconv.Itoa(e.Printed.Position))
	}
	add(paramAs, e.Printed.As)
	add(paramAffiliation, string(e.Printed.Affiliation))
	add(paramPlaceAs, e.Printed.AffiliationAs)
	add(paramWords, e.Words)
	if unit := placeUnits[e.Place.Unit]; unit != "" {
		fmt.Fprintf(&b, "#%s=%d,%d", unit, e.Place.Start, e.Place.End)
	}
	return quad.IRI(b.String())
}

var placeUnits = map[graph.PlaceUnit]string{graph.Lines: "line", graph.Chars: "char"}

// decodeEvidence reads what [encodeEvidence] wrote. The text has only its kind and standing.
func decodeEvidence(v quad.Value) (graph.Evidence, graph.Text, error) {
	iri, ok := v.(quad.IRI)
	if !ok {
		return graph.Evidence{}, graph.Text{}, fmt.Errorf("evidence %v is no IRI", v)
	}
	rest, fragment, _ := strings.Cut(string(iri), "#")
	source, query, _ := strings.Cut(rest, "?")
	d := evidenceDecoder{evidence: graph.Evidence{Source: graph.SourceID(source)}}
	for query != "" && d.err == nil {
		var pair string
		pair, query, _ = strings.Cut(query, "&")
		name, value, _ := strings.Cut(pair, "=")
		d.param(name, value)
	}
	d.place(fragment)
	if d.err != nil {
		return graph.Evidence{}, graph.Text{}, fmt.Errorf("evidence %s: %w", iri, d.err)
	}
	return d.evidence, d.text, nil
}

type evidenceDecoder struct {
	evidence graph.Evidence
	text     graph.Text
	err      error
}

func (d *evidenceDecoder) param(name, escaped string) {
	value, err := url.QueryUnescape(escaped)
	if err != nil {
		d.err = err
		return
	}
	e := &d.evidence
	switch name {
	case paramChange:
		var n uint64
		n, d.err = strconv.ParseUint(value, 10, 32)
		e.Change = uint32(n)
	case paramMethod:
		e.Method, d.err = graph.ParseMethod(value)
	case paramRule:
		e.Rule, d.err = graph.ParseRule(value)
	case paramKind:
		d.text.Kind, d.err = graph.ParseTextKind(value)
	case paramStanding:
		d.text.Standing, d.err = graph.ParseLabelStanding(value)
	case paramPosition:
		e.Printed.Position, d.err = strconv.Atoi(value)
	case paramAs:
		e.Printed.As = value
	case paramAffiliation:
		e.Printed.Affiliation, d.err = graph.ParseID(value)
	case paramPlaceAs:
		e.Printed.AffiliationAs = value
	case paramWords:
		e.Words = value
	default:
		d.err = fmt.Errorf("unknown parameter %q", name)
	}
}

func (d *evidenceDecoder) place(fragment string) {
	if fragment == "" || d.err != nil {
		return
	}
	name, value, _ := strings.Cut(fragment, "=")
	start, end, _ := strings.Cut(value, ",")
	for unit, known := range placeUnits {
		if known != name {
			continue
		}
		p := graph.Place{Unit: unit}
		if p.Start, d.err = strconv.Atoi(start); d.err == nil {
			p.End, d.err = strconv.Atoi(end)
		}
		d.evidence.Place = p
		return
	}
	d.err = fmt.Errorf("unknown place %q", fragment)
}
