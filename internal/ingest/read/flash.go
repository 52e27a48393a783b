package read

import (
	"context"
	"strings"
	"unicode"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/ingest/document"
	"github.com/wasl-graph/wasl/internal/ingest/work"
	"github.com/wasl-graph/wasl/internal/lang"
)

// A flash report is one publication about one event:
//
//	# هجرة آمنة                                the names of the project, the masthead
//	## HIJRA AMINA
//	SAFE MIGRATION FOR IRAQ                    its slogan
//	### FLASH REPORT
//	*“What somebody said.”*                    a quotation
//	- Dr. Feras                                who said it
//	MoHE Central Government                    and for whom
//	## The headline
//	Running text.
//	NOV                                        when the event took place
//	23-26
//	2014
//	Contact: …
//	Issued Nov 2014
//
// in English, German or Arabic, as plain text or Markdown. Quotations, the date and labelled lines may stand anywhere behind the
// masthead.

// flashNames are the words for this form, folded. They stand on a line of their own.
var flashNames = func() map[string]bool {
	set := map[string]bool{}
	for _, name := range []string{
		"Flash Report", "Flash Update", "Flashreport", "Flash-Bericht", "Blitzbericht", "Kurzbericht", "Schnellbericht",
		"تقرير موجز", "تقرير سريع", "تقرير عاجل", "تقرير خاطف", "تقرير مقتضب", "التقرير الموجز", "التقرير السريع", "نشرة موجزة",
	} {
		set[lang.Fold(name)] = true
	}
	return set
}()

// masthead is how many lines may stand before the name of the form.
const mastheadLines = 15

// looksLikeFlash asks for the name of the form on a line near the beginning.
func looksLikeFlash(head string) bool {
	n := 0
	for line := range proseLines(&document.Document{Text: head}) {
		if flashNames[lang.Fold(head[line.at.Start:line.at.End])] {
			return true
		}
		if n++; n > mastheadLines {
			break
		}
	}
	return false
}

// readFlash reads the one report.
func readFlash(_ context.Context, doc *document.Document, out *sink) {
	r := flashRecord{text: doc.Text}
	for line := range proseLines(doc) {
		if !out.goOn() {
			return
		}
		r.lines = append(r.lines, line)
	}
	if len(r.lines) == 0 {
		return
	}
	w := r.read()
	if w.Title.Value == "" {
		out.rejectAt(w.Line, "the report has no headline")
		return
	}
	out.work(w)
}

// flashRecord is the work on a flash report.
type flashRecord struct {
	text  string
	lines []proseLine
	next  int // the line to read
	work  work.Work
	body  work.Span // the running text that is open
}

// read reads the masthead and then the rest.
func (r *flashRecord) read() work.Work {
	first, last := r.lines[0], r.lines[len(r.lines)-1]
	r.work.At, r.work.Line = work.Span{Start: first.at.Start, End: last.at.End}, first.number
	r.work.Events = []work.Event{{}}
	r.masthead()
	headings := r.hasHeadings()
	for r.next < len(r.lines) {
		r.block(headings)
	}
	r.closeBody()
	e := &r.work.Events[0]
	if len(e.Dates) == 0 && len(e.Participants) == 0 {
		r.work.Events = nil // the running text may tell
	}
	return r.work
}

// words are what a line says.
func (r *flashRecord) words(i int) string {
	if i >= len(r.lines) {
		return ""
	}
	return r.text[r.lines[i].at.Start:r.lines[i].at.End]
}

// masthead reads the lines up to the name of the form. Names come first: headings, or else the first line and the second when
// it is in another script. The others are running text.
func (r *flashRecord) masthead() {
	form := 0
	for form < min(len(r.lines), mastheadLines+1) && !flashNames[lang.Fold(r.words(form))] {
		form++
	}
	if form >= len(r.lines) || form > mastheadLines {
		return
	}
	marked := false
	for _, line := range r.lines[:form] {
		marked = marked || line.heading
	}
	for i, line := range r.lines[:form] {
		name := marked && line.heading || !marked && (i == 0 || i == 1 && isArabic(r.words(0)) != isArabic(r.words(1)))
		if name {
			r.work.Masthead = append(r.work.Masthead, work.Text{Words: proseWords(r.text, line.at)})
		} else {
			r.work.Body = append(r.work.Body, passage(r.text, line.at))
		}
	}
	r.work.Type = proseWords(r.text, r.lines[form].at)
	r.next = form + 1
}

// hasHeadings says that a line behind the masthead is marked as a heading.
func (r *flashRecord) hasHeadings() bool {
	for _, line := range r.lines[r.next:] {
		if line.heading {
			return true
		}
	}
	return false
}

// isArabic says that the first letter is of Arabic script.
func isArabic(s string) bool {
	i := strings.IndexFunc(s, unicode.IsLetter)
	if i < 0 {
		return false
	}
	return lang.DirectionOf(textOf(s[i:])) == graph.RightToLeft
}
