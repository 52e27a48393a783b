package record

import (
	"bytes"
	"context"
	"strings"
	"testing"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"

	"github.com/wasl-graph/wasl/graph"
)

// harm is something that goes wrong with what a record holds, behind its back.
type harm struct {
	do   func(*Store, engineTx) error
	says string // a word of what the check says
}

var harms = map[string]harm{
	"a fact is lost": {
		func(s *Store, tx engineTx) error {
			return s.writeQuads(tx, encodeAll(recorded(many(1, 0))), cayley.Delete)
		}, "2",
	},
	"a fact comes from nowhere": {
		func(s *Store, tx engineTx) error {
			return s.writeQuads(tx, encodeAll(recorded(many(1, 500))), cayley.Add)
		}, "2",
	},
	"a fact names a change that was never made": {
		func(s *Store, tx engineTx) error {
			a := label("report:x", "X")
			a.Evidence.Change = 77
			return s.writeQuads(tx, []quad.Quad{encode(a)}, cayley.Add)
		}, "",
	},
	"a fact breaks the rules": {
		func(s *Store, tx engineTx) error {
			return s.writeQuads(tx, encodeAll(recorded([]graph.Assertion{link("person:a", graph.AboutCountry, "country:IQ")})), cayley.Add)
		}, "ABOUT_COUNTRY",
	},
	"a quad is none of ours": {
		func(s *Store, tx engineTx) error {
			s.db.outer = tx
			defer func() { s.db.outer = nil }()
			q := quad.MakeIRI("report:a", "foaf:knows", "report:b", "source:list?method=STATED")
			return s.quads.ApplyDeltas([]cayley.Delta{{Quad: q, Action: cayley.Add}}, cayley.IgnoreOpts{})
		}, "foaf:knows",
	},
	"a source is lost": {
		func(_ *Store, tx engineTx) error { return tx.del(bucketSources, []byte("source:list")) }, "source:list",
	},
	"a source can't be read": {
		func(_ *Store, tx engineTx) error { return tx.put(bucketSources, []byte("source:list"), []byte("{")) }, "source:list",
	},
	"a change is lost": {
		func(_ *Store, tx engineTx) error { return tx.del(bucketChanges, changeKey(2)) }, "change",
	},
	"a change can't be read": {
		func(_ *Store, tx engineTx) error { return tx.put(bucketChanges, changeKey(2), []byte("{")) }, "change 2",
	},
	"a change has no number": {
		func(_ *Store, tx engineTx) error { return tx.put(bucketChanges, []byte("x"), []byte("{}")) }, "1 byte",
	},
	"the revision is another": {
		func(s *Store, tx engineTx) error {
			s.revision.Digest[0]++
			return writeMeta(tx, s.revision)
		}, "revision",
	},
	"Cayley forgets how much there is": {
		func(_ *Store, tx engineTx) error { return tx.del(bucketQuads, []byte("meta/horizon")) }, "0 assertions",
	},
	"a letter changes": {
		func(_ *Store, tx engineTx) error { return rewrite(tx, "Report 7", "Report 9") }, "",
	},
	"a letter changes in the evidence": {
		func(_ *Store, tx engineTx) error { return rewrite(tx, "method=STATED", "method=TAGGED") }, "",
	},
	"a node is broken": {
		func(_ *Store, tx engineTx) error { return rewrite(tx, "Report 7", "\xff\xff\xff\xff\xff\xff\xff\xff") }, "",
	},
}

// recorded are assertions as the second change has them.
func recorded(list []graph.Assertion) []graph.Assertion {
	for i := range list {
		list[i].Evidence.Change = 2
	}
	return list
}

// rewrite changes the letters of one of Cayley's values. Both words are equally long.
func rewrite(tx engineTx, from, to string) error {
	for key, value := range tx.scan(bucketQuads, []byte("log/")) {
		if bytes.Contains(value, []byte(from)) {
			return tx.put(bucketQuads, key, bytes.Replace(value, []byte(from), []byte(to), 1))
		}
	}
	return context.Canceled // nothing that a check would say
}

func TestACheckFindsWhatIsWrong(t *testing.T) {
	for name, harm := range harms {
		t.Run(name, func(t *testing.T) {
			b := inMemory(t)
			b.apply(change(many(12, 0)...))
			b.apply(retraction(many(2, 3)...))
			b.verify()
			if err := b.transaction(func(tx engineTx) error { return harm.do(b.Store, tx) }); err != nil {
				t.Fatal(err)
			}
			problems, err := b.Check(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			var said []string
			for _, problem := range problems {
				said = append(said, problem.Error())
			}
			if len(said) == 0 || !strings.Contains(strings.Join(said, "\n"), harm.says) {
				t.Errorf("the check says %q, want %q", said, harm.says)
			}
		})
	}
}

// TestASnapshotSaysWhenFactsAreMissing: Cayley ends its list early, without an error.
func TestASnapshotSaysWhenFactsAreMissing(t *testing.T) {
	b := inMemory(t)
	b.apply(change(many(12, 0)...))
	if err := b.transaction(func(tx engineTx) error { return tx.del(bucketQuads, []byte("meta/horizon")) }); err != nil {
		t.Fatal(err)
	}
	if err := b.Snapshot(t.Context(), readAll); err == nil {
		t.Error("an empty record is shown in the place of 12 facts")
	}
}
