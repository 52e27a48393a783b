package ingest

import (
	"bytes"
	"errors"
	"io"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
)

// maxFile bounds a seed file in bytes.
const maxFile = 1 << 20

// parse returns the file's one mapping, or nil after noting what is wrong.
func (r *seedReader) parse(data []byte) *yaml.Node {
	if len(data) > maxFile {
		r.fault(0, "expected a file of at most %d bytes", maxFile)
		return nil
	}
	if line := firstUnreadable(data); line > 0 {
		r.fault(line, "expected text in UTF-8, without control characters")
		return nil
	}
	var document, more yaml.Node
	in := yaml.NewDecoder(bytes.NewReader(data))
	if err := in.Decode(&document); errors.Is(err, io.EOF) {
		r.fault(0, "the file is empty; expected an id and facts")
		return nil
	} else if err != nil {
		r.syntaxFault(data, err)
		return nil
	}
	if err := in.Decode(&more); err == nil {
		r.fault(more.Line, "expected one YAML document, not a second one")
		return nil
	} else if !errors.Is(err, io.EOF) {
		r.syntaxFault(data, err)
		return nil
	}
	root := document.Content[0]
	if root.Kind != yaml.MappingNode {
		r.fault(root.Line, "expected keys and values, beginning with id")
		return nil
	}
	if !r.plain(root) {
		return nil
	}
	return root
}

// firstUnreadable is the number of the first line with bytes that YAML does not allow, 0 when there are none. The decoder
// would not say where they stand.
func firstUnreadable(data []byte) int {
	line := 1
	for len(data) > 0 {
		c, size := utf8.DecodeRune(data)
		switch {
		case c == '\n':
			line++
		case c == utf8.RuneError && size == 1, c == 0xFFFE, c == 0xFFFF, unicode.IsControl(c) && !strings.ContainsRune("\t\r\u0085", c):
			return line
		}
		data = data[size:]
	}
	return 0
}

var yamlError = regexp.MustCompile(`^yaml: (?:line (\d+): )?(.*)$`)

// syntaxFault notes what the decoder says. It leaves line 1 unsaid, and counts from 0 where it did not find something.
func (r *seedReader) syntaxFault(data []byte, err error) {
	match := yamlError.FindStringSubmatch(err.Error())
	if match == nil {
		r.fault(0, "expected YAML: %v", err)
		return
	}
	line, err := strconv.Atoi(match[1])
	if err != nil {
		line = 1
	} else if strings.HasPrefix(match[2], "did not find") {
		line = min(line+1, max(1, bytes.Count(data, []byte("\n"))))
	}
	r.fault(line, "expected YAML: %s", match[2])
}

// plain faults anchors, aliases and tags: with them a value would not stand where it is used, or not mean what it says.
func (r *seedReader) plain(node *yaml.Node) bool {
	if node.Kind == yaml.AliasNode || node.Anchor != "" {
		r.fault(node.Line, "expected a value written out, without anchors and aliases (& and *)")
		return false
	}
	if node.Style&yaml.TaggedStyle != 0 {
		r.fault(node.Line, "expected a value without the tag %s", node.Tag)
		return false
	}
	ok := true
	for _, child := range node.Content {
		ok = r.plain(child) && ok
	}
	return ok
}

// pair is a key of a mapping and its value.
type pair struct{ key, value *yaml.Node }

// pairs lists the keys and values of a mapping and faults what is no mapping or has a key twice.
func (r *seedReader) pairs(node *yaml.Node) []pair {
	if node.Kind != yaml.MappingNode {
		r.fault(node.Line, "expected keys and values, like {text: …, language: …}")
		return nil
	}
	var list []pair
	seen := map[string]bool{}
	for i := 0; i+1 < len(node.Content); i += 2 {
		key, value := node.Content[i], node.Content[i+1]
		if seen[key.Value] {
			r.fault(key.Line, "the key %s stands here twice", key.Value)
			continue
		}
		seen[key.Value] = true
		list = append(list, pair{key, value})
	}
	return list
}

// scalar is a value that is neither a list nor a mapping nor empty, or "" after noting that it is none.
func (r *seedReader) scalar(p pair) string {
	if p.value.Kind != yaml.ScalarNode || p.value.Value == "" || p.value.Tag == "!!null" {
		r.fault(p.value.Line, "%s: expected a value", p.key.Value)
		return ""
	}
	return p.value.Value
}

// parsed reads a value with a function that says what is wrong with it, and returns the zero value when something is.
func parsed[T any](r *seedReader, p pair, parse func(string) (T, error)) T {
	var none T
	text := r.scalar(p)
	if text == "" {
		return none
	}
	value, err := parse(text)
	if err != nil {
		r.fault(p.value.Line, "%v", err)
		return none
	}
	return value
}
