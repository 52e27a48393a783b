package record

import (
	"errors"
	"strings"
)

var errInjected = errors.New("injected")

// injected says that an error comes from a faulty engine. Cayley keeps no more than the sentence of some.
func injected(err error) bool { return strings.Contains(err.Error(), errInjected.Error()) }

// faulty is an engine that fails when it is told to, and counts what is asked of it.
type faulty struct {
	engine
	// failPut is the number of the put that fails, from 1; 0 for none.
	failPut int
	// failCommit is the number of the commit that fails, from 1; with reach, after it has reached the engine.
	failCommit int
	reach      bool
	failBegin  bool

	puts, gets, commits int
}

// makeFaulty puts a faulty engine under a book.
func (b *book) makeFaulty() *faulty {
	f := &faulty{engine: b.engine}
	b.engine, b.db.engine = f, f
	return f
}

// heal lets everything succeed again.
func (f *faulty) heal() { *f = faulty{engine: f.engine} }

func (f *faulty) begin(write bool) (engineTx, error) {
	if write && f.failBegin {
		return nil, errInjected
	}
	tx, err := f.engine.begin(write)
	return &faultyTx{tx, f}, err
}

type faultyTx struct {
	engineTx
	faulty *faulty
}

func (t *faultyTx) get(bucket, key []byte) []byte {
	t.faulty.gets++
	return t.engineTx.get(bucket, key)
}

func (t *faultyTx) put(bucket, key, value []byte) error {
	t.faulty.puts++
	if t.faulty.puts == t.faulty.failPut {
		return errInjected
	}
	return t.engineTx.put(bucket, key, value)
}

func (t *faultyTx) commit() error {
	t.faulty.commits++
	if t.faulty.commits != t.faulty.failCommit {
		return t.engineTx.commit()
	}
	if t.faulty.reach {
		return errors.Join(t.engineTx.commit(), errInjected)
	}
	return errInjected
}
