package record

import (
	"encoding/json"
	"fmt"

	"github.com/wasl-graph/wasl/graph"
)

// formatVersion is the version of what the buckets hold. An older record is upgraded when it is opened, a newer one is not
// opened. Whoever changes the format adds a row to upgradeSteps and a record of the version before to testdata.
const formatVersion = 2

// meta is the one entry of the meta bucket.
type meta struct {
	Format int     `json:"format"`
	Number uint32  `json:"number"`
	Digest [8]byte `json:"digest"`
}

var metaKey = []byte("wasl")

// revision is the revision that the entry names.
func (m meta) revision() graph.Revision { return graph.Revision{Number: m.Number, Digest: m.Digest} }

// metaIn reads the entry in a transaction. A record without one is new, and its meta is empty.
func metaIn(tx engineTx) (m meta, err error) {
	value := tx.get(bucketMeta, metaKey)
	if value == nil {
		return m, nil
	}
	if err := json.Unmarshal(value, &m); err != nil {
		return m, &DamageError{fmt.Sprintf("the entry of the meta bucket: %v", err)}
	}
	return m, checkFormat(m.Format)
}

// checkFormat refuses the format version of a record or a journal that can't be brought to this program's.
func checkFormat(found int) error {
	switch {
	case found < 1:
		return &DamageError{fmt.Sprintf("it names a format version %d, which never was", found)}
	case found > formatVersion:
		return &FormatError{Found: found}
	}
	return nil
}

// readMeta reads the revision. A record without an entry is new and gets one at its first change.
func (s *Store) readMeta() error {
	tx, err := s.engine.begin(false)
	if err != nil {
		return err
	}
	defer tx.rollback()
	m, err := metaIn(tx)
	if err != nil {
		return err
	}
	s.revision = m.revision()
	return nil
}

func writeMeta(tx engineTx, r graph.Revision) error {
	value, err := json.Marshal(meta{Format: formatVersion, Number: r.Number, Digest: r.Digest})
	if err != nil {
		return err
	}
	return tx.put(bucketMeta, metaKey, value)
}
