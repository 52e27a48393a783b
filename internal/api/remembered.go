package api

// Remembered says how the memory of documents is used: those that were read and checked, and need not be again.
type Remembered struct {
	// Documents is how many there are, and Bytes how much memory they take, by an estimate.
	Documents, Bytes int
	// Hits and Misses are how often a document was looked for and was there, or was not, since the engine was made.
	Hits, Misses uint64
}

// Remembered is how the memory of documents is used just now.
func (e *Engine) Remembered() Remembered { return e.documents.memory.use() }

func (m *memory) use() Remembered {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	return Remembered{
		Documents: len(m.found), Bytes: m.fresh.bytes + m.proven.bytes, Hits: m.hits, Misses: m.misses,
	}
}
