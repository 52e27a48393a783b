package record

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/wasl-graph/wasl/graph"
)

// tokenEntry is a token in the tokens bucket, under its id. Nothing else in the record says what it should be, so it has a
// checksum of its own.
type tokenEntry struct {
	Name    string    `json:"name"`
	Role    string    `json:"role"`
	Hash    []byte    `json:"hash"`
	Created time.Time `json:"created"`
	Revoked time.Time `json:"revoked,omitzero"`
	Sum     []byte    `json:"sum"`
}

// Tokens reads what is kept of all tokens, the revoked ones too, in the order of their ids. An entry that can't be read is a
// [DamageError].
func (s *Store) Tokens() (list []graph.Token, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.unusable != nil {
		return nil, s.unusable
	}
	err = s.eachToken(func(t graph.Token, err error) error {
		list = append(list, t)
		return err
	})
	if err != nil {
		return nil, err
	}
	return list, nil
}

// PutToken records a new token, or puts it in the place of the one with the same id. Tokens are no part of the graph: this makes
// no revision, and the change log says nothing of it. When it returns without an error the token is on disk.
func (s *Store) PutToken(t graph.Token) error {
	if err := t.Check(); err != nil {
		return err
	}
	value, err := encodeToken(t)
	if err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.unusable != nil {
		return s.unusable
	}
	err = s.transaction(func(tx engineTx) error { return tx.put(bucketTokens, []byte(t.ID), value) })
	if err != nil {
		return fmt.Errorf("token %s is not recorded: %w", t.ID, err)
	}
	return nil
}

// checkTokens says which entries can't be read.
func (s *Store) checkTokens() (problems []error, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.unusable != nil {
		return nil, s.unusable
	}
	err = s.eachToken(func(_ graph.Token, err error) error {
		if err != nil {
			problems = append(problems, err)
		}
		return nil
	})
	return problems, err
}

// eachToken visits every entry of the bucket, until visit returns an error. The store is locked already.
func (s *Store) eachToken(visit func(graph.Token, error) error) error {
	return guarded(func() error {
		tx, err := s.engine.begin(false)
		if err != nil {
			return err
		}
		defer tx.rollback()
		for key, value := range tx.scan(bucketTokens, nil) {
			t, err := decodeToken(key, value)
			if err != nil {
				err = &DamageError{fmt.Sprintf("token %q: %v", key, err)}
			}
			if err := visit(t, err); err != nil {
				return err
			}
		}
		return nil
	})
}

func encodeToken(t graph.Token) ([]byte, error) {
	e := tokenEntry{Name: t.Name, Role: t.Role.String(), Hash: t.Hash[:], Created: t.Created.UTC(), Revoked: t.Revoked.UTC()}
	sum, err := e.checksum([]byte(t.ID))
	if err != nil {
		return nil, err
	}
	e.Sum = sum
	return json.Marshal(e)
}

func decodeToken(key, value []byte) (graph.Token, error) {
	var e tokenEntry
	if err := json.Unmarshal(value, &e); err != nil {
		return graph.Token{}, err
	}
	sum, err := e.checksum(key)
	if err != nil {
		return graph.Token{}, err
	}
	if !bytes.Equal(sum, e.Sum) || len(e.Hash) != sha256.Size {
		return graph.Token{}, errors.New("it is not what it was when it was recorded")
	}
	role, err := graph.ParseRole(e.Role)
	if err != nil {
		return graph.Token{}, err
	}
	t := graph.Token{
		ID: string(key), Name: e.Name, Role: role, Hash: [sha256.Size]byte(e.Hash), Created: e.Created, Revoked: e.Revoked,
	}
	return t, t.Check()
}

// checksum is over everything that the entry says, and what it is filed under.
func (e tokenEntry) checksum(key []byte) ([]byte, error) {
	e.Sum = nil
	text, err := json.Marshal(e)
	if err != nil {
		return nil, err
	}
	h := sha256.New()
	h.Write(text) // one JSON value, which says itself where it ends
	h.Write(key)
	return h.Sum(nil)[:8], nil
}
