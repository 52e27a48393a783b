package record

import (
	"encoding/json"
	"fmt"

	"github.com/wasl-graph/wasl/graph"
)

// formatVersion is the version of what the buckets hold. A record of another version is not opened.
const formatVersion = 1

// meta is the one entry of the meta bucket.
type meta struct {
	Format int     `json:"format"`
	Number uint32  `json:"number"`
	Digest [8]byte `json:"digest"`
}

var metaKey = []byte("wasl")

// readMeta reads the revision. A record without an entry is new and gets one at its first change.
func (s *Store) readMeta() error {
	tx, err := s.engine.begin(false)
	if err != nil {
		return err
	}
	defer tx.rollback()
	value := tx.get(bucketMeta, metaKey)
	if value == nil {
		return nil
	}
	var m meta
	if err := json.Unmarshal(value, &m); err != nil {
		return &DamageError{fmt.Sprintf("the entry of the meta bucket: %v", err)}
	}
	if m.Format != formatVersion {
		return &FormatError{Found: m.Format}
	}
	s.revision = graph.Revision{Number: m.Number, Digest: m.Digest}
	return nil
}

func writeMeta(tx engineTx, r graph.Revision) error {
	value, err := json.Marshal(meta{Format: formatVersion, Number: r.Number, Digest: r.Digest})
	if err != nil {
		return err
	}
	return tx.put(bucketMeta, metaKey, value)
}
