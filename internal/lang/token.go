package lang

import (
	"unicode"
	"unicode/utf8"

	"github.com/wasl-graph/wasl/graph"
)

// Token is a word of a text.
type Token struct {
	// Text is the word folded, without apostrophes and the dots of initials within it.
	Text string
	// Start and End are where the word stands in the text, in Unicode code points: from Start up to before End. A byte that
	// is not UTF-8 counts as one.
	Start, End int
	// Capitals says that the word has two letters or more, all of them capitals. It may be an acronym or a code, such as
	// that of a country: NO is Norway, "no" is not, unless a query is nothing else.
	Capitals bool
	// Exact says that the capitals mean something: the word stands among others that have none, or alone with at most five
	// letters. It is met as it is, not in other forms. In "IOM IN IRAQ" nothing can be told.
	Exact bool
}

// Variants gives the forms in which the word meets others, as [Variants] does; an Exact one has only its own.
func (t Token) Variants(tag graph.Tag) []Variant {
	if t.Exact {
		return []Variant{{t.Text, Folded}}
	}
	return Variants(t.Text, tag)
}

// longestCode is the most letters of a word that is taken for an acronym when it stands alone.
const longestCode = 5

// Tokens finds the words of a text: runs of letters, digits and marks as they are when folded. Dashes and other signs part
// words; what is not seen doesn't, nor does an apostrophe between letters (Iraq’s, Sana'a), nor a dot between single
// capitals (U.S.); the dot behind the last is no part of the word. No word is left out for being common. A sign that folds to several words (ﷺ) gives several tokens in the same place.
//
// The tokens are in the order of the text; the time is linear in its length.
func Tokens(s string) []Token {
	words := len(s)/8 + 1
	t := tokenizer{tokens: make([]Token, 0, words), starts: make([]int, 0, words), text: make([]byte, 0, len(s))}
	for i := 0; i < len(s); t.at++ {
		r, size := utf8.DecodeRuneInString(s[i:])
		i += size
		t.read(r)
	}
	t.close()
	return t.finish()
}

// tokenizer reads a text one character after the other.
type tokenizer struct {
	tokens []Token
	starts []int  // of each token's text, in text
	text   []byte // of all tokens
	at     int    // code points read

	words int  // with letters
	plain bool // whether one of them is not in capitals

	// Of the word that is being read:
	open       bool
	apostrophe bool // stands behind it, and belongs to it when a letter follows
	start, end int
	letters    int // as they are in the text
	capitals   int // of them
	initials   initials
}

// initials is what is known of single capitals with dots: U.S.A.
type initials struct {
	run    int  // characters since the word began, or since its last dot
	dot    bool // stands behind a single capital, and belongs to the word when another follows
	dotted bool // the word has a dot within
	// Where the word ends before its last dot, and where the capital behind that begins in the text and in the tokens' text.
	end, at, text int
}

// read takes the next character of the text.
func (t *tokenizer) read(r rune) {
	if r < utf8.RuneSelf {
		t.readFolded(rune(asciiFolds[r]), r)
		return
	}
	if r == '’' || r == '‘' || r == '＇' {
		r = '\''
	}
	if r == '\'' {
		t.readFolded(r, r)
		return
	}
	for _, f := range foldRune(r) {
		t.readFolded(f, r)
	}
}

// readFolded takes one character of what another folds to.
func (t *tokenizer) readFolded(f, original rune) {
	switch {
	case f == '\'' && t.open && !t.apostrophe && !t.initials.dot:
		t.apostrophe = true
	case original == '.' && t.afterInitial():
		t.initials.dot = true
	case !isWordRune(f):
		t.close()
	default:
		t.append(f, original)
	}
}

// afterInitial says whether the open word ends in a single capital, and has others before it at most.
func (t *tokenizer) afterInitial() bool {
	return t.open && !t.apostrophe && !t.initials.dot && t.initials.run == 1 && t.letters > 0 && t.capitals == t.letters
}

func isWordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 'a' && r <= 'z' || r >= '0' && r <= '9'
	}
	return isArabicLetter(r) || unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r)
}

func (t *tokenizer) append(f, original rune) {
	switch {
	case t.initials.dot && unicode.IsUpper(original):
		t.initials = initials{dotted: true, end: t.end, at: t.at, text: len(t.text)}
	case t.initials.dot:
		t.close()
	case t.initials.dotted && t.initials.run == 1 && !t.apostrophe:
		t.splitInitials()
	}
	if !t.open {
		t.begin(t.at, len(t.text))
	}
	t.apostrophe = false
	t.initials.run++
	t.text = utf8.AppendRune(t.text, f)
	t.end = t.at + 1
	switch {
	case isArabicLetter(original): // a short cut: these are most letters that are not Latin
		t.letters++
	case unicode.IsUpper(original):
		t.letters++
		t.capitals++
	case unicode.IsLetter(original):
		t.letters++
	}
}

// begin opens a word.
func (t *tokenizer) begin(at, text int) {
	t.open, t.start, t.letters, t.capitals = true, at, 0, 0
	t.starts = append(t.starts, text)
}

// splitInitials ends the open word before its last capital, which has turned out to begin another: G.Smith.
func (t *tokenizer) splitInitials() {
	last, end := t.initials, t.end
	t.end = last.end
	t.letters--
	t.capitals--
	t.close()
	t.begin(last.at, last.text)
	t.end, t.letters, t.capitals, t.initials.run = end, 1, 1, 1
}

// close ends the open word.
func (t *tokenizer) close() {
	if !t.open {
		return
	}
	t.open, t.apostrophe, t.initials = false, false, initials{}
	if t.letters > 0 {
		t.words++
		t.plain = t.plain || t.capitals < t.letters
	}
	capitals := t.letters >= 2 && t.capitals == t.letters
	t.tokens = append(t.tokens, Token{
		Start: t.start, End: t.end,
		Capitals: capitals,
		Exact:    capitals && t.letters <= longestCode,
	})
}

// finish gives the tokens their texts and says whether capitals stand out.
func (t *tokenizer) finish() []Token {
	text := string(t.text)
	for i := range t.tokens {
		token, end := &t.tokens[i], len(text)
		if i+1 < len(t.starts) {
			end = t.starts[i+1]
		}
		token.Text = text[t.starts[i]:end]
		if t.words > 1 {
			token.Exact = token.Capitals && t.plain
		}
	}
	return t.tokens
}
