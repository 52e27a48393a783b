package understand

import (
	"strings"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/ingest/when"
	"github.com/wasl-graph/wasl/internal/ingest/work"
	"github.com/wasl-graph/wasl/internal/lang"
	"github.com/wasl-graph/wasl/internal/lang/names"
)

// events says what the work tells of the events that it reports on. Where there is one, the running text is read for who took
// part: "Participants from A, B and C", "Dr. Lina Haddad, lecturer at D, facilitated the training".
func (r *reader) events() {
	for i := range r.w.Events {
		e := &r.w.Events[i]
		m := EventMeaning{At: e.Name.At}
		if e.Name.Value != "" {
			m.Name = graph.Text{Value: cleaned(e.Name.Value), Language: r.languageOf(e.Name), Kind: graph.Original, Standing: graph.Attested}
		}
		r.eventDates(e, &m)
		for k := range e.Participants {
			claim := r.contribution(&e.Participants[k])
			claim.At = e.Participants[k].Name.At
			r.participant(&m, claim)
		}
		if len(r.w.Events) == 1 {
			for k := range r.texts[:r.running] {
				r.participantsIn(&r.texts[k], &m)
			}
		}
		r.meaning.Events = append(r.meaning.Events, m)
	}
}

// eventDates claims when the event took place.
func (r *reader) eventDates(e *work.Event, m *EventMeaning) {
	for _, words := range e.Dates {
		p, err := when.Parse(words.Value)
		if err != nil {
			r.notice("date", words, err.Error())
			continue
		}
		if p.Lost != "" {
			r.notice("date", words, p.Lost)
		}
		m.Claims = append(m.Claims,
			Claim{Relation: graph.Starts, Object: Object{Date: p.From}, Method: graph.Stated, At: words.At},
			Claim{Relation: graph.Ends, Object: Object{Date: p.To}, Method: graph.Stated, At: words.At})
		if m.At.IsZero() {
			m.At = words.At
		}
		return
	}
}

// participant adds a claim of the event, once, and has the report mention the person.
func (r *reader) participant(m *EventMeaning, c Claim) {
	name := c.Object.Name
	position := 1
	for i := range m.Claims {
		other := m.Claims[i].Object.Name
		if other == nil || m.Claims[i].Relation != c.Relation {
			continue
		}
		if other.Value == name.Value || c.Object.Entity != "" && m.Claims[i].Object.Entity == c.Object.Entity {
			return
		}
		position++
	}
	c.Position = position
	m.Claims = append(m.Claims, c)
	if m.At.IsZero() {
		m.At = c.At
	}
	if name.Kind == graph.KindPerson && !name.Partial && !name.Group {
		r.claim(Claim{Relation: graph.Mentions, Object: Object{Name: name}, Method: graph.Mentioned, At: name.At})
	}
	if c.Object.Entity != "" {
		delete(r.said, c.Object.Entity) // the report mentions it too
	}
}

// participantsIn reads a text for who took part.
func (r *reader) participantsIn(p *passage, m *EventMeaning) {
	for _, c := range p.cues {
		switch c.kind {
		case fromCue:
			r.listedIn(p, c, m)
		case leadCue:
			r.ledBefore(p, c, m)
		case ledByCue:
			if end := p.nameEnd(c.to); end > c.to {
				r.led(p, c, m, c.to, end, p.affiliationBehind(end))
			}
		}
	}
}

// maxParticipants is how many are read from running text.
const maxParticipants = 200

// listedIn claims the participants of a list: known organisations, words with capitals, groups.
func (r *reader) listedIn(p *passage, c cueAt, m *EventMeaning) {
	for i, glued := c.to, false; i < len(p.tokens) && len(m.Claims) < maxParticipants; {
		first := i
		if p.v.lexicon.is(p.tokens[first].word, article) {
			first++
		}
		end := p.participantEnd(first)
		if end == first {
			return
		}
		printed := p.printed(first, end)
		if glued {
			printed = p.printedFrom(p.tokens[first].start+len("و"), end)
		}
		claim := r.contribution(&work.Contributor{Role: graph.Participant, Name: printed})
		if groupNouns[lang.Fold(firstWord(printed.Value))] {
			claim.Object.Name.Kind, claim.Object.Name.Group, claim.Object.Name.Partial = graph.KindOrganisation, true, false
		}
		if claim.Object.Name.Kind == graph.KindPerson && claim.Object.Name.Partial {
			return
		}
		claim.At = claim.Object.Name.At
		r.participant(m, claim)
		next := end
		if glued = false; next >= len(p.tokens) {
			return
		}
		switch {
		case p.v.lexicon.is(p.tokens[next].word, andWord):
			next++
		case p.hasGluedAnd(next) && p.tokens[next].before < sentence:
			glued = true
		case p.signBehind(end) != comma:
			return
		}
		i = next
	}
}

func firstWord(s string) string {
	first, _, _ := strings.Cut(s, " ")
	return first
}

// signBehind is the sign behind a name, the bracket that closes left out.
func (p *passage) signBehind(end int) sign {
	between := p.words.Value[p.tokens[end-1].end:p.tokens[end].start]
	if strings.ContainsAny(between, ",") || strings.Contains(between, "،") {
		return comma
	}
	return p.tokens[end].before
}

// groupNouns end the name of a group of people or organisations.
var groupNouns = setOf("actors partners organisations organizations groups representatives officials experts staff members researchers " +
	"ministries agencies institutions authorities communities practitioners officers associations universities " +
	"Organisationen Behörden Partner Akteure Akteurinnen Forschende Ministerien Institutionen Fachleute Vereine Zivilgesellschaft " +
	"منظمات جمعيات مؤسسات وزارات هيئات جهات خبراء باحثون باحثات ممثلون ممثلو شركاء مسؤولون جامعات")

// participantEnd is where the name of a participant ends that begins at a token.
func (p *passage) participantEnd(from int) int {
	for i := range p.mentions {
		if m := &p.mentions[i]; m.from == from && !m.nested && m.how == asBody { // its acronym too
			return p.withBracket(m.to)
		}
	}
	for i := from; i < len(p.tokens) && i-from < maxGroup; i++ {
		if i > from && p.tokens[i].before > hyphen || p.v.lexicon.is(p.tokens[i].word, andWord) {
			break
		}
		if groupNouns[lang.Fold(p.raw(i))] && !p.tokens[i].arabic {
			return i + 1
		}
	}
	if from < len(p.tokens) && p.tokens[from].arabic {
		return p.groupEnd(from)
	}
	if from < len(p.tokens) && p.tokens[from].upper {
		return p.withBracket(p.capitalised(from))
	}
	return from
}

// ledBefore claims the person at the beginning of the sentence, and the organisation of the words between.
func (r *reader) ledBefore(p *passage, c cueAt, m *EventMeaning) {
	start := p.sentenceStart(c.from)
	end := p.capitalised(start)
	if end > c.from {
		return
	}
	r.led(p, c, m, start, end, p.affiliations(end, c.from))
}

// led claims who led the event.
func (r *reader) led(p *passage, c cueAt, m *EventMeaning, from, to int, affiliations []work.Affiliation) {
	name := p.printed(from, to)
	switch names.Parse(name.Value).Nature {
	case names.Person, names.Organisation:
	default:
		return
	}
	claim := r.contribution(&work.Contributor{Role: graph.Facilitator, Name: name, Affiliations: affiliations})
	claim.At = p.at(min(p.tokens[from].start, p.tokens[c.from].start), max(p.tokens[c.to-1].end, p.tokens[to-1].end))
	r.participant(m, claim)
}

// ofWords stand between a person and their organisation.
var ofWords = setOf("at of from von vom am an der des im من في")

// affiliationBehind is the organisation that stands behind a person with such a word between them.
func (p *passage) affiliationBehind(end int) []work.Affiliation {
	first := end
	for first < len(p.tokens) && p.tokens[first].before <= comma && ofWords[lang.Fold(p.raw(first))] {
		first++
	}
	if first == end || first >= len(p.tokens) {
		return nil
	}
	if to := p.participantEnd(first); to > first {
		return []work.Affiliation{{Words: p.printed(first, to)}}
	}
	return nil
}

// affiliations are the organisations named between a person and what they did.
func (p *passage) affiliations(from, to int) []work.Affiliation {
	var list []work.Affiliation
	for i := range p.mentions {
		if m := &p.mentions[i]; m.how == asBody && !m.nested && m.from >= from && m.to <= to {
			list = append(list, work.Affiliation{Words: p.printed(m.from, m.to)})
		}
	}
	if list != nil {
		return list
	}
	for i := from; i < to; i++ {
		if !ofWords[lang.Fold(p.raw(i))] {
			continue
		}
		first := i + 1
		if p.v.lexicon.is(p.tokens[first].word, article) {
			first++
		}
		if first < to && p.tokens[first].upper {
			return []work.Affiliation{{Words: p.printed(first, min(to, p.capitalised(first)))}}
		}
	}
	return nil
}
