package record

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
)

// holdOpen keeps a record open until its input ends.
func holdOpen(folder string) error {
	s, err := Open(context.Background(), folder)
	if err != nil {
		return err
	}
	fmt.Println("open")
	_, err = io.Copy(io.Discard, os.Stdin)
	return errors.Join(err, s.Close())
}

// openOnce opens a record and closes it.
func openOnce(folder string) error {
	s, err := Open(context.Background(), folder)
	if err != nil {
		return err
	}
	return s.Close()
}
