package handles

import (
	"context"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/view"
)

// Coverage is an evidence gap map.
type Coverage struct {
	s             *Session
	rows, columns FacetDimension
	counted       view.Coverage
}

// Coverage counts the reports that a filter means along two dimensions.
func (s *Session) Coverage(ctx context.Context, rows, columns FacetDimension, f *ReportFilter, firstRows, firstColumns *int32) (Coverage, error) {
	filter, err := f.domain("filter")
	if err != nil {
		return Coverage{}, err
	}
	height, err := limitedOr(50, "firstRows", firstRows)
	if err != nil {
		return Coverage{}, err
	}
	width, err := limitedOr(50, "firstColumns", firstColumns)
	if err != nil {
		return Coverage{}, err
	}
	set, err := s.index.Filter(ctx, filter)
	if err != nil {
		return Coverage{}, err
	}
	counted, err := s.reader.Coverage(ctx, set, graph.Dimension(rows), graph.Dimension(columns), height, width)
	if err == nil && !s.spend(len(counted.Rows)*(1+len(counted.Columns))) {
		counted = view.Coverage{}
	}
	return Coverage{s, rows, columns, counted}, err
}

// Rows are the values along the side.
func (c Coverage) Rows() []FacetBucket { return c.s.buckets(c.rows, c.counted.Rows) }

// Columns are the values along the top.
func (c Coverage) Columns() []FacetBucket { return c.s.buckets(c.columns, c.counted.Columns) }

func (s *Session) buckets(by FacetDimension, counted []view.Bucket) []FacetBucket {
	list := make([]FacetBucket, len(counted))
	for i, b := range counted {
		list[i] = FacetBucket{s, by, b}
	}
	return list
}

// Counts are the cells, row by row.
func (c Coverage) Counts() [][]int32 {
	cells := make([][]int32, len(c.counted.Counts))
	for i, row := range c.counted.Counts {
		cells[i] = numbers(row)
	}
	return cells
}

// RowTotals are all reports of each row.
func (c Coverage) RowTotals() []int32 { return numbers(c.counted.RowTotals()) }

// ColumnTotals are all reports of each column.
func (c Coverage) ColumnTotals() []int32 { return numbers(c.counted.ColumnTotals()) }

// TotalRows is how many rows there are, shown or not.
func (c Coverage) TotalRows() int32 { return int32(c.counted.TotalRows) }

// TotalColumns is how many columns there are, shown or not.
func (c Coverage) TotalColumns() int32 { return int32(c.counted.TotalColumns) }

func numbers(list []int) []int32 {
	out := make([]int32, len(list))
	for i, n := range list {
		out[i] = int32(n)
	}
	return out
}
