package read

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// latex turns what BibTeX files have of LaTeX into plain text: accents, symbols, dashes and quotation marks become characters,
// commands that only change the looks and braces vanish, and what isn't known stays as it is.
func latex(s string) string {
	if !strings.ContainsAny(s, "\\{}$~") && !strings.Contains(s, "--") && !strings.Contains(s, "``") && !strings.Contains(s, "''") {
		return oneSpace(strings.TrimFunc(s, isBlank))
	}
	l := latexReader{s: s}
	l.run()
	return oneSpace(strings.TrimFunc(l.out.String(), isBlank))
}

// latexReader turns one text into another.
type latexReader struct {
	s     string
	pos   int
	depth int
	out   strings.Builder
}

// ligatures are characters that LaTeX sets as one.
var ligatures = []struct{ from, to string }{{"---", "—"}, {"--", "–"}, {"``", "“"}, {"''", "”"}, {"~", " "}, {"{", ""}, {"}", ""}, {"$", ""}}

// run reads to the end.
func (l *latexReader) run() {
	for l.pos < len(l.s) {
		if l.s[l.pos] == '\\' {
			l.command()
			continue
		}
		l.plain()
	}
}

// plain reads one character or ligature.
func (l *latexReader) plain() {
	for _, x := range ligatures {
		if strings.HasPrefix(l.s[l.pos:], x.from) {
			l.out.WriteString(x.to)
			l.pos += len(x.from)
			return
		}
	}
	_, size := utf8.DecodeRuneInString(l.s[l.pos:])
	l.out.WriteString(l.s[l.pos : l.pos+size])
	l.pos += size
}

// command reads a backslash and what it commands.
func (l *latexReader) command() {
	l.pos++
	if l.pos == len(l.s) {
		return
	}
	if !isLetter(l.s[l.pos]) {
		l.sign()
		return
	}
	start := l.pos
	for l.pos < len(l.s) && isLetter(l.s[l.pos]) {
		l.pos++
	}
	name := l.s[start:l.pos]
	if a, is := accents[rune(name[0])]; is && len(name) == 1 && l.accent(a) {
		return
	}
	l.word(name)
}

// sign reads a command that is no letter: an accent, or a character that would mean something without the backslash.
func (l *latexReader) sign() {
	r, size := utf8.DecodeRuneInString(l.s[l.pos:])
	l.pos += size
	if a, is := accents[r]; is && l.accent(a) {
		return
	}
	switch {
	case strings.ContainsRune(" ,;:\\~\t\n\r", r):
		l.out.WriteByte(' ')
	case strings.ContainsRune("-/!@()[]'`^\"=", r):
	default:
		l.out.WriteRune(r)
	}
}

// word reads a command with a name, and its arguments.
func (l *latexReader) word(name string) {
	if symbol, known := symbols[name]; known {
		l.out.WriteString(symbol)
		l.blanks()
		return
	}
	if switches[name] {
		l.blanks()
		return
	}
	if firstDropped[name] || dropped[name] {
		l.argument()
		return
	}
	if arg, ok := l.argument(); ok {
		if name == "url" || name == "path" {
			l.out.WriteString(arg)
			return
		}
		l.out.WriteString(l.inner(arg))
		return
	}
	l.out.WriteString(`\` + name)
}

// accent puts a mark on the next letter, when there is one.
func (l *latexReader) accent(a accent) bool {
	start := l.pos
	l.blanks()
	arg, ok := l.argument()
	if !ok && l.pos < len(l.s) && l.s[l.pos] == '\\' && l.pos+1 < len(l.s) && isLetter(l.s[l.pos+1]) {
		from := l.pos
		for l.pos++; l.pos < len(l.s) && isLetter(l.s[l.pos]); l.pos++ {
		}
		arg, ok = l.s[from:l.pos], true
		l.blanks()
	}
	if !ok && l.pos < len(l.s) {
		if r, size := utf8.DecodeRuneInString(l.s[l.pos:]); unicode.IsLetter(r) {
			arg, ok = l.s[l.pos:l.pos+size], true
			l.pos += size
		}
	}
	if !ok {
		l.pos = start
		return false
	}
	l.out.WriteString(a.on(l.inner(arg)))
	return true
}

// on is the text with the mark on its first letter.
func (a accent) on(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return ""
	}
	if i := strings.IndexRune(a.composed, r); i >= 0 {
		with, _ := utf8.DecodeRuneInString(a.composed[i+size:])
		return string(with) + s[size:]
	}
	return s[:size] + string(a.mark) + s[size:]
}

// argument reads what stands in the braces that follow.
func (l *latexReader) argument() (string, bool) {
	at := l.pos
	for at < len(l.s) && isSpace(l.s[at]) {
		at++
	}
	if at == len(l.s) || l.s[at] != '{' {
		return "", false
	}
	depth := 0
	for i := at; i < len(l.s); i++ {
		switch l.s[i] {
		case '{':
			depth++
		case '}':
			depth--
		}
		if depth == 0 {
			l.pos = i + 1
			return l.s[at+1 : i], true
		}
	}
	return "", false
}

// inner is an argument as plain text.
func (l *latexReader) inner(arg string) string {
	if l.depth == maxBraces {
		return arg
	}
	inner := latexReader{s: arg, depth: l.depth + 1}
	inner.run()
	return inner.out.String()
}

// blanks goes over the space behind a command.
func (l *latexReader) blanks() {
	for l.pos < len(l.s) && isSpace(l.s[l.pos]) {
		l.pos++
	}
}
