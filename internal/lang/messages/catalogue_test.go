package messages

import (
	"strings"
	"testing"
)

func TestReadCatalogueSaysWhatIsWrong(t *testing.T) {
	tests := map[string]string{
		"  text":                              "1: a sentence without a key",
		"a\n  x\n\nb\na\n  y":                 "5: a is there twice",
		"a\n\nb\n  x":                         "1: a: the sentence is missing",
		"a\n  {n":                             "1: a: a } is missing",
		"# c\na\n  {n|one: x":                 "2: a: a } is missing",
		"a\n  {}":                             `1: a: "" is no name of a value`,
		"a\n  {a b}":                          `1: a: "a b" is no name of a value`,
		"a\n  x}":                             `1: a: "}" ends nothing`,
		"a\n  `x":                             "1: a: a ` is missing",
		"a\n  {n|lots: x}":                    `1: a: "lots" is no plural form`,
		"a\n  {n|one}":                        `1: a: "one}" is no plural form`,
		"a\n  {n|one: x|one: y}":              "1: a: one is there twice",
		"a\n  {n|one: |other: y}":             "1: a: one: the sentence is missing",
		"a\n  {n|one: x|other: {m|one: y} {}": `1: a: "" is no name of a value`,
	}
	for text, want := range tests {
		if _, err := readCatalogue("en", text); err == nil || err.Error() != want {
			t.Errorf("%q: got %v, want %s", text, err, want)
		}
	}
}

func FuzzReadCatalogue(f *testing.F) {
	f.Add("# c\na\n  x {n} `y`\n\nb\n  z")
	f.Add("a\n {n|one: {m|two: `x`}|other: y} z")
	f.Fuzz(func(t *testing.T, text string) {
		c, err := readCatalogue("ar", text)
		if err != nil {
			return
		}
		for key := range c.sentences {
			if strings.TrimSpace(key) == "" {
				t.Errorf("a sentence with the key %q", key)
			}
			Writer{catalogue: c}.Sentence(key, nil)
		}
	})
}
