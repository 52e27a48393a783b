package record

import (
	"fmt"

	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/pquads"

	"github.com/wasl-graph/wasl/graph"
)

// packedQuad is a quad as Cayley itself stores its four values, so that nothing is lost between the quads, the change log
// and the journal. (The notation of N-Quads does not survive quad.StringToValue: it leaves escapes alone.)
type packedQuad [4][]byte

func packOne(a graph.Assertion) (packedQuad, error) { return packQuad(encode(a)) }

func packQuad(q quad.Quad) (packedQuad, error) {
	var p packedQuad
	for i, d := range quad.Directions {
		var err error
		if p[i], err = pquads.MarshalValue(q.Get(d)); err != nil {
			return p, fmt.Errorf("%v: %w", q, err)
		}
	}
	return p, nil
}

func (p packedQuad) quad() (quad.Quad, error) {
	var q quad.Quad
	for i, d := range quad.Directions {
		var value pquads.Value
		if err := value.Unmarshal(p[i]); err != nil {
			return q, err
		}
		if value.Value == nil { // for which Cayley panics
			return q, fmt.Errorf("a quad has no %v", d)
		}
		q.Set(d, value.ToNative())
	}
	return q, nil
}

func (p packedQuad) assertion() (graph.Assertion, error) {
	q, err := p.quad()
	if err != nil {
		return graph.Assertion{}, err
	}
	return decode(q)
}

func pack(list []graph.Assertion) ([]packedQuad, error) {
	packed := make([]packedQuad, len(list))
	for i, a := range list {
		var err error
		if packed[i], err = packOne(a); err != nil {
			return nil, err
		}
	}
	return packed, nil
}

func unpack(packed []packedQuad) ([]graph.Assertion, error) {
	list := make([]graph.Assertion, len(packed))
	for i, p := range packed {
		var err error
		if list[i], err = p.assertion(); err != nil {
			return nil, err
		}
	}
	return list, nil
}
