package api_test

import (
	"encoding/json"
	"reflect"
	"slices"
	"testing"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/lang"
)

// further are the label languages that were added after the three that the answers in testdata were written for. Lists of
// languages name them besides, which makes no answer wrong.
func further() []graph.Tag { return lang.Served()[3:] }

// sameButForFurther says whether two answers are the same when nothing is said of the further label languages.
func sameButForFurther(t *testing.T, a, b string, further []graph.Tag) bool {
	t.Helper()
	return len(further) > 0 && reflect.DeepEqual(without(further, "", decoded(t, a)), without(further, "", decoded(t, b)))
}

func decoded(t *testing.T, answer string) any {
	t.Helper()
	var value any
	if err := json.Unmarshal([]byte(answer), &value); err != nil {
		t.Fatalf("the answer is no JSON: %v", err)
	}
	return value
}

// without leaves languages out of a field's value: their tags from lists of tags, and they themselves where a list has their
// names beside them.
func without(languages []graph.Tag, field string, value any) any {
	switch value := value.(type) {
	case map[string]any:
		for name, inner := range value {
			value[name] = without(languages, name, inner)
		}
	case []any:
		for i, inner := range value {
			value[i] = without(languages, "", inner)
		}
		return slices.DeleteFunc(value, func(item any) bool {
			tag, _ := item.(string)
			if language, ok := item.(map[string]any); ok && field == "languages" {
				tag, _ = language["tag"].(string)
			} else if field != "triedLanguages" && field != "missingIn" {
				return false
			}
			return slices.Contains(languages, graph.Tag(tag))
		})
	}
	return value
}

func TestSameButForFurther(t *testing.T) {
	const answer = `{"a": {"triedLanguages": ["de", "und"], "missingIn": [], "availableIn": ["fr"], "languages": [{"tag": "de"}]}}`
	tests := map[string]bool{
		`{"a": {"triedLanguages": ["de", "fr", "und"], "missingIn": ["fr"], "availableIn": ["fr"], "languages": [{"tag": "de"}, {"tag": "fr"}]}}`: true,
		`{"a": {"triedLanguages": ["de", "und"], "missingIn": [], "availableIn": [], "languages": [{"tag": "de"}]}}`:                              false,
		`{"a": {"triedLanguages": ["de", "und"], "missingIn": ["ar"], "availableIn": ["fr"], "languages": [{"tag": "de"}]}}`:                      false,
		`{"a": {"triedLanguages": ["de", "en", "und"], "missingIn": [], "availableIn": ["fr"], "languages": [{"tag": "de"}]}}`:                    false,
	}
	for other, want := range tests {
		if got := sameButForFurther(t, other, answer, []graph.Tag{"fr"}); got != want {
			t.Errorf("%s: got %t", other, got)
		}
	}
	if sameButForFurther(t, answer, answer, nil) {
		t.Error("without further languages there is nothing to leave out")
	}
}
