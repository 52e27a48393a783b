package record

import (
	"encoding/binary"
	"errors"
)

// boltPage is a page of a bbolt file with those that continue it, in the machine's byte order: its number (8 bytes), its
// flags (2), how many elements it has (2), how many pages continue it (4); then the elements of 16 bytes each, and what
// they point to, counted from the element.
type boltPage []byte

// The flags of pages.
const (
	pageBranch   = 0x01
	pageLeaf     = 0x02
	pageFreelist = 0x10
)

const (
	boltElement    = 16
	boltBucketHead = 16     // of a value that is a bucket: the number of its root page and a sequence
	boltManyFree   = 0xFFFF // the count of a free list whose first entry is the true count
)

var errPage = errors.New("it points outside of itself")

func (p boltPage) id() uint64       { return binary.NativeEndian.Uint64(p) }
func (p boltPage) flags() uint16    { return binary.NativeEndian.Uint16(p[8:]) }
func (p boltPage) count() int       { return int(binary.NativeEndian.Uint16(p[10:])) }
func (p boltPage) overflow() uint64 { return uint64(binary.NativeEndian.Uint32(p[12:])) }

// element is the n-th element, with everything behind it.
func (p boltPage) element(n int) (boltPage, error) {
	start := boltPageHeader + n*boltElement
	if start+boltElement > len(p) {
		return nil, errPage
	}
	return p[start:], nil
}

// cut is the part of an element that it says itself.
func (p boltPage) cut(start, length uint32) ([]byte, error) {
	end := uint64(start) + uint64(length)
	if end > uint64(len(p)) {
		return nil, errPage
	}
	return p[start:end], nil
}

// each visits the keys and values of a leaf.
func (p boltPage) each(visit func(key, value []byte) error) error {
	order := binary.NativeEndian
	for n := range p.count() {
		e, err := p.element(n)
		if err != nil {
			return err
		}
		start, keySize := order.Uint32(e[4:]), order.Uint32(e[8:])
		key, err := e.cut(start, keySize)
		if err != nil {
			return err
		}
		value, err := e[int(start)+len(key):].cut(0, order.Uint32(e[12:]))
		if err != nil {
			return err
		}
		if err := visit(key, value); err != nil {
			return err
		}
	}
	return nil
}

// children are the pages that a branch leads to.
func (p boltPage) children() ([]uint64, error) {
	if p.count() == 0 {
		return nil, errors.New("it is a branch without children")
	}
	list := make([]uint64, p.count())
	for n := range list {
		e, err := p.element(n)
		if err != nil {
			return nil, err
		}
		if _, err := e.cut(binary.NativeEndian.Uint32(e), binary.NativeEndian.Uint32(e[4:])); err != nil {
			return nil, err
		}
		list[n] = binary.NativeEndian.Uint64(e[8:])
	}
	return list, nil
}

// free are the pages that a free list names.
func (p boltPage) free() ([]uint64, error) {
	body, n := p[boltPageHeader:], uint64(p.count())
	if n == boltManyFree {
		n, body = binary.NativeEndian.Uint64(body), body[8:]
	}
	if n > uint64(len(body)/8) {
		return nil, errPage
	}
	list := make([]uint64, n)
	for i := range list {
		list[i] = binary.NativeEndian.Uint64(body[8*i:])
	}
	return list, nil
}

// bucketOf reads the value of a bucket: its root page or, when that is 0, the page that follows it in the value.
func bucketOf(value []byte) (root uint64, inline boltPage, err error) {
	if len(value) < boltBucketHead {
		return 0, nil, errPage
	}
	root, inline = binary.NativeEndian.Uint64(value), boltPage(value[boltBucketHead:])
	if root == 0 && len(inline) < boltPageHeader {
		return 0, nil, errPage
	}
	return root, inline, nil
}
