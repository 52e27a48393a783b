package resolve

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/ingest/understand"
	"github.com/wasl-graph/wasl/internal/ingest/work"
	"github.com/wasl-graph/wasl/internal/lang/names"
)

// printedPerson is a person as the document prints them.
type printedPerson struct {
	*understand.Name
	read   personName
	bodies []graph.ID // of the affiliations, in the same order
	codes  []string
	method graph.Method
	part   part
}

// person finds or makes the person that a name means, and states what the document says of them.
func (r *Resolver) person(subject graph.ID, relation graph.Relation, p printedPerson) graph.ID {
	p.codes = codesOf(p.Identifiers)
	p.part = part{subject, graph.KindPerson, p.Value, affiliationOf(p.Name)}
	p.read.Affiliations = affiliations(r.finals(p.bodies))
	found, how, reasons, candidates := r.findPerson(relation, p)
	if found == "" {
		found, how = r.mint(graph.KindPerson, labelOf(p)), AsNew
	}
	p.part.subject = ""
	r.settle(p.part, found, len(p.codes) == 0)
	r.used[usage{relation, found}] = true
	r.resolved(Resolution{
		Kind: graph.KindPerson, Printed: p.Value, Affiliation: p.part.affiliated, ID: found, How: how, Reasons: reasons,
	}, candidates, graph.Date{})
	r.statePerson(found, p)
	return found
}

// settle keeps where a name without identifiers went, for the next time that the document prints it. One name that goes to
// two entities settles nothing.
func (r *Resolver) settle(p part, id graph.ID, plain bool) {
	switch before := r.settled[p]; {
	case !plain:
	case before != "" && before != id:
		delete(r.settled, p)
	default:
		r.settled[p] = id
	}
}

// findPerson goes through the ways by which a name is resolved.
func (r *Resolver) findPerson(relation graph.Relation, p printedPerson) (graph.ID, How, []Reason, []compared) {
	used := r.isUsed(relation)
	decided := r.decidedName(Printed{Kind: graph.KindPerson, Name: p.Value, Affiliation: p.part.affiliated})
	if decided.same != "" {
		return decided.same, ByDecision, nil, nil
	}
	if id := r.identifiedBy(graph.KindPerson, p.codes); id != "" {
		return r.again(p.part, id), ByIdentifier, nil, nil
	}
	barred := func(id graph.ID) bool {
		return used(id) || r.contradicts(id, p.codes) || contains(decided.different, id)
	}
	if id := r.before.who(p.part, barred); id != "" {
		return id, ByBefore, nil, nil
	}
	if a := r.sharedAuthor(relation, p, barred, decided.different); a != nil {
		return a.id, ByName, a.reasons, nil
	}
	anywhere := p.part
	anywhere.subject = ""
	if id := r.settled[anywhere]; id != "" && !barred(id) {
		return id, ByRepetition, nil, nil
	}
	same, candidates := best(r.comparePeople(p, barred, decided.different))
	if same != nil {
		return same.id, ByName, same.reasons, nil
	}
	return "", "", nil, candidates
}

// comparePeople compares a name with those that it has something in common with.
func (r *Resolver) comparePeople(p printedPerson, barred func(graph.ID) bool, different []graph.ID) []compared {
	var list []compared
	rules := r.rules()
	for _, id := range r.alike(p.read) {
		c, _ := names.Match(p.read, r.entities[id].read, rules)
		verdict := c.Verdict
		reasons := reasonsOf(c)
		switch {
		case contains(different, id):
			continue
		case verdict == names.Same && barred(id):
			verdict = names.Candidate
			if r.contradicts(id, p.codes) {
				reasons = append(reasons, Reason{Kind: identifierDiffers})
			}
		case verdict == names.Same && lacksName(c):
			verdict = names.Candidate
		}
		list = append(list, compared{id, verdict, c.Score, reasons})
	}
	return list
}

// lacksName says that one of two names has a whole name more than the other, and no organisation in common says that they are
// one: Mohammed Ali is not sure to be Mohammed Ali Hassan.
func lacksName(c names.Comparison) bool {
	if c.Has(names.AffiliationShared) {
		return false
	}
	for _, r := range c.Reasons {
		if r.Kind == names.WordsMissing && slices.ContainsFunc(slices.Concat(r.A, r.B), isWhole) {
			return true
		}
	}
	return false
}

// isWhole says that a word is more than an initial.
func isWhole(word string) bool { return utf8.RuneCountInString(strings.Trim(word, ".")) > 1 }

// statePerson states who a person is: the name, the identifiers, the affiliations.
func (r *Resolver) statePerson(id graph.ID, p printedPerson) {
	method := methodOfNames(p.method)
	e := r.of(id)
	label := labelOf(p)
	first := len(e.read) == 0
	r.call(id, label, attested(label, graph.Multiple), method, p.At)
	for i, body := range p.bodies {
		evidence := r.evidence(method, "", joined(p.At, p.Affiliations[i].At))
		evidence.Printed.As = p.Affiliations[i].Value
		r.once(r.fact(id, graph.AffiliatedWith, graph.Object{Entity: body}, evidence), p.At)
		e.joins(r.final(body))
	}
	r.identify(id, p.Identifiers, method)
	if first {
		r.filePerson(e)
	} else if p.read.Nature == names.Person && !e.reads(p.read) {
		r.fileName(e, p.read)
	}
}

// reads says whether the name is among those that the person is found by.
func (e *entity) reads(n personName) bool {
	for _, have := range e.read {
		if have.Given() == n.Given() && have.Family() == n.Family() {
			return true
		}
	}
	return len(e.read) >= maxForms
}

// maxForms is how many forms of a person's name are compared with others at the most.
const maxForms = 16

// identify states the identifiers that are printed with a name.
func (r *Resolver) identify(id graph.ID, identifiers []work.Identifier, method graph.Method) {
	for _, printed := range identifiers {
		if code := stated(printed); code != "" {
			r.once(r.fact(id, graph.IdentifiedBy, graph.CodeObject(code), r.evidence(method, "", printed.At)), printed.At)
		}
	}
}

// labelOf is the name of a person as it is shown: given name, family name, suffix; without titles and degrees.
func labelOf(p printedPerson) string {
	var words []string
	switch {
	case p.Family != "" && p.Given != "":
		words = []string{p.Given, p.Family}
	case len(p.read.Words) > 0:
		words = []string{p.read.Given(), p.read.Family()}
	default:
		words = []string{p.Value}
	}
	return oneLine(strings.Join(append(words, p.read.Suffixes...), " "))
}

// maxParsed is how many names are kept as they were read: a document prints some again and again.
const maxParsed = 1 << 13

// parse reads a name, or finds it as it was read before.
func (r *Resolver) parse(n *understand.Name) personName {
	key := [3]string{n.Value, n.Family, n.Given}
	read, known := r.parsed[key]
	if !known {
		if len(r.parsed) >= maxParsed {
			clear(r.parsed)
		}
		read = readPerson(n)
		r.parsed[key] = read
	}
	return read
}

// readPerson reads a name, with what the document tells apart.
func readPerson(n *understand.Name) personName {
	if n.Family == "" || n.Given == "" {
		return names.Parse(n.Value)
	}
	read := names.Parse(n.Given + " " + n.Family)
	family := utf8.RuneCountInString(n.Given)
	at := slices.IndexFunc(read.Words, func(w names.Word) bool { return w.Start > family })
	if at > 0 {
		read.FamilyAt, read.FamilyKnown = at, true
	}
	return read
}

// affiliationOf is what tells a name apart from the same name elsewhere: the first affiliation as printed.
func affiliationOf(n *understand.Name) string {
	if len(n.Affiliations) == 0 {
		return ""
	}
	return n.Affiliations[0].Value
}

// near is how many bytes may lie between a name and its affiliation for both to be quoted together.
const near = 200

// joined is the piece of the text from the one to the other, or the second alone where they are far apart.
func joined(a, b work.Span) work.Span {
	switch {
	case b.IsZero():
		return a
	case a.IsZero() || b.Start-a.End > near || a.Start-b.End > near:
		return b
	}
	return work.Span{Start: min(a.Start, b.Start), End: max(a.End, b.End)}
}
