package ingest

import (
	"errors"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/ingest/resolve"
)

// FileReport says what became of a document, for whoever reads JSON.
type FileReport struct {
	File               string              `json:"file"`
	Source             graph.SourceID      `json:"source,omitempty"`
	Format             string              `json:"format,omitempty"`
	Encoding           string              `json:"encoding,omitempty"`
	Imported           bool                `json:"imported"`
	Records            int                 `json:"records"`
	Counts             map[string]*Counts  `json:"counts"`
	Faults             []FaultReport       `json:"faults"`   // why nothing of the file was imported
	Rejected           []FaultReport       `json:"rejected"` // records that were left out
	NotUnderstood      []FaultReport       `json:"notUnderstood"`
	NotUnderstoodCount int                 `json:"notUnderstoodCount"`
	Resolved           map[resolve.How]int `json:"resolved"`
	Resolutions        []ResolutionReport  `json:"resolutions"`
	Candidates         int                 `json:"candidates"`
	UnknownTags        int                 `json:"unknownTags"`
	Withheld           int                 `json:"withheld"` // statements that were left out, because curators took them back
}

// FaultReport is a [Fault] as JSON.
type FaultReport struct {
	File string `json:"file"`
	Line int    `json:"line"`
	What string `json:"what"`
}

// ResolutionReport says which entity a printed name was found to mean.
type ResolutionReport struct {
	Kind        string           `json:"kind"`
	Printed     string           `json:"printed"`
	Affiliation string           `json:"affiliation,omitempty"`
	Line        int              `json:"line"`
	ID          graph.ID         `json:"id"`
	How         resolve.How      `json:"how"`
	Reasons     []resolve.Reason `json:"reasons,omitempty"`
}

// ReportOf is what a result comes to, and the error with which the import ended, nil when all was well.
func ReportOf(result Result, err error) FileReport {
	f := FileReport{
		File: result.File, Source: result.Source, Format: result.Format, Encoding: result.Encoding, Imported: err == nil, Records: result.Records,
		Counts: map[string]*Counts{}, Faults: []FaultReport{}, Rejected: faultReports(result.Rejected),
		NotUnderstood: faultReports(result.Notices), NotUnderstoodCount: result.NoticeCount, Resolved: result.Resolved,
		Resolutions: []ResolutionReport{}, Candidates: result.Candidates, UnknownTags: result.UnknownTags,
		Withheld: result.Withheld,
	}
	for _, kind := range graph.Kinds() {
		if c := result.Kinds[kind]; c != nil {
			f.Counts[kind.String()] = c
		}
	}
	for _, n := range result.Resolutions {
		f.Resolutions = append(f.Resolutions, ResolutionReport{n.Kind.String(), n.Printed, n.Affiliation, n.Line, n.ID, n.How, n.Reasons})
	}
	if faults := Faults(nil); errors.As(err, &faults) {
		f.Faults = faultReports(faults)
	} else if err != nil {
		f.Faults = []FaultReport{{File: result.File, What: err.Error()}}
	}
	return f
}

func faultReports(faults Faults) []FaultReport {
	list := make([]FaultReport, len(faults))
	for i, f := range faults {
		list[i] = FaultReport{f.File, f.Line, f.What}
	}
	return list
}
