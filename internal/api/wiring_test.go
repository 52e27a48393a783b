package api_test

import (
	"reflect"
	"strings"
	"testing"

	"github.com/wasl-graph/wasl/internal/api/generated"
	"github.com/wasl-graph/wasl/internal/web"
)

// Handles answer their fields themselves. Where one does not fit the schema, gqlgen silently asks for a resolver instead.
func TestOnlyTheRootsHaveResolvers(t *testing.T) {
	root := reflect.TypeFor[generated.ResolverRoot]()
	for method := range root.Methods() {
		if method.Name != "Query" && method.Name != "Mutation" {
			t.Errorf("%s has a resolver: a field of its handle does not fit the schema", method.Name)
		}
	}
	if root.NumMethod() != 2 {
		t.Errorf("there are %d resolvers, want those of Query and Mutation", root.NumMethod())
	}
}

// The page for trying queries opens with examples. Each has something to show, in its own language.
func TestExamplesAnswer(t *testing.T) {
	for _, example := range web.Examples() {
		t.Run(string(example.Language), func(t *testing.T) {
			response := ask(seeded(t), string(example.Language), example.Query, nil)
			if len(response.Errors) > 0 {
				t.Fatal(response.Errors)
			}
			data := string(response.Data)
			if !strings.Contains(data, `"language":"`+string(example.Language)+`"`) || !strings.Contains(data, `"isFallback":false`) {
				t.Errorf("the answer has nothing in the example's language: %s", data)
			}
			if strings.Contains(data, `"nodes":[]`) || strings.Contains(data, `"entity":null`) || strings.Count(data, `"value":`) < 5 {
				t.Errorf("the answer says nothing: %s", data)
			}
		})
	}
}
