package lang

import "golang.org/x/text/collate"

// A key of golang.org/x/text/collate begins with the primary weights, one for each letter: two bytes up to 0x7FFF,
// and three with the highest bit set above that. A weight of zero ends them. (The package has a Reorder option for
// scripts, but it panics.)

// scriptMove moves the weights from first up to end before those from to up to first. The zero value moves nothing.
type scriptMove struct{ to, first, end uint32 }

// measure finds where in the table the script lies that comes first in the language.
func (s *Sorter) measure(order *letterOrder) scriptMove {
	return scriptMove{
		to:    firstPrimary(s.collator, 'a'),
		first: firstPrimary(s.collator, order.first),
		end:   firstPrimary(s.collator, order.end),
	}
}

func firstPrimary(c *collate.Collator, r rune) uint32 {
	var buffer collate.Buffer
	weight, _ := primary(c.KeyFromString(&buffer, string(r)))
	return weight
}

// primary reads the weight at the beginning of a key and its length in bytes.
func primary(key []byte) (weight uint32, size int) {
	if key[0]&0x80 == 0 {
		return uint32(key[0])<<8 | uint32(key[1]), 2
	}
	return uint32(key[0]&0x7F)<<16 | uint32(key[1])<<8 | uint32(key[2]), 3
}

// endOfPrimaries is where the zero stands that ends the primary weights.
func endOfPrimaries(key []byte) int {
	for i := 0; ; {
		weight, size := primary(key[i:])
		if weight == 0 {
			return i
		}
		i += size
	}
}

// appendPrimaries appends the weights in their new places.
func (m scriptMove) appendPrimaries(dst, weights []byte) []byte {
	if m.end == 0 {
		return append(dst, weights...)
	}
	for len(weights) > 0 {
		weight, size := primary(weights)
		dst = appendPrimary(dst, m.move(weight))
		weights = weights[size:]
	}
	return dst
}

func (m scriptMove) move(weight uint32) uint32 {
	switch {
	case weight >= m.first && weight < m.end:
		return weight - m.first + m.to
	case weight >= m.to && weight < m.first:
		return weight + m.end - m.first
	}
	return weight
}

func appendPrimary(dst []byte, weight uint32) []byte {
	if weight <= 0x7FFF {
		return append(dst, byte(weight>>8), byte(weight))
	}
	return append(dst, byte(weight>>16)|0x80, byte(weight>>8), byte(weight))
}
