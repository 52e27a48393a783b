package record

import "iter"

// engine is a transactional key-value store with named buckets. One transaction may write at a time. What a transaction
// returns is valid until its end and must not be changed.
type engine interface {
	begin(write bool) (engineTx, error)
	check() []error // looks through the whole store and says what is damaged
	close() error
}

// engineTx is one transaction. It ends with commit or rollback; a rollback after a commit does nothing.
type engineTx interface {
	get(bucket, key []byte) []byte // nil when there is no such key
	put(bucket, key, value []byte) error
	del(bucket, key []byte) error
	scan(bucket, prefix []byte) iter.Seq2[[]byte, []byte] // in the order of the keys
	commit() error
	rollback()
}

// The buckets.
var (
	bucketQuads   = []byte("quads")   // Cayley's
	bucketMeta    = []byte("meta")    // format and revision
	bucketChanges = []byte("changes") // the change log, by number
	bucketSources = []byte("sources") // by id
	bucketTexts   = []byte("texts")   // of sources, by the SHA-256 of the document
	bucketTokens  = []byte("tokens")  // who may do what, by the token's id
)

var allBuckets = [][]byte{bucketQuads, bucketMeta, bucketChanges, bucketSources, bucketTexts, bucketTokens}
