package messages

import (
	"errors"
	"fmt"
	"strings"

	"github.com/wasl-graph/wasl/internal/lang"
)

// sentence is a parsed sentence.
type sentence []piece

// piece is one part of a sentence: text, a value, or a choice of sentences by the plural form of a value.
type piece struct {
	text    string
	name    string                   // of the value; "" for text
	form    string                   // of a value that is an entity, "" for the plain one
	plurals map[lang.Plural]sentence // nil for the value itself
}

// parse reads a sentence.
func (c *catalogue) parse(text string) (sentence, error) {
	if text == "" {
		return nil, errors.New("the sentence is missing")
	}
	s, rest, err := c.parseUntil(text, "")
	if err == nil && rest != "" {
		err = fmt.Errorf("%q ends nothing", rest[:1])
	}
	return s, err
}

// parseUntil reads up to one of the signs that end a sentence within a sentence.
func (c *catalogue) parseUntil(text, ends string) (s sentence, rest string, err error) {
	for text != "" {
		i := strings.IndexAny(text, "{}`"+ends)
		if i < 0 {
			return append(s, piece{text: text}), "", nil
		}
		if i > 0 {
			s = append(s, piece{text: text[:i]})
		}
		switch text = text[i:]; text[0] {
		case '{':
			var p piece
			if p, text, err = c.parseValue(text[1:]); err != nil {
				return nil, "", err
			}
			s = append(s, p)
		case '`':
			literal, after, closed := strings.Cut(text[1:], "`")
			if !closed {
				return nil, "", errors.New("a ` is missing")
			}
			s, text = append(s, piece{text: lang.Isolate(literal, c.direction)}), after
		default:
			return s, text, nil
		}
	}
	return s, "", nil
}

// parseValue reads what stands behind an opening brace, up to the closing one.
func (c *catalogue) parseValue(text string) (p piece, rest string, err error) {
	end := strings.IndexAny(text, "|}")
	if end < 0 {
		return p, "", errors.New("a } is missing")
	}
	p.name, p.form, _ = strings.Cut(strings.TrimSpace(text[:end]), ":")
	if p.name == "" || strings.ContainsAny(p.name, " {`") {
		return p, "", fmt.Errorf("%q is no name of a value", p.name)
	}
	for text = text[end:]; text[0] == '|'; {
		if text, err = c.parsePlural(&p, text[1:]); err != nil {
			return p, "", err
		}
		if text == "" {
			return p, "", errors.New("a } is missing")
		}
	}
	return p, text[1:], nil
}

// parsePlural reads one plural form, up to the next or to the end of the choice.
func (c *catalogue) parsePlural(p *piece, text string) (rest string, err error) {
	name, text, found := strings.Cut(text, ":")
	form, known := pluralByName[strings.TrimSpace(name)]
	if !found || !known {
		return "", fmt.Errorf("%q is no plural form", name)
	}
	if p.plurals == nil {
		p.plurals = map[lang.Plural]sentence{}
	}
	if p.plurals[form] != nil {
		return "", fmt.Errorf("%s is there twice", form)
	}
	s, rest, err := c.parseUntil(strings.TrimLeft(text, " "), "|}")
	if err == nil && len(s) == 0 {
		err = fmt.Errorf("%s: the sentence is missing", form)
	}
	if err == nil {
		last := &s[len(s)-1]
		if last.name == "" {
			last.text = strings.TrimRight(last.text, " ")
		}
		p.plurals[form] = s
	}
	return rest, err
}

var pluralByName = func() map[string]lang.Plural {
	forms := map[string]lang.Plural{}
	for form := lang.Zero; form <= lang.Other; form++ {
		forms[form.String()] = form
	}
	return forms
}()
