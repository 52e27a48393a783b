package ingest

import (
	"crypto/sha256"
	"encoding/hex"
	"path/filepath"
	"strings"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/ingest/resolve"
)

// SourceOf is the source by which a document is known: its file's name without the folder, or whatever name it is given.
// Compressed and not, it is the same document.
func SourceOf(name string) graph.SourceID {
	base := filepath.Base(name)
	base = strings.TrimSuffix(base, ".gz")
	if id, err := graph.ParseSourceID(sourcePrefix + strings.TrimPrefix(base, sourcePrefix)); err == nil {
		return id
	}
	sum := sha256.Sum256([]byte(base)) // names that an id can't spell must not become one
	return graph.SourceID(sourcePrefix + resolve.Slug(base) + "-" + hex.EncodeToString(sum[:4]))
}
