package ingest

import "github.com/wasl-graph/wasl/internal/ingest/fault"

// Fault is one thing that is wrong with an input, and where.
type Fault = fault.Fault

// Faults is the error for an input with at least one fault. They are in the order of files and lines.
type Faults = fault.Faults
