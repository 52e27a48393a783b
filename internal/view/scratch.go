package view

import "sync"

// scratch lends out arrays of counters, so that counting over a whole graph does not allocate one each time. All counters
// of a borrowed array are 0, and have to be 0 again when it is given back.
var scratch = sync.Pool{New: func() any { return new([]uint32) }}

// borrow lends an array of so many counters. The pointer goes back to [giveBack].
func borrow(size int) (*[]uint32, []uint32) {
	p := scratch.Get().(*[]uint32)
	if cap(*p) < size {
		*p = make([]uint32, size)
	}
	return p, (*p)[:size]
}

// giveBack takes back an array whose counters are 0.
func giveBack(p *[]uint32) { scratch.Put(p) }
