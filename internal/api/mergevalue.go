package api

import (
	"slices"
	"strconv"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
)

// writtenValue is a value of a query in one form for all values that are the same: the order of an object's fields does not
// count.
func writtenValue(v *ast.Value) string {
	if v.Kind != ast.ListValue && v.Kind != ast.ObjectValue {
		return strconv.Itoa(int(v.Kind)) + strconv.Quote(v.Raw)
	}
	list := make([]string, len(v.Children))
	for i, child := range v.Children {
		list[i] = child.Name + ":" + writtenValue(child.Value)
	}
	if v.Kind == ast.ListValue {
		return "[" + strings.Join(list, ",") + "]"
	}
	slices.Sort(list)
	return "{" + strings.Join(list, ",") + "}"
}
