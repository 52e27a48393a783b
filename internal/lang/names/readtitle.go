package names

import (
	"slices"
	"strings"
)

// title is a name that is no person's.
type title struct {
	words   []titleWord
	numbers []int
	acronym string // plain, of one in brackets
	printed string
	script  script
	letters []initial
}

// shown is the title for a reason that is about all of it.
func (t title) shown() []string { return []string{t.printed} }

type titleWord struct{ key, text, skeleton string }

// maxTitle is how many words of a title are compared.
const maxTitle = 64

// readTitle reads a name without the words that don't count.
func (v *vocabulary) readTitle(s string, noise lexicon) title {
	s = cut(s)
	r := titleReader{v: v, noise: noise}
	r.printed = strings.TrimFunc(s, isBlank)
	r.read(withoutAcronym(scan(s), s, &r))
	if len(r.words) > 0 {
		r.script = scriptOf(r.words[0].text)
	}
	return r.title
}

// withoutAcronym takes an acronym in brackets off, which is printed behind the name it belongs to.
func withoutAcronym(tokens []token, s string, r *titleReader) []token {
	for i, t := range tokens {
		if t.kind != anOpening || i == 0 {
			continue
		}
		end := slices.IndexFunc(tokens[i:], func(t token) bool { return t.kind == aClosing })
		if end < 0 {
			continue
		}
		inside := strings.TrimSpace(s[t.end:tokens[i+end].start])
		if first, _, _ := strings.Cut(inside, " "); isAcronym(first) && len(tokens[i:i+end]) <= 3 {
			inner := titleReader{v: r.v, noise: r.noise}
			inner.read(scan(inside))
			r.acronym = joinKeys(inner.words)
			return slices.Concat(tokens[:i], tokens[i+end+1:])
		}
	}
	return tokens
}

func joinKeys(list []titleWord) string {
	var b strings.Builder
	for _, w := range list {
		b.WriteString(w.key)
	}
	return b.String()
}

// titleReader is the work on one title.
type titleReader struct {
	v     *vocabulary
	noise lexicon
	title
}

// plus is a sign that tells a project from the one before it: FIMAS and FIMAS+. It counts as the word for it, plusWord.
const (
	plus     = "+"
	plusWord = "plus"
)

func isPlus(text string) bool { return text == plus || text == "＋" || text == "⁺" }

// piece is a word between spaces and hyphens.
type piece struct {
	text     string
	hyphened bool // whether a dash stands directly before
}

func (r *titleReader) read(tokens []token) {
	pieces := piecesOf(tokens)
	last := len(pieces) // behind the last word that counts
	for last > 1 && r.isBehindNumber(pieces[last-1].text) {
		last--
	}
	for i := 0; i < len(pieces); i++ {
		if used := r.readPhase(pieces[i:]); used > 0 {
			i += used - 1
			continue
		}
		r.readPiece(pieces[i], i, i == last-1)
	}
}

// isBehindNumber says whether a word may follow a number at the end: PARIM II project, PARIM II+.
func (r *titleReader) isBehindNumber(text string) bool {
	key := r.counts(text)
	return key == "" || key == plusWord
}

func piecesOf(tokens []token) []piece {
	var list []piece
	hyphened := false
	for _, t := range tokens {
		if t.kind == aDash {
			hyphened = true
		}
		if isPlus(t.text) {
			list = append(list, piece{text: plus})
		}
		if t.kind != aWord {
			continue
		}
		for i, part := range strings.FieldsFunc(t.text, isDash) {
			list = append(list, piece{part, i > 0 || hyphened})
		}
		hyphened = false
	}
	return list
}

// readPhase reads a number beside a noun such as phase, and says how many pieces it took.
func (r *titleReader) readPhase(pieces []piece) int {
	if len(pieces) < 2 {
		return 0
	}
	first, second := pieces[0].text, pieces[1].text
	if r.v.isNoun(r.v.phases, first, plain(first)) {
		if n, ok := r.v.number(second); ok {
			r.numbers = append(r.numbers, n)
			return 2
		}
	}
	if r.v.isNoun(r.v.phases, second, plain(second)) {
		n, ok := r.v.number(first)
		if !ok {
			return 0
		}
		if len(pieces) > 2 && !isWordNumber(first) { // "PARIM 2 Phase 3"
			if _, both := r.v.number(pieces[2].text); both {
				return 0
			}
		}
		r.numbers = append(r.numbers, n)
		return 2
	}
	return 0
}

func isWordNumber(s string) bool {
	_, digits := parseNumber(s)
	_, roman := parseAnyRoman(s)
	return !digits && !roman
}

// number reads a number in digits, Roman letters or words.
func (v *vocabulary) number(s string) (int, bool) {
	if n, ok := parseNumber(s); ok {
		return n, true
	}
	if n, ok := parseAnyRoman(s); ok {
		return n, true
	}
	key := plain(s)
	if n, ok := v.numerals[key]; ok {
		return n, true
	}
	n, ok := v.numerals[v.withoutPrefix(key)]
	return n, ok
}

func (r *titleReader) readPiece(p piece, i int, last bool) {
	if r.readNumber(p, i, last) {
		return
	}
	text, digits := splitDigits(p.text)
	if n, ok := parseNumber(digits); ok {
		r.numbers = append(r.numbers, n)
	} else {
		text = p.text
	}
	key := r.counts(text)
	if key != "" && len(r.words) < maxTitle {
		r.words = append(r.words, titleWord{key, text, Skeleton(key)})
	}
	r.addInitials(text, key == "")
}

// readNumber reads a number that stands alone: digits anywhere, Roman letters at the end or behind a dash, small ones at the
// end. A zero behind a number says nothing (2.0).
func (r *titleReader) readNumber(p piece, i int, last bool) bool {
	whole, part, _ := strings.Cut(strings.TrimRight(p.text, "."), ".")
	if n, ok := parseNumber(whole); ok {
		r.numbers = append(r.numbers, n)
		if m, ok := parseNumber(part); ok && m > 0 {
			r.numbers = append(r.numbers, m)
		}
		return true
	}
	if i == 0 || !last && !p.hyphened {
		return false
	}
	parse := parseRoman
	if last {
		parse = parseAnyRoman
	}
	n, ok := parse(p.text)
	if ok {
		r.numbers = append(r.numbers, n)
	}
	return ok
}

// counts gives what is compared of a word, "" when it does not count.
func (r *titleReader) counts(text string) string {
	key := plain(text)
	if text == plus {
		key = plusWord
	}
	if r.v.fillers.hasPlain(text, key) || r.v.isNoun(r.noise, text, key) {
		return ""
	}
	if as, ok := r.v.spellings[key]; ok {
		return as
	}
	return r.v.withoutPrefix(key)
}
