package record

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/wasl-graph/wasl/graph"
)

func testToken(id string) graph.Token {
	return graph.Token{ID: id, Name: "زها حديد", Role: graph.Curator, Hash: sha256.Sum256([]byte(id)), Created: noon}
}

// holds expects the tokens that are given, and no others.
func (b *book) holds(want ...graph.Token) {
	b.t.Helper()
	if got, err := b.Tokens(); err != nil || !slices.Equal(got, want) {
		b.t.Errorf("it has %v, %v; want %v", got, err, want)
	}
}

// TestTokensAreKept beside the graph: they make no revision and stand in no log.
func TestTokensAreKept(t *testing.T) {
	onBoth(t, func(t *testing.T, b *book) {
		b.holds()
		before := b.Revision()
		first, second := testToken("aaaaaaaa"), testToken("bbbbbbbb")
		for _, token := range []graph.Token{second, first} {
			if err := b.PutToken(token); err != nil {
				t.Fatal(err)
			}
		}
		b.holds(first, second)
		first.Revoked = noon.Add(time.Hour)
		if err := b.PutToken(first); err != nil {
			t.Fatal(err)
		}
		b.reopen()
		b.holds(first, second)
		b.apply(change(label("report:a", "A")))
		b.holds(first, second)
		if got := b.Revision().Number; got != before.Number+1 {
			t.Errorf("revision %d, want %d", got, before.Number+1)
		}
	})
}

func TestAWrongTokenIsNotKept(t *testing.T) {
	b := inMemory(t)
	wrong := testToken("aaaaaaaa")
	wrong.Name = "two\nlines"
	if err := b.PutToken(wrong); graph.CodeOf(err) != graph.BadInput {
		t.Errorf("it ends with %v", err)
	}
	b.holds()
}

// TestTokensAgreeWithAMap does what comes to mind to a record and to a map.
func TestTokensAgreeWithAMap(t *testing.T) {
	b := inMemory(t)
	model := map[string]graph.Token{}
	rapid.Check(t, func(r *rapid.T) {
		r.Repeat(map[string]func(*rapid.T){
			"put": func(r *rapid.T) {
				token := testToken(rapid.StringMatching(`[a-z]{1,2}`).Draw(r, "id"))
				token.Role = rapid.SampledFrom([]graph.Role{graph.Reader, graph.Curator, graph.Admin}).Draw(r, "role")
				if rapid.Bool().Draw(r, "revoked") {
					token.Revoked = noon.Add(time.Minute)
				}
				if err := b.PutToken(token); err != nil {
					r.Fatal(err)
				}
				model[token.ID] = token
			},
			"": func(*rapid.T) {
				want := []graph.Token{}
				for _, id := range slices.Sorted(maps.Keys(model)) {
					want = append(want, model[id])
				}
				b.holds(want...)
			},
		})
	})
}

// TestATokenThatCouldNotBeWritten is not there, and those before it are.
func TestATokenThatCouldNotBeWritten(t *testing.T) {
	onBoth(t, func(t *testing.T, b *book) {
		before := testToken("aaaaaaaa")
		if err := b.PutToken(before); err != nil {
			t.Fatal(err)
		}
		revoked := before
		revoked.Revoked = noon
		for name, fail := range map[string]func(*faulty){
			"put": func(f *faulty) { f.failPut = 1 }, "commit": func(f *faulty) { f.failCommit = 1 }, "begin": func(f *faulty) { f.failBegin = true },
		} {
			f := b.makeFaulty()
			fail(f)
			if err := b.PutToken(revoked); err == nil || !injected(err) {
				t.Errorf("%s: it ends with %v", name, err)
			}
			f.heal()
			b.holds(before)
			b.apply(change(label("report:"+graph.ID(name), "A")))
		}
	})
}

// TestAFileFromBeforeThereWereTokens has none, and takes some.
func TestAFileFromBeforeThereWereTokens(t *testing.T) {
	b := &book{t: t, Store: mustOpen(t, oldFolder(t, "whole"))}
	b.holds()
	if err := b.PutToken(testToken("aaaaaaaa")); err != nil {
		t.Fatal(err)
	}
	b.reopen()
	b.holds(testToken("aaaaaaaa"))
}

// TestDamagedTokens turns over every bit of an entry, and files it under another id. No such token is taken for a good one, and a check
// names it.
func TestDamagedTokens(t *testing.T) {
	token := testToken("aaaaaaaa")
	value, err := encodeToken(token)
	if err != nil {
		t.Fatal(err)
	}
	for bit := range len(value) * 8 {
		bad := bytes.Clone(value)
		bad[bit/8] ^= 1 << (bit % 8)
		if got, err := decodeToken([]byte(token.ID), bad); err == nil && got != token {
			t.Fatalf("bit %d: %s is read as %v", bit, bad, got)
		}
	}
	b := inMemory(t)
	err = b.transaction(func(tx engineTx) error {
		return errors.Join(tx.put(bucketTokens, []byte("aaaaaaab"), value), tx.put(bucketTokens, []byte("c"), []byte("{")))
	})
	if err != nil {
		t.Fatal(err)
	}
	damage := new(DamageError)
	if _, err := b.Tokens(); !errors.As(err, &damage) || !strings.Contains(damage.What, "aaaaaaab") {
		t.Errorf("reading ends with %v", err)
	}
	problems, err := b.Check(t.Context())
	if err != nil || len(problems) != 2 || !strings.Contains(problems[0].Error(), "aaaaaaab") {
		t.Errorf("a check finds %v, %v", problems, err)
	}
}

func TestTokensOfAClosedRecord(t *testing.T) {
	b := onDisk(t)
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := b.Tokens(); !errors.Is(err, errClosed) {
		t.Errorf("reading ends with %v", err)
	}
	if err := b.PutToken(testToken("aaaaaaaa")); !errors.Is(err, errClosed) {
		t.Errorf("writing ends with %v", err)
	}
	if _, err := b.checkTokens(); !errors.Is(err, errClosed) {
		t.Errorf("checking ends with %v", err)
	}
}

// TestASocketIsNobodyElses: a folder with nothing but what a server left behind is empty, and one with a graph is a data folder.
func TestASocketIsNobodyElses(t *testing.T) {
	folder := putFile(t, socketName, "")
	if err := os.Mkdir(filepath.Join(folder, socketFolder), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := notOpened(t, folder); !errors.Is(err, ErrEmpty) {
		t.Errorf("alone: %v", err)
	}
	b := inFolder(t, folder)
	b.reopen()
	b.verify()
}
