package names

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// words makes the words of a name. A particle at the end of the whole name is a name itself.
func (p *parser) words(tokens []token, last bool) []Word {
	tokens = withoutDashes(tokens)
	var list []Word
	for i := 0; i < len(tokens); {
		n := p.wordAt(tokens[i:])
		w := p.word(tokens[i : i+n])
		w.Kind = p.v.kindOfWord(tokens[i:i+n], len(list) == 0, i+n == len(tokens), last)
		if p.v.joinsParticles(tokens, i) {
			w.Kind = Particle
		}
		if len(w.units) > 0 {
			list = append(list, w)
		}
		for i += n; i < len(tokens) && tokens[i].kind == aDash; i++ {
			// a dash that joins nothing
		}
	}
	return list
}

// wordAt says how many tokens make the next word: a double name with spaces around its hyphen, a name of two words.
func (p *parser) wordAt(tokens []token) int {
	tokens = tokens[:p.together(tokens)]
	n := 1
	if _, ok := p.v.joined[tokens[0].key]; ok && len(tokens) > 1 && tokens[1].kind == aWord {
		n = 2
		if len(tokens) > 2 && tokens[2].kind == aWord && p.v.particles.hasWord(tokens[1]) {
			n = 3 // Abd al Rahman
		}
	}
	for n+1 < len(tokens) && tokens[n].kind == aDash && tokens[n+1].kind == aWord {
		n += 2
	}
	return n
}

// together says how many tokens at the front have nothing but space between them, no bracket for instance.
func (p *parser) together(tokens []token) int {
	for i := 1; i < len(tokens); i++ {
		if strings.TrimFunc(p.text[tokens[i-1].end:tokens[i].start], isBlank) != "" {
			return i
		}
		if i > maxParts && tokens[i].kind == aWord && tokens[i-1].kind == aWord {
			return i // no word reaches further
		}
	}
	return len(tokens)
}

func (p *parser) word(tokens []token) Word {
	w := Word{Span: p.places.span(tokens[0].start, tokens[len(tokens)-1].end)}
	var b strings.Builder
	var parts []string
	for i, t := range tokens {
		switch {
		case t.kind == aDash:
			b.WriteByte('-')
			continue
		case i > 0 && tokens[i-1].kind == aWord:
			b.WriteByte(' ')
		}
		b.WriteString(withPlainHyphens(t.text))
		parts = append(parts, strings.FieldsFunc(t.text, isDash)...)
	}
	w.Text = b.String()
	if utf8.RuneCountInString(plain(w.Text)) > maxAbbreviated {
		w.Text = strings.TrimRight(w.Text, ".")
	}
	w.units = p.v.units(parts)
	return w
}

func withPlainHyphens(s string) string {
	return strings.Map(func(r rune) rune {
		if isDash(r) {
			return '-'
		}
		return r
	}, s)
}

// units makes what is compared of the parts of a double name: without articles and particles, and with the words that
// make one name together.
func (v *vocabulary) units(parts []string) []unit {
	var list []unit
	for i := 0; i < len(parts); i++ {
		key := plain(parts[i])
		if key == "" || i < len(parts)-1 && v.isArticle(key) {
			continue
		}
		if _, ok := v.joined[key]; ok && i < len(parts)-1 {
			i++
			for i < len(parts)-1 && v.isArticle(plain(parts[i])) {
				i++
			}
			list = append(list, unit{key: v.join(key, plain(parts[i]))})
			continue
		}
		list = append(list, v.unit(parts[i], key))
	}
	return list
}

func (v *vocabulary) isArticle(key string) bool {
	_, article := v.articles[key]
	_, particle := v.particles[key]
	return article || particle
}

func (v *vocabulary) unit(part, key string) unit {
	if stripped := plain(v.withoutArticle(part)); stripped != key {
		return unit{key: v.rejoin(stripped), alt: key}
	}
	return unit{key: v.rejoin(key), alt: plainSpelledOut(part)}
}

// maxAbbreviated is how many letters a word with a dot may have to be a shortened one: Md., Chr., Mohd.
const maxAbbreviated = 4

// kindOfWord says what a word is. It needs to know whether it is the first and the last one of its part, and whether this
// is the last part.
func (v *vocabulary) kindOfWord(tokens []token, first, end, lastPart bool) WordKind {
	if len(tokens) > 1 {
		return Full
	}
	text, key := tokens[0].text, tokens[0].key
	letters := utf8.RuneCountInString(key)
	isLast := end && lastPart
	switch {
	case letters == 1 && isInitial(text):
		return Initial
	case !isLast && (v.particles.hasPlain(text, key) || !first && v.inner.hasPlain(text, key)):
		return Particle
	case isLast && !first && isSmall(text) && v.particles.hasPlain(text, key):
		return Particle // Goethe, Johann Wolfgang von
	case letters <= maxAbbreviated && strings.HasSuffix(text, ".") && !end:
		return Initial
	}
	return Full
}

// joinsParticles says whether the word at a place is an "and" between two particles: von und zu.
func (v *vocabulary) joinsParticles(tokens []token, at int) bool {
	return at > 0 && at+1 < len(tokens) && v.and.hasWord(tokens[at]) && v.particles.hasWord(tokens[at-1]) && v.particles.hasWord(tokens[at+1])
}

// isInitial says whether one letter stands for a name: a capital, or any letter with a dot.
func isInitial(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsUpper(r) || strings.HasSuffix(text, ".")
}
