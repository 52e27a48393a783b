package ingest

import (
	"context"
	"errors"
	"io"
	"iter"
	"maps"
	"time"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/ingest/document"
	"github.com/wasl-graph/wasl/internal/ingest/fault"
	"github.com/wasl-graph/wasl/internal/ingest/read"
	"github.com/wasl-graph/wasl/internal/ingest/resolve"
	"github.com/wasl-graph/wasl/internal/ingest/understand"
)

// Graph is what a document is imported into, as it is before. A view of package view is one.
type Graph interface {
	resolve.Graph
	// Assertions yields everything that the graph holds as it is read, in any order: what was recorded of an entity that was
	// merged is said of the one that answers for it.
	Assertions() iter.Seq[graph.Assertion]
	// Source returns the source with the id, and whether there is one.
	Source(graph.SourceID) (graph.Source, bool)
	// Curation is what curators have decided about what a source says.
	Curation(graph.SourceID) graph.Curation
}

// Options say how a document is imported. The zero value will do for a file.
type Options struct {
	// Source names the document; empty for its file's name. See [SourceOf].
	Source string
	// Title is what readers see as the source of a fact; empty for the file's name.
	Title graph.Text
	// Publisher is the id or the name of the organisation that publishes all reports which name no publisher.
	Publisher string
	// Format and Encoding are found out when they are empty.
	Format   read.Format
	Encoding string
	// MaxBytes is the most that the document may measure; 0 for [document.DefaultMaxBytes].
	MaxBytes int64
	// SkipRejected imports the other records where some can't be read. Without it, the document is refused.
	SkipRejected bool
	// Decisions are what a person decided about names and tags; nil for nothing.
	Decisions *Decisions
	// Quote is a piece of a text that is kept, by the digest of its document. With it, words that curators quoted are looked for in a
	// corrected text; nil gives up their places. It is called while the change is being applied.
	Quote func(sha256 string, place graph.Place) (words string, kept bool, err error)
	// Author and Time stand in the graph's history; "wasl" and now when they are empty.
	Author string
	Time   time.Time
	// Progress is told how many bytes of the text are done, of how many; nil for nobody.
	Progress func(done, all int)
	// Review is handed what somebody should look at, as it is found; nil for nobody. Its error ends the import.
	Review func(ReviewEntry) error
}

// Import is one document on its way into a graph. It is made by [Open], used once, and not shared between goroutines.
type Import struct {
	options  Options
	document *document.Document
	format   read.Format
	source   graph.Source
	result   Result
	resolver *resolve.Resolver
	curators curators
	before   statedBefore
	seen     seen
	tags     map[string]bool // unknown ones that were reported
}

// Open reads a document to its end and tells its format. Name is its file's name. What is wrong with it is a [Faults].
func Open(ctx context.Context, name string, r io.Reader, o Options) (*Import, error) {
	doc, err := document.Open(ctx, name, r, document.Options{MaxBytes: o.MaxBytes, Encoding: o.Encoding})
	if err != nil {
		return nil, asFaults(err)
	}
	if o.Format == "" {
		if o.Format, err = read.Detect(doc); err != nil {
			return nil, asFaults(err)
		}
	}
	if o.Source == "" {
		o.Source = name
	}
	if o.Title.Value == "" {
		o.Title = graph.Text{Value: name, Language: graph.Undetermined, Standing: graph.Attested}
	}
	if o.Author == "" {
		o.Author = seedAuthor
	}
	if o.Time.IsZero() {
		o.Time = time.Now()
	}
	i := &Import{options: o, document: doc, format: o.Format, tags: map[string]bool{}}
	i.source = graph.Source{
		ID: SourceOf(o.Source), Title: o.Title, Format: o.Format.MediaType(), SHA256: doc.SHA256, Imported: o.Time,
	}
	i.result = Result{File: name, Source: i.source.ID, Format: string(o.Format), Encoding: doc.Encoding, Resolved: map[resolve.How]int{}}
	return i, i.source.Check()
}

// asFaults makes a list of a single fault; other errors stay as they are.
func asFaults(err error) error {
	if f, is := errors.AsType[fault.Fault](err); is {
		return Faults{f}
	}
	return err
}

// Change is what the document changes in the graph, as a stream: it is read while the change is applied, and never held as a
// whole. The graph must stay as it is until then. When a record can't be read, or the document can't be read on, the stream
// ends with a [Faults] that has all of them, and nothing must be kept of it.
func (i *Import) Change(ctx context.Context, g Graph) (graph.BulkChange, error) {
	if known, found := g.Source(i.source.ID); found && known.Format == graph.ReferenceFormat {
		return graph.BulkChange{}, graph.NewError(graph.BadInput, "import.reference",
			"{source} is a work that is only referred to, not a document; name another source", graph.Params{"source": string(known.ID)})
	}
	if err := i.options.Decisions.check(g); err != nil {
		return graph.BulkChange{}, err
	}
	curation := g.Curation(i.source.ID)
	i.resolver = resolve.New(g, resolve.Options{
		Document: i.document, Source: i.source.ID, Publisher: i.options.Publisher, Decisions: i.options.Decisions.resolving(),
		Curation: curation,
	})
	if id, err := graph.ParseID(i.options.Publisher); err == nil && (!i.resolver.Known(id) || !graph.Publisher.Object(id.Kind())) {
		return graph.BulkChange{}, graph.Invalid("publisher", i.options.Publisher, graph.ExpectOrganisation)
	}
	i.curators = newCurators(curation, maps.Collect(g.Redirects()))
	i.before = statedIn(g, i.source, &i.curators)
	i.seen = seen{}
	vocabulary := understand.NewVocabulary(others(g, i.source.ID))
	return graph.BulkChange{
		Author: i.options.Author, Reason: "import of " + i.document.Name, Time: i.options.Time,
		Sources:   []graph.Source{i.source},
		Documents: []graph.Document{{SHA256: i.document.SHA256, Text: i.document.Text}},
		Assert:    i.assert(ctx, g, vocabulary),
		Retract:   i.retract(g),
	}, nil
}

// Try does everything but change the graph: it leaves behind what the result would be.
func (i *Import) Try(ctx context.Context, g Graph) error {
	c, err := i.Change(ctx, g)
	if err != nil {
		return err
	}
	for _, err := range c.Assert {
		if err != nil {
			return err
		}
	}
	for range c.Retract {
		if err := ctx.Err(); err != nil {
			return err
		}
	}
	return nil
}

// others is what everybody but the source says.
func others(g Graph, source graph.SourceID) iter.Seq[graph.Assertion] {
	return func(yield func(graph.Assertion) bool) {
		for a := range g.Assertions() {
			if a.Evidence.Source != source && !yield(a) {
				return
			}
		}
	}
}
