package search

import (
	"bytes"

	"github.com/blevesearch/vellum"
)

// dictionary numbers all forms of all words in their order. It is a finite state transducer: beginnings and ends that words
// share are kept once.
type dictionary struct {
	bytes []byte
	terms *vellum.FST
}

// newDictionary numbers terms, which must be sorted and distinct.
func newDictionary(terms []string) (dictionary, error) {
	var out bytes.Buffer
	builder, err := vellum.New(&out, nil)
	if err != nil {
		return dictionary{}, err
	}
	for i, term := range terms {
		if err := builder.Insert([]byte(term), uint64(i)); err != nil {
			return dictionary{}, err
		}
	}
	if err := builder.Close(); err != nil {
		return dictionary{}, err
	}
	return loadDictionary(bytes.Clone(out.Bytes()))
}

func loadDictionary(data []byte) (dictionary, error) {
	terms, err := vellum.Load(data)
	return dictionary{data, terms}, err
}

// find is the number of a term.
func (d *dictionary) find(term string) (uint32, bool) {
	number, found, err := d.terms.Get([]byte(term))
	return uint32(number), found && err == nil // an error only says that the bytes are not those that were checked
}

func (d *dictionary) len() int { return d.terms.Len() }
