package record

import (
	"bytes"
	"errors"
	"fmt"
	"iter"
	"os"
	"time"

	bolt "go.etcd.io/bbolt"
	bolterrors "go.etcd.io/bbolt/errors"
)

// lockWait is how long to wait for another process to let go of the file.
const lockWait = 200 * time.Millisecond

// boltEngine keeps the buckets in one bbolt file. Every commit is synced to disk.
type boltEngine struct {
	db   *bolt.DB
	file *os.File // of the db, which closes it
}

// openBolt opens the file, and makes it when it is missing and may be created. It is locked until close. Nothing is written
// to a file that is there.
func openBolt(name string, create bool) (*boltEngine, error) {
	return openBoltFile(name, func(name string, flag int, mode os.FileMode) (*os.File, error) {
		if !create {
			flag &^= os.O_CREATE
		}
		return os.OpenFile(name, flag, mode)
	})
}

// openBoltFile has a function open the file, which belongs to the engine then.
func openBoltFile(name string, openFile func(name string, flag int, mode os.FileMode) (*os.File, error)) (*boltEngine, error) {
	var file *os.File
	options := &bolt.Options{
		Timeout:      lockWait,
		FreelistType: bolt.FreelistMapType,
		OpenFile: func(name string, flag int, mode os.FileMode) (_ *os.File, err error) {
			file, err = openFile(name, flag, mode)
			return file, err
		},
	}
	var db *bolt.DB
	err := guarded(func() (err error) {
		db, err = bolt.Open(name, 0o600, options)
		return err
	})
	if err != nil {
		_ = file.Close() // bbolt closes it, but not when it panics
		return nil, err
	}
	e := &boltEngine{db, file}
	if err := verifyPages(file, false); err != nil {
		return nil, errors.Join(err, e.close())
	}
	return e, nil
}

// clear makes all buckets anew, so that nothing is left of what a killed process filled them with.
func (e *boltEngine) clear() error {
	return e.db.Update(func(tx *bolt.Tx) error {
		for _, name := range allBuckets {
			if err := tx.DeleteBucket(name); err != nil && !errors.Is(err, bolterrors.ErrBucketNotFound) {
				return err
			}
			if _, err := tx.CreateBucket(name); err != nil {
				return err
			}
		}
		return nil
	})
}

func (e *boltEngine) begin(write bool) (engineTx, error) {
	tx, err := e.db.Begin(write)
	if err != nil {
		return nil, err
	}
	return boltTx{tx}, nil
}

func (e *boltEngine) check() []error {
	err := verifyPages(e.file, true)
	if err == nil {
		err = guarded(func() error { return e.db.View(findEveryKey) })
	}
	if err != nil {
		return []error{err}
	}
	return nil
}

// findEveryKey looks up every key of every bucket: a branch with a damaged key leads past it.
func findEveryKey(tx *bolt.Tx) error {
	return tx.ForEach(func(name []byte, bucket *bolt.Bucket) error {
		search := bucket.Cursor()
		return bucket.ForEach(func(key, _ []byte) error {
			if found, _ := search.Seek(key); !bytes.Equal(found, key) {
				return &DamageError{fmt.Sprintf("%s: a key of the bucket %s is not where it belongs", graphName, name)}
			}
			return nil
		})
	})
}

func (e *boltEngine) close() error { return e.db.Close() }

type boltTx struct{ tx *bolt.Tx }

func (t boltTx) get(bucket, key []byte) []byte {
	b := t.tx.Bucket(bucket)
	if b == nil { // a file that is not ours
		return nil
	}
	return b.Get(key)
}

func (t boltTx) put(bucket, key, value []byte) error { return t.tx.Bucket(bucket).Put(key, value) }

func (t boltTx) del(bucket, key []byte) error { return t.tx.Bucket(bucket).Delete(key) }

func (t boltTx) scan(bucket, prefix []byte) iter.Seq2[[]byte, []byte] {
	return func(yield func(k, v []byte) bool) {
		b := t.tx.Bucket(bucket)
		if b == nil {
			return
		}
		c := b.Cursor()
		for k, v := c.Seek(prefix); k != nil && bytes.HasPrefix(k, prefix); k, v = c.Next() {
			if !yield(k, v) {
				return
			}
		}
	}
}

func (t boltTx) commit() error { return t.tx.Commit() }

func (t boltTx) rollback() { _ = t.tx.Rollback() } // only fails when the transaction is over already
