package main

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/record"
)

// TestDamage flips single bits of a graph, everywhere in its file. A check then says what is damaged and exits with 3, or
// the record holds as many facts, sources and changes as it did: nothing is lost, though a letter within a text may be
// another one, since nothing else says what it should be. A check never ends in any other way, and never with a trace.
func TestDamage(t *testing.T) {
	folder := seeded(t)
	name := filepath.Join(folder, "graph.db")
	good, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	want := contents(t, folder)
	seed := uint64(time.Now().UnixNano())
	found := 0
	places := damagePlaces(good, rand.New(rand.NewPCG(seed, 0)))
	for _, at := range places {
		bad := bytes.Clone(good)
		bad[at/8] ^= 1 << (at % 8)
		write(t, name, bad)
		o := finish(t, process(t, "check", "--data", folder))
		switch {
		case o.code == 3 && o.err != "" && o.out == "" && strings.Contains(o.err, "data folder "+folder) && !internals.MatchString(o.err):
			found++
		case o.code == 0 && o.err == "":
			if got := contents(t, folder); len(got) != len(want) {
				t.Errorf("bit %d: a check finds no problem, but %d of %d lines are recorded", at, len(got), len(want))
			} else if !slices.Equal(got, want) {
				t.Logf("bit %d changed a text", at)
			}
		default:
			t.Errorf("bit %d: exit %d, %s%s", at, o.code, o.out, o.err)
		}
	}
	if found == 0 || t.Failed() {
		t.Errorf("%d of %d bits were found, seed %d", found, len(places), seed)
	}
}

// damagePlaces are bits at the head of the file and of its pages, in entries, and anywhere.
func damagePlaces(file []byte, random *rand.Rand) []int {
	const page = 4096
	var places []int
	for range 3 {
		places = append(places, random.IntN(2*page*8)) // the heads
	}
	for range 8 {
		places = append(places, random.IntN(len(file)/page)*page*8+random.IntN(32*8)) // of any page
	}
	for _, text := range []string{`{"format":2,`, "source:icmpd-publications", "Iraq", "person:elena-petreska", `"seed graph"`} {
		if i := bytes.Index(file, []byte(text)); i >= 0 {
			places = append(places, (i+random.IntN(len(text)))*8+random.IntN(8))
		}
	}
	for range 6 {
		places = append(places, random.IntN(len(file)*8))
	}
	return places
}

// contents is everything that a record holds, a line each, in a form that can be compared.
func contents(t *testing.T, folder string) []string {
	t.Helper()
	store, err := record.Open(t.Context(), folder)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	err = store.Snapshot(t.Context(), func(s graph.Snapshot) error {
		for _, v := range []any{s.Revision, s.Changes, s.Sources} {
			text, err := json.Marshal(v)
			if err != nil {
				return err
			}
			all = append(all, string(text))
		}
		for a, err := range s.Assertions {
			if err != nil {
				return err
			}
			text, err := json.Marshal(a)
			if err != nil {
				return err
			}
			all = append(all, string(text))
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
	if err := store.Close(); err != nil {
		t.Error(err)
	}
	slices.Sort(all)
	return all
}
