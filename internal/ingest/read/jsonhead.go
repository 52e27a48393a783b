package read

import (
	"encoding/json"
	"strings"
)

func jsonHead(head string) map[string]bool {
	names := map[string]bool{}
	if !strings.HasPrefix(head, "{") && !strings.HasPrefix(head, "[") {
		return names
	}
	dec := json.NewDecoder(strings.NewReader(head))
	depth, expectName := 0, false
	first := byte('{')
	if head[0] == '[' {
		first = '['
	}
	inner := 1
	if first == '[' {
		inner = 2
	}
	for {
		token, err := dec.Token()
		if err != nil {
			return names
		}
		switch t := token.(type) {
		case json.Delim:
			if t == '{' || t == '[' {
				depth++
			} else if depth--; depth < inner {
				return names
			}
			expectName = depth == inner
			continue
		case string:
			if depth == inner && expectName {
				names[t] = true
				expectName = false
				continue
			}
		}
		expectName = depth == inner
	}
}
