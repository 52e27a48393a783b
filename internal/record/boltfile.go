package record

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"os"
)

// The layout of a bbolt file's first two pages, from its page.go and db.go: a page header, then the meta block. bbolt
// maps the file and trusts the number of pages in the newer meta block: reading a file that is shorter kills the process
// with a bus error. So the file is looked at before it is opened.
const (
	boltPageHeader = 16
	boltMagic      = 0xED0CDAED
	boltMetaSize   = 64
	boltMinPage    = 1024
	boltMaxPage    = 65536
)

type boltMeta struct {
	pageSize int64
	pages    int64 // the high-water mark
	txid     uint64
	root     uint64 // the page of the bucket of buckets
	freelist uint64 // the page of the free list
}

// inspectFile says whether the file is one of bbolt's and as long as it says itself.
func inspectFile(name string) error {
	info, err := os.Stat(name)
	if err != nil {
		return err
	}
	if !info.Mode().IsRegular() { // opening a pipe would wait for ever
		return fmt.Errorf("%w: %s is no file", ErrForeign, graphName)
	}
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close() // only read from
	newest, err := newestMeta(f)
	if err != nil {
		return err
	}
	if need := newest.pages * newest.pageSize; info.Size() < need {
		return &DamageError{fmt.Sprintf("%s is cut off: %d bytes where %d are needed", graphName, info.Size(), need)}
	}
	return nil
}

// newestMeta reads both meta blocks and takes the newer of those that are whole.
func newestMeta(f io.ReaderAt) (boltMeta, error) {
	first, err := readBoltMeta(f, 0)
	if errors.Is(err, ErrForeign) {
		// The first page may be the damaged one; the second begins at the page size, which only the first names.
		for size := int64(boltMinPage); size <= boltMaxPage && err != nil; size *= 2 {
			first, err = readBoltMeta(f, size)
		}
		return first, err
	}
	if err != nil {
		return first, err
	}
	if second, err := readBoltMeta(f, first.pageSize); err == nil && second.txid > first.txid {
		return second, nil
	}
	return first, nil
}

func readBoltMeta(f io.ReaderAt, offset int64) (boltMeta, error) {
	var page [boltPageHeader + boltMetaSize]byte
	if _, err := f.ReadAt(page[:], offset); errors.Is(err, io.EOF) {
		return boltMeta{}, fmt.Errorf("%w: %s is of another kind, or cut off at its head", ErrForeign, graphName)
	} else if err != nil {
		return boltMeta{}, err
	}
	order, meta := binary.NativeEndian, page[boltPageHeader:]
	sum := fnv.New64a()
	sum.Write(meta[:boltMetaSize-8])
	if order.Uint32(meta) != boltMagic || order.Uint64(meta[boltMetaSize-8:]) != sum.Sum64() {
		return boltMeta{}, fmt.Errorf("%w: %s is of another kind", ErrForeign, graphName)
	}
	return boltMeta{
		pageSize: int64(order.Uint32(meta[8:])),
		pages:    int64(order.Uint64(meta[40:])),
		txid:     order.Uint64(meta[48:]),
		root:     order.Uint64(meta[16:]),
		freelist: order.Uint64(meta[32:]),
	}, nil
}
