package understand

import (
	"strings"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/ingest/work"
	"github.com/wasl-graph/wasl/internal/lang"
)

// form claims the form of the work as it calls itself: in its own words for it, in the title, or in the abstract.
func (r *reader) form() {
	if r.w.Type.Value != "" && r.givenForm() {
		return
	}
	if c, found := r.title.formInTitle(); found {
		r.formClaim(c, &r.title)
		return
	}
	for i := range r.texts[:r.abstracts] {
		if c, found := r.texts[i].formInText(); found {
			r.formClaim(c, &r.texts[i])
			return
		}
	}
}

// formClaim claims the form that a cue names, with a word or two beside it as evidence.
func (r *reader) formClaim(c cueAt, p *passage) {
	r.claim(Claim{
		Relation: graph.HasType, Method: graph.Stated, At: p.at(p.tokens[c.from].start, p.tokens[c.to-1].end),
		Object: Object{Text: graph.CodeObject(c.form.String()).Text},
	})
}

// documentTypes are the words of formats for forms that there is a type for; noTypes are those that there is none for.
var (
	documentTypes = map[string]graph.ReportType{
		"rprt": graph.PlainReport, "report": graph.PlainReport, "techreport": graph.PlainReport, "tech. report": graph.PlainReport,
		"manual": graph.Manual, "unpb": graph.Paper, "cpaper": graph.Paper, "working paper": graph.Paper, "preprint": graph.Paper,
	}
	noTypes = setOf("jour jfull mgzn news book edbook chap ebook echap conf thes phdthesis mastersthesis thesis article article-journal " +
		"article-magazine article-newspaper paper-conference chapter incollection inbook inproceedings conference proceedings booklet misc " +
		"unpublished online electronic elec web webpage post post-weblog blog gen data dataset dissertation book-chapter journal-article " +
		"peer-review editorial letter other review map video audio art slide unpd stat gov govdoc legislation patent entry")
)

// givenForm claims the form that the document gives in its own terms, and says whether that settles it.
func (r *reader) givenForm() bool {
	key := lang.Fold(r.w.Type.Value)
	form, known := documentTypes[strings.ToLower(r.w.Type.Value)]
	if !known {
		var p passage
		p.read(r.v, r.w.Type)
		if len(p.cues) == 1 && p.cues[0].kind == selfCue && p.cues[0].form != graph.UnspecifiedType {
			form, known = p.cues[0].form, true
		}
	}
	switch {
	case known && form != graph.PlainReport:
	case known:
		if _, better := r.title.formInTitle(); better {
			return false // a report that calls itself a manual
		}
	case noTypes[key], noTypes[strings.ReplaceAll(key, " ", "-")]:
		return false
	default:
		r.notice("type", r.w.Type, "is no form that is known")
		return false
	}
	r.claim(Claim{
		Relation: graph.HasType, Method: graph.Stated, At: r.w.Type.At,
		Object: Object{Text: graph.CodeObject(form.String()).Text},
	})
	return true
}

// formInTitle finds the word for a form in a title: at its beginning or end, or of a part of it, or with a preposition behind it. A
// word of two counts more than one of one.
func (p *passage) formInTitle() (cueAt, bool) {
	var best cueAt
	for _, c := range p.cues {
		if c.kind != selfCue || c.form == graph.UnspecifiedType || !p.isHead(c) {
			continue
		}
		if best.to == 0 || c.form != graph.PlainReport && best.form == graph.PlainReport {
			best = c
		}
	}
	return best, best.to > 0
}

// isHead says that a word is what a title, or a part of it, says the work to be.
func (p *passage) isHead(c cueAt) bool {
	if c.from == 0 && c.to == len(p.tokens) || c.to == len(p.tokens) {
		return true
	}
	before, after := p.tokens[c.from].before, p.tokens[c.to].before
	if before >= dash && before != comma || after >= colon {
		return true
	}
	next := p.tokens[c.to].word
	return p.v.lexicon.is(next, placeCue) || lang.Fold(p.raw(c.to)) == "on" || lang.Fold(p.raw(c.to)) == "zu"
}

// determiners point from a text to the work that it is about, the surer ones first.
var determiners = []map[string]bool{
	setOf("this diese dieser dieses diesem diesen hiesige vorliegende vorliegender vorliegenden هذا هذه"),
	setOf("new present current our neue neuer neues aktuelle aktueller"),
	setOf("the der die das"),
}

// formInText finds what a text calls the work: this report; a new study; the study, at the beginning of a sentence.
func (p *passage) formInText() (cueAt, bool) {
	for sure, words := range determiners {
		for _, c := range p.cues {
			if c.kind != selfCue || c.form == graph.UnspecifiedType {
				continue
			}
			if from := p.determined(c, words, sure > 0); from >= 0 {
				c.from = from
				return c, true
			}
		}
	}
	return cueAt{}, false
}

// determined is the token of the determiner before a cue, an adjective at most between them; -1 when there is none. Some count only
// where they begin a sentence. Arabic may have it behind the noun's article alone.
func (p *passage) determined(c cueAt, words map[string]bool, begins bool) int {
	for i := c.from - 1; i >= 0 && i >= c.from-2 && p.tokens[i+1].before == space; i-- {
		word := lang.Fold(p.raw(i))
		if words[word] || p.tokens[i].arabic && words[strings.TrimPrefix(word, "و")] {
			if begins && i > 0 && p.tokens[i].before < sentence {
				return -1
			}
			return i
		}
	}
	return -1
}

// unplaced notes what the reader had no place for. Contacts are people's, and not kept.
func (r *reader) unplaced() {
	for _, f := range r.w.Unplaced {
		if f.Name == "contact" {
			r.notice("field", work.Words{Value: f.Name, At: f.At}, "contacts are not kept")
			continue
		}
		r.notice("field", work.Words{Value: f.Name, At: f.At}, "has no place in the graph")
	}
}
