package api

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// A list of documents is JSON, in one of two forms. An object has names as its keys and texts as its values, as Relay's
// compiler writes it:
//
//	{"3f2b…": "query Reports { … }"}
//
// Or it is the manifest that Apollo's tools write; of an operation only id and body are read:
//
//	{"format": "apollo-persisted-query-manifest", "version": 1, "operations": [{"id": "3f2b…", "body": "query Reports { … }"}]}
const (
	apolloFormat     = "apollo-persisted-query-manifest"
	apolloOperations = "operations"
)

// manifestEntry is a document of a list, and the line of the list that it begins in.
type manifestEntry struct {
	line       int
	name, text string
}

// manifestFault is what is wrong in a line of a list.
type manifestFault struct {
	line int
	says string
}

// manifestError lists what is wrong with a list.
func manifestError(file string, faults []manifestFault) error {
	slices.SortStableFunc(faults, func(a, b manifestFault) int { return cmp.Compare(a.line, b.line) })
	lines := make([]string, len(faults))
	for i, f := range faults {
		lines[i] = fmt.Sprintf("%s:%d: %s", file, f.line, f.says)
	}
	return errors.New(strings.Join(lines, "\n"))
}

// manifest reads a list, and notes what is wrong with it.
type manifest struct {
	data    []byte
	in      *json.Decoder
	entries []manifestEntry
	faults  []manifestFault

	operations bool // it is Apollo's
	format     json.RawMessage
	version    json.RawMessage
}

func readManifest(data []byte) ([]manifestEntry, []manifestFault) {
	m := manifest{data: data, in: json.NewDecoder(bytes.NewReader(data))}
	err := m.read()
	var syntax *json.SyntaxError
	switch {
	case errors.As(err, &syntax):
		m.fault(int(syntax.Offset), "this is not JSON")
	case err != nil:
		m.fault(len(data), "the file breaks off")
	case m.operations && (string(m.format) != `"`+apolloFormat+`"` || string(m.version) != "1"):
		m.fault(0, `expected "format": "`+apolloFormat+`" and "version": 1 beside the operations`)
	}
	return m.entries, m.faults
}

// fault notes what is wrong at a place.
func (m *manifest) fault(offset int, says string) {
	m.faults = append(m.faults, manifestFault{m.line(offset), says})
}

func (m *manifest) line(offset int) int {
	return 1 + bytes.Count(m.data[:min(max(offset, 0), len(m.data))], []byte("\n"))
}

func (m *manifest) read() error {
	if opened, err := m.open('{', "expected an object: the names of documents with their texts"); !opened {
		return err
	}
	for m.in.More() {
		if err := m.member(); err != nil {
			return err
		}
	}
	if _, err := m.in.Token(); err != nil {
		return err
	}
	if _, err := m.in.Token(); !errors.Is(err, io.EOF) {
		m.fault(int(m.in.InputOffset()), "something follows after the end of the list")
	}
	return nil
}

// open reads the beginning of an object or a list, and says what was expected where something else stands.
func (m *manifest) open(with json.Delim, expected string) (bool, error) {
	token, err := m.in.Token()
	if err == nil && token != with {
		m.fault(int(m.in.InputOffset()), expected)
	}
	return err == nil && token == with, err
}

// member reads a key of the list with its value.
func (m *manifest) member() error {
	token, err := m.in.Token()
	if err != nil {
		return err
	}
	key, line := token.(string), m.line(int(m.in.InputOffset())) // keys are always strings
	rest := bytes.TrimLeft(m.data[m.in.InputOffset():], " \t\r\n:")
	if key == apolloOperations && bytes.HasPrefix(rest, []byte("[")) {
		return m.list()
	}
	var value json.RawMessage
	if err := m.in.Decode(&value); err != nil {
		return err
	}
	var text string
	switch {
	case key == "format" && (m.operations || string(value) == `"`+apolloFormat+`"`):
		m.format = value
	case key == "version" && value[0] != '"':
		m.version = value
	case json.Unmarshal(value, &text) != nil || value[0] != '"':
		m.faults = append(m.faults, manifestFault{line, key + ": expected the text of a document"})
	default:
		m.entries = append(m.entries, manifestEntry{line, key, text})
	}
	return nil
}

// list reads the operations of Apollo's form.
func (m *manifest) list() error {
	m.operations = true
	if opened, err := m.open('[', "expected a list of operations"); !opened {
		return err
	}
	for m.in.More() {
		var value json.RawMessage
		if err := m.in.Decode(&value); err != nil {
			return err
		}
		line := m.line(int(m.in.InputOffset()) - len(value))
		var operation struct{ ID, Body string }
		if json.Unmarshal(value, &operation) != nil || operation.Body == "" {
			m.faults = append(m.faults, manifestFault{line, "expected an operation with an id and a body"})
			continue
		}
		m.entries = append(m.entries, manifestEntry{line, operation.ID, operation.Body})
	}
	_, err := m.in.Token()
	return err
}
