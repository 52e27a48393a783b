package messages

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/lang"
)

// Writer writes sentences for one reader. It is cheap to copy and safe to share between goroutines.
type Writer struct {
	catalogue *catalogue
	format    lang.Format
}

// For gives the writer for a reader with these languages.
func For(c lang.Chain) Writer {
	w := Writer{catalogue: catalogueFor(c), format: c.Format()}
	if w.Language() != c.Interface() {
		w.format = lang.NewFormat(w.Language())
	}
	return w
}

// Language is the language of the sentences.
func (w Writer) Language() graph.Tag { return w.catalogue.language }

// Error writes the sentence of an error: the one for its reason, or for its code in lower case where it has no reason.
// An error that the catalogue does not know keeps its English sentence.
func (w Writer) Error(e *graph.Error) string {
	key := e.Reason
	if key == "" {
		key = strings.ToLower(string(e.Code))
	}
	if text := w.Sentence(key, e.Params); text != "" {
		return text
	}
	return e.Message
}

// Sentence writes the sentence with this key, in English where the language does not have it, and "" where no language
// has. Params may hold a string, which is shown as it is, an int, which counts something, a [graph.Date], an [Entity], a
// [Written] part of the sentence, and a []string, which is a list of names or codes. A year is no int: it would be grouped.
func (w Writer) Sentence(key string, params graph.Params) string {
	s, found := w.catalogue.sentences[key]
	if !found && w.Language() != graph.English {
		english := Writer{catalogues()[graph.English], lang.NewFormat(graph.English)}
		return english.Sentence(key, params)
	}
	var b strings.Builder
	w.write(&b, s, params)
	return b.String()
}

func (w Writer) write(b *strings.Builder, s sentence, params graph.Params) {
	for _, p := range s {
		switch {
		case p.name == "":
			b.WriteString(p.text)
		case p.plurals != nil:
			w.write(b, p.plurals[w.plural(params[p.name])], params)
		case p.name == expected:
			b.WriteString(w.expected(params))
		default:
			b.WriteString(w.formed(params[p.name], p.form))
		}
	}
}

// expected is the value that has a sentence of its own, and the beginning of its key.
const expected = "expected"

func (w Writer) expected(params graph.Params) string {
	key := fmt.Sprint(params[expected])
	if text := w.Sentence(expected+"."+key, params); text != "" {
		return text
	}
	return w.value(key)
}

func (w Writer) plural(value any) lang.Plural {
	if n, ok := value.(int); ok {
		return w.format.Plural(float64(n), 0)
	}
	return lang.Other
}

// value writes a value as it stands in a sentence.
func (w Writer) value(value any) string {
	switch v := value.(type) {
	case int:
		return w.format.Number(int64(v))
	case graph.Date:
		return w.format.Date(v, lang.Long)
	case []string:
		list := make([]string, len(v))
		for i, item := range v {
			list[i] = w.text(item)
		}
		return w.format.List(list)
	}
	return w.text(fmt.Sprint(value))
}

func (w Writer) text(s string) string { return lang.Isolate(visible(s), w.catalogue.direction) }

// visible spells out the characters that can't be seen. Those that join and part letters, which words need, stay.
func visible(s string) string {
	s = strings.ToValidUTF8(s, string(unicode.ReplacementChar))
	isVisible := func(r rune) bool { return unicode.IsPrint(r) || r == '\u200C' || r == '\u200D' }
	if strings.IndexFunc(s, func(r rune) bool { return !isVisible(r) }) < 0 {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		if isVisible(r) {
			b.WriteRune(r)
			continue
		}
		quoted := strconv.QuoteRune(r)
		b.WriteString(quoted[1 : len(quoted)-1])
	}
	return b.String()
}
