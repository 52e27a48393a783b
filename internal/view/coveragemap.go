package view

import (
	"context"

	"github.com/wasl-graph/wasl/graph"
)

// Coverage is an evidence gap map: how many reports of a set have a value of one dimension and a value of another, with
// the zeros. Its rows and columns are values that reports could have, whether one does or not (see axis): a theme on which
// nothing was written about a country is a row of zeros in the map of that country's reports.
type Coverage struct {
	// Rows and Columns are the first values, those with the most reports first, then by label: years the latest first,
	// languages by name. The count of each is a total of its own: the reports of the set that have the value, whatever they
	// have in the other dimension. A report with several values counts for each, so a total is no sum of cells.
	Rows, Columns []Bucket
	// Counts are the cells, one list for each row.
	Counts [][]int
	// TotalRows and TotalColumns count all values, with those that were cut off.
	TotalRows, TotalColumns int
}

// RowTotals are the totals of the rows.
func (c Coverage) RowTotals() []int { return totals(c.Rows) }

// ColumnTotals are the totals of the columns.
func (c Coverage) ColumnTotals() []int { return totals(c.Columns) }

func totals(buckets []Bucket) []int {
	list := make([]int, len(buckets))
	for i, b := range buckets {
		list[i] = b.Count
	}
	return list
}

// Coverage counts a set of reports by two dimensions, which may be the same, and keeps the first rows and columns. It goes
// through the reports once for the totals and once for the cells; a cancelled context ends it.
func (r *Reader) Coverage(ctx context.Context, s Set, rows, columns graph.Dimension, firstRows, firstColumns int) (Coverage, error) {
	return r.coverage(ctx, new(effort), s, [2]graph.Dimension{rows, columns}, [2]int{firstRows, firstColumns})
}

func (r *Reader) coverage(ctx context.Context, e *effort, s Set, by [2]graph.Dimension, first [2]int) (Coverage, error) {
	var sides [2]side
	for i := range sides {
		var err error
		if sides[i], err = r.side(ctx, e, s, by[i], first[i]); err != nil {
			return Coverage{}, err
		}
	}
	rows, columns := &sides[0], &sides[1]
	counts, err := cells(ctx, e, s, rows, columns)
	return Coverage{
		Rows: rows.shown, Columns: columns.shown, Counts: counts, TotalRows: rows.count, TotalColumns: columns.count,
	}, err
}

// CoverageCost is how many steps [Reader.Coverage] takes at most for so many reports. Who does not know yet how many they
// are may say all of them.
func (v *View) CoverageCost(reports int, rows, columns graph.Dimension) int {
	a, b := v.axis(rows), v.axis(columns)
	inRows, inColumns := a.values.most(reports), b.values.most(reports)
	pairs := min(inRows*b.values.longest, inColumns*a.values.longest)
	return 3*reports + 2*(inRows+inColumns) + pairs + a.count + b.count
}

// side is one of the two dimensions of a map, with the values that are shown.
type side struct {
	axis
	shown []Bucket
	index []uint32 // by value: its place among those shown; behind all of them when it is not shown
}

// side finds the values with the most reports. Those without any come last.
func (r *Reader) side(ctx context.Context, e *effort, s Set, by graph.Dimension, first int) (side, error) {
	a := r.axis(by)
	lent, counts := borrow(a.count)
	defer giveBack(lent)
	defer clear(counts)
	if _, err := a.tally(ctx, e, s, counts); err != nil {
		return side{}, err
	}
	ranked, _, err := a.ranked(ctx, e, r, counts, first, true)
	if err != nil {
		return side{}, err
	}
	x := side{axis: a, shown: a.buckets(r, ranked), index: make([]uint32, a.count)}
	for value := range x.index {
		x.index[value] = uint32(len(ranked))
	}
	for i, number := range ranked {
		_, place := unrank(number)
		x.index[a.at(r, place)] = uint32(i)
	}
	return x, nil
}

// places appends where a report's values stand.
func (x *side) places(dst []uint32, values []Node) []uint32 {
	for _, value := range values {
		if i := int(value) - int(x.first); i >= 0 && i < len(x.index) { // people and organisations share a list
			dst = append(dst, x.index[i])
		}
	}
	return dst
}

// cells counts the reports for each shown row and column. What is not shown is counted too, in a row and a column behind
// the others: leaving it out would take longer.
func cells(ctx context.Context, e *effort, s Set, rows, columns *side) ([][]int, error) {
	width := len(columns.shown) + 1
	flat := make([]int, (len(rows.shown)+1)*width)
	var down, across []uint32
	err := s.batches(func(batch []Node) error {
		steps := len(batch)
		for _, report := range batch {
			inRows, inColumns := rows.values.of(report), columns.values.of(report)
			down, across = rows.places(down[:0], inRows), columns.places(across[:0], inColumns)
			for _, row := range down {
				line := flat[int(row)*width:][:width]
				for _, column := range across {
					line[column]++
				}
			}
			steps += len(inRows) + len(inColumns) + len(down)*len(across)
		}
		return e.spend(ctx, steps)
	})
	counts := make([][]int, len(rows.shown))
	for row := range counts {
		counts[row] = flat[row*width:][: width-1 : width-1]
	}
	return counts, err
}
