package main

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/ingest"
	"github.com/wasl-graph/wasl/internal/ingest/resolve"
)

// importReport is what import says at its end, as JSON with --json.
type importReport struct {
	DryRun   bool         `json:"dryRun"`
	Revision string       `json:"revision"` // that the graph is at now
	Files    []fileReport `json:"files"`

	code int
}

type fileReport struct {
	File               string                    `json:"file"`
	Source             graph.SourceID            `json:"source,omitempty"`
	Format             string                    `json:"format,omitempty"`
	Encoding           string                    `json:"encoding,omitempty"`
	Imported           bool                      `json:"imported"`
	Records            int                       `json:"records"`
	Counts             map[string]*ingest.Counts `json:"counts"`
	Faults             []faultReport             `json:"faults"`   // why nothing of the file was imported
	Rejected           []faultReport             `json:"rejected"` // records that were left out
	NotUnderstood      []faultReport             `json:"notUnderstood"`
	NotUnderstoodCount int                       `json:"notUnderstoodCount"`
	Resolved           map[resolve.How]int       `json:"resolved"`
	Resolutions        []resolutionReport        `json:"resolutions"`
	Candidates         int                       `json:"candidates"`
	UnknownTags        int                       `json:"unknownTags"`
}

type faultReport struct {
	File string `json:"file"`
	Line int    `json:"line"`
	What string `json:"what"`
}

// resolutionReport says which entity a printed name was found to mean.
type resolutionReport struct {
	Kind        string           `json:"kind"`
	Printed     string           `json:"printed"`
	Affiliation string           `json:"affiliation,omitempty"`
	Line        int              `json:"line"`
	ID          graph.ID         `json:"id"`
	How         resolve.How      `json:"how"`
	Reasons     []resolve.Reason `json:"reasons,omitempty"`
}

// add takes in what became of a file.
func (r *importReport) add(result ingest.Result, err error) {
	f := fileReport{
		File: result.File, Source: result.Source, Format: result.Format, Encoding: result.Encoding, Imported: err == nil, Records: result.Records,
		Counts: map[string]*ingest.Counts{}, Faults: []faultReport{}, Rejected: faultReports(result.Rejected),
		NotUnderstood: faultReports(result.Notices), NotUnderstoodCount: result.NoticeCount, Resolved: result.Resolved,
		Resolutions: []resolutionReport{}, Candidates: result.Candidates, UnknownTags: result.UnknownTags,
	}
	for _, kind := range graph.Kinds() {
		if c := result.Kinds[kind]; c != nil {
			f.Counts[kind.String()] = c
		}
	}
	for _, n := range result.Resolutions {
		f.Resolutions = append(f.Resolutions, resolutionReport{n.Kind.String(), n.Printed, n.Affiliation, n.Line, n.ID, n.How, n.Reasons})
	}
	if faults := ingest.Faults(nil); errors.As(err, &faults) {
		f.Faults = faultReports(faults)
	} else if err != nil {
		f.Faults = []faultReport{{File: result.File, What: err.Error()}}
	}
	r.Files = append(r.Files, f)
}

func faultReports(faults ingest.Faults) []faultReport {
	list := make([]faultReport, len(faults))
	for i, f := range faults {
		list[i] = faultReport{f.File, f.Line, f.What}
	}
	return list
}

// print writes the report.
func (r *importReport) print(out io.Writer, t *target, asJSON bool) error {
	r.Revision = t.store.Revision().String()
	if asJSON {
		return printJSON(out, r)
	}
	var b strings.Builder
	for _, f := range r.Files {
		f.describe(&b)
	}
	end := ""
	if r.DryRun {
		end = " (a dry run: nothing was changed)"
	}
	fmt.Fprintf(&b, "revision %s%s\n", r.Revision, end)
	_, err := io.WriteString(out, b.String())
	return err
}

// maxListed is how many lines of one sort are printed for people. With --json there are more.
const maxListed = 50

func (f fileReport) describe(b *strings.Builder) {
	if !f.Imported {
		fmt.Fprintf(b, "%s: not imported\n", f.File)
		return
	}
	fmt.Fprintf(b, "%s: %d records in the format %s, %sknown as %s\n", f.File, f.Records, f.Format, f.readAs(), f.Source)
	for _, kind := range graph.Kinds() {
		if c := f.Counts[kind.String()]; c != nil && *c != (ingest.Counts{}) {
			fmt.Fprintf(b, "  %s: %s\n", plurals[kind], describeCounts(*c))
		}
	}
	listFaults(b, "left out", f.Rejected, len(f.Rejected))
	listFaults(b, "not understood", f.NotUnderstood, f.NotUnderstoodCount)
	if f.Candidates > 0 || f.UnknownTags > 0 {
		fmt.Fprintf(b, "  to decide: %d names that may be others', %d unknown tags (--review FILE lists them)\n", f.Candidates, f.UnknownTags)
	}
}

// readAs names the encoding where it was guessed, or had to be told: a wrong one makes words that nobody wrote.
func (f fileReport) readAs() string {
	if f.Encoding == "UTF-8" {
		return ""
	}
	return "read as " + f.Encoding + ", "
}

func describeCounts(c ingest.Counts) string {
	text := fmt.Sprintf("%d new, %d changed, %d known, %d rejected", c.New, c.Changed, c.Known, c.Rejected)
	if c.Gone > 0 {
		text += fmt.Sprintf(", %d gone", c.Gone)
	}
	return text
}

func listFaults(b *strings.Builder, what string, list []faultReport, all int) {
	if all == 0 {
		return
	}
	fmt.Fprintf(b, "  %s: %d\n", what, all)
	for _, f := range list[:min(len(list), maxListed)] {
		fmt.Fprintf(b, "    %s\n", ingest.Fault{File: f.File, Line: f.Line, What: f.What})
	}
	if all > maxListed {
		fmt.Fprintf(b, "    … and %d more (--json lists them)\n", all-maxListed)
	}
}
