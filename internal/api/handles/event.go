package handles

import (
	"context"

	"github.com/wasl-graph/wasl/graph"
)

// Event is something that took place.
type Event struct{ entity }

// Reports are those that cover the event.
func (e Event) Reports(ctx context.Context, filter *ReportFilter, orderBy *ReportOrder, first *int32, after *string, last *int32, before *string) (ReportConnection, error) {
	return e.s.Reports(ctx, e.ID(), graph.Filter{Events: []graph.ID{e.id()}}, filter, orderBy, Window{first, after, last, before})
}

// Start is when it began.
func (e Event) Start() *Date { return e.date(graph.Starts) }

// End is when it ended.
func (e Event) End() *Date { return e.date(graph.Ends) }

// Countries are where it took place, by label.
func (e Event) Countries() []Country {
	return each(e.s, e.to(graph.KindCountry, graph.LocatedIn), func(e entity) Country { return Country{e} })
}

// Participants are those who had a part in it by name. Groups without a name are among the statements only.
func (e Event) Participants(first *int32, after *string, last *int32, before *string) (ParticipationConnection, error) {
	var list []part
	for _, p := range e.parts(graph.ParticipationRelations()) {
		if p.agent() != nil {
			list = append(list, p)
		}
	}
	places := listed(list, func(p part) string { return p.relation.String() + " " + string(p.statement.Object.Entity) })
	return page(Window{first, after, last, before}, e.s.newScope(e.ID()+".participants"), places, func(p part) Participation {
		return Participation{p}
	})
}

// Participation is one part in an event.
type Participation struct{ part }

// Role is what the part was.
func (p Participation) Role() ParticipationRole { return ParticipationRole(p.relation) }

// Agent is who had it.
func (p Participation) Agent() Agent { return p.agent() }
