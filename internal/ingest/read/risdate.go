package read

import (
	"cmp"
	"slices"
	"strings"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/ingest/work"
)

type risDate struct {
	work.Words
	rank int
	date graph.Date
	full int // how many of year, month and day are given, whether such a day exists or not
}

const (
	primaryDate = iota
	furtherDate
	noPublication
)

func (r *risRecord) date(rank int, w work.Words) {
	if !filled(w.Value) {
		return
	}
	d := risDate{Words: w, rank: rank}
	d.date, d.full = slashedDate(w.Value)
	if rest := strings.Split(w.Value, "/"); len(rest) > 3 && stage(rest[3]) {
		d.rank = noPublication
	}
	r.dates = append(r.dates, d)
}

func stage(words string) bool {
	switch strings.ToLower(strings.TrimSpace(words)) {
	case "received", "accepted", "revised", "submitted":
		return true
	}
	return false
}

func (r *risRecord) settleDates() {
	slices.SortStableFunc(r.dates, func(a, b risDate) int {
		return cmp.Or(cmp.Compare(a.rank, b.rank), cmp.Compare(b.full, a.full))
	})
	for i, d := range r.dates {
		switch {
		case i == 0 && d.rank < noPublication:
			r.w.Date = d.date
			fallthrough
		case d.rank < noPublication:
			r.w.Published = append(r.w.Published, d.Words)
		default:
			r.unplaced(risField{tag: "PY"}, d.Words)
		}
	}
}
