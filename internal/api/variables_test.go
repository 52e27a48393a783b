package api

import (
	"encoding/json"
	"reflect"
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"
)

var coercionSchema = gqlparser.MustLoadSchema(&ast.Source{Input: `
	scalar Date
	enum Order { UP DOWN }
	input In { n: Int, list: [Int!], in: In, order: Order = UP }
	type Query { f(i: Int, x: Float, s: String, b: Boolean, id: ID, date: Date, order: Order, in: In, list: [Int!], lists: [[Int]]): Int }`})

// TestCoercion gives each type what JSON may hold. An empty want means that the value is refused.
func TestCoercion(t *testing.T) {
	for _, c := range []struct{ declared, given, want string }{
		{"Int", `2`, `2`},
		{"Int", `-2147483648`, `-2147483648`},
		{"Int", `2147483647`, `2147483647`},
		{"Int", `2.0`, `2`},
		{"Int", `2e1`, `20`},
		{"Int", `null`, `null`},
		{"Int", `2147483648`, ``},
		{"Int", `-2147483649`, ``},
		{"Int", `2.5`, ``},
		{"Int", `1e400`, ``},
		{"Int", `99999999999999999999`, ``},
		{"Int", `"2"`, ``},
		{"Int", `true`, ``},
		{"Int", `[2]`, ``},
		{"Int", `{}`, ``},
		{"Int!", `null`, ``},
		{"Float", `2`, `2`},
		{"Float", `2.5`, `2.5`},
		{"Float", `"2.5"`, ``},
		{"Float", `1e400`, ``},
		{"Float", `false`, ``},
		{"String", `"2"`, `"2"`},
		{"String", `""`, `""`},
		{"String", `2`, ``},
		{"String", `true`, ``},
		{"String", `["a"]`, ``},
		{"Boolean", `true`, `true`},
		{"Boolean", `"true"`, ``},
		{"Boolean", `1`, ``},
		{"ID", `"a"`, `"a"`},
		{"ID", `4`, `"4"`},
		{"ID", `-4`, `"-4"`},
		{"ID", `99999999999999999999`, `"99999999999999999999"`},
		{"ID", `4.0`, ``},
		{"ID", `4e3`, ``},
		{"ID", `true`, ``},
		{"Order", `"UP"`, `"UP"`},
		{"Order", `"up"`, ``},
		{"Order", `0`, ``},
		{"Date", `"2024"`, `"2024"`},
		{"Date", `2024`, `2024`}, // refused where it is read
		{"[Int!]", `[1, 2.0]`, `[1,2]`},
		{"[Int!]", `1`, `[1]`},
		{"[Int!]", `[]`, `[]`},
		{"[Int!]", `null`, `null`},
		{"[Int!]", `[1, null]`, ``},
		{"[Int!]", `[1, "2"]`, ``},
		{"[[Int]]", `[[1], [null]]`, `[[1],[null]]`},
		{"[[Int]]", `1`, `[[1]]`},
		{"In", `{"n": 2.0, "in": {"list": 1}}`, `{"in":{"list":[1]},"n":2}`},
		{"In", `{"order": "DOWN"}`, `{"order":"DOWN"}`},
		{"In", `{"n": "2"}`, ``},
		{"In", `{"m": 2}`, ``},
		{"In", `{"__typename": "In"}`, ``},
		{"In", `[{}]`, ``},
	} {
		var given Variables
		if err := json.Unmarshal([]byte(`{"v": `+c.given+`, "other": 1}`), &given); err != nil {
			t.Fatal(err)
		}
		values, err := coercion{coercionSchema}.variables(declares(t, c.declared), given)
		if c.want == "" {
			if err == nil {
				t.Errorf("%s for %s is taken as %v", c.given, c.declared, values)
			}
			continue
		}
		got, _ := json.Marshal(values["v"]) // it was JSON
		if err != nil || string(got) != c.want || len(values) != 1 {
			t.Errorf("%s for %s is %s and %v, want %s", c.given, c.declared, got, err, c.want)
		}
	}
}

// A Go program may give numbers of its own types.
func TestCoercionOfGoNumbers(t *testing.T) {
	for _, n := range []any{2, int32(2), int64(2), 2.0} {
		values, err := coercion{coercionSchema}.variables(declares(t, "Int"), Variables{"v": n})
		if err != nil || !reflect.DeepEqual(values, map[string]any{"v": int64(2)}) {
			t.Errorf("%T: got %v, %v", n, values, err)
		}
	}
}

func TestVariablesThatAreLeftOut(t *testing.T) {
	values, err := coercion{coercionSchema}.variables(declares(t, "Int! = 5"), Variables{})
	if err != nil || len(values) != 0 {
		t.Errorf("with a default: got %v, %v", values, err)
	}
	if _, err := (coercion{coercionSchema}).variables(declares(t, "Int!"), Variables{}); err == nil {
		t.Error("a value that is needed may be left out")
	}
}

// declares is an operation with one variable.
func declares(t *testing.T, variable string) *ast.OperationDefinition {
	t.Helper()
	document, err := parser.ParseQuery(&ast.Source{Input: `query ($v: ` + variable + `) { __typename }`})
	if err != nil {
		t.Fatal(err)
	}
	return document.Operations[0]
}
