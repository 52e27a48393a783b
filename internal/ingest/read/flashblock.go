package read

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/ingest/when"
	"github.com/wasl-graph/wasl/internal/ingest/work"
)

// textOf is a text of which nothing else is known.
func textOf(s string) graph.Text { return graph.Text{Value: s, Language: graph.Undetermined} }

// block reads what begins on the next line.
func (r *flashRecord) block(headings bool) {
	line, words := r.lines[r.next], r.words(r.next)
	f, value := labelled(words)
	switch {
	case beginsQuotation(words):
		r.closeBody()
		r.quotation()
	case f == contactField && f.fits(words[value:]):
		r.closeBody()
		r.contact()
	case f != noField && f.fits(words[value:]):
		r.closeBody()
		r.next++
		takeField(r.text, &r.work, f, work.Span{Start: line.at.Start + value, End: line.at.End}, line.at)
	case r.dateBlock():
	case r.work.Title.Value == "" && (line.heading || !headings) && !endsSentence(words):
		r.closeBody()
		r.work.Title.Words = proseWords(r.text, line.at)
		r.next++
	default:
		r.bodyLine()
	}
}

// bodyLine takes a line of running text. Lines without a blank one between them are one passage.
func (r *flashRecord) bodyLine() {
	line := r.lines[r.next]
	if line.gap > 0 || line.heading {
		r.closeBody()
	}
	if r.body.IsZero() {
		r.body.Start = line.at.Start
	}
	r.body.End = line.at.End
	r.next++
}

// closeBody ends the passage that is open.
func (r *flashRecord) closeBody() {
	if !r.body.IsZero() {
		r.work.Body = append(r.work.Body, passage(r.text, r.body))
	}
	r.body = work.Span{}
}

// maxDateLines is over how many lines the date of an event may stand.
const maxDateLines = 4

// dateBlock reads the date of an event from lines on which nothing else stands.
func (r *flashRecord) dateBlock() bool {
	n := 0
	for n < maxDateLines && r.next+n < len(r.lines) && isDateLine(r.words(r.next+n)) {
		n++
	}
	for ; n > 0; n-- {
		at := work.Span{Start: r.lines[r.next].at.Start, End: r.lines[r.next+n-1].at.End}
		p, err := when.Parse(r.text[at.Start:at.End])
		if err != nil || p.From.Precision() < 2 {
			continue
		}
		r.closeBody()
		e := &r.work.Events[0]
		e.Dates = append(e.Dates, proseWords(r.text, at))
		r.next += n
		return true
	}
	return false
}

// isDateLine says that a line is no more than a date or a part of one.
func isDateLine(line string) bool {
	const longest = 60
	return len(line) <= longest && wordsIn(line) <= 7 && !endsSentence(line) &&
		(strings.ContainsFunc(line, unicode.IsDigit) || wordsIn(line) <= 2) && !strings.ContainsAny(line, ":@")
}

// contact takes the lines of a contact, which are not for the graph.
func (r *flashRecord) contact() {
	at := r.lines[r.next].at
	for r.next++; r.next < len(r.lines) && isContactLine(r.words(r.next)); r.next++ {
		at.End = r.lines[r.next].at.End
	}
	r.work.Unplaced = append(r.work.Unplaced, work.Field{Name: "contact", Words: proseWords(r.text, at)})
}

// isContactLine says that a line goes on with a contact: a number, an address.
func isContactLine(line string) bool {
	const longest = 100
	return len(line) <= longest && !endsSentence(line) && !isPublished(line) &&
		(strings.ContainsAny(line, "@+") || strings.Contains(line, "www.") || strings.Contains(line, "://") ||
			strings.ContainsFunc(line, unicode.IsDigit))
}

// beginsQuotation says that a line begins with a quotation mark.
func beginsQuotation(line string) bool {
	r, _ := utf8.DecodeRuneInString(line)
	return strings.ContainsRune("“„«\"»‚‘", r)
}

// endsQuotation says that a line ends with one, but for what may stand behind it.
func endsQuotation(line string) bool {
	line = strings.TrimRightFunc(line, func(r rune) bool { return isMarkup(r) || r == '.' || r == ',' })
	r, _ := utf8.DecodeLastRuneInString(line)
	return utf8.RuneCountInString(line) > 1 && strings.ContainsRune("”“»\"«’‘", r)
}

// quotation reads what is quoted, to the closing mark or the next blank line but one, and the attribution behind it.
func (r *flashRecord) quotation() {
	first := r.next
	for !endsQuotation(r.words(r.next)) && r.next+1 < len(r.lines) && r.lines[r.next+1].gap == 0 {
		r.next++
	}
	q := work.Quotation{Text: passage(r.text, work.Span{Start: r.lines[first].at.Start, End: r.lines[r.next].at.End})}
	r.next++
	r.attribution(&q)
	r.work.Quotations = append(r.work.Quotations, q)
}

// attribution reads who is quoted: a line that begins with a dash, and the organisation behind a slash or on the next line.
func (r *flashRecord) attribution(q *work.Quotation) {
	if r.next >= len(r.lines) {
		return
	}
	at := r.lines[r.next].at
	dash, size := utf8.DecodeRuneInString(r.words(r.next))
	if !unicode.Is(unicode.Pd, dash) && dash != '~' {
		return
	}
	at.Start += size
	r.next++
	speaker, organisation := r.divide(at)
	q.Speaker, q.Organisation = r.attributed(speaker), r.attributed(organisation)
	if q.Organisation.Value == "" && r.isOrganisationLine() {
		q.Organisation = r.attributed(r.lines[r.next].at)
		r.next++
	}
}

// divide parts a line into who speaks and for whom, at a slash or the first comma.
func (r *flashRecord) divide(at work.Span) (speaker, organisation work.Span) {
	line := r.text[at.Start:at.End]
	i := strings.IndexAny(line, "/|")
	if i < 0 {
		i = strings.IndexFunc(line, func(c rune) bool { return c == ',' || c == '،' })
	}
	if i < 0 {
		return at, work.Span{}
	}
	_, size := utf8.DecodeRuneInString(line[i:])
	return work.Span{Start: at.Start, End: at.Start + i}, work.Span{Start: at.Start + i + size, End: at.End}
}

// attributed are the words of one part of an attribution.
func (r *flashRecord) attributed(at work.Span) work.Words {
	at = withoutMarkup(r.text, at)
	line := strings.TrimRightFunc(r.text[at.Start:at.End], func(c rune) bool { return isMarkup(c) || isListSign(c) })
	if line == "" {
		return work.Words{}
	}
	return proseWords(r.text, work.Span{Start: at.Start, End: at.Start + len(line)})
}

// isOrganisationLine says that the next line can be the organisation of who is quoted.
func (r *flashRecord) isOrganisationLine() bool {
	const longest, maxApart = 120, 6 // bytes; words, where it stands apart
	line := r.words(r.next)
	if line == "" || len(line) > longest || r.lines[r.next].gap > 1 && wordsIn(line) > maxApart || r.lines[r.next].heading || endsSentence(line) {
		return false
	}
	f, _ := labelled(line)
	return f == noField && !beginsQuotation(line) && !isDateLine(line) || f == noField && wordsIn(line) <= 2 && !strings.ContainsFunc(line, unicode.IsDigit)
}
