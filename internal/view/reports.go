package view

import (
	"slices"
	"sort"

	"github.com/RoaringBitmap/roaring/v2"

	"github.com/wasl-graph/wasl/graph"
)

// reportIndex is what lists of reports are filtered, ordered and counted by.
type reportIndex struct {
	published []graph.Date
	values    []adjacency                // by dimension: from a report to its values, see [axis]; agents under ByPerson alone
	languages []graph.Tag                // those of ByLanguage, sorted
	ties      tieIndex                   // what else reports lead to
	agents    adjacency                  // from an agent to the reports in which it has part
	hubs      map[hubKey]*roaring.Bitmap // beside long lists
	broad     map[Node]Set               // by theme that has narrower ones: the reports about it or one of these
	writtenIn map[graph.Tag]Set          // by the tag itself
	titledIn  map[graph.Tag]Set          // by the title's language
	types     map[graph.ReportType]Set
}

// hubKey names a list of reports: those that lead to a node by a relation.
type hubKey struct {
	node     Node
	relation graph.Relation
}

// byAgent stands in a hubKey for all the ways in which an agent has part in a report.
const byAgent = graph.Author

func (v *View) indexReports() {
	count := v.Count(graph.KindReport)
	x := &v.reports
	x.published = make([]graph.Date, count)
	for n := range x.published {
		x.published[n] = v.Date(Node(n), graph.Published)
	}
	v.indexValues()
	x.hubs = map[hubKey]*roaring.Bitmap{}
	for _, r := range []graph.Relation{
		graph.AboutCountry, graph.MentionsCountry, graph.AboutRegion, graph.Mentions, graph.AboutTheme, graph.OutputOf, graph.CoversEvent,
	} {
		x.addHubs(r, &v.incoming[r])
	}
	x.addHubs(byAgent, &x.agents)
	x.broad = v.indexThemes()
	v.indexWords()
	v.indexYears()
	v.indexLanguages()
	v.indexTies()
}

func (x *reportIndex) addHubs(r graph.Relation, in *adjacency) {
	for i := range max(len(in.ends)-1, 0) {
		if list := in.of(in.first + Node(i)); len(list) >= hubSize {
			x.hubs[hubKey{in.first + Node(i), r}] = bitmapOf(list)
		}
	}
}

// anyPrecision is the finest precision that a date can have, so that no date is finer.
const anyPrecision = 3

// begunBy is the number of the first report whose date begins before a day, or on it with at most a precision. The
// reports stand in this order, see [compareReports]; the undated are behind all days.
func (v *View) begunBy(day, precision int) Node {
	dates := v.reports.published
	return Node(sort.Search(len(dates), func(i int) bool {
		d := dates[i]
		return d.IsZero() || d.First() < day || d.First() == day && d.Precision() <= precision
	}))
}

// indexThemes joins the reports about each theme that has narrower ones with the reports about these.
func (v *View) indexThemes() map[Node]Set {
	broad := map[Node]Set{}
	var sets []Set
	for n := v.nodes.first[graph.KindTheme]; n < v.nodes.first[graph.KindTheme+1]; n++ {
		if len(v.Subjects(n, graph.Broader)) == 0 {
			continue
		}
		sets = sets[:0]
		for _, theme := range v.closure(n, graph.Broader, nil) {
			sets = append(sets, v.leading(theme, graph.AboutTheme))
		}
		broad[n] = unite(sets...)
	}
	return broad
}

// dimensions are those whose values a report leads to by one relation.
var dimensions = map[graph.Dimension]graph.Relation{
	graph.ByTheme: graph.AboutTheme, graph.ByCountry: graph.AboutCountry, graph.ByRegion: graph.AboutRegion, graph.ByProject: graph.OutputOf,
}

// indexValues lists what each report is counted by, apart from its other statements: a facet reads it of many reports.
func (v *View) indexValues() {
	x := &v.reports
	x.values = make([]adjacency, len(graph.Dimensions()))
	for dimension, relation := range dimensions {
		found := v.linksOf(func(dst []Node, n Node) []Node { return v.Objects(dst, n, relation) })
		x.values[dimension] = found.outgoing()
	}
	agents := v.linksOf(v.agentsOf)
	x.values[graph.ByPerson], x.agents = agents.outgoing(), agents.incoming()
}

// linksOf links every report with what find appends for it.
func (v *View) linksOf(find func(dst []Node, report Node) []Node) links {
	var l links
	var found []Node
	for n := range Node(v.Count(graph.KindReport)) {
		found = find(found[:0], n)
		l.add(n, found...)
	}
	return l
}

// agentsOf appends the people and organisations that have part in a report in any role, and the organisations that these
// are printed with: each once, ascending.
func (v *View) agentsOf(dst []Node, n Node) []Node {
	for _, r := range graph.ContributionRelations() {
		dst = v.Objects(dst, n, r)
		start, end := v.table.span(n, r)
		for i := start; i < end; i++ {
			dst = v.affiliations(dst, i)
		}
	}
	slices.Sort(dst)
	return slices.Compact(dst)
}

// indexWords lists reports by what has no node: their languages and their types.
func (v *View) indexWords() {
	written, titled, types := map[graph.Tag][]Node{}, map[graph.Tag][]Node{}, map[graph.ReportType][]Node{}
	var texts []graph.Text
	for n := range Node(v.Count(graph.KindReport)) {
		texts = v.Texts(texts[:0], n, graph.WrittenIn)
		for _, t := range texts {
			tag := graph.Tag(t.Value)
			written[tag] = append(written[tag], n)
		}
		texts = v.Texts(texts[:0], n, graph.Label)
		for _, t := range texts {
			titled[t.Language] = append(titled[t.Language], n)
		}
		kind := v.ReportType(n)
		types[kind] = append(types[kind], n)
	}
	v.reports.writtenIn, v.reports.titledIn, v.reports.types = setsOf(written), setsOf(titled), setsOf(types)
}

func setsOf[K comparable](lists map[K][]Node) map[K]Set {
	sets := make(map[K]Set, len(lists))
	for key, list := range lists {
		list = slices.Compact(list)
		if len(list) >= hubSize {
			sets[key] = Set{bits: bitmapOf(list)}
		} else {
			sets[key] = setOf(slices.Clip(list))
		}
	}
	return sets
}

// leading is the set of reports that lead to a node by a relation.
func (v *View) leading(n Node, r graph.Relation) Set {
	if bits := v.reports.hubs[hubKey{n, r}]; bits != nil {
		return Set{bits: bits}
	}
	return setOf(v.Subjects(n, r))
}

// takingPart is the set of reports in which an agent has part.
func (v *View) takingPart(n Node) Set {
	if bits := v.reports.hubs[hubKey{n, byAgent}]; bits != nil {
		return Set{bits: bits}
	}
	return setOf(v.reports.agents.of(n))
}

// Published is a report's date, no date when it has none.
func (v *View) Published(n Node) graph.Date { return v.reports.published[n] }

// ReportType is what a report calls itself.
func (v *View) ReportType(n Node) graph.ReportType {
	for _, o := range v.table.objectsOf(n, graph.HasType) {
		if t, err := graph.ParseReportType(v.texts.values.at(o)); err == nil {
			return t
		}
	}
	return graph.UnspecifiedType
}
