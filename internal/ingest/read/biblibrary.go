package read

import (
	"fmt"
	"slices"
	"strings"

	"github.com/wasl-graph/wasl/internal/ingest/work"
)

// bibLibrary is what the entries of a document share: its macros, and where the entries stand that others refer to.
type bibLibrary struct {
	text    string
	macros  map[string]string // by name in small letters
	size    int               // bytes of all macros
	targets map[string]int    // by key in small letters; -1 when there is no such entry
}

// months are the macros that every style of BibTeX defines.
var months = []string{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"}

// The most that the values of an entry may measure with their macros put in, and all macros together.
const (
	maxExpanded = 1 << 20
	maxMacros   = 16 << 20
)

// survey collects the macros and the keys that crossref names. What is wrong is reported by the second reading.
func (l *bibLibrary) survey(out *sink) bool {
	for s := (bibScanner{text: l.text}); out.goOn(); {
		e, fault := s.next()
		switch {
		case fault != nil:
			continue
		case e == nil:
			return true
		case strings.EqualFold(e.kind.Value, "string"):
			l.define(*e)
		}
		if l.size > maxMacros {
			out.broken(s.start, "the macros stand for more than %d bytes; expected at most so many", maxMacros)
			return false
		}
		if v, refers := l.crossref(*e); refers && e.isWork() {
			l.targets[strings.ToLower(v.raw)] = -1
		}
	}
	return false
}

// define keeps the macros of an @string.
func (l *bibLibrary) define(e bibEntry) {
	for _, f := range e.fields {
		if v, fault := l.value(f); fault == nil {
			l.macros[f.name] = v.raw
			l.size += len(f.name) + len(v.raw)
		}
	}
}

// locate finds the entries that others refer to.
func (l *bibLibrary) locate(out *sink) bool {
	if len(l.targets) == 0 {
		return true
	}
	for s := (bibScanner{text: l.text}); out.goOn(); {
		e, fault := s.next()
		if fault != nil {
			continue
		}
		if e == nil {
			return true
		}
		key := strings.ToLower(e.key.Value)
		if at, wanted := l.targets[key]; wanted && at < 0 && e.isWork() {
			l.targets[key] = e.at.Start
		}
	}
	return false
}

// bibValue is the value of a field, still in LaTeX.
type bibValue struct {
	raw string
	at  work.Span
	// exact says that raw is what stands at the place, to the letter.
	exact bool
}

// part is a piece of the value, of its bytes from start up to end.
func (v bibValue) part(start, end int) bibValue {
	p := bibValue{raw: v.raw[start:end], at: v.at, exact: v.exact}
	if v.exact {
		p.at = work.Span{Start: v.at.Start + start, End: v.at.Start + end}
	}
	return p
}

// words are the value as plain text.
func (v bibValue) words() work.Words {
	left := strings.TrimLeftFunc(v.raw, isBlank)
	v = v.part(len(v.raw)-len(left), len(v.raw)-len(left)+len(strings.TrimRightFunc(left, isBlank)))
	w := work.Words{Value: latex(v.raw), At: v.at}
	if w.Value == "" {
		return work.Words{}
	}
	return w
}

// value puts a field's pieces together.
func (l *bibLibrary) value(f bibField) (bibValue, *bibFault) {
	first, last := f.pieces[0], f.pieces[len(f.pieces)-1]
	v := bibValue{at: work.Span{Start: first.at.Start, End: last.at.End}}
	if len(f.pieces) == 1 && first.form != 'm' {
		v.raw, v.exact = l.text[v.at.Start:v.at.End], true
		return v, nil
	}
	var raw strings.Builder
	for _, p := range f.pieces {
		s := l.text[p.at.Start:p.at.End]
		if p.form == 'm' {
			expanded, known := l.macro(s)
			if !known {
				return v, &bibFault{p.at.Start, fmt.Sprintf("the macro %s is not defined; expected @string{%s = {…}}, or the value in braces", s, s)}
			}
			s = expanded
		}
		if raw.Len()+len(s) > maxExpanded {
			return v, &bibFault{p.at.Start, fmt.Sprintf("the value of %s has more than %d bytes with its macros", f.name, maxExpanded)}
		}
		raw.WriteString(s)
	}
	v.raw = raw.String()
	return v, nil
}

// macro is what a macro stands for.
func (l *bibLibrary) macro(name string) (string, bool) {
	small := strings.ToLower(name)
	if v, known := l.macros[small]; known {
		return v, true
	}
	if slices.Contains(months, small) {
		return small, true
	}
	return "", false
}

// crossref is the key of the entry that this one inherits from.
// bibFields are the values of an entry with those that it inherits.
// bibNamed is a field with its value.
// get is the first value of a field.
// maxCrossrefs is how many entries may inherit from each other in a row.
// resolve gives an entry's values: its own, then those that it inherits by crossref, from the nearest first.
// own adds the fields of an entry that heir has or inherits.
// inherited is the name under which an entry inherits a field, "" when it does not. What names the parent alone is never
// inherited, and the title of a book is the book title of what stands in it.
// isWithin says that the entry is a part of a book or of proceedings.
