package ingest

import (
	"errors"
	"io"
	"io/fs"
	"path"
	"time"

	"github.com/wasl-graph/wasl/graph"
)

// seedAuthor stands in the history for the program that read the seeds.
const seedAuthor = "wasl"

// folders says in which folder the files of each kind stand.
var folders = map[graph.Kind]string{
	graph.KindReport:       "reports",
	graph.KindPerson:       "people",
	graph.KindOrganisation: "organisations",
	graph.KindProject:      "projects",
	graph.KindCountry:      "countries",
	graph.KindRegion:       "regions",
	graph.KindTheme:        "themes",
	graph.KindEvent:        "events",
}

// Where the files of sources stand, and what all files end in.
const (
	sourcesFolder = "sources"
	sourcePrefix  = "source:"
	extension     = ".yaml"
)

// seedGraph is what the files hold, before it is held against itself.
type seedGraph struct {
	sources []graph.Source
	// asserted are the facts of all files, with the place of each.
	asserted []located
	files    map[string]string // id to the file that it stands in
	labelled map[graph.ID]bool // what has a label, right or wrong
	faults   Faults
}

// located is an assertion and where it was written.
type located struct {
	graph.Assertion
	file string
	line int
}

// ReadSeeds reads all seed files and returns the change that fills an empty graph with them, recorded at the given time.
// When anything is wrong the error is a [Faults] with every fault, and there is no change. Go files are passed over: they
// are what embeds the others.
func ReadSeeds(files fs.FS, at time.Time) (graph.Change, error) {
	g := seedGraph{files: map[string]string{}, labelled: map[graph.ID]bool{}}
	err := fs.WalkDir(files, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || path.Ext(name) == ".go" {
			return err
		}
		return g.read(files, name, at)
	})
	if err != nil {
		return graph.Change{}, err
	}
	g.lint()
	if err := g.faults.OrNil(); err != nil {
		return graph.Change{}, err
	}
	change := graph.Change{Author: seedAuthor, Reason: "the seed graph", Time: at, Sources: g.sources}
	for _, a := range g.asserted {
		change.Assert = append(change.Assert, a.Assertion)
	}
	return change, nil
}

// read reads one file. The error is one of the file system; what is wrong in the file becomes a fault.
func (g *seedGraph) read(files fs.FS, name string, at time.Time) error {
	r := seedReader{graph: g, file: name, at: at}
	if path.Ext(name) != extension {
		r.fault(0, "expected a file of YAML, whose name ends in %s", extension)
		return nil
	}
	data, err := readFile(files, name)
	if err != nil {
		return err
	}
	root := r.parse(data)
	switch {
	case root == nil:
		r.unread()
	case path.Dir(name) == sourcesFolder:
		r.sourceFile(root)
	default:
		r.entity(root)
	}
	return nil
}

// readFile reads a file, and no more of it than shows that it is too large.
func readFile(files fs.FS, name string) ([]byte, error) {
	f, err := files.Open(name)
	if err != nil {
		return nil, err
	}
	data, err := io.ReadAll(io.LimitReader(f, maxFile+1))
	return data, errors.Join(err, f.Close())
}

// unread takes a file that can't be read for what its name says: that others refer to it is not their fault.
func (r *seedReader) unread() {
	if path.Dir(r.file) == sourcesFolder {
		r.claimed(sourcePrefix + stem(r.file))
		return
	}
	id := idOfFile(r.file)
	r.claimed(string(id))
	r.graph.labelled[id] = true
}
