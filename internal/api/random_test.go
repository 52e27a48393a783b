package api_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/api"
)

// Whatever the schema allows to be asked gets an answer, or an error that is the client's.
func TestRandomQueriesAreAnswered(t *testing.T) {
	e, served := engine(changed(t)), loadServed(t)
	headers := []string{"", "ar", "de-AT", "ckb,en;q=0.3", "*;q=0", "fr,ar;q=0"}
	refused := 0
	for seed := range uint64(300) {
		w := writer{schema: served, random: rand.New(rand.NewPCG(seed, 1)), left: 80}
		query := "query " + w.selection(served.Query, 6)
		response := ask(e, headers[seed%uint64(len(headers))], query, nil)
		checkRandom(t, seed, query, response)
		if len(response.Errors) > 0 {
			refused++
		}
	}
	if refused == 0 || refused > 150 {
		t.Errorf("%d of 300 queries had an error; the writer should make some mistakes, and not only mistakes", refused)
	}
}

// tooDear says that a query was ended for what it costs, which on a slow machine may be its time.
func tooDear(response api.Response) bool {
	return slices.ContainsFunc(response.Errors, func(problem *gqlerror.Error) bool {
		return problem.Extensions["code"] == string(graph.TooComplex) || problem.Extensions["code"] == string(graph.Timeout)
	})
}

func checkRandom(t *testing.T, seed uint64, query string, response api.Response) {
	t.Helper()
	if tooDear(response) {
		return
	}
	if response.Refused() || !json.Valid(response.Data) {
		t.Fatalf("seed %d: %s\nwas answered %s, %v", seed, query, response.Data, response.Errors)
	}
	for _, problem := range response.Errors {
		code := problem.Extensions["code"]
		if code != string(graph.BadInput) && code != string(graph.NotFound) || len(problem.Path) == 0 {
			t.Fatalf("seed %d: %s\nfailed at %s: %v %v", seed, query, problem.Path, problem, problem.Extensions)
		}
	}
}

// writer makes valid queries of a schema.
type writer struct {
	schema *ast.Schema
	random *rand.Rand
	left   int // fields that may still be written
	alias  int
}

// selection chooses a few fields of a type, and at some depth only such as have none of their own.
func (w *writer) selection(on *ast.Definition, depth int) string {
	fields := []string{"__typename"}
	for range min(len(on.Fields), 1+w.random.IntN(5)) { // a union has none
		field := on.Fields[w.random.IntN(len(on.Fields))]
		if w.left <= 0 || strings.HasPrefix(field.Name, "__") {
			continue
		}
		if text, ok := w.field(field, depth); ok {
			fields = append(fields, text)
		}
	}
	if possible := w.schema.GetPossibleTypes(on); on.IsAbstractType() && depth > 0 {
		as := possible[w.random.IntN(len(possible))]
		fields = append(fields, "... on "+as.Name+" "+w.selection(as, depth-1))
	}
	return "{ " + strings.Join(fields, " ") + " }"
}

func (w *writer) field(field *ast.FieldDefinition, depth int) (text string, ok bool) {
	w.left--
	w.alias++
	text = fmt.Sprintf("f%d: %s%s", w.alias, field.Name, w.arguments(field.Arguments))
	as := w.schema.Types[field.Type.Name()]
	if as.IsLeafType() {
		return text, true
	}
	if depth == 0 {
		return "", false
	}
	return text + " " + w.selection(as, depth-1), true
}

func (w *writer) arguments(arguments ast.ArgumentDefinitionList) string {
	var list []string
	for _, a := range arguments {
		if a.Type.NonNull || w.random.IntN(rarity[a.Name]+3) == 0 {
			list = append(list, a.Name+": "+w.value(a.Name, a.Type, 3))
		}
	}
	if len(list) == 0 {
		return ""
	}
	return "(" + strings.Join(list, ", ") + ")"
}

// rarity makes arguments rare that are easily wrong: no cursor is ever right here.
var rarity = map[string]int{"first": 5, "last": 20, "after": 60, "before": 60}

// values are what scalars are filled with: mostly what means something, now and then what does not.
var values = map[string][]string{
	"Int":         {"1", "2", "3", "5", "20", "100", "0"},
	"Boolean":     {"true", "false"},
	"String":      {`""`, `"a"`, `"ال"`, `"x\u0000\"\\\uD83D\uDE00"`},
	"LanguageTag": {`"ar"`, `"de-at"`, `"CKB"`, `"mul"`, `"und"`, `"x"`},
	"Date":        {`"2024"`, `"2024-05"`, `"2014-11-23"`, `"9999-12-31"`},
	"CountryCode": {`"IQ"`, `"XK"`, `"ZZ"`},
	"ID": {
		`"country:IQ"`, `"country:AT"`, `"report:undated-note"`, `"report:iom-2014-11-hijra-amina-flash-report"`, `"person:vanessa-iaria"`,
		`"organisation:icmpd"`, `"organisation:example-institute"`, `"project:mirami"`, `"region:m49-001"`, `"theme:return-reintegration"`,
		`"event:hijra-amina-research-training-2014"`, `"change:2"`, `"change:3"`, `"source:cldr-48"`,
		`"statement:project:mirami/ACRONYM/und.x"`, `"wikidata:Q796"`, `""`,
	},
}

// kinds are the prefixes of ids that an argument takes.
var kinds = map[string]string{
	"countries": "country:", "regions": "region:", "themes": "theme:", "projects": "project:", "organisations": "organisation:",
	"people": "person:", "events": "event:",
}

func (w *writer) value(name string, t *ast.Type, depth int) string {
	if !t.NonNull && w.random.IntN(12) == 0 {
		return "null"
	}
	if t.Elem != nil {
		return w.list(name, t.Elem, depth)
	}
	switch definition := w.schema.Types[t.NamedType]; definition.Kind {
	case ast.Enum:
		return definition.EnumValues[w.random.IntN(len(definition.EnumValues))].Name
	case ast.InputObject:
		return w.object(definition, depth)
	}
	options := values[t.NamedType]
	if prefix := kinds[name]; prefix != "" {
		options = slices.DeleteFunc(slices.Clone(options), func(id string) bool { return !strings.HasPrefix(id, `"`+prefix) })
	}
	return options[w.random.IntN(len(options))]
}

func (w *writer) list(name string, of *ast.Type, depth int) string {
	var list []string
	for range w.random.IntN(3) {
		list = append(list, w.value(name, of, depth))
	}
	return "[" + strings.Join(list, ", ") + "]"
}

func (w *writer) object(definition *ast.Definition, depth int) string {
	fields := map[string]string{}
	for range w.random.IntN(4) {
		field := definition.Fields[w.random.IntN(len(definition.Fields))]
		if depth > 0 || w.schema.Types[field.Type.Name()].Kind != ast.InputObject {
			fields[field.Name] = field.Name + ": " + w.value(field.Name, field.Type, depth-1)
		}
	}
	return "{" + strings.Join(slices.Sorted(maps.Values(fields)), ", ") + "}"
}
