package search

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"

	"github.com/RoaringBitmap/roaring/v2"

	"github.com/wasl-graph/wasl/internal/lang"
	"github.com/wasl-graph/wasl/internal/view"
)

// An index is written as it lies in memory: a heading with the revision, then every array with its length before it, then a
// checksum over all. Numbers have the lowest byte first. What follows quickly from the view is made again.

// heading is how a written index begins. The last character is the version: another layout has another one, and is then built
// anew.
const heading = "wasl search index 1\n"

var (
	// ErrDamaged is returned for what is no written index, or not the whole of one.
	ErrDamaged = errors.New("it is not an index, or is damaged")
	// ErrRevision is returned for the index of another revision than that of the view.
	ErrRevision = errors.New("it is the index of another revision")
)

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// WriteTo writes the index. Indexes of equal views are written alike.
func (x *Index) WriteTo(w io.Writer) (int64, error) {
	var out bytes.Buffer
	out.WriteString(heading)
	e := encoder{out: &out}
	e.revision(x.view)
	e.bytes(x.terms.bytes)
	p := &x.postings
	e.numbers(p.ends)
	e.classes(p.classes)
	e.numbers(p.places)
	e.numbers(p.nodes)
	e.numbers(p.long)
	for _, bits := range p.bitmaps {
		e.bitmap(bits)
	}
	e.bitmap(p.linked)
	e.bitmap(x.vocabulary)
	e.numbers(x.names.digests)
	e.numbers(x.names.nodes)
	for _, c := range []*completions{&x.begins, &x.inner} {
		e.numbers(c.nodes)
		e.bytes(c.texts)
		e.bytes(c.words)
	}
	if e.err != nil {
		return 0, e.err
	}
	sum := binary.LittleEndian.AppendUint32(nil, crc32.Checksum(out.Bytes(), castagnoli))
	out.Write(sum)
	return out.WriteTo(w)
}

// ReadIndex reads what [Index.WriteTo] wrote, for a view of the same revision. The errors are [ErrDamaged] and [ErrRevision],
// or the reader's.
func ReadIndex(r io.Reader, v *view.View) (*Index, error) {
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("reading the index: %w", err)
	}
	body, found := bytes.CutPrefix(data, []byte(heading))
	if !found || len(body) < crc32.Size {
		return nil, ErrDamaged
	}
	end := len(data) - crc32.Size
	if crc32.Checksum(data[:end], castagnoli) != binary.LittleEndian.Uint32(data[end:]) {
		return nil, ErrDamaged
	}
	d := decoder{data: body[:len(body)-crc32.Size]}
	if !d.revision(v) {
		return nil, ErrRevision
	}
	return d.index(v)
}

func (d *decoder) index(v *view.View) (*Index, error) {
	x := &Index{view: v, plain: v.For(lang.Chain{})}
	terms := bytes.Clone(d.bytes())
	p := &x.postings
	p.ends = d.numbers()
	p.classes = d.classes()
	p.places, p.nodes, p.long = d.numbers(), d.numbers(), d.numbers()
	p.bitmaps = make([]*roaring.Bitmap, len(p.long))
	for i := range p.bitmaps {
		p.bitmaps[i] = d.bitmap()
	}
	p.linked, x.vocabulary = d.bitmap(), d.bitmap()
	x.names = names{d.numbers(), d.numbers()}
	for _, c := range []*completions{&x.begins, &x.inner} {
		c.nodes, c.texts, c.words = d.numbers(), bytes.Clone(d.bytes()), bytes.Clone(d.bytes())
	}
	var err error
	if x.terms, err = loadDictionary(terms); err != nil || d.err != nil || len(d.data) > 0 {
		return nil, ErrDamaged
	}
	x.links = newLinks(v)
	x.standing = x.rankThings()
	for _, c := range []*completions{&x.begins, &x.inner} {
		for i := 0; i < len(c.nodes); i += blockSize {
			c.firsts = append(c.firsts, x.keyAt(c, i))
		}
		c.firsts = inOneBlock(c.firsts)
		x.rankCompletions(c)
	}
	return x, nil
}
