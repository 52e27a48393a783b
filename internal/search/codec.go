package search

import (
	"bytes"
	"encoding/binary"
	"errors"

	"github.com/RoaringBitmap/roaring/v2"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/view"
)

// encoder writes values one behind the other. After an error it writes nothing.
type encoder struct {
	out *bytes.Buffer
	err error
}

func (e *encoder) length(n int) { e.out.Write(binary.LittleEndian.AppendUint64(nil, uint64(n))) }

func (e *encoder) bytes(b []byte) {
	e.length(len(b))
	e.out.Write(b)
}

func (e *encoder) numbers(list []uint32) {
	e.length(len(list))
	for _, n := range list {
		e.out.Write(binary.LittleEndian.AppendUint32(e.out.AvailableBuffer(), n))
	}
}

func (e *encoder) classes(list []class) {
	e.length(len(list))
	for _, c := range list {
		e.out.Write(binary.LittleEndian.AppendUint16(e.out.AvailableBuffer(), uint16(c)))
	}
}

func (e *encoder) bitmap(bits *roaring.Bitmap) {
	data, err := bits.ToBytes()
	e.err = errors.Join(e.err, err)
	e.bytes(data)
}

func (e *encoder) revision(v *view.View) {
	r := v.Revision()
	e.out.Write(binary.LittleEndian.AppendUint32(nil, r.Number))
	e.out.Write(r.Digest[:])
	e.length(v.Nodes())
}

// decoder reads what an encoder wrote. After an error everything is empty.
type decoder struct {
	data []byte
	err  error
}

// take is the next n pieces of a size.
func (d *decoder) take(n, size int) []byte {
	if d.err != nil || n < 0 || n > len(d.data)/size {
		d.err = ErrDamaged
		return nil
	}
	piece := d.data[:n*size]
	d.data = d.data[n*size:]
	return piece
}

func (d *decoder) length() int {
	if b := d.take(1, 8); b != nil {
		return int(binary.LittleEndian.Uint64(b))
	}
	return 0
}

func (d *decoder) bytes() []byte { return d.take(d.length(), 1) }

func (d *decoder) numbers() []uint32 {
	b := d.take(d.length(), 4)
	list := make([]uint32, len(b)/4)
	for i := range list {
		list[i] = binary.LittleEndian.Uint32(b[4*i:])
	}
	return list
}

func (d *decoder) classes() []class {
	b := d.take(d.length(), 2)
	list := make([]class, len(b)/2)
	for i := range list {
		list[i] = class(binary.LittleEndian.Uint16(b[2*i:]))
	}
	return list
}

func (d *decoder) bitmap() *roaring.Bitmap {
	bits := roaring.New()
	if data := d.bytes(); d.err == nil {
		if _, err := bits.ReadFrom(bytes.NewReader(data)); err != nil {
			d.err = ErrDamaged
		}
	}
	return bits
}

// revision says whether the index is that of a view.
func (d *decoder) revision(v *view.View) bool {
	var r graph.Revision
	if b := d.take(1, 4+len(r.Digest)); b != nil {
		r.Number = binary.LittleEndian.Uint32(b)
		copy(r.Digest[:], b[4:])
	}
	return d.err == nil && r == v.Revision() && d.length() == v.Nodes()
}
