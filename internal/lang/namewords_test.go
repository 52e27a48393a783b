package lang

import (
	"reflect"
	"slices"
	"strings"
	"testing"
)

func TestNamesIn(t *testing.T) {
	list := NamesIn()
	if len(list) != len(Served()) {
		t.Fatalf("words of %d languages, want %d", len(list), len(Served()))
	}
	for i, w := range list {
		if !slices.Contains(Spoken(), Served()[i]) && reflect.ValueOf(w).IsZero() {
			continue // a label language may bring none
		}
		if w.And == "" || w.Titles == "" || w.Organisations == "" || len(w.Numerals) == 0 {
			t.Errorf("%s lacks words: %+v", Served()[i], w)
		}
	}
}

// TestNameWordsOnce finds words that a list has twice, which is a slip of the pen.
func TestNameWordsOnce(t *testing.T) {
	for i, w := range NamesIn() {
		fields := reflect.ValueOf(w)
		for f := range fields.NumField() {
			if fields.Field(f).Kind() != reflect.String {
				continue
			}
			seen := map[string]bool{}
			for word := range strings.FieldsSeq(fields.Field(f).String()) {
				if seen[word] {
					t.Errorf("%s: %s has %s twice", Served()[i], fields.Type().Field(f).Name, word)
				}
				seen[word] = true
			}
		}
	}
}
