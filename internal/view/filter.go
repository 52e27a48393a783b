package view

import (
	"context"

	"github.com/RoaringBitmap/roaring/v2"

	"github.com/wasl-graph/wasl/graph"
)

// Filter finds the reports that a filter means. Its cost is a few operations on sets of all reports for each value in
// the filter; a cancelled context ends it between two of them.
func (v *View) Filter(ctx context.Context, f graph.Filter) (Set, error) {
	s := selection{view: v}
	s.apply(ctx, f)
	if s.err == nil && !s.narrowed {
		return allOf(v.Count(graph.KindReport)), nil
	}
	return s.set, s.err
}

// selection narrows a set down, one condition after the other.
type selection struct {
	view     *View
	set      Set
	narrowed bool // false while the set is that of all reports
	err      error
}

func (s *selection) narrow(to Set) {
	if s.narrowed {
		s.set = intersect(s.set, to)
	} else {
		s.set, s.narrowed = to, true
	}
}

// anyOf narrows down to the reports that one of the values leads to. No values are no condition.
func anyOf[T any](ctx context.Context, s *selection, values []T, find func(T) Set) {
	if len(values) == 0 || s.err != nil {
		return
	}
	sets := make([]Set, 0, len(values))
	for _, value := range values {
		if s.err = ctx.Err(); s.err != nil {
			return
		}
		sets = append(sets, find(value))
	}
	s.narrow(unite(sets...))
}

func (s *selection) apply(ctx context.Context, f graph.Filter) {
	v := s.view
	anyOf(ctx, s, f.IDs, v.report)
	anyOf(ctx, s, f.Countries, v.byNode(func(n Node) Set { return v.aboutCountry(n, f.CountryRole) }))
	anyOf(ctx, s, f.Regions, v.byNode(func(n Node) Set { return v.aboutRegion(n, f.CountryRole) }))
	anyOf(ctx, s, f.Themes, v.byNode(func(n Node) Set { return v.aboutTheme(n, !f.ExactThemes) }))
	anyOf(ctx, s, f.Projects, v.byNode(func(n Node) Set { return v.leading(n, graph.OutputOf) }))
	anyOf(ctx, s, f.Organisations, v.byNode(v.takingPart))
	anyOf(ctx, s, f.People, v.byNode(v.takingPart))
	anyOf(ctx, s, f.Events, v.byNode(func(n Node) Set { return v.leading(n, graph.CoversEvent) }))
	anyOf(ctx, s, f.Types, func(t graph.ReportType) Set { return v.reports.types[t] })
	anyOf(ctx, s, f.Languages, func(t graph.Tag) Set { return inLanguage(v.reports.writtenIn, t) })
	anyOf(ctx, s, f.AvailableIn, func(t graph.Tag) Set { return inLanguage(v.reports.titledIn, t) })
	anyOf(ctx, s, f.MissingIn, func(t graph.Tag) Set { return v.without(inLanguage(v.reports.titledIn, t)) })
	if !f.From.IsZero() || !f.To.IsZero() {
		s.narrow(v.publishedBetween(f.From, f.To))
	}
	s.combine(ctx, f)
}

func (s *selection) combine(ctx context.Context, f graph.Filter) {
	nested := func(part graph.Filter) (set Set) {
		if s.err == nil {
			set, s.err = s.view.Filter(ctx, part)
		}
		return set
	}
	for _, part := range f.And {
		s.narrow(nested(part))
	}
	anyOf(ctx, s, f.Or, nested)
	if f.Not != nil {
		s.narrow(s.view.without(nested(*f.Not)))
	}
}

func (v *View) report(id graph.ID) Set {
	if n, found := v.Find(id); found && v.Kind(n) == graph.KindReport {
		return setOf([]Node{n})
	}
	return Set{}
}

// byNode looks an id up first: one that nobody has leads to no report.
func (v *View) byNode(find func(Node) Set) func(graph.ID) Set {
	return func(id graph.ID) Set {
		n, found := v.Find(id)
		if !found {
			return Set{}
		}
		return find(n)
	}
}

func (v *View) aboutCountry(n Node, role graph.CountryRole) Set {
	switch role {
	case graph.RoleSubject:
		return v.leading(n, graph.AboutCountry)
	case graph.RoleMentioned:
		return v.leading(n, graph.MentionsCountry)
	}
	return unite(v.leading(n, graph.AboutCountry), v.leading(n, graph.MentionsCountry))
}

// aboutRegion finds reports about a region, its parts and the countries in it.
func (v *View) aboutRegion(n Node, role graph.CountryRole) Set {
	var sets []Set
	for _, place := range v.within(n) {
		if v.Kind(place) == graph.KindCountry {
			sets = append(sets, v.aboutCountry(place, role))
			continue
		}
		if role != graph.RoleMentioned {
			sets = append(sets, v.leading(place, graph.AboutRegion))
		}
		if role != graph.RoleSubject {
			sets = append(sets, v.leading(place, graph.Mentions))
		}
	}
	return unite(sets...)
}

func (v *View) aboutTheme(n Node, narrower bool) Set {
	if set, found := v.reports.broad[n]; found && narrower {
		return set
	}
	return v.leading(n, graph.AboutTheme)
}

// inLanguage finds what is in the language itself or in a more special form of it: "de" finds "de-AT" too.
func inLanguage(sets map[graph.Tag]Set, tag graph.Tag) Set {
	var found []Set
	for have, set := range sets {
		if have == tag || variantOf(have, tag) {
			found = append(found, set)
		}
	}
	return unite(found...)
}

func (v *View) without(s Set) Set { return subtract(allOf(v.Count(graph.KindReport)), s) }

// publishedBetween finds the reports whose date overlaps the time from the first day of one date to the last day of the
// other; no date is no bound.
func (v *View) publishedBetween(from, to graph.Date) Set {
	low, high := 0, 1<<31
	if !from.IsZero() {
		low = from.First()
	}
	if !to.IsZero() {
		high = to.Last()
	}
	bits := roaring.New()
	// The reports of a time stand side by side, the newest first.
	addRange(bits, v.begunBy(high, anyPrecision), v.begunBy(low-1, anyPrecision))
	// What began before can only be the dates of the year and of the month that the first day lies in.
	for _, reaching := range []struct{ day, precision int }{{low/10000*10000 + 101, 1}, {low/100*100 + 1, 2}} {
		if reaching.day <= high {
			addRange(bits, v.begunBy(reaching.day, reaching.precision), v.begunBy(reaching.day, reaching.precision-1))
		}
	}
	return Set{bits: bits}
}

func addRange(bits *roaring.Bitmap, start, end Node) {
	if start < end {
		bits.AddRange(uint64(start), uint64(end))
	}
}

// closure lists a node and all that lead to it by a relation, over any number of steps, each once. With keep, nodes that
// it refuses are left out and not followed.
func (v *View) closure(n Node, r graph.Relation, keep func(Node) bool) []Node {
	list, seen := []Node{n}, map[Node]bool{n: true}
	for i := 0; i < len(list); i++ {
		for _, below := range v.Subjects(list[i], r) {
			if (keep == nil || keep(below)) && !seen[below] {
				seen[below] = true
				list = append(list, below)
			}
		}
	}
	return list
}

// within lists a place and all regions and countries that are a part of it.
func (v *View) within(n Node) []Node {
	return v.closure(n, graph.PartOf, func(m Node) bool {
		k := v.Kind(m)
		return k == graph.KindRegion || k == graph.KindCountry
	})
}
