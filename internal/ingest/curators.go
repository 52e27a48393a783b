package ingest

import (
	"maps"
	"slices"
	"strings"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/ingest/work"
)

// curators is what curators decided about what the document says. Ids of what was merged count as those that answer for them. The zero
// value is that nobody decided anything.
type curators struct {
	taken   map[graph.Statement]bool            // by key: they took it back
	other   map[graph.Statement]graph.Statement // what they gave another kind or standing, as they did
	kept    map[graph.Statement]bool            // by key: they say it themselves, with the document as their source
	winners map[graph.ID]graph.ID               // by the ids of what was merged
	labels  map[oldLabel]bool                   // that they took back
	renamed map[graph.ID]bool                   // whose labels these are

	again    map[graph.Statement]bool     // by key: what they say themselves and the document says again
	withheld map[graph.Statement]bool     // by key: what was left out for their sake
	names    map[graph.ID]graph.Assertion // the labels among it
	named    map[graph.ID]bool            // who was given another label
}

// oldLabel is what an entity was called in some language.
type oldLabel struct {
	id    graph.ID
	value string
}

func newCurators(c graph.Curation, winners map[graph.ID]graph.ID) curators {
	u := curators{
		taken: map[graph.Statement]bool{}, other: map[graph.Statement]graph.Statement{}, kept: map[graph.Statement]bool{},
		winners: winners, labels: map[oldLabel]bool{}, renamed: map[graph.ID]bool{}, again: map[graph.Statement]bool{}, withheld: map[graph.Statement]bool{},
		names: map[graph.ID]graph.Assertion{}, named: map[graph.ID]bool{},
	}
	now := map[graph.Statement]graph.Statement{}
	for _, s := range c.Kept {
		s = u.read(s)
		now[s.Key()], u.kept[s.Key()] = s, true
	}
	for _, a := range c.Withdrawn {
		s := u.read(a.Statement)
		have, kept := now[s.Key()]
		switch {
		case a.Restored:
		case kept:
			u.other[s] = have
		default:
			u.taken[s.Key()] = true
			if s.Relation == graph.Label {
				u.labels[oldLabel{s.Subject, s.Object.Text.Value}], u.renamed[s.Subject] = true, true
			}
		}
	}
	return u
}

func (u *curators) final(id graph.ID) graph.ID {
	if winner, merged := u.winners[id]; merged {
		return winner
	}
	return id
}

// say takes in what the document says.
func (u *curators) say(a graph.Assertion) {
	if a.Relation == graph.Label && u.renamed[u.final(a.Subject)] {
		u.named[a.Subject] = true
	}
	if u.keep(a.Statement) {
		u.again[u.read(a.Statement).Key()] = true
	}
}

// alone says that they make a statement themselves, and the document does not.
func (u *curators) alone(s graph.Statement) bool { return u.keep(s) && !u.again[u.read(s).Key()] }

// read is a statement with the ids that answer for those in it.
func (u *curators) read(s graph.Statement) graph.Statement {
	s.Subject, s.Object.Entity = u.final(s.Subject), u.final(s.Object.Entity)
	return s
}

// keep says that they make a statement themselves.
func (u *curators) keep(s graph.Statement) bool { return len(u.kept) > 0 && u.kept[u.read(s).Key()] }

// took says that they took a statement back. A label that they took back does not return as an alternative one, nor in another
// language: in which one a name is depends on what else the entity is called.
func (u *curators) took(s graph.Statement) bool {
	if len(u.taken) == 0 {
		return false
	}
	s = u.read(s).Key()
	return u.taken[s] || s.Relation == graph.AlternativeLabel && u.labels[oldLabel{s.Subject, s.Object.Text.Value}]
}

// as is a statement with the kind and the standing that they gave it.
func (u *curators) as(s graph.Statement) graph.Statement {
	if len(u.other) == 0 {
		return s
	}
	if other, found := u.other[u.read(s)]; found {
		s.Object.Text = other.Object.Text
	}
	return s
}

// withhold leaves an assertion out of an import, and says so once.
func (i *Import) withhold(a graph.Assertion, line int) error {
	if a.Relation == graph.Label {
		i.curators.names[a.Subject] = a
	}
	key := i.curators.read(a.Statement).Key()
	if i.curators.withheld[key] {
		return nil
	}
	i.curators.withheld[key] = true
	i.result.Withheld++
	return i.review(ReviewEntry{
		Type: withheldType, Source: i.source.ID, File: i.document.Name, Line: line, Kind: a.Subject.Kind().String(), Entity: a.Subject,
		Relation: a.Relation.String(), Object: a.Object.String(),
	})
}

// unnamed yields the labels that were left out of what has no other one and yet is spoken of: nobody could tell what that is about.
func (i *Import) unnamed(g Graph, yield func(graph.Assertion, error) bool) bool {
	names := i.curators.names
	if len(names) == 0 {
		return true
	}
	for a := range g.AssertionsAsRecorded() {
		_, left := names[a.Subject]
		if left && a.Relation == graph.Label && (a.Evidence.Source != i.source.ID || i.curators.keep(a.Statement) || i.before.said(a)) {
			i.curators.named[a.Subject] = true
		}
	}
	for _, id := range slices.Sorted(maps.Keys(names)) {
		if i.curators.named[id] || i.seen[id]&spoken == 0 && !i.resolver.Others(id) {
			continue
		}
		i.result.Withheld--
		if !i.yield(names[id], yield) {
			return false
		}
	}
	return true
}

// placeNow is where words that were quoted from the text before stand in this one.
func (i *Import) placeNow(before graph.Place) (place graph.Place, found bool, err error) {
	if i.options.Quote == nil {
		return place, false, nil
	}
	words, kept, err := i.options.Quote(i.before.sha256, before)
	if err != nil || !kept || words == "" {
		return place, false, err
	}
	at := strings.Index(i.document.Text, words)
	if at < 0 {
		return place, false, nil
	}
	return i.document.Place(work.Span{Start: at, End: at + len(words)}), true, nil
}
