package read

import (
	"context"
	"regexp"
	"strings"

	"github.com/wasl-graph/wasl/internal/ingest/document"
	"github.com/wasl-graph/wasl/internal/ingest/work"
)

// RIS is lines of two letters, two spaces, a hyphen and a value, between TY and ER:
//
//	TY  - RPRT
//	AU  - Haddad, Lina
//	TI  - A long title
//	      that goes on
//	ER  -
//
// Tags and their meaning: https://en.wikipedia.org/wiki/RIS_(file_format). A line without a tag goes on with the one before.

// risLine finds a line of RIS; risStart one that begins a record.
var (
	risLine  = regexp.MustCompile(`(?m)^\s*\x{feff}?[A-Z][A-Z0-9]  -(\s|$)`)
	risStart = regexp.MustCompile(`(?m)^\s*\x{feff}?TY {1,3}- ?\S`)
)

// looksLikeRIS asks for the beginning of a record, or for several lines in the form of RIS.
func looksLikeRIS(head string) bool {
	return risStart.MatchString(head) || len(risLine.FindAllStringIndex(head, 3)) == 3
}

// risField is one tag and its value: the rest of the line, and lines that go on with it.
type risField struct {
	tag   string
	line  int
	lines []work.Span
}

// risScan puts the lines together to records.
type risScan struct {
	text string
	out  *sink
	// record is what has been put together, part what stands behind the last TY and may belong to it.
	record, part []risField
	// titled says of each whether it has a title.
	recordTitled, partTitled bool

	open         bool
	lines, begun int  // how many lines the record has so far, and where it begins
	over         bool // it has too many
	gap          int  // spaces before the hyphen, as TY has them
	stray        strayLines
}

// readRIS reads all records.
func readRIS(_ context.Context, doc *document.Document, out *sink) {
	s := &risScan{text: doc.Text, out: out, gap: 2}
	for number, at := range doc.Lines() {
		at = withoutMark(doc.Text, at)
		if !out.goOn() || !s.line(number, at) {
			return
		}
	}
	s.end()
}

// withoutMark leaves out a byte order mark that stands within the text, and blank characters before it.
func withoutMark(text string, at work.Span) work.Span {
	rest := strings.TrimLeft(text[at.Start:at.End], " \t")
	if trimmed, found := strings.CutPrefix(rest, "\ufeff"); found {
		at.Start = at.End - len(trimmed)
	}
	return at
}

// line takes one line.
func (s *risScan) line(number int, at work.Span) bool {
	tag, value := s.tag(at)
	switch {
	case tag == "TY":
		return s.begin(risField{tag, number, []work.Span{value}})
	case !s.open:
		return s.outside(number, tag, at)
	case tag == "ER":
		return s.close(true)
	case s.lines == maxLines || at.End-s.begun > maxEntry:
		s.over = true // what follows is not kept
	case tag != "":
		s.part = append(s.part, risField{tag, number, []work.Span{value}})
		s.partTitled = s.partTitled || tag == "TI" || tag == "T1"
		s.lines++
	case trimmed(s.text, at).Start < at.End && filled(s.text[at.Start:at.End]):
		last := &s.part[len(s.part)-1]
		last.lines = append(last.lines, at)
		s.lines++
	}
	return true
}

// tag takes a line apart; "" for one without a tag. In a file that has one space before the hyphen, or three, only tags of
// the format count: there "US - Mexico" may go on with a text.
func (s *risScan) tag(at work.Span) (tag string, value work.Span) {
	line := s.text[at.Start:at.End]
	if len(line) < 4 || !isCapital(line[0]) || !isCapital(line[1]) && (line[1] < '0' || line[1] > '9') {
		return "", at
	}
	gap := len(line[2:]) - len(strings.TrimLeft(line[2:], " "))
	hyphen := 2 + gap
	if gap == 0 || hyphen >= len(line) || line[hyphen] != '-' {
		return "", at
	}
	spaced := hyphen+1 == len(line) || line[hyphen+1] == ' '
	if gap != 2 && (line[:2] != "TY" && gap != s.gap || gap > 3 || !spaced || !risKnown[line[:2]]) {
		return "", at
	}
	if line[:2] == "TY" {
		s.gap = gap
	}
	return line[:2], work.Span{Start: at.Start + hyphen + 1, End: at.End}
}

// risKnown are the tags of the format.
var risKnown = func() map[string]bool {
	known := map[string]bool{}
	for tag := range strings.FieldsSeq(`TY ER A1 A2 A3 A4 AB AD AN AU BT C1 C2 C3 C4 C5 C6 C7 C8 CA CN CP CT CY DA DB DO DP ED EP
		ET ID IS J1 J2 JA JF JO KW L1 L2 L3 L4 LA LB LK M1 M2 M3 N1 N2 NV OP PB PP PY RI RN RP SE SN SP ST T1 T2 T3 TA TI TT U1 U2
		U3 U4 U5 UR VL VO Y1 Y2`) {
		known[tag] = true
	}
	return known
}()

// isCapital says that the byte is a capital letter of ASCII.
func isCapital(b byte) bool { return b >= 'A' && b <= 'Z' }

// begin takes a TY: of a new record, or of the same when the one before was not closed.
func (s *risScan) begin(f risField) bool {
	if !s.stray.done(s.out) || s.open && !s.settle() {
		return false
	}
	if len(s.record) == 0 {
		s.lines, s.begun = 0, f.lines[0].Start
	}
	s.lines++
	s.over = s.over || s.lines > maxLines
	s.open, s.part, s.partTitled = true, []risField{f}, false
	return true
}

// settle says where what stands behind the last TY belongs, when there was no ER before it: two parts that both have a title
// are two records.
func (s *risScan) settle() bool {
	line := s.part[0].line
	switch {
	case len(s.record) == 0:
	case s.recordTitled && s.partTitled:
		if !s.out.note(line, "TY begins a record, and the one before is not closed; expected ER; read as two records") || !s.emit() {
			return false
		}
	default:
		if !s.out.note(line, "TY stands in the record once more; expected ER before it; read as one record, of the last type") {
			return false
		}
	}
	if !s.over || len(s.record) == 0 {
		s.record = append(s.record, s.part...)
	}
	s.part = nil
	s.recordTitled = s.recordTitled || s.partTitled
	return true
}

// close ends the record that is open.
func (s *risScan) close(closed bool) bool {
	s.open = false
	if !s.settle() {
		return false
	}
	if !closed && !s.out.note(s.record[0].line, "the record is not closed; expected ER at its end") {
		return false
	}
	return s.emit()
}

// emit hands on the record.
func (s *risScan) emit() bool {
	r := risRecord{text: s.text, fields: s.record}
	s.record, s.recordTitled = nil, false
	w, over := r.work(), s.over
	s.lines, s.over = len(s.part), false
	if len(s.part) > 0 {
		s.begun = s.part[0].lines[0].Start
	}
	if over {
		return s.out.rejectAt(w.Line, "the record has more than %d lines or %d bytes", maxLines, maxEntry)
	}
	return s.out.work(w)
}

// end settles what is left at the end of the document.
func (s *risScan) end() {
	if s.open && !s.close(false) {
		return
	}
	s.stray.done(s.out)
}

// outside takes a line that belongs to no record. Numbers, which some programs print between records, mean nothing.
func (s *risScan) outside(number int, tag string, at work.Span) bool {
	line := strings.TrimSpace(s.text[at.Start:at.End])
	if !filled(line) || counter.MatchString(line) {
		return true
	}
	if tag == "ER" {
		return s.stray.done(s.out)
	}
	s.stray.add(number, tag)
	return true
}

// counter is a line with nothing but the number of a record.
var counter = regexp.MustCompile(`^\d{1,7}[.):]?$`)

// strayLines are lines outside of all records, one after the other.
type strayLines struct {
	first, count int
	tag          string // the first tag among them
	tagLine      int
}

// add takes a line.
func (l *strayLines) add(number int, tag string) {
	if l.count == 0 {
		l.first = number
	}
	if l.tag == "" && tag != "" {
		l.tag, l.tagLine = tag, number
	}
	l.count++
}

// done says what was found. Lines with tags are a record without a beginning.
func (l *strayLines) done(out *sink) bool {
	lines := *l
	*l = strayLines{}
	switch {
	case lines.tag != "":
		return out.rejectAt(lines.tagLine, "the record begins with %s; expected TY, which says of what type it is", lines.tag)
	case lines.count == 1:
		return out.note(lines.first, "the line belongs to no record; expected TY, which begins one")
	case lines.count > 1:
		return out.note(lines.first, "%d lines from here on belong to no record; expected TY, which begins one", lines.count)
	}
	return true
}
