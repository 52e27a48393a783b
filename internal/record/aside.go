package record

import (
	"context"
	"errors"
	"fmt"
	"os"
)

// Aside hands a copy of the record over, as it is at its revision, to whoever looks at it for long: changes are recorded
// meanwhile, and wait at most until the copy is made. Visit must not keep the copy. What is written to it is lost.
//
// The copy takes as much space in the data folder as the record itself, as that of [Store.Backup] does. It returns the error
// of visit, [ErrNoFile] for a record in memory, a [DamageError] when the record can't be read, or an error of the file system.
func (s *Store) Aside(ctx context.Context, visit func(*Store) error) (err error) {
	file, _, err := s.copyAside(ctx)
	if err != nil {
		return fmt.Errorf("copying the record: %w", err)
	}
	defer func() { err = errors.Join(err, file.close()) }()
	var aside *Store
	err = guarded(func() error {
		e, err := openBoltFile(file.Name(), func(string, int, os.FileMode) (*os.File, error) { return file.File, nil })
		if err != nil {
			return plain(err)
		}
		if aside, err = open(e, ""); err != nil {
			return errors.Join(plain(err), e.close())
		}
		return nil
	})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, aside.Close()) }()
	return visit(aside)
}
