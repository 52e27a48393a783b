package read

import (
	"strings"
	"unicode"

	"github.com/wasl-graph/wasl/internal/ingest/work"
)

// listingRecord is the work on one record of a listing.
type listingRecord struct {
	text  string
	lines []proseLine
	work  work.Work
	next  int // the line to read
	// abstract is the running text that is open.
	abstract work.Span
}

// read reads the lines: the title, the date, perhaps countries, and the rest in any order.
func (r *listingRecord) read() work.Work {
	first, last := r.lines[0], r.lines[len(r.lines)-1]
	r.work.At = work.Span{Start: first.at.Start, End: last.at.End}
	r.work.Line = first.number
	for r.next < len(r.lines) && !isPublished(r.words(r.next)) {
		r.next++
	}
	r.work.Title.Words = proseWords(r.text, r.span(0, r.next))
	r.work.Published = append(r.work.Published, proseWords(r.text, r.lines[r.next].at))
	r.next++
	r.countries()
	for r.next < len(r.lines) {
		r.line()
	}
	r.closeAbstract()
	return r.work
}

// words are what a line says.
func (r *listingRecord) words(i int) string { return r.text[r.lines[i].at.Start:r.lines[i].at.End] }

// span is the text from one line up to another.
func (r *listingRecord) span(from, to int) work.Span {
	return work.Span{Start: r.lines[from].at.Start, End: r.lines[to-1].at.End}
}

// countries reads the line of countries, which stands directly behind the date and for itself.
func (r *listingRecord) countries() {
	if r.next == len(r.lines) || isTags(r.words(r.next)) || !isCountries(r.words(r.next)) {
		return
	}
	if f, _ := labelled(r.words(r.next)); f != noField {
		return
	}
	if after := r.next + 1; after < len(r.lines) && r.lines[after].gap == 0 && !isTags(r.words(after)) &&
		!strings.Contains(r.words(r.next), "/") {
		return // it goes on as running text
	}
	r.work.Countries = append(r.work.Countries, listOn(r.text, r.lines[r.next].at)...)
	r.next++
}

// listOn are the names on a line, parted by slashes where there are any.
func listOn(text string, at work.Span) []work.Words {
	signs := "/"
	if !strings.Contains(text[at.Start:at.End], "/") {
		signs = ",;|،؛·•"
	}
	var list []work.Words
	for _, w := range parts(text, at, signs) {
		if w = proseWords(text, w.At); w.Value != "" {
			list = append(list, w)
		}
	}
	return list
}

// line reads one line behind the countries.
func (r *listingRecord) line() {
	words := r.words(r.next)
	f, value := labelled(words)
	switch {
	case isTags(words):
		r.closeAbstract()
		r.work.Tags = append(r.work.Tags, hashTags(r.text, r.lines[r.next].at)...)
		r.next++
	case f != noField && f.fits(words[value:]):
		r.closeAbstract()
		r.labelledLine(f, value)
	case r.abstract.IsZero() && isShortField(words):
		name, _, _ := strings.Cut(words, ":")
		at := r.lines[r.next].at
		r.work.Unplaced = append(r.work.Unplaced, work.Field{
			Name: strings.TrimSpace(name), Words: proseWords(r.text, work.Span{Start: at.Start + len(name) + 1, End: at.End}),
		})
		r.next++
	default:
		if r.abstract.IsZero() {
			r.abstract.Start = r.lines[r.next].at.Start
		}
		r.abstract.End = r.lines[r.next].at.End
		r.next++
	}
}

// closeAbstract ends the running text that is open.
func (r *listingRecord) closeAbstract() {
	if !r.abstract.IsZero() {
		r.work.Abstracts = append(r.work.Abstracts, passage(r.text, r.abstract))
	}
	r.abstract = work.Span{}
}

// labelledLine reads a line with a label, and lines that go on with its value.
func (r *listingRecord) labelledLine(f field, value int) {
	at := work.Span{Start: r.lines[r.next].at.Start + value, End: r.lines[r.next].at.End}
	first := r.next
	for r.next++; r.next < len(r.lines) && r.goesOn(first); r.next++ {
		at.End = r.lines[r.next].at.End
	}
	if f == abstractField {
		r.abstract = withoutMarkup(r.text, at)
		if r.abstract.Start == r.abstract.End {
			r.abstract = work.Span{}
		}
		return
	}
	takeField(r.text, &r.work, f, at, r.lines[first].at)
}

// goesOn says that the line to read goes on with the value of a labelled one.
func (r *listingRecord) goesOn(first int) bool {
	words := r.words(r.next)
	if f, at := labelled(words); f != noField && f.fits(words[at:]) || isTags(words) || r.lines[r.next].heading || isShortField(words) {
		return false
	}
	if r.lines[r.next].gap > 0 {
		label, at := labelled(r.words(first))
		return label != noField && r.next == first+1 && strings.TrimFunc(r.words(first)[at:], isMarkup) == ""
	}
	return true
}

// hashTags are the tags on a line.
func hashTags(text string, at work.Span) []work.Text {
	var list []work.Text
	for _, w := range parts(text, at, "#") {
		end := strings.TrimRightFunc(text[w.At.Start:w.At.End], func(r rune) bool { return isMarkup(r) || isListSign(r) })
		if w = proseWords(text, work.Span{Start: w.At.Start, End: w.At.Start + len(end)}); w.Value != "" {
			list = append(list, work.Text{Words: w})
		}
	}
	return list
}

// isShortField says that a line is a field whose label is not known: "Pages: 24".
func isShortField(line string) bool {
	name, value, found := strings.Cut(line, ":")
	return found && len(line) <= maxLabel && wordsIn(name) <= 3 && strings.TrimSpace(value) != "" && !endsSentence(line) &&
		!strings.ContainsFunc(name, unicode.IsDigit)
}
