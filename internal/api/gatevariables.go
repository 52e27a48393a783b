package api

import "github.com/wasl-graph/wasl/graph"

// given measures the values that come for variables, before they are compared with the schema.
func (o options) given(variables Variables) error {
	count, depth := 0, 0
	for _, value := range variables {
		n, d := measure(value)
		count, depth = count+n, max(depth, d)
	}
	if depth > o.limits.Depth {
		return tooDeep(o.limits.Depth)
	}
	if count > o.limits.Values {
		return graph.NewError(graph.TooComplex, "variable.values",
			"the variables have {value} values; at most {max} are possible", graph.Params{"value": count, "max": o.limits.Values})
	}
	return nil
}

// measure says how many values there are in a value, itself included, and how many lists and objects stand within each other.
// Who decodes JSON bounds that at some thousands.
func measure(value any) (count, depth int) {
	switch value := value.(type) {
	case []any:
		for _, item := range value {
			n, d := measure(item)
			count, depth = count+n, max(depth, d)
		}
	case map[string]any:
		for _, field := range value {
			n, d := measure(field)
			count, depth = count+n, max(depth, d)
		}
	default:
		return 1, 0
	}
	return count + 1, depth + 1
}
