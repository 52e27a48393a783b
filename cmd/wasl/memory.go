package main

import (
	"math"
	"runtime"
	"runtime/debug"
)

// The memory that an import may take beside the graph itself before the garbage collector works harder.
const importMemory = 800 << 20

// boundMemory keeps an import from letting garbage pile up: what it holds is far less than what it makes. GOMEMLIMIT, when it
// is set, says otherwise.
func boundMemory() {
	if debug.SetMemoryLimit(-1) != math.MaxInt64 {
		return
	}
	var now runtime.MemStats
	runtime.ReadMemStats(&now)
	debug.SetMemoryLimit(int64(now.HeapAlloc) + importMemory)
}
