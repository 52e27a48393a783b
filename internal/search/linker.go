package search

import (
	"slices"

	"github.com/RoaringBitmap/roaring/v2"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/view"
)

// linker makes, for terms that name many things or things with many reports, the lists of the reports that lead there, so
// that a query finds them ready.
type linker struct {
	links *links
	first view.Node // the first node that is no report
	costs []uint32  // by thing: how much it takes to find its reports
}

// manyLinks is from how many things and reports on they are not looked up one by one when a query asks.
const manyLinks = 256

func newLinker(x *Index) linker {
	_, first := x.view.Range(graph.KindReport)
	l := linker{&x.links, first, make([]uint32, x.view.Nodes()-int(first))}
	for i := range l.costs {
		l.costs[i] = 1 + uint32(x.links.count(first+view.Node(i)))
	}
	return l
}

// add appends the lists of linked reports to those of a term, if it has many, and says whether it has.
func (l *linker) add(p *postings, lists []list) bool {
	cost := 0
	for _, list := range lists {
		for _, n := range l.things(list) {
			cost += int(l.costs[n-uint32(l.first)])
		}
	}
	if cost < manyLinks {
		return false
	}
	for how := about; how < linkCount; how++ {
		for _, list := range lists {
			if bits := l.reports(list, how); !bits.IsEmpty() {
				p.addBitmap(classOf(list.class.field(), list.class.tier(), how), bits)
			}
		}
	}
	return true
}

// things are the nodes of a list that name something and are no reports.
func (l *linker) things(list list) []uint32 {
	if !list.class.field().naming() {
		return nil
	}
	return thingsIn(list.nodes, l.first)
}

func (l *linker) reports(list list, how link) *roaring.Bitmap {
	var sets []view.Set
	for _, n := range l.things(list) {
		sets = l.links.appendSets(sets, view.Node(n), how)
	}
	bits := roaring.New()
	if all := view.Unite(sets...); all.Len() > 0 {
		bits.Or(all.Bitmap())
		bits.RunOptimize()
	}
	return bits
}

// thingsIn is the rest of an ascending list from the first node on that is no report.
func thingsIn(nodes []uint32, first view.Node) []uint32 {
	i, _ := slices.BinarySearch(nodes, uint32(first))
	return nodes[i:]
}
