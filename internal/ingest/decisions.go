package ingest

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/ingest/fault"
	"github.com/wasl-graph/wasl/internal/ingest/resolve"
)

// Decisions are what a person decided: review files that were edited. Nil is no decision. They don't change while documents
// are imported, and may be shared.
type Decisions struct {
	file    string
	decided resolve.Decisions
	made    []decision
}

// decision is one line on which something was decided.
type decision struct {
	line    int
	printed resolve.Printed
	id      graph.ID // the candidate or the theme
	same    bool
}

// maxDecision is the most that one line may measure.
const maxDecision = 1 << 20

// ReadDecisions reads a review file that somebody has edited. Lines without a decision say nothing. What is wrong is a
// [Faults] with every fault and its line.
func ReadDecisions(name string, r io.Reader) (*Decisions, error) {
	d := &Decisions{file: name}
	var faults Faults
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, maxDecision)
	n := 0
	for lines.Scan() {
		n++
		line := strings.TrimPrefix(strings.TrimSpace(lines.Text()), "\ufeff")
		if line == "" {
			continue
		}
		if err := d.line(n, line); err != nil {
			faults = append(faults, fault.Fault{File: name, Line: n, What: err.Error()})
		}
	}
	if err := lines.Err(); errors.Is(err, bufio.ErrTooLong) {
		faults = append(faults, fault.Fault{File: name, Line: n + 1, What: fmt.Sprintf("the line is longer than %d bytes", maxDecision)})
	} else if err != nil {
		return nil, err
	}
	return d, faults.OrNil()
}

// line reads one line.
func (d *Decisions) line(n int, line string) error {
	var e ReviewEntry
	decoder := json.NewDecoder(strings.NewReader(line))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&e); err != nil {
		return fmt.Errorf("is no entry of a review: %w", err)
	}
	if _, err := decoder.Token(); !errors.Is(err, io.EOF) {
		return errors.New("expected one JSON object on the line")
	}
	switch e.Type {
	case candidateType:
		return d.candidate(n, e)
	case tagType:
		return d.tag(n, e)
	case withheldType:
		if e.Decision != "" {
			return errors.New("what was withheld is not decided here; a curator who wants it back adds the statement again")
		}
		return nil
	}
	return fmt.Errorf("the type %q is not known; expected candidate, tag or withheld", e.Type)
}

func (d *Decisions) candidate(n int, e ReviewEntry) error {
	if e.Decision == "" {
		return nil
	}
	id, err := graph.ParseID(string(e.Candidate))
	if err != nil {
		return err
	}
	kind, err := graph.ParseKind(e.Kind)
	if err != nil {
		return err
	}
	if _, err := graph.ParseSourceID(string(e.Source)); err != nil {
		return err
	}
	if kind != id.Kind() {
		return fmt.Errorf("%s is no %s", id, strings.ToLower(e.Kind))
	}
	p := resolve.Printed{Source: e.Source, Kind: kind, Name: e.Printed, Affiliation: e.Affiliation, Published: e.Published}
	switch e.Decision {
	case "same":
		for _, other := range d.made {
			if other.printed == p && other.same && other.id != id {
				return fmt.Errorf("%q is decided to be %s on line %d already", e.Printed, other.id, other.line)
			}
		}
		d.decided.Same(p, id)
	case "different":
		d.decided.Different(p, id)
	default:
		return fmt.Errorf("the decision %q is not known; expected same, different or nothing", e.Decision)
	}
	d.made = append(d.made, decision{n, p, id, e.Decision == "same"})
	return nil
}

func (d *Decisions) tag(n int, e ReviewEntry) error {
	if e.Tag == "" {
		return errors.New("expected the tag as it is printed")
	}
	switch {
	case e.Decision == "" && e.Theme == "":
		return nil
	case e.Decision == "ignore" && e.Theme == "":
		d.decided.Ignore(e.Tag)
		return nil
	case e.Decision != "" && e.Decision != "theme":
		return fmt.Errorf("the decision %q is not known for a tag; expected theme with a theme, ignore, or nothing", e.Decision)
	}
	id, err := graph.ParseID(e.Theme)
	if err != nil {
		return err
	}
	if id.Kind() != graph.KindTheme {
		return fmt.Errorf("%s is no theme", id)
	}
	d.decided.Tag(e.Tag, id)
	d.made = append(d.made, decision{line: n, id: id})
	return nil
}

// check holds what was decided about tags against the graph: a theme must be known.
func (d *Decisions) check(g Graph) error {
	if d == nil || len(d.made) == 0 {
		return nil
	}
	known := map[graph.ID]bool{}
	for a := range g.Assertions() {
		known[a.Subject] = true
	}
	for id := range g.Redirects() {
		known[id] = true
	}
	var faults Faults
	for _, m := range d.made {
		if m.printed.Source == "" && !known[m.id] {
			faults = append(faults, fault.Fault{File: d.file, Line: m.line, What: fmt.Sprintf("%s is not in the graph", m.id)})
		}
	}
	return faults.OrNil()
}

// unmet are the decisions about names of the document that name something which neither the graph knows nor the document
// makes, and as notices those about names that it does not print.
func (d *Decisions) unmet(source graph.SourceID, r *resolve.Resolver) (faults, notices Faults) {
	if d == nil {
		return nil, nil
	}
	for _, m := range d.made {
		met, possible := r.Met(m.printed)
		switch {
		case m.printed.Source != source:
		case !r.Known(m.id) || m.same && met && !possible:
			faults = append(faults, fault.Fault{File: d.file, Line: m.line, What: fmt.Sprintf("%s is not in the graph", m.id)})
		case !met:
			what := fmt.Sprintf("%q is not printed in the document any more, or something else than its name decides", clip(m.printed.Name))
			notices = append(notices, fault.Fault{File: d.file, Line: m.line, What: what, Grade: fault.Noted})
		}
	}
	return faults, notices
}

// resolving is the form in which names are resolved by them.
func (d *Decisions) resolving() *resolve.Decisions {
	if d == nil {
		return nil
	}
	return &d.decided
}
