// Package ingest turns what people write into changes of the graph.
//
// Today it reads the seeds: YAML files, one an entity, in the form that package seeds describes. The path is
//
//	fs.FS ─► ReadSeeds ─► one file each: YAML (seedyaml.go) ─► a source or an entity (seedfile.go) ─► facts (seedfact.go)
//	                  └─► all together: references, duplicates, labels, circles (lint.go) ─► graph.Change
//
// Nothing is loaded from seeds that have a fault. All faults are collected, each with its file, its line and what was expected
// there, so that whoever edits the files sees them at once.
package ingest
