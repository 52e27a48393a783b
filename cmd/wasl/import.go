package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/ingest"
	"github.com/wasl-graph/wasl/internal/ingest/document"
	"github.com/wasl-graph/wasl/internal/ingest/read"
)

// importFlags are the flags of import.
type importFlags struct {
	data, review, decisions    string
	source, format, encoding   string
	publisher                  string
	dryRun, keepGoing          bool
	skipRejected, noSeedReport bool
	json                       bool
}

func newImport() *cobra.Command {
	var flags importFlags
	cmd := &cobra.Command{
		Use:   "import FILE|-…",
		Short: "Read documents into a data folder",
		Long: "Import reads publications out of documents and adds what they say to the graph, each fact with the words it rests on.\n" +
			"The format is told by the content: " + formatList() + ". A file may be compressed with gzip; - is the\n" +
			"standard input and needs --source.\n\n" +
			"A document is known by its file's name, or by --source. Imported again it changes nothing; a corrected one replaces what it\n" +
			"said before, and what others say stays. A file is imported as a whole or not at all, whenever the process is ended.\n\n" +
			"Names that are not certain to be somebody's who is known become new entries. --review writes what they may be the same as,\n" +
			"and tags that are no theme's name, one JSON object a line; fill in \"decision\" (same, different; theme with \"theme\", ignore)\n" +
			"and import again with --decisions.\n\n" +
			"It exits with 3 when a document has faults. Nothing of it is imported then, unless --skip-rejected leaves out the records\n" +
			"that can't be read.",
		RunE: func(cmd *cobra.Command, args []string) error {
			return importFiles(cmd, flags, args)
		},
	}
	f := cmd.Flags()
	f.BoolVar(&flags.dryRun, "dry-run", false, "say what would change, and change nothing")
	f.StringVar(&flags.review, "review", "", "write what somebody should look at to a `file`")
	f.StringVar(&flags.decisions, "decisions", "", "follow the decisions in an edited review `file`")
	f.StringVar(&flags.source, "source", "", "the `name` by which the document is known, instead of its file's")
	f.StringVar(&flags.format, "format", "", "the document's `format`, instead of finding it out")
	f.StringVar(&flags.encoding, "encoding", "", "the document's `encoding`, such as windows-1256, instead of finding it out")
	f.StringVar(&flags.publisher, "publisher", "", "the `organisation` (name or id) that publishes what names no publisher")
	f.BoolVar(&flags.keepGoing, "keep-going", false, "go on with the next file when one has faults")
	f.BoolVar(&flags.skipRejected, "skip-rejected", false, "leave out records that can't be read, instead of refusing the file")
	f.BoolVar(&flags.noSeedReport, "no-seed-reports", false, "fill a new folder with countries, regions, themes, organisations and projects only")
	f.BoolVar(&flags.json, "json", false, "print the result as JSON")
	dataFlag(cmd, &flags.data)
	return cmd
}

func formatList() string {
	var list []string
	for _, f := range read.Formats() {
		list = append(list, string(f))
	}
	return strings.Join(list, ", ")
}

// checkImport refuses a command line that can't be meant.
func checkImport(flags importFlags, files []string) error {
	usage := func(format string, args ...any) error { return &codeError{exitUsage, fmt.Errorf(format, args...)} }
	switch {
	case len(files) == 0:
		return usage("expected at least one file, or - for the standard input")
	case flags.source != "" && len(files) > 1:
		return usage("--source names one document; expected one file")
	case flags.source == "" && slices.Contains(files, "-"):
		return usage("the standard input has no name; give it one with --source")
	case flags.review != "" && flags.review == flags.decisions:
		return usage("--review would write over the decisions in %s; name another file", flags.review)
	}
	if flags.format != "" {
		if _, err := read.ParseFormat(flags.format); err != nil {
			return usage("--format: %w", err)
		}
	}
	known := func(name string) bool { return strings.EqualFold(name, flags.encoding) }
	if flags.encoding != "" && !slices.ContainsFunc(document.Encodings(), known) {
		return usage("--encoding: %q is not known; expected one of %s", flags.encoding, strings.Join(document.Encodings(), ", "))
	}
	sources := map[graph.SourceID]string{}
	for _, file := range files {
		id := ingest.SourceOf(file)
		if other, twice := sources[id]; twice {
			return usage("%s and %s have one name, and would replace each other; import them one by one with --source", other, file)
		}
		sources[id] = file
	}
	return nil
}

// importFiles imports one file after the other.
func importFiles(cmd *cobra.Command, flags importFlags, files []string) (err error) {
	if err := checkImport(flags, files); err != nil {
		return err
	}
	decisions, err := readDecisions(flags.decisions)
	if err != nil {
		return err
	}
	review, err := newReviewFile(flags.review)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, review.close(err)) }()
	ctx := cmd.Context()
	log := newLog(cmd.ErrOrStderr(), false)
	t, err := openTarget(ctx, flags, log)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, t.store.Close()) }()
	job := importJob{flags: flags, target: t, decisions: decisions, review: review, in: cmd.InOrStdin(), errOut: cmd.ErrOrStderr(), log: log}
	report := importReport{DryRun: flags.dryRun}
	for _, file := range files {
		result, err := job.file(ctx, file)
		report.add(result, err)
		if err == nil {
			continue
		}
		if ctx.Err() != nil || !flags.keepGoing {
			return errors.Join(report.print(cmd.OutOrStdout(), t, flags.json), err)
		}
		fmt.Fprintln(cmd.ErrOrStderr(), "wasl:", err)
		report.code = max(report.code, codeOf(err))
	}
	if err := report.print(cmd.OutOrStdout(), t, flags.json); err != nil || report.code == 0 {
		return err
	}
	return &codeError{code: report.code} // each file's faults are told already
}

// importJob is what all files are imported with.
type importJob struct {
	flags     importFlags
	target    *target
	decisions *ingest.Decisions
	review    *reviewFile
	in        io.Reader
	errOut    io.Writer
	log       logger
}

// file imports one file, or tries to.
func (j importJob) file(ctx context.Context, name string) (ingest.Result, error) {
	in, err := j.open(name)
	if err != nil {
		return ingest.Result{File: name}, err
	}
	defer in.Close()
	if name == "-" {
		name = j.flags.source
	}
	progress := newProgress(j.errOut, j.log, name)
	defer progress.done()
	document, err := ingest.Open(ctx, baseName(name), in, ingest.Options{
		Source: j.flags.source, Publisher: j.flags.publisher, Format: read.Format(strings.ToLower(j.flags.format)), Encoding: j.flags.encoding,
		SkipRejected: j.flags.skipRejected, Decisions: j.decisions, Review: j.review.write, Progress: progress.step,
		Quote: j.target.store.Quote,
	})
	if err != nil {
		return ingest.Result{File: name}, err
	}
	err = j.target.take(ctx, document, j.flags.dryRun)
	return document.Result(), err
}

func (j importJob) open(name string) (io.ReadCloser, error) {
	if name == "-" {
		return io.NopCloser(j.in), nil
	}
	return os.Open(name)
}

func readDecisions(name string) (*ingest.Decisions, error) {
	if name == "" {
		return nil, nil // no decisions
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return ingest.ReadDecisions(name, f)
}
