package record

import (
	"encoding/binary"

	cayleykv "github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/cayley/graph/proto"
	"github.com/cayleygraph/quad"
)

// Cayley's keys in the quads bucket. It numbers nodes and quads together and keeps under each number what it is: that is
// its log, and all that a snapshot reads. A write finds its way by the indexes beside the log.
//
//	log/ number           a node with its value, or a quad with the numbers of its nodes; a deleted quad stays, marked
//	vXY/ hash of a value  the number of the node with this value; X and Y begin the hash
//	nXY/ hash of a value  how often quads use that node
//	sp/ numbers           the quads with this subject and predicate, deleted ones too
//	ops/ numbers          the quads with this object, predicate and subject, deleted ones too
//	meta/ name            the highest number given away, how many quads there are, which indexes are kept
//
// hidalgo joins the two halves of a key with a slash, and puts a backslash before every slash or backslash within them. A
// key whose second half is empty marks the beginning of its kind.
var (
	prefixLog    = []byte("log")
	prefixMeta   = []byte("meta")
	sizeName     = []byte("size")
	horizonName  = []byte("horizon")
	indexesName  = []byte("indexes")
	indexesKept  = cayleykv.DefaultQuadIndexes
	letterOfHash = byte('v')
	letterOfUses = byte('n')
)

const numberSize = 8 // bytes of a number within a key

// joinKey writes a key of two halves.
func joinKey(first, second []byte) []byte {
	key := make([]byte, 0, len(first)+len(second)+4)
	key = append(escapeKey(key, first), '/')
	return escapeKey(key, second)
}

func escapeKey(key, half []byte) []byte {
	for _, b := range half {
		if b == '/' || b == '\\' {
			key = append(key, '\\')
		}
		key = append(key, b)
	}
	return key
}

// splitKey reads a key of two halves.
func splitKey(key []byte) (first, second []byte, ok bool) {
	halves := [2][]byte{}
	n := 0
	for i := 0; i < len(key); i++ {
		switch {
		case key[i] == '\\' && i+1 < len(key):
			i++
		case key[i] == '/' && n == 0:
			n++
			continue
		case key[i] == '\\' || key[i] == '/':
			return nil, nil, false
		}
		halves[n] = append(halves[n], key[i])
	}
	return halves[0], halves[1], n == 1
}

// logKey is where a node or a quad stands.
func logKey(number uint64) []byte {
	return joinKey(prefixLog, binary.BigEndian.AppendUint64(nil, number))
}

// hashKey is where the number of the node with a value stands, or how often it is used.
func hashKey(letter byte, hash []byte) []byte {
	return joinKey([]byte{letter, hash[0], hash[1]}, hash)
}

// isHashKey says whether the halves of a key are those of [hashKey].
func isHashKey(first, second []byte) bool {
	return len(first) == 3 && (first[0] == letterOfHash || first[0] == letterOfUses) &&
		len(second) == quad.HashSize && first[1] == second[0] && first[2] == second[1]
}

// quadIndexKey is where an index lists a quad.
func quadIndexKey(index cayleykv.QuadIndex, p *proto.Primitive) []byte {
	key := index.KeyFor(p)
	return joinKey(key[0], key[1])
}

// decodeNumbers reads a list of numbers as Cayley writes it. They must ascend.
func decodeNumbers(value []byte) (list []uint64, ok bool) {
	for len(value) > 0 {
		number, n := binary.Uvarint(value)
		if n <= 0 || len(list) > 0 && number <= list[len(list)-1] {
			return list, false
		}
		list, value = append(list, number), value[n:]
	}
	return list, true
}
