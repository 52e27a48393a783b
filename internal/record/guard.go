package record

import (
	"fmt"
	"runtime/debug"
)

// guarded runs f. A damaged page makes bbolt or Cayley panic, or leads them beyond the end of the mapped file, which the
// system answers with a fault that would end the process: both become a [DamageError]. It only guards its own goroutine.
func guarded(f func() error) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if cause := recover(); cause != nil {
			err = &DamageError{fmt.Sprintf("%s can't be read: %v", graphName, cause)}
		}
	}()
	return f()
}
