package read

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/wasl-graph/wasl/internal/ingest/work"
)

// jsonValue is a value of JSON with its place in the text.
type jsonValue struct {
	// form is '{', '[', '"', '0' for a number, 't' and 'f' for booleans, 'n' for null, and 0 for what isn't there.
	form byte
	// at is the value in the text; of a text what stands between the quotation marks.
	at work.Span
	// text is the value of a text, and the others as they are written.
	text    string
	members []jsonMember
	items   []jsonValue
}

// jsonMember is one name with its value.
type jsonMember struct {
	name string
	jsonValue
}

// jsonWalker takes apart JSON that is known to be right.
type jsonWalker struct {
	text   string
	pos    int
	values int
}

// jsonAt takes apart the value that stands at the place. It must be right JSON; only its depth and size are looked at.
func jsonAt(text string, at work.Span) (jsonValue, error) {
	w := jsonWalker{text: text[:at.End], pos: at.Start}
	return w.value(0)
}

// blanks goes over what stands between values.
func (w *jsonWalker) blanks() {
	for w.pos < len(w.text) && strings.IndexByte(" \t\r\n,:", w.text[w.pos]) >= 0 {
		w.pos++
	}
}

// value reads one value.
func (w *jsonWalker) value(depth int) (jsonValue, error) {
	if depth > maxDepth {
		return jsonValue{}, fmt.Errorf("values stand in each other more than %d deep", maxDepth)
	}
	if w.values++; w.values > maxValues {
		return jsonValue{}, fmt.Errorf("it has more than %d values", maxValues)
	}
	w.blanks()
	v := jsonValue{form: w.text[w.pos], at: work.Span{Start: w.pos}}
	var err error
	switch v.form {
	case '{', '[':
		err = w.children(&v, depth)
	case '"':
		v.text, v.at = w.string()
		return v, nil
	default:
		for w.pos < len(w.text) && strings.IndexByte(" \t\r\n,:]}", w.text[w.pos]) < 0 {
			w.pos++
		}
		if v.form == '-' || v.form >= '0' && v.form <= '9' {
			v.form = '0'
		}
	}
	v.at.End = w.pos
	v.text = w.text[v.at.Start:v.at.End]
	return v, err
}

// children reads the members of an object, or the items of an array.
func (w *jsonWalker) children(v *jsonValue, depth int) error {
	closing := v.form + 2 // '}' and ']' stand two behind '{' and '['
	w.pos++
	for w.blanks(); w.text[w.pos] != closing; w.blanks() {
		var name string
		if v.form == '{' {
			name, _ = w.string()
		}
		child, err := w.value(depth + 1)
		if err != nil {
			return err
		}
		if v.form == '{' {
			v.members = append(v.members, jsonMember{name, child})
		} else {
			v.items = append(v.items, child)
		}
	}
	w.pos++
	return nil
}

// string reads a text.
func (w *jsonWalker) string() (string, work.Span) {
	w.pos++
	at := work.Span{Start: w.pos}
	escaped := false
	for ; w.text[w.pos] != '"'; w.pos++ {
		if w.text[w.pos] == '\\' {
			escaped = true
			w.pos++
		}
	}
	at.End = w.pos
	w.pos++
	raw := w.text[at.Start:at.End]
	if !escaped {
		return raw, at
	}
	var s string
	if json.Unmarshal([]byte(w.text[at.Start-1:at.End+1]), &s) != nil {
		return raw, at
	}
	return s, at
}

// get is the first member with the name; one without a form when there is none.
func (v jsonValue) get(name string) jsonValue {
	for _, m := range v.members {
		if m.name == name {
			return m.jsonValue
		}
	}
	return jsonValue{}
}

// all are the items of an array; a value that is none stands for itself, null for nothing.
func (v jsonValue) all() []jsonValue {
	switch v.form {
	case '[':
		return v.items
	case 0, 'n':
		return nil
	}
	return []jsonValue{v}
}

// words are a text, or a number as it is written. Anything else has none.
func (v jsonValue) words() work.Words {
	if v.form != '"' && v.form != '0' {
		return work.Words{}
	}
	w := work.Words{Value: oneSpace(strings.TrimFunc(v.text, isBlank)), At: v.at}
	if w.Value == "" {
		return work.Words{}
	}
	return w
}

// unplaced are the value's words under a name: those of each item where all are plain, otherwise the JSON.
func (v jsonValue) unplaced(name string) []work.Field {
	var fields []work.Field
	for _, item := range v.all() {
		w := item.words()
		switch {
		case item.form == '{' && len(item.members) == 0 || item.form == '[' && len(item.items) == 0 || item.form == 'n':
			continue
		case item.form != '"' && item.form != '0':
			w = work.Words{Value: item.text, At: item.at}
		}
		if w.Value != "" {
			fields = append(fields, work.Field{Name: name, Words: w})
		}
	}
	return fields
}
