package api

import "github.com/vektah/gqlparser/v2/ast"

// What a field costs. One point is about what it takes to answer a field that holds one value: a microsecond. A list costs
// what its items cost, as many as its page may have: what really is in the graph is not looked at. A field that has
// to search or count costs its work besides, and so does a filter.
//
// The table holds for today's schema and for what the contract promises. A field that it does not name costs 1 point, and a
// list without a page is taken for one of 5 items. What is said of an interface's field goes for all types that have it.
var weights = map[string]weight{
	"Query.reports":       {work: 20},
	"Query.people":        {work: 50}, // may look at all of a kind, as do those below
	"Query.organisations": {work: 50},
	"Query.projects":      {work: 50},
	"Query.search":        {work: 500},
	"Query.suggest":       {work: 200},
	"Query.paths":         {work: 5_000},
	"Query.neighbourhood": {work: 1_000},
	"Query.coverage":      {work: 2_000},

	// Each is written to disk, and a new view made of the graph: some twenty in one operation are enough.
	"Mutation.setLabel":         {work: 4_800},
	"Mutation.addStatement":     {work: 4_800},
	"Mutation.retractStatement": {work: 4_800},
	"Mutation.mergeEntities":    {work: 4_800},
	"Mutation.splitEntity":      {work: 4_800},

	"Entity.statements": {work: 5},
	"Entity.neighbours": {work: 200},
	"Entity.history":    {work: 20},

	"Agent.reports":               {work: 20},
	"Project.reports":             {work: 20},
	"Country.reports":             {work: 20},
	"Region.reports":              {work: 50},
	"Theme.reports":               {work: 20},
	"Event.reports":               {work: 20},
	"Report.related":              {work: 500},
	"Report.citation":             {work: 20},
	"Person.coauthors":            {work: 50},
	"Organisation.people":         {work: 50},
	"Organisation.projects":       {work: 50},
	"Project.organisations":       {work: 20},
	"Project.countries":           {work: 20},
	"Project.themes":              {work: 20},
	"Project.sisters":             {work: 200},
	"Country.projects":            {work: 50},
	"Region.countries":            {work: 5, items: 50},
	"ReportConnection.facet":      {work: 50},
	"SearchConnection.facet":      {work: 50},
	"NeighbourEdge.sharedReports": {work: 20},
	"Coverage.counts":             {work: 500}, // a hundred rows of a hundred columns
	"GraphInfo.languages":         {items: 20},
	"Text.triedLanguages":         {work: 2},

	"ReportFilter.query": {work: 500},
	"ReportFilter.and":   {work: 10},
	"ReportFilter.or":    {work: 10},
	"ReportFilter.not":   {work: 10},

	"__Schema.types":       {items: 80},
	"__Type.fields":        {items: 6},
	"__Field.args":         {items: 1},
	"__Type.interfaces":    {items: 1},
	"__Type.possibleTypes": {items: 1},
	"__Type.inputFields":   {items: 1},
	"__Type.enumValues":    {items: 2},
}

// weight is what is known of a field.
type weight struct {
	work  int // in points; 0 is 1
	items int // of a list without a page; 0 is usualItems
}

const (
	usualItems = 5
	usualPage  = 20 // of a list in pages that does not say how many it wants
	// largestPage is where the size of a page ends to count. A larger one is refused when the field is answered, which says
	// what it may be.
	largestPage = 1_000
)

// tariff has the weights of a schema.
type tariff struct {
	schema *ast.Schema
	fields map[*ast.FieldDefinition]weight
}

func newTariff(schema *ast.Schema) tariff {
	t := tariff{schema, map[*ast.FieldDefinition]weight{}}
	for _, definition := range schema.Types {
		for _, field := range definition.Fields {
			t.fields[field] = weightOf(definition, field.Name)
		}
	}
	return t
}

// weightOf finds what is said of the field of a type, or of the first of its interfaces of whose field something is said.
func weightOf(definition *ast.Definition, field string) weight {
	found, said := weights[definition.Name+"."+field]
	for _, i := range definition.Interfaces {
		if !said {
			found, said = weights[i+"."+field]
		}
	}
	if found.work == 0 {
		found.work = 1
	}
	if found.items == 0 {
		found.items = usualItems
	}
	return found
}

// of is the weight of a field of a query. Those that every type has, such as __typename, are not in the schema.
func (t tariff) of(f *ast.Field) weight {
	if w, known := t.fields[f.Definition]; known {
		return w
	}
	return weight{work: 1, items: usualItems}
}
