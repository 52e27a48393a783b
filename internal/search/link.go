package search

import (
	"github.com/RoaringBitmap/roaring/v2"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/view"
)

// link is how a report hangs together with a thing whose name a query meets. The nearer, the lower.
type link uint8

const (
	itself   link = iota // it is the thing
	about                // it is about it, or came out of it
	by                   // it was written by it
	behind               // it was published, funded or commissioned by it, or by people or projects of it
	mentions             // its text names it
	within               // it is about a part of the place, or a narrower theme

	linkCount = iota
)

// linkRelations are the relations from a report to a thing.
var linkRelations = [linkCount][]graph.Relation{
	about:    {graph.AboutCountry, graph.AboutRegion, graph.AboutTheme, graph.OutputOf, graph.CoversEvent},
	by:       {graph.Author, graph.Editor, graph.Contributor},
	mentions: {graph.MentionsCountry, graph.Mentions},
}

// links finds the reports that hang together with things.
type links struct {
	view *view.View
	// below holds the reports about what is a part of a place or narrower than a theme, where there are any.
	below map[view.Node]*roaring.Bitmap
}

func newLinks(v *view.View) links {
	l := links{v, map[view.Node]*roaring.Bitmap{}}
	for _, k := range []graph.Kind{graph.KindCountry, graph.KindRegion, graph.KindTheme} {
		first, end := v.Range(k)
		for n := first; n < end; n++ {
			if bits := l.findBelow(n); bits != nil {
				l.below[n] = bits
			}
		}
	}
	return l
}

// downwards leads from a thing to its parts.
func downwards(k graph.Kind) graph.Relation {
	if k == graph.KindTheme {
		return graph.Broader
	}
	return graph.PartOf
}

func (l *links) findBelow(n view.Node) *roaring.Bitmap {
	var found []view.Set
	for _, part := range l.view.Below(n, downwards(l.view.Kind(n))) {
		found = l.appendSets(found, part, about)
	}
	all := view.Unite(found...)
	if all.Len() == 0 {
		return nil
	}
	bits := all.Bitmap().Clone()
	bits.RunOptimize()
	return bits
}

// appendSets appends the sets of the reports that hang together with a thing in one way; none of them is empty.
func (l *links) appendSets(dst []view.Set, n view.Node, how link) []view.Set {
	add := func(s view.Set) {
		if s.Len() > 0 {
			dst = append(dst, s)
		}
	}
	switch how {
	case behind:
		add(l.view.TakingPart(n))
		for _, project := range l.view.Subjects(n, graph.PartnerOf) {
			add(l.view.Leading(project, graph.OutputOf))
		}
	case within:
		if bits := l.below[n]; bits != nil {
			add(view.SetOf(bits))
		}
	default:
		for _, r := range linkRelations[how] {
			add(l.view.Leading(n, r))
		}
	}
	return dst
}

// count is how many reports hang together with a thing, each as often as there are ways.
func (l *links) count(n view.Node) int {
	var sets []view.Set
	total := 0
	for how := about; how < linkCount; how++ {
		sets = l.appendSets(sets[:0], n, how)
		for _, s := range sets {
			total += s.Len()
		}
	}
	return total
}

// appendThings appends the things that a report hangs together with in one way: the other way round of appendSets.
func (l *links) appendThings(dst []view.Node, report view.Node, how link) []view.Node {
	v := l.view
	switch how {
	case behind:
		dst = append(dst, v.Agents(report)...)
		for _, project := range v.Objects(nil, report, graph.OutputOf) {
			dst = v.Objects(dst, project, graph.PartnerOf)
		}
	case within:
		for _, part := range l.appendThings(nil, report, about) {
			switch k := v.Kind(part); k {
			case graph.KindCountry, graph.KindRegion, graph.KindTheme:
				dst = append(dst, v.Above(part, downwards(k))...)
			}
		}
	default:
		for _, r := range linkRelations[how] {
			dst = v.Objects(dst, report, r)
		}
	}
	return dst
}
