package resolve

import (
	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/ingest/work"
	"github.com/wasl-graph/wasl/internal/lang"
	"github.com/wasl-graph/wasl/internal/lang/names"
)

// title is the name of an organisation or a project as the document prints it.
type title struct {
	kind graph.Kind
	work.Words
	identifiers []work.Identifier
	method      graph.Method
	language    graph.Tag // of the names on the page, where it is known
	subject     graph.ID  // in which it has part
	known       graph.ID  // which the vocabulary says it is, "" when it does not know
}

// titled finds or makes the organisation or the project that a name means, and states how the document calls it.
func (r *Resolver) titled(t title) graph.ID {
	name, acronym := withoutBracket(oneLine(t.Value))
	if acronym == "" && isAcronym(name) {
		name, acronym = "", name
	}
	codes := codesOf(t.identifiers)
	found, how, reasons, candidates := r.findTitled(t, name, acronym, codes)
	if found == "" {
		found, how = r.mint(t.kind, orElse(name, acronym)), AsNew
	}
	r.settle(part{kind: t.kind, as: t.Value}, found, len(codes) == 0)
	r.resolved(Resolution{Kind: t.kind, Printed: t.Value, ID: found, How: how, Reasons: reasons}, candidates, graph.Date{})
	r.stateTitled(found, t, name, acronym)
	return found
}

// findTitled goes through the ways by which a name is resolved.
func (r *Resolver) findTitled(t title, name, acronym string, codes []string) (graph.ID, How, []Reason, []compared) {
	decided := r.decidedName(Printed{Kind: t.kind, Name: t.Value})
	if decided.same != "" {
		return decided.same, ByDecision, nil, nil
	}
	if id := r.identifiedBy(t.kind, filter(codes, decides)); id != "" {
		return r.again(part{t.subject, t.kind, t.Value, ""}, id), ByIdentifier, nil, nil
	}
	barred := func(id graph.ID) bool { return r.contradicts(id, codes) || contains(decided.different, id) }
	if id := r.before.who(part{t.subject, t.kind, t.Value, ""}, barred); id != "" {
		return id, ByBefore, nil, nil
	}
	if id := r.settled[part{kind: t.kind, as: t.Value}]; id != "" && !barred(id) {
		return id, ByRepetition, nil, nil
	}
	if t.known != "" && !barred(t.known) {
		return t.known, ByLabel, nil, nil
	}
	if id, how := r.exactly(t, name, acronym, barred); id != "" {
		return id, how, nil, nil
	}
	same, candidates := best(r.compareTitles(t, barred, decided.different))
	if same != nil {
		return same.id, ByName, same.reasons, nil
	}
	return "", "", nil, candidates
}

// exactly finds the one entity that has the name as a label, or as an acronym where nothing but an acronym is printed.
func (r *Resolver) exactly(t title, name, acronym string, barred func(graph.ID) bool) (graph.ID, How) {
	for _, form := range []string{oneLine(t.Value), name} {
		if id := only(r.named[nameKey{t.kind, lang.Fold(form)}]); form != "" && id != "" && !barred(id) {
			return id, ByLabel
		}
	}
	if id := only(r.acronyms[nameKey{t.kind, acronym}]); name == "" && id != "" && !barred(id) {
		return id, ByAcronym
	}
	return "", ""
}

// only is the single id of a list, "" where there are none or several.
func only(list []graph.ID) graph.ID {
	if len(list) != 1 {
		return ""
	}
	return list[0]
}

// compareTitles compares a name with those that share a rare word with it.
func (r *Resolver) compareTitles(t title, barred func(graph.ID) bool, different []graph.ID) []compared {
	compare := names.CompareOrganisations
	if t.kind == graph.KindProject {
		compare = names.CompareProjects
	}
	var list []compared
	for _, id := range r.sharing(t.kind, t.Value) {
		if contains(different, id) {
			continue
		}
		c := r.compareTitle(compare, t.Value, r.entities[id])
		if c.verdict == names.Same && barred(id) {
			c.verdict = names.Candidate
			c.reasons = append(c.reasons, Reason{Kind: identifierDiffers})
		}
		list = append(list, c)
	}
	return list
}

// compareTitle is the best comparison with all names of an entity. Acronyms and codes among them make it a candidate and no
// more: they are often ambiguous.
func (r *Resolver) compareTitle(compare func(a, b string) names.Comparison, printed string, e *entity) compared {
	top := compared{id: e.id}
	consider := func(name string, code bool) {
		c := compare(printed, name)
		if code && c.Verdict == names.Same && e.id.Kind() == graph.KindOrganisation {
			c.Verdict = names.Candidate
		}
		if top.reasons == nil || c.Verdict > top.verdict || c.Verdict == top.verdict && c.Score > top.score {
			top.verdict, top.score, top.reasons = c.Verdict, c.Score, reasonsOf(c)
		}
	}
	for _, n := range e.names {
		consider(n.text.Value, n.text.Kind == graph.Code)
	}
	for _, a := range e.acronyms {
		consider(a, true)
	}
	return top
}

// stateTitled states how the document calls an organisation or a project.
func (r *Resolver) stateTitled(id graph.ID, t title, name, acronym string) {
	method := methodOfNames(t.method)
	e := r.of(id)
	known := len(e.names) > 0
	if name == "" {
		if !r.alone(id).labelled("") {
			r.call(id, acronym, attestedCode(acronym), method, t.At)
		}
	} else {
		r.call(id, name, attested(name, languageOf(name, t.language)), method, t.At)
	}
	if acronym != "" && r.hasAcronym(r.alone(id), acronym) {
		r.abbreviate(id, acronym, method, t.At)
	}
	r.identify(id, t.identifiers, method)
	if !known {
		r.fileWords(e)
	} else if name != "" {
		r.fileWord(e.id, name)
	}
}

// hasAcronym says whether the acronym may be stated: nobody knows another one.
func (r *Resolver) hasAcronym(e *entity, acronym string) bool {
	return len(e.acronyms) == 0 || contains(r.acronyms[nameKey{e.id.Kind(), acronym}], r.final(e.id))
}

func orElse(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

func filter(list []string, keep func(string) bool) []string {
	var kept []string
	for _, s := range list {
		if keep(s) {
			kept = append(kept, s)
		}
	}
	return kept
}
