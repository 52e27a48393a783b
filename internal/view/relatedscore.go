package view

import (
	"math"

	"github.com/wasl-graph/wasl/graph"
)

// # How near two reports are
//
// Reports are related by what they share. The score of report b, seen from report a, is a sum:
//
//	score(a, b)  =  Σ over what b is tied to, of part(e)  +  near(a, b)
//
//	part(e)      =  weight(kind of e) · tie(a, e) · tie(b, e) · rarity(e)              when a is tied to e too
//	part(e)      =  weight(kind of e) · ½ · min(rarity(d), rarity(e))                  when a and b have full ties, a to d and
//	                                                                                  b to e, d and e are close relatives, and
//	                                                                                  a is not tied to e itself
//	rarity(e)    =  log(all / having(e)) / log(all)
//	near(a, b)   =  ¼, ⅛, 1⁄16 when the years of publication are 0, 1, 2 apart, else 0
//
//   - tie(a, e) is 1 for a full tie (the report is about e, comes out of it, covers it, or e has part in it) and ½ for a
//     mention. So a country that both are about counts twice as much as one that is the subject of one and mentioned in the
//     other, and four times as much as one that both mention.
//   - having(e) is how many reports are tied to e, all is how many reports there are, but at least 10: of few reports nobody
//     can say what is common. A thing that one report in 100,000 has is worth 1, what ten have 0.8, what every third has 0.1,
//     and what all have nothing.
//   - Close relatives of a theme are those one step broader or narrower than it and those related to it; of a project its
//     predecessors and successors. Where e is a relative of several d, the one that makes the part largest counts, then the
//     nearer relation, in the order of [graph.Relation].
//   - Nearness in time brings nobody together: it only counts when the sum before it is more than 0.
//
// Every part is rounded to a multiple of 1⁄1024, so that parts add up to the score exactly, in whatever order. Parts of 0 are
// no reasons. The best related report comes first, of equal scores the newest, then the one with the lower id.

// scoreUnit is how many units make a score of 1. Scores are computed in units.
const scoreUnit = 1024

// relatedWeights say how much it means to share something of a kind, before its rarity.
var relatedWeights = map[graph.Kind]float64{
	graph.KindProject:      4,
	graph.KindEvent:        4,
	graph.KindPerson:       3,
	graph.KindTheme:        2,
	graph.KindCountry:      2,
	graph.KindRegion:       2,
	graph.KindOrganisation: 1.5,
}

const (
	mentionTie  = .5 // the weight of a mention, where a full tie has 1
	relativeTie = .5 // the weight of a close relative, where the same thing has 1
	fewestOfAll = 10 // rarity is told as if there were at least so many reports
	nearYears   = 3  // how many distances in years are near: 0, 1 and 2
)

// nearness is near(a, b) in units, by how many years lie between.
var nearness = [nearYears]uint32{scoreUnit / 4, scoreUnit / 8, scoreUnit / 16}

// rarity is how much it says that a report has something.
func (v *View) rarity(n Node) float64 {
	all := float64(max(v.Count(graph.KindReport), fewestOfAll))
	return math.Log(all/float64(max(v.withTies(n), 1))) / math.Log(all)
}

// near is the nearness in time of two reports, in units.
func (v *View) near(a, b Node) uint32 {
	x, y := v.Published(a), v.Published(b)
	if x.IsZero() || y.IsZero() {
		return 0
	}
	return nearWithin(x.Year() - y.Year())
}

// nearWithin is the nearness of two years, in units.
func nearWithin(years int) uint32 {
	years = max(years, -years)
	if years >= nearYears {
		return 0
	}
	return nearness[years]
}

// inUnits rounds a part of a score.
func inUnits(part float64) uint32 { return uint32(math.Round(part * scoreUnit)) }
