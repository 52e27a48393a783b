package record

import (
	"bytes"
	"fmt"
	"io"
)

// pageWalk reads the trees of a bbolt file by itself. bbolt trusts its pages: one that names itself as its own child leads
// it round until the process ends, and its own check runs where a panic can't be caught.
type pageWalk struct {
	file io.ReaderAt
	meta boltMeta
	seen []bool // by page
	all  bool   // leaves are read whole, not only their heads

	head [boltPageHeader]byte // of the page that is claimed
	leaf boltPage             // the leaf that is read: every leaf takes the place of the one before
}

// verifyPages follows every page that leads to others and reads the head of every page that is used: bbolt believes a page
// that says of itself that billions of others continue it. When all is set it reads every page of the file whole.
func verifyPages(file io.ReaderAt, all bool) error {
	meta, err := newestMeta(file)
	if err != nil {
		return err
	}
	w := &pageWalk{file: file, meta: meta, seen: make([]bool, meta.pages), all: all}
	w.seen[0], w.seen[1] = true, true // the meta blocks
	if err = w.buckets(); err == nil {
		err = w.rest()
	}
	if err != nil {
		return &DamageError{fmt.Sprintf("%s: %v", graphName, err)}
	}
	return nil
}

// buckets reads the tree of the buckets, and the tree of each.
func (w *pageWalk) buckets() error {
	var names, values [][]byte
	err := w.tree(w.meta.root, true, func(name, value []byte) error {
		names, values = append(names, bytes.Clone(name)), append(values, bytes.Clone(value))
		return nil
	})
	for i, value := range values {
		if err == nil {
			err = w.bucket(names[i], value)
		}
	}
	return err
}

func (w *pageWalk) bucket(name, value []byte) error {
	root, inline, err := bucketOf(value)
	if err != nil {
		return fmt.Errorf("the bucket %q: %w", name, err)
	}
	if root == 0 {
		return inline.each(func(_, _ []byte) error { return nil })
	}
	return w.tree(root, w.all, func(_, _ []byte) error { return nil })
}

// tree reads a tree level by level; all its leaves are on the last one. It visits every key and value when it is to read
// the leaves; they are valid until visit returns.
func (w *pageWalk) tree(root uint64, leaves bool, visit func(key, value []byte) error) error {
	level := []uint64{root}
	for {
		first, err := w.read(level[0], 0)
		if err != nil {
			return err
		}
		if first.flags() != pageBranch {
			break
		}
		if level, err = w.children(level); err != nil {
			return err
		}
	}
	var last []byte
	for n, id := range level {
		if !leaves {
			if _, err := w.claim(id, pageLeaf); err != nil {
				return err
			}
			continue
		}
		if err := w.takeLeaf(id); err != nil {
			return err
		}
		first := n == 0
		err := w.leaf.each(func(key, value []byte) error {
			if !first && bytes.Compare(last, key) >= 0 {
				return fmt.Errorf("page %d is out of order", id)
			}
			first, last = false, append(last[:0], key...)
			return visit(key, value)
		})
		if err != nil {
			return fmt.Errorf("page %d: %w", id, err)
		}
	}
	return nil
}

// children are the pages below a level of branches.
func (w *pageWalk) children(level []uint64) ([]uint64, error) {
	var list []uint64
	for _, id := range level {
		branch, err := w.take(id, pageBranch)
		if err != nil {
			return nil, err
		}
		below, err := branch.children()
		if err != nil {
			return nil, fmt.Errorf("page %d: %w", id, err)
		}
		list = append(list, below...)
	}
	return list, nil
}

// rest looks at the list of free pages and, when it is to read everything, says whether each page is either used or free.
func (w *pageWalk) rest() error {
	overflow, err := w.claim(w.meta.freelist, pageFreelist)
	if err != nil || !w.all {
		return err
	}
	list, err := w.read(w.meta.freelist, overflow)
	if err != nil {
		return err
	}
	free, err := list.free()
	if err != nil {
		return fmt.Errorf("page %d: %w", w.meta.freelist, err)
	}
	for _, id := range free {
		if err := w.mark(id, 1); err != nil {
			return err
		}
	}
	for id, seen := range w.seen {
		if !seen {
			return fmt.Errorf("page %d is neither used nor free", id)
		}
	}
	return nil
}

// take reads a page together with those that continue it, once.
func (w *pageWalk) take(id uint64, flags uint16) (boltPage, error) {
	overflow, err := w.claim(id, flags)
	if err != nil {
		return nil, err
	}
	return w.read(id, overflow)
}

// claim reads a page's head, marks the page and those that continue it as used, and says how many continue it.
func (w *pageWalk) claim(id uint64, flags uint16) (overflow uint64, err error) {
	if id >= uint64(len(w.seen)) {
		return 0, fmt.Errorf("page %d is beyond the end", id)
	}
	head := boltPage(w.head[:])
	if _, err := w.file.ReadAt(head, int64(id)*w.meta.pageSize); err != nil {
		return 0, err
	}
	if head.id() != id || head.flags() != flags {
		return 0, fmt.Errorf("page %d is not what it should be", id)
	}
	return head.overflow(), w.mark(id, 1+head.overflow())
}

// mark notes that pages are used, and refuses those that are used already.
func (w *pageWalk) mark(id, n uint64) error {
	for ; n > 0; n-- {
		if id >= uint64(len(w.seen)) {
			return fmt.Errorf("page %d is beyond the end", id)
		}
		if w.seen[id] {
			return fmt.Errorf("page %d is used twice", id)
		}
		w.seen[id] = true
		id++
	}
	return nil
}

// takeLeaf takes a leaf where the one before was.
func (w *pageWalk) takeLeaf(id uint64) error {
	overflow, err := w.claim(id, pageLeaf)
	if err != nil {
		return err
	}
	w.leaf, err = w.readInto(w.leaf, id, overflow)
	return err
}

func (w *pageWalk) read(id, overflow uint64) (boltPage, error) { return w.readInto(nil, id, overflow) }

// readInto reads a page with those that continue it, into the memory of another when that is large enough.
func (w *pageWalk) readInto(p boltPage, id, overflow uint64) (boltPage, error) {
	if id >= uint64(len(w.seen)) {
		return nil, fmt.Errorf("page %d is beyond the end", id)
	}
	size := int(int64(1+overflow) * w.meta.pageSize)
	if cap(p) < size {
		p = make(boltPage, size)
	}
	p = p[:size]
	_, err := w.file.ReadAt(p, int64(id)*w.meta.pageSize)
	return p, err
}
