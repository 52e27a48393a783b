package read

import (
	"github.com/wasl-graph/wasl/internal/ingest/work"
)

// takeField puts the value of a labelled line where it belongs. The line is what the value stands on.
func takeField(text string, w *work.Work, f field, value, line work.Span) {
	words := proseWords(text, value)
	if words.Value == "" {
		return
	}
	switch f {
	case publishedField:
		w.Published = append(w.Published, proseWords(text, line))
	case countriesField:
		w.Countries = append(w.Countries, listOn(text, words.At)...)
	case tagsField:
		w.Tags = append(w.Tags, tagsOn(text, words.At)...)
	case projectField:
		w.Projects = append(w.Projects, words)
	case languageField:
		w.Languages = append(w.Languages, listOn(text, words.At)...)
	case typeField:
		w.Type = words
	case doiField:
		w.Identifiers = append(w.Identifiers, work.Identifier{Scheme: "doi", Words: words})
	case isbnField:
		w.Identifiers = append(w.Identifiers, work.Identifier{Scheme: "isbn", Words: words})
	case urlField:
		w.Identifiers = append(w.Identifiers, work.Identifier{Scheme: "url", Words: words})
	case contactField:
		w.Unplaced = append(w.Unplaced, work.Field{Name: "contact", Words: proseWords(text, line)})
	case organiserField, facilitatorField, participantField:
		takeParticipants(text, w, f, words.At)
	default:
		w.Contributors = append(w.Contributors, contributors(text, words.At, roles[f])...)
	}
}

// takeParticipants adds names to the event that the publication reports on.
func takeParticipants(text string, w *work.Work, f field, at work.Span) {
	if len(w.Events) == 0 {
		w.Events = append(w.Events, work.Event{})
	}
	e := &w.Events[0]
	e.Participants = append(e.Participants, contributors(text, at, roles[f])...)
}

// tagsOn are the tags on a labelled line, with or without signs before them.
func tagsOn(text string, at work.Span) []work.Text {
	if isTags(text[at.Start:at.End]) {
		return hashTags(text, at)
	}
	var list []work.Text
	for _, w := range parts(text, at, ",;|،؛·•") {
		list = append(list, work.Text{Words: proseWords(text, w.At)})
	}
	return list
}
