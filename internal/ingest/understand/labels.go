package understand

import (
	"strings"
	"unicode"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/ingest/when"
	"github.com/wasl-graph/wasl/internal/ingest/work"
)

// labels claims titles and abstracts.
func (r *reader) labels() {
	r.textClaim(graph.Label, r.w.Title, r.language, graph.Original)
	for _, t := range r.w.Translated {
		language := r.languageOf(t)
		if language.Base() == r.language.Base() {
			r.textClaim(graph.AlternativeLabel, t, language, graph.Original)
		} else {
			r.textClaim(graph.Label, t, language, graph.Translated)
		}
	}
	for _, t := range r.w.Alternative {
		r.textClaim(graph.AlternativeLabel, t, r.languageOf(t), graph.Original)
	}
	r.titleAcronym()
	for i, t := range r.w.Abstracts {
		language := t.Language
		if language == "" {
			language = r.texts[i].language()
		}
		if language == graph.Undetermined {
			language = r.language
		}
		r.textClaim(graph.Abstract, t, language, graph.Original)
	}
}

// languageOf is the language of another title.
func (r *reader) languageOf(t work.Text) graph.Tag {
	if t.Language != "" {
		return t.Language
	}
	var p passage
	p.read(r.v, t.Words)
	return p.language()
}

// textClaim claims a text.
func (r *reader) textClaim(rel graph.Relation, t work.Text, language graph.Tag, kind graph.TextKind) {
	value := cleaned(t.Value)
	if value == "" {
		return
	}
	r.claim(Claim{
		Relation: rel, Method: graph.Stated, At: t.At,
		Object: Object{Text: graph.Text{Value: value, Language: language, Kind: kind, Standing: graph.Attested}},
	})
}

// cleaned is a text as a value: a line a paragraph, single spaces, no signs of emphasis, no control characters.
func cleaned(s string) string {
	if isClean(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	newlines, blank := 0, false
	for _, c := range s {
		switch {
		case c == '\n':
			newlines++
		case unicode.IsSpace(c):
			blank = true
		case c == '*' || unicode.IsControl(c) || c == '\ufeff':
		default:
			if b.Len() > 0 {
				if newlines > 1 {
					b.WriteByte('\n')
				} else if blank || newlines == 1 {
					b.WriteByte(' ')
				}
			}
			newlines, blank = 0, false
			b.WriteRune(c)
		}
	}
	return b.String()
}

// isClean says that nothing is to be done.
func isClean(s string) bool {
	last := ' '
	for _, c := range s {
		if c == '*' || c == '\ufeff' || c != ' ' && (unicode.IsSpace(c) || unicode.IsControl(c)) || c == ' ' && last == ' ' {
			return false
		}
		last = c
	}
	return last != ' '
}

// published claims the date: in parts as the format gives it, or the first of the words that is one.
func (r *reader) published() {
	at := r.w.At
	if len(r.w.Published) > 0 {
		at = r.w.Published[0].At
	}
	if !r.w.Date.IsZero() {
		r.dateClaim(r.w.Date, at)
		return
	}
	for _, words := range r.w.Published {
		p, err := when.Parse(words.Value)
		if err != nil {
			r.notice("date", words, err.Error())
			continue
		}
		if p.Date().IsZero() {
			r.notice("date", words, "names two years")
			continue
		}
		if p.Lost != "" {
			r.notice("date", words, p.Lost)
		} else if p.IsRange() {
			r.notice("date", words, "names a period; what both ends share is kept")
		}
		r.dateClaim(p.Date(), words.At)
		return
	}
}

// dateClaim claims when the work was published.
func (r *reader) dateClaim(d graph.Date, at work.Span) {
	r.claim(Claim{Relation: graph.Published, Object: Object{Date: d}, Method: graph.Stated, At: at})
}

// identifiers claims the work's names in the schemes of others.
func (r *reader) identifiers() {
	for _, id := range r.w.Identifiers {
		value := strings.ToLower(id.Scheme) + ":" + strings.TrimSpace(id.Value)
		r.claim(Claim{Relation: graph.IdentifiedBy, Object: Object{Text: graph.CodeObject(value).Text}, Method: graph.Stated, At: id.At})
	}
}

// titleAcronym claims the acronym that the abstract gives for the first or the last words of the title: for Assisted Voluntary
// Return and Reintegration it is AVRR.
func (r *reader) titleAcronym() {
	title := r.title.tokens
	for i := range r.texts[:r.abstracts] {
		p := &r.texts[i]
		for j := 1; j+1 <= len(p.tokens); j++ {
			if p.tokens[j].before != bracket || !p.tokens[j].capitals || j+1 < len(p.tokens) && p.tokens[j+1].before < closing {
				continue
			}
			from := p.spelled(j)
			if from < 0 || !(sameWords(&r.title, 0, p, from, j) || sameWords(&r.title, len(title)-(j-from), p, from, j)) {
				continue
			}
			r.claim(Claim{
				Relation: graph.AlternativeLabel, Method: graph.Mentioned, At: p.at(p.tokens[from].start, p.closed(j+1)),
				Object: Object{Text: graph.CodeObject(p.raw(j)).Text},
			})
			return
		}
	}
}

// spelled is the token at which the words begin whose first letters, little words left out or not, are those of an acronym; -1
// when they don't stand before it.
func (p *passage) spelled(acronym int) int {
	letters := strings.ToLower(p.raw(acronym))
	i := acronym - 1
	for at := len(letters) - 1; at >= 0; {
		if i < 0 || p.tokens[i+1].before.parts() && i+1 != acronym {
			return -1
		}
		first := strings.ToLower(p.words.Value[p.tokens[i].start : p.tokens[i].start+1])[0]
		switch {
		case first == letters[at]:
			at--
		case p.tokens[i].upper:
			return -1
		}
		i--
	}
	return i + 1
}

// sameWords says that two texts have the same words at two places.
func sameWords(a *passage, at int, b *passage, from, to int) bool {
	if at < 0 || at+to-from > len(a.tokens) || to-from < 2 {
		return false
	}
	for k := range to - from {
		if !strings.EqualFold(a.raw(at+k), b.raw(from+k)) {
			return false
		}
	}
	return true
}
