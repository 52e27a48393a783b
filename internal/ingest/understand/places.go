package understand

import (
	"slices"
	"strings"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/ingest/work"
)

// statedCountries claims what stands on the line of countries. A region may stand there too.
func (r *reader) statedCountries() {
	for _, w := range r.w.Countries {
		id, why := r.onLine(w)
		if id != "" {
			r.statedPlace(id, w)
			r.besides(id, w)
		} else if !r.listedPlaces(w) {
			r.notice("country", w, why)
		}
	}
}

// besides takes notice of what stands with commas beside a place and is none: "Iraq, Atlantis". "Iran, Islamic Republic of" is
// one name, turned around.
func (r *reader) besides(id graph.ID, w work.Words) {
	parts := r.listed(w)
	names := []string{w.Value}
	if len(parts) == 2 {
		names = append(names, parts[1].Value+" "+parts[0].Value)
	}
	for _, name := range names {
		if slices.Contains(r.v.Find(id.Kind(), name), id) {
			return
		}
	}
	for _, part := range parts {
		if other, why := r.onLine(part); other == "" {
			r.notice("country", part, why)
		}
	}
}

// listed are the parts of words between commas, with their places.
func (r *reader) listed(w work.Words) []work.Words {
	var p passage
	p.read(r.v, w)
	var parts []work.Words
	from := 0
	for part := range strings.FieldsFuncSeq(w.Value, func(c rune) bool { return c == ',' || c == '،' }) {
		from += strings.Index(w.Value[from:], part)
		name := strings.TrimSpace(part)
		start := from + strings.Index(part, name)
		from += len(part)
		parts = append(parts, work.Words{Value: name, At: p.at(start, start+len(name))})
	}
	return parts
}

// statedPlace claims a place that stands on the line of countries.
func (r *reader) statedPlace(id graph.ID, w work.Words) {
	rel := graph.AboutCountry
	if id.Kind() == graph.KindRegion {
		rel = graph.AboutRegion
	}
	r.entity(rel, id, graph.Stated, "", w.At)
}

// listedPlaces claims the places of words that are a list of them, with commas: "Iraq, Jordan". "Congo, Democratic Republic of the" is
// none: all of its parts must be names of places.
func (r *reader) listedPlaces(w work.Words) bool {
	var ids []graph.ID
	parts := r.listed(w)
	for _, part := range parts {
		id, _ := r.onLine(part)
		if id == "" {
			return false
		}
		ids = append(ids, id)
	}
	for i, id := range ids {
		r.statedPlace(id, parts[i])
	}
	return len(ids) > 0
}

// onLine finds the country or region that words on the line of countries name: by the whole of them, by a code, or by the one
// place that they name among others.
func (r *reader) onLine(w work.Words) (graph.ID, string) {
	for _, kind := range []graph.Kind{graph.KindCountry, graph.KindRegion} {
		switch list := r.v.Find(kind, w.Value); len(list) {
		case 0:
		case 1:
			return list[0], ""
		default:
			if first := r.first(w); first != "" {
				return first, ""
			}
			return "", "may be more than one country"
		}
	}
	if id, known := r.v.codes[w.Value]; known {
		return id, ""
	}
	var p passage
	p.read(r.v, w)
	var places []graph.ID
	for i := range p.mentions {
		if m := &p.mentions[i]; m.how == asPlace && !m.several && !slices.Contains(places, m.id) {
			places = append(places, m.id)
		}
	}
	if len(places) == 1 {
		return places[0], ""
	}
	return "", "is no country or region that is known"
}

// first is the country that has the words as its first name, where others have them too.
func (r *reader) first(w work.Words) graph.ID {
	var p passage
	p.read(r.v, w)
	if len(p.mentions) == 1 && !p.mentions[0].several && p.mentions[0].how == asPlace {
		return p.mentions[0].id
	}
	return ""
}

// namedInTitle claims what the title names: places it is about, and what it only mentions; projects whose output it is.
func (r *reader) namedInTitle() {
	p := &r.title
	for i := range p.mentions {
		m := &p.mentions[i]
		if !r.isMeant(m) {
			continue
		}
		at := p.at(m.start, m.end)
		switch {
		case m.how == asProject && !m.nested:
			r.entity(graph.OutputOf, m.id, graph.Stated, "", at)
		case m.how == asPlace && m.id.Kind() == graph.KindCountry:
			if r.entity(graph.AboutCountry, m.id, graph.Inferred, graph.TitleNamesPlace, at) {
				r.said[m.id] = true
			}
		case m.how == asPlace:
			r.entity(graph.AboutRegion, m.id, graph.Inferred, graph.TitleNamesPlace, at)
		}
	}
	r.partsInTitle()
}

// partsInTitle claims the countries whose parts the title names, unless they are claimed themselves.
func (r *reader) partsInTitle() {
	p := &r.title
	for i := range p.mentions {
		m := &p.mentions[i]
		if m.how != asPlace || m.id.Kind() != graph.KindRegion || !r.isMeant(m) {
			continue
		}
		for _, country := range r.v.wholes[m.id] {
			r.entity(graph.AboutCountry, country, graph.Inferred, graph.TitleNamesPart, p.at(m.start, m.end))
		}
	}
}

// namedInText claims what the title and the texts mention beyond all that is claimed, and notes what may be meant.
func (r *reader) namedInText() {
	r.mentionsIn(&r.title)
	for i := range r.all() {
		r.mentionsIn(&r.texts[i])
	}
}

// mentionsIn claims what one text mentions.
func (r *reader) mentionsIn(p *passage) {
	for i := range p.mentions {
		m := &p.mentions[i]
		at := p.at(m.start, m.end)
		if !r.isMeant(m) {
			r.notMeant(m, work.Words{Value: p.words.Value[m.start:m.end], At: at})
			continue
		}
		if r.said[m.id] {
			continue
		}
		rel := graph.Mentions
		if m.id.Kind() == graph.KindCountry {
			rel = graph.MentionsCountry
		}
		r.entity(rel, m.id, graph.Mentioned, "", at)
	}
}

// notMeant says that a name may be that of something, and nothing tells.
func (r *reader) notMeant(m *mention, words work.Words) {
	switch {
	case m.several:
		r.notice("place", words, "is the name of several")
	case m.doubtful:
		r.notice("place", words, "may be the country, and nothing beside it says so")
	}
}
