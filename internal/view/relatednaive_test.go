package view_test

import (
	"cmp"
	"math"
	"slices"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/view"
)

// naiveScores computes scores as relatedscore.go defines them, one pair of reports after the other.
type naiveScores struct {
	ties      naiveTies
	having    map[graph.ID]int
	relatives map[graph.ID][]graph.ID
	published map[graph.ID]graph.Date
}

var naiveWeights = map[graph.Kind]float64{
	graph.KindProject: 4, graph.KindEvent: 4, graph.KindPerson: 3, graph.KindTheme: 2, graph.KindCountry: 2,
	graph.KindRegion: 2, graph.KindOrganisation: 1.5,
}

func (m naive) scores() naiveScores {
	s := naiveScores{m.ties(), map[graph.ID]int{}, map[graph.ID][]graph.ID{}, map[graph.ID]graph.Date{}}
	for _, to := range s.ties {
		for id := range to {
			s.having[id]++
		}
	}
	dates := map[graph.ID]naive{}
	for _, a := range m {
		switch a.Relation {
		case graph.Broader, graph.Related, graph.Follows:
			s.relatives[a.Subject] = append(s.relatives[a.Subject], a.Object.Entity)
			s.relatives[a.Object.Entity] = append(s.relatives[a.Object.Entity], a.Subject)
		case graph.Published:
			dates[a.Subject] = append(dates[a.Subject], a)
		}
	}
	for id, list := range dates {
		s.published[id] = list.published(id)
	}
	return s
}

func (s naiveScores) rarity(id graph.ID) float64 {
	all := float64(max(len(s.ties), 10))
	return math.Log(all/float64(s.having[id])) / math.Log(all)
}

// timeReason stands for nearness in time among the parts of a score.
const timeReason graph.ID = "time"

// parts are the parts of the score of report b, seen from report a, by entity.
func (s naiveScores) parts(a, b graph.ID) map[graph.ID]float64 {
	parts := map[graph.ID]float64{}
	for e, tie := range s.ties[b] {
		part := naiveWeights[e.Kind()] * s.ties[a][e] * tie * s.rarity(e)
		if s.ties[a][e] == 0 && tie == 1 {
			for _, d := range s.relatives[e] {
				if s.ties[a][d] == 1 {
					part = max(part, naiveWeights[e.Kind()]/2*min(s.rarity(d), s.rarity(e)))
				}
			}
		}
		if part = math.Round(part*1024) / 1024; part > 0 {
			parts[e] = part
		}
	}
	x, y := s.published[a], s.published[b]
	if apart := math.Abs(float64(x.Year() - y.Year())); len(parts) > 0 && !x.IsZero() && !y.IsZero() && apart < 3 {
		parts[timeReason] = .25 / math.Pow(2, apart)
	}
	return parts
}

// naiveRelated is a related report with the parts of its score.
type naiveRelated struct {
	report graph.ID
	score  float64
	parts  map[graph.ID]float64
}

// related are the reports with a score, the nearest first.
func (s naiveScores) related(a graph.ID, o view.RelatedOptions) []naiveRelated {
	var list []naiveRelated
	for b := range s.ties {
		if b == a || o.OtherProjectsOnly && s.shareProject(a, b) {
			continue
		}
		x := naiveRelated{b, 0, s.parts(a, b)}
		for _, part := range x.parts {
			x.score += part
		}
		if x.score > 0 {
			list = append(list, x)
		}
	}
	slices.SortFunc(list, func(x, y naiveRelated) int {
		return cmp.Or(cmp.Compare(y.score, x.score),
			compareByDate(graph.NewestFirst, s.published[x.report], s.published[y.report], x.report, y.report))
	})
	return list[:min(max(o.First, 0), len(list))]
}

func (s naiveScores) shareProject(a, b graph.ID) bool {
	for e, tie := range s.ties[b] {
		if e.Kind() == graph.KindProject && tie == 1 && s.ties[a][e] == 1 {
			return true
		}
	}
	return false
}
