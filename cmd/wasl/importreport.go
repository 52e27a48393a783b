package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/ingest"
)

// importReport is what import says at its end, as JSON with --json.
type importReport struct {
	DryRun   bool                `json:"dryRun"`
	Revision string              `json:"revision"` // that the graph is at now
	Files    []ingest.FileReport `json:"files"`

	code int
}

// add takes in what became of a file.
func (r *importReport) add(result ingest.Result, err error) {
	r.Files = append(r.Files, ingest.ReportOf(result, err))
}

// print writes the report.
func (r *importReport) print(out io.Writer, t *target, asJSON bool) error {
	r.Revision = t.store.Revision().String()
	if asJSON {
		return printJSON(out, r)
	}
	var b strings.Builder
	for _, f := range r.Files {
		describe(&b, f)
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

func describe(b *strings.Builder, f ingest.FileReport) {
	if !f.Imported {
		fmt.Fprintf(b, "%s: not imported\n", f.File)
		return
	}
	fmt.Fprintf(b, "%s: %d records in the format %s, %sknown as %s\n", f.File, f.Records, f.Format, readAs(f), f.Source)
	for _, kind := range graph.Kinds() {
		if c := f.Counts[kind.String()]; c != nil && *c != (ingest.Counts{}) {
			fmt.Fprintf(b, "  %s: %s\n", plurals[kind], describeCounts(*c))
		}
	}
	listFaults(b, "left out", f.Rejected, len(f.Rejected))
	listFaults(b, "not understood", f.NotUnderstood, f.NotUnderstoodCount)
	if f.Withheld > 0 {
		fmt.Fprintf(b, "  withheld: %d statements that curators took back\n", f.Withheld)
	}
	if f.Candidates > 0 || f.UnknownTags > 0 {
		fmt.Fprintf(b, "  to decide: %d names that may be others', %d unknown tags (--review FILE lists them)\n", f.Candidates, f.UnknownTags)
	}
}

// readAs names the encoding where it was guessed, or had to be told: a wrong one makes words that nobody wrote.
func readAs(f ingest.FileReport) string {
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

func listFaults(b *strings.Builder, what string, list []ingest.FaultReport, all int) {
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
