package document

import "strings"

// stride is how many bytes of text lie between two marks: the most that has to be counted to find a place.
const stride = 4096

// index knows how many code points and lines lie before every stride of a text.
type index struct {
	newline byte // what ends a line
	marks   []mark
}

// mark counts what lies before one stride.
type mark struct{ chars, lines int }

// newIndex counts a text once.
func newIndex(text string) index {
	x := index{newline: '\n', marks: make([]mark, 0, len(text)/stride+1)}
	if strings.IndexByte(text, '\n') < 0 && strings.IndexByte(text, '\r') >= 0 {
		x.newline = '\r'
	}
	var m mark
	for ; len(text) > stride; text = text[stride:] {
		x.marks = append(x.marks, m)
		m = m.plus(text[:stride], x.newline)
	}
	x.marks = append(x.marks, m)
	return x
}

// before counts the code points and line ends before the byte.
func (x *index) before(text string, offset int) (chars, lines int) {
	offset = min(max(offset, 0), len(text))
	i := min(offset/stride, len(x.marks)-1)
	m := x.marks[i].plus(text[i*stride:offset], x.newline)
	return m.chars, m.lines
}

// plus counts a further piece. It may begin and end inside a code point: one is counted where its first byte stands.
func (m mark) plus(piece string, newline byte) mark {
	for i := range len(piece) {
		if piece[i]&0xC0 != 0x80 {
			m.chars++
		}
	}
	m.lines += strings.Count(piece, string(newline))
	return m
}
