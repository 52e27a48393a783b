package record

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"slices"
	"time"

	"github.com/wasl-graph/wasl/graph"
)

// contents is what a change did, as far as it makes the revision: a digest of each assertion that it added or took away,
// the sources that it brought, and a digest of each text. It can be made of a change that is about to be written, and
// again of what the record holds: a letter that the disk has turned over makes another revision.
type contents struct {
	asserted  [][sha256.Size]byte
	retracted [][sha256.Size]byte
	sources   []graph.Source
	texts     []textDigest
}

// textDigest is a text that is kept: the digest of its document, by which it is found, and that of the text itself.
type textDigest struct {
	Document string `json:"document"`
	Text     string `json:"text"`
}

func contentsOf(a graph.Applied) (contents, error) {
	c := contents{sources: a.Sources}
	for _, d := range a.Documents {
		c.texts = append(c.texts, digestText(d))
	}
	for _, part := range []struct {
		from []graph.Assertion
		to   *[][sha256.Size]byte
	}{{a.Asserted, &c.asserted}, {a.Retracted, &c.retracted}} {
		for _, assertion := range part.from {
			digest, err := digestAssertion(assertion)
			if err != nil {
				return c, err
			}
			*part.to = append(*part.to, digest)
		}
	}
	return c, nil
}

func digestText(d graph.Document) textDigest {
	sum := sha256.Sum256([]byte(d.Text))
	return textDigest{d.SHA256, hex.EncodeToString(sum[:])}
}

func digestAssertion(a graph.Assertion) ([sha256.Size]byte, error) {
	packed, err := packOne(a)
	if err != nil {
		return [sha256.Size]byte{}, err
	}
	return packed.digest(), nil
}

func (p packedQuad) digest() [sha256.Size]byte {
	line := make([]byte, 0, 512)
	for _, value := range p {
		line = binary.BigEndian.AppendUint32(line, uint32(len(value)))
		line = append(line, value...)
	}
	return sha256.Sum256(line)
}

// after is the digest of the revision that the change makes: a SHA-256 over the digest before and the contents, in an order
// that does not depend on how the change was written down, cut to eight bytes. Who made the change and when, whether
// somebody decided on it, and when its sources were read, does not count: the same facts make the same revision.
func (c contents) after(before [8]byte) ([8]byte, error) {
	h := sha256.New()
	h.Write(before[:])
	for _, list := range [][][sha256.Size]byte{c.asserted, c.retracted} {
		slices.SortFunc(list, func(x, y [sha256.Size]byte) int { return bytes.Compare(x[:], y[:]) })
		h.Write(binary.BigEndian.AppendUint64(nil, uint64(len(list))))
		for _, digest := range list {
			h.Write(digest[:])
		}
	}
	sources := slices.Clone(c.sources)
	slices.SortFunc(sources, func(x, y graph.Source) int { return cmp.Compare(x.ID, y.ID) })
	for i := range sources {
		sources[i].Imported = time.Time{}
	}
	texts := slices.Clone(c.texts)
	slices.SortFunc(texts, func(x, y textDigest) int { return cmp.Compare(x.Document, y.Document) })
	rest, err := json.Marshal([]any{sources, texts}) // JSON says itself where each part ends
	h.Write(rest)
	return [8]byte(h.Sum(nil)[:8]), err
}

// digestOf is the digest of the revision that a change makes.
func digestOf(before [8]byte, a graph.Applied) ([8]byte, error) {
	c, err := contentsOf(a)
	if err != nil {
		return [8]byte{}, err
	}
	return c.after(before)
}
