package lang

import (
	"golang.org/x/text/collate"
	"golang.org/x/text/unicode/norm"

	"github.com/wasl-graph/wasl/graph"
)

// Sorter makes the sort keys of one language. It is cheap to make and not safe for concurrent use: every goroutine
// makes its own.
type Sorter struct {
	collator *collate.Collator
	buffer   collate.Buffer
	letters  *letterOrder
	script   scriptMove

	text   []byte // what the collator reads in place of the value
	number []byte // the digits of the number that is being read
	ranks  []byte // of the letters that sort together with others
}

// NewSorter makes a sorter for any tag. It sorts as the served language does that the tag's readers read: Arabic for
// "acm-IQ", and English, the first, for "fr". Regions make no difference. A -u-co- type that the
// language has is followed: "de-AT-u-co-phonebk" is the German phone book.
func NewSorter(tag graph.Tag) *Sorter {
	i, _ := languages.find(tag)
	d := languages.served[i]
	collation, ok := d.collations[collationType(tag)]
	if !ok || d.tag != baseOf(tag) {
		collation = d.collations[""]
	}
	s := &Sorter{collator: collate.New(collation), letters: d.letters}
	if s.letters != nil {
		s.script = s.measure(s.letters)
	}
	return s
}

// collationType is the tag's -u-co- type, "" when it has none.
func collationType(tag graph.Tag) string {
	if withoutExtensions(tag) == tag {
		return ""
	}
	return tag.Language().TypeForKey("co")
}

// Key appends the sort key of value to dst. Keys of one language sort by [bytes.Compare] as their values do: numbers
// by what they amount to, in whatever digits; a string that only differs in ways that the language does not tell
// apart, by its bytes. Two keys are equal only when the values are. Keys are good as long as the program runs:
// another version may make others, so never store them.
func (s *Sorter) Key(dst []byte, value string) []byte {
	s.prepare(value)
	s.buffer.Reset()
	key := s.collator.Key(&s.buffer, s.text)
	end := endOfPrimaries(key)
	dst = s.script.appendPrimaries(dst, key[:end])
	if s.letters != nil {
		dst = append(dst, 0, 0)
		dst = appendRanks(dst, s.ranks)
	}
	dst = append(dst, key[end:]...) // begins with two zeros
	dst = append(dst, 0)
	return append(dst, value...)
}

// prepare writes what the collator is to read: the value with numbers that sort by value, and with the letters that
// stand in for those whose place it does not know.
func (s *Sorter) prepare(value string) {
	s.text, s.ranks = s.text[:0], s.ranks[:0]
	inNumber := false
	for _, r := range norm.NFC.String(value) {
		if digit, ok := digitOf(r); ok {
			if !inNumber {
				s.number, inNumber = s.number[:0], true
			}
			if digit > 0 || len(s.number) > 0 {
				s.number = append(s.number, byte('0'+digit))
			}
			continue
		}
		if inNumber {
			s.text, inNumber = appendNumber(s.text, s.number), false
		}
		s.appendLetter(r)
	}
	if inNumber {
		s.text = appendNumber(s.text, s.number)
	}
}
