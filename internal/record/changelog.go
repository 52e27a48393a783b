package record

import (
	"encoding/binary"
	"encoding/json"
	"fmt"
	"time"

	"github.com/wasl-graph/wasl/graph"
)

// logEntry is a change in the changes bucket. What it asserted is not repeated: the quads carry its number.
type logEntry struct {
	Digest    [8]byte      `json:"digest"`
	Author    string       `json:"author"`
	Reason    string       `json:"reason"`
	Time      time.Time    `json:"time"`
	Curated   bool         `json:"curated,omitempty"` // logs of earlier versions don't say it
	Added     int          `json:"added"`
	Retracted []packedQuad `json:"retracted,omitempty"`
	// Sources are those that the change brought, as they were then: the sources bucket has the latest of each.
	Sources []graph.Source `json:"sources,omitempty"`
	Texts   []textDigest   `json:"texts,omitempty"`
}

func newLogEntry(a graph.Applied) (logEntry, error) {
	retracted, err := pack(a.Retracted)
	e := logEntry{
		Digest: a.Revision.Digest, Author: a.Author, Reason: a.Reason, Time: a.Time, Curated: a.Curated, Added: a.Added,
		Retracted: retracted, Sources: a.Sources,
	}
	for _, d := range a.Documents {
		e.Texts = append(e.Texts, digestText(d))
	}
	return e, err
}

// recorded is the entry of the change with a number in the domain's form.
func (e logEntry) recorded(number uint32) (graph.Recorded, error) {
	retracted, err := unpack(e.Retracted)
	return graph.Recorded{
		Revision: graph.Revision{Number: number, Digest: e.Digest},
		Author:   e.Author, Reason: e.Reason, Time: e.Time, Curated: e.Curated, Added: e.Added, Retracted: retracted,
	}, err
}

func changeKey(number uint32) []byte { return binary.BigEndian.AppendUint32(nil, number) }

func writeEntry(tx engineTx, number uint32, e logEntry) error {
	value, err := json.Marshal(e)
	if err != nil {
		return err
	}
	return tx.put(bucketChanges, changeKey(number), value)
}

// changes reads the whole change log, the oldest first.
func (s *Store) changes() ([]graph.Recorded, error) {
	tx, err := s.engine.begin(false)
	if err != nil {
		return nil, err
	}
	defer tx.rollback()
	var list []graph.Recorded
	for key, value := range tx.scan(bucketChanges, nil) {
		number, e, err := readEntry(key, value)
		if err != nil {
			return nil, err
		}
		r, err := e.recorded(number)
		if err != nil {
			return nil, &DamageError{fmt.Sprintf("change %d: %v", number, err)}
		}
		list = append(list, r)
	}
	return list, nil
}

func readEntry(key, value []byte) (number uint32, e logEntry, err error) {
	if len(key) != 4 {
		return 0, e, &DamageError{fmt.Sprintf("the change log has a key of %d bytes", len(key))}
	}
	number = binary.BigEndian.Uint32(key)
	if err := json.Unmarshal(value, &e); err != nil {
		return 0, e, &DamageError{fmt.Sprintf("change %d: %v", number, err)}
	}
	return number, e, nil
}
