package search

// Sizes are what an index holds: terms, lists, and postings, in what is counted and in the bytes that they take. A posting is a
// node to which a word, a name, or a place with parts leads.
type Sizes struct{ Terms, Lists, Postings, PostingBytes int }

// Sizes counts what an index holds.
func (x *Index) Sizes() Sizes {
	p := &x.postings
	flat := len(p.nodes) + len(x.names.nodes) + len(x.begins.nodes) + len(x.inner.nodes)
	s := Sizes{x.terms.len(), len(p.classes), flat, 4 * flat}
	for _, bits := range p.bitmaps {
		s.Postings += int(bits.GetCardinality())
		s.PostingBytes += int(bits.GetSizeInBytes())
	}
	for _, bits := range x.links.below {
		s.Postings += int(bits.GetCardinality())
		s.PostingBytes += int(bits.GetSizeInBytes())
	}
	return s
}
