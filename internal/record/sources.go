package record

import (
	"encoding/json"
	"fmt"

	"github.com/wasl-graph/wasl/graph"
)

func writeSource(tx engineTx, src graph.Source) error {
	value, err := json.Marshal(src)
	if err != nil {
		return err
	}
	return tx.put(bucketSources, []byte(src.ID), value)
}

// sources reads all sources, in the order of their ids.
func (s *Store) sources() ([]graph.Source, error) {
	tx, err := s.engine.begin(false)
	if err != nil {
		return nil, err
	}
	defer tx.rollback()
	var list []graph.Source
	for key, value := range tx.scan(bucketSources, nil) {
		var src graph.Source
		if err := json.Unmarshal(value, &src); err != nil {
			return nil, &DamageError{fmt.Sprintf("source %s: %v", key, err)}
		}
		list = append(list, src)
	}
	return list, nil
}
