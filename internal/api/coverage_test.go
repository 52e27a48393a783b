package api_test

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/validator/rules"
)

// A field that no case asks for is a field whose answer nobody has read. Interfaces count through the types that they are
// asked on.
func TestCasesAskForEveryField(t *testing.T) {
	served := loadServed(t)
	asked := map[string]bool{}
	for _, query := range caseQueries(t) {
		document, problems := gqlparser.LoadQueryWithRules(served, query, rules.NewDefaultRules())
		if problems != nil {
			t.Fatalf("%s\n%v", query, problems)
		}
		for _, operation := range document.Operations {
			on := served.Query
			if operation.Operation == ast.Mutation {
				on = served.Mutation
			}
			markAsked(served, operation.SelectionSet, on, asked)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(served.Types)) {
		definition := served.Types[name]
		if definition.BuiltIn || definition.Kind != ast.Object && definition.Kind != ast.Interface {
			continue
		}
		for _, field := range definition.Fields {
			coordinate := name + "." + field.Name
			if !asked[coordinate] && !strings.HasPrefix(field.Name, "__") && !tested[coordinate] && field.Name != "cursor" {
				t.Errorf("%s: no case in testdata asks for it", coordinate)
			}
		}
	}
}

// tested are fields whose answers change with any seed or, like cursors, mean nothing to a reader. Tests in Go look at them.
var tested = map[string]bool{
	"GraphInfo.revision": true, "GraphInfo.statementCount": true, "Change.revision": true,
	"PageInfo.startCursor": true, "PageInfo.endCursor": true,
}

func caseQueries(t *testing.T) []string {
	t.Helper()
	names, err := filepath.Glob("testdata/*/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	var queries []string
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		cases, err := readStory(string(text))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for _, c := range cases {
			queries = append(queries, c.query)
		}
	}
	return queries
}

// markAsked notes the fields of a selection on a type, and where that is an interface on all types that the selection may
// meet.
func markAsked(s *ast.Schema, selections ast.SelectionSet, on *ast.Definition, asked map[string]bool) {
	for _, selection := range selections {
		switch selection := selection.(type) {
		case *ast.Field:
			if strings.HasPrefix(selection.Name, "__") {
				continue
			}
			asked[on.Name+"."+selection.Name] = true
			for _, possible := range s.GetPossibleTypes(on) {
				asked[possible.Name+"."+selection.Name] = true
			}
			markAsked(s, selection.SelectionSet, s.Types[selection.Definition.Type.Name()], asked)
		case *ast.InlineFragment:
			markAsked(s, selection.SelectionSet, s.Types[selection.TypeCondition], asked)
		case *ast.FragmentSpread:
			markAsked(s, selection.Definition.SelectionSet, s.Types[selection.Definition.TypeCondition], asked)
		}
	}
}
