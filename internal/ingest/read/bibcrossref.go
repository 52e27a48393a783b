package read

import (
	"fmt"
	"slices"
	"strings"
)

func (l *bibLibrary) crossref(e bibEntry) (bibValue, bool) {
	for _, f := range e.fields {
		if f.name == "crossref" {
			v, fault := l.value(f)
			v.raw = strings.TrimSpace(v.raw)
			return v, fault == nil && v.raw != ""
		}
	}
	return bibValue{}, false
}

type bibFields struct {
	values   []bibNamed
	notes    []bibFault
	expanded int // bytes of values that are not in the document as such
}

type bibNamed struct {
	name string
	bibValue
}

func (f bibFields) get(name string) (bibValue, bool) {
	i := slices.IndexFunc(f.values, func(n bibNamed) bool { return n.name == name })
	if i < 0 {
		return bibValue{}, false
	}
	return f.values[i].bibValue, true
}

const maxCrossrefs = 16

func (l *bibLibrary) resolve(e bibEntry) (bibFields, *bibFault) {
	var fields bibFields
	if fault := l.own(&fields, e, e); fault != nil {
		return fields, fault
	}
	visited, way := []int{e.at.Start}, e.key.Value
	from := -1 // where the entry itself refers
	for child := e; ; {
		ref, refers := l.crossref(child)
		if !refers {
			return fields, nil
		}
		if way += " → " + ref.raw; from < 0 {
			from = ref.at.Start
		}
		at, known := l.targets[strings.ToLower(ref.raw)]
		switch {
		case !known || at < 0:
			fields.notes = append(fields.notes, bibFault{ref.at.Start, fmt.Sprintf("crossref names the entry %s, which is not in the document", ref.raw)})
			return fields, nil
		case slices.Contains(visited, at):
			return fields, &bibFault{from, "crossref goes in a circle: " + way}
		case len(visited) > maxCrossrefs:
			return fields, &bibFault{from, fmt.Sprintf("more than %d entries refer to each other by crossref in a row", maxCrossrefs)}
		}
		visited = append(visited, at)
		s := bibScanner{text: l.text, pos: at}
		parent, fault := s.next()
		switch {
		case fault != nil:
		case parent.at.End-parent.at.Start > maxParent:
			fault = &bibFault{from, fmt.Sprintf("crossref names an entry of more than %d bytes", maxParent)}
		default:
			fault = l.own(&fields, *parent, e)
		}
		if fault != nil {
			return fields, fault
		}
		child = *parent
	}
}

func (l *bibLibrary) own(fields *bibFields, e, heir bibEntry) *bibFault {
	inherits := e.at.Start != heir.at.Start
	for _, f := range e.fields {
		name := f.name
		if inherits {
			if name = inherited(name, heir); name == "" {
				continue
			}
			if _, has := fields.get(name); has {
				continue
			}
		}
		v, fault := l.value(f)
		if fault != nil {
			return fault
		}
		if !v.exact {
			fields.expanded += len(v.raw)
		}
		if fields.expanded > maxExpanded {
			return &bibFault{f.at, fmt.Sprintf("the entry has more than %d bytes with its macros", maxExpanded)}
		}
		fields.values = append(fields.values, bibNamed{name, v})
	}
	return nil
}

func inherited(name string, heir bibEntry) string {
	within := isWithin(heir)
	switch name {
	case "doi", "isbn", "issn", "eprint", "url", "urldate", "crossref", "xref", "related", "ids", "file", "abstract", "keywords":
		return ""
	case "title":
		if within {
			return "booktitle"
		}
	case "subtitle", "titleaddon", "shorttitle":
		if within {
			return ""
		}
	}
	return name
}

func isWithin(e bibEntry) bool {
	return strings.HasPrefix(strings.ToLower(e.kind.Value), "in") || strings.HasPrefix(strings.ToLower(e.kind.Value), "supp")
}
