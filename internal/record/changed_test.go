package record

import (
	"bytes"
	"encoding/binary"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/wasl-graph/wasl/graph"
)

// tamper writes past the store: what a disk does that turns over a letter.
func tamper(t *testing.T, s *Store, f func(tx engineTx) error) {
	t.Helper()
	tx, err := s.engine.begin(true)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(f(tx), tx.commit()); err != nil {
		t.Fatal(err)
	}
}

// replaceIn changes a piece of the first value of a bucket that has it.
func replaceIn(bucket []byte, old, changed string) func(engineTx) error {
	return func(tx engineTx) error {
		for key, value := range tx.scan(bucket, nil) {
			if bytes.Contains(value, []byte(old)) {
				return tx.put(bucket, bytes.Clone(key), bytes.Replace(bytes.Clone(value), []byte(old), []byte(changed), 1))
			}
		}
		return errors.New("nothing to change")
	}
}

func TestCheckFindsALetterThatHasChanged(t *testing.T) {
	for name, f := range map[string]func(engineTx) error{
		"in a fact":              replaceIn(bucketQuads, "Report 3", "Report 8"),
		"in a source":            replaceIn(bucketSources, "example.org", "example.net"),
		"in a source of the log": replaceIn(bucketChanges, "example.org", "example.net"),
		"in a text":              replaceIn(bucketTexts, "HIJRA", "HIDRA"),
	} {
		t.Run(name, func(t *testing.T) {
			b := inMemory(t)
			b.apply(withDocument("HIJRA AMINA"))
			b.apply(change(many(9, 0)...))
			b.apply(retraction(many(2, 0)...))
			b.verify()
			tamper(t, b.Store, f)
			problems, err := b.Check(t.Context())
			if err != nil || len(problems) == 0 {
				t.Errorf("found %v, %v", problems, err)
			}
		})
	}
}

func TestAnImpossibleCountIsDamage(t *testing.T) {
	b := inMemory(t)
	b.apply(change(many(3, 0)...))
	tamper(t, b.Store, func(tx engineTx) error {
		return tx.put(bucketQuads, horizonKey, binary.LittleEndian.AppendUint64(nil, 1<<60))
	})
	ended := make(chan error, 1)
	go func() { ended <- b.Snapshot(t.Context(), readAll) }()
	select {
	case err := <-ended:
		var damage *DamageError
		if !errors.As(err, &damage) || !strings.Contains(err.Error(), "impossible") {
			t.Errorf("got %v", err)
		}
	case <-time.After(time.Minute):
		t.Fatal("reading goes on and on")
	}
}

func TestASourceMayBeBroughtAgain(t *testing.T) {
	onBoth(t, func(t *testing.T, b *book) {
		for _, url := range []string{"https://example.org/a", "https://example.org/b"} {
			src := testSource("source:list")
			src.URL = url
			c := change(label("report:"+graph.ID(url[len(url)-1:]), url))
			c.Sources = []graph.Source{src}
			b.apply(c)
		}
	})
}
