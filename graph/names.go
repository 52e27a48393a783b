package graph

// names is the table behind an enumeration: the value is the index, the string is the API's name.
type names[T ~uint8] struct {
	what string
	list []string
}

func (n names[T]) known(v T) bool { return int(v) < len(n.list) }

func (n names[T]) of(v T) string {
	if n.known(v) {
		return n.list[v]
	}
	return "UNKNOWN"
}

func (n names[T]) parse(s string) (T, error) {
	for i, name := range n.list {
		if name == s {
			return T(i), nil
		}
	}
	return 0, Invalid(n.what, s, ExpectOneOf(n.list...))
}

func (n names[T]) all() []T {
	values := make([]T, len(n.list))
	for i := range values {
		values[i] = T(i)
	}
	return values
}
