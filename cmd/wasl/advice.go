package main

import (
	"errors"
	"fmt"
	"syscall"

	"github.com/wasl-graph/wasl/internal/record"
)

// advised adds to an error about a data folder, or about the disk beneath, what can be done.
func advised(err error) error {
	damaged := new(record.DamageError)
	switch {
	case errors.As(err, &damaged):
		return fmt.Errorf("%w; restore the newest backup into a new folder with wasl restore; wasl check says what else is damaged", err)
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT):
		return fmt.Errorf("%w; make room on the disk and repeat the command: what was acknowledged is kept", err)
	case errors.Is(err, record.ErrForeign):
		return fmt.Errorf("%w; name another folder with --data, or restore a backup into a new one with wasl restore", err)
	}
	return err
}
