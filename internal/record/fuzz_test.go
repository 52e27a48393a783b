package record

import (
	"bytes"
	"os"
	"testing"

	"github.com/cayleygraph/quad"

	"github.com/wasl-graph/wasl/graph"
)

// FuzzEvidence writes evidence as an IRI and reads it back.
func FuzzEvidence(f *testing.F) {
	f.Add("list", uint8(0), uint8(0), uint8(1), 2, 3, "#Policy & practice", 4, "Dr. J. Doe", "icmpd", "ICMPD, Wien", uint32(5), uint8(1), uint8(2), "Titel")
	f.Add("a", uint8(3), uint8(1), uint8(2), 1204, 1236, "كلمات?=&#+%20", 0, "", "", "", uint32(0), uint8(0), uint8(0), "نص")
	f.Fuzz(func(t *testing.T, source string, method, rule, unit uint8, start, end int, words string, position int,
		as, organisation, organisationAs string, number uint32, kind, standing uint8, text string,
	) {
		a := label("report:a", text)
		a.Object.Text.Kind, a.Object.Text.Standing = graph.TextKind(kind), graph.LabelStanding(standing)
		a.Evidence = graph.Evidence{
			Source: graph.SourceID("source:" + source), Method: graph.Method(method), Words: words, Change: number,
			Place:   graph.Place{Unit: graph.PlaceUnit(unit), Start: start, End: end},
			Printed: graph.Printed{Position: position, As: as, AffiliationAs: organisationAs},
		}
		if organisation != "" {
			a.Evidence.Printed.Affiliation = graph.ID("organisation:" + organisation)
		}
		if rule > 0 {
			a.Evidence.Rule = []graph.Rule{graph.TitleNamesPart, graph.TitleNamesPlace}[rule%2]
		}
		if a.Check() != nil {
			return // nothing that the record would be given
		}
		evidence, readText, err := decodeEvidence(encodeEvidence(a.Evidence, a.Object))
		if err != nil || evidence != a.Evidence {
			t.Errorf("%+v comes back as %+v, %v", a.Evidence, evidence, err)
		}
		if readText.Kind != a.Object.Text.Kind || readText.Standing != a.Object.Text.Standing {
			t.Errorf("%v and %v come back as %v and %v", a.Object.Text.Kind, a.Object.Text.Standing, readText.Kind, readText.Standing)
		}
		packed, err := packOne(a)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := packed.assertion(); err != nil || got != a {
			t.Errorf("%+v is unpacked as %+v, %v", a, got, err)
		}
	})
}

// FuzzDecodeEvidence reads any IRI: an error or evidence, never a panic. What is read is written so that it is read again.
func FuzzDecodeEvidence(f *testing.F) {
	f.Add("source:icmpd-publications?change=1&method=TAGGED&words=%23Policy#line=7,8")
	f.Add("source:a?method=INFERRED&rule=title-names-part&kind=ORIGINAL&standing=ATTESTED#char=0,3")
	f.Add("source:a?affiliation=organisation:a&affiliatedAs=A&as=B&position=3")
	f.Add("?#")
	f.Add("a?b=%zz#line=x,y")
	f.Fuzz(func(t *testing.T, iri string) {
		e, text, err := decodeEvidence(quad.IRI(iri))
		if err != nil || e.Place.Start < 0 || e.Printed.Position < 0 {
			return
		}
		again, _, err := decodeEvidence(encodeEvidence(e, graph.Object{Text: text}))
		if err != nil || again != e {
			t.Errorf("%s is read as %+v, and then as %+v, %v", iri, e, again, err)
		}
	})
}

// FuzzJournal reads any journal: an error or a change, never a panic.
func FuzzJournal(f *testing.F) {
	b := inMemory(f)
	applied, err := b.settle(change(label("report:a", "A")), newProgress(&b.ledger, b.Store.revision))
	if err != nil {
		f.Fatal(err)
	}
	folder := f.TempDir()
	if err := diskFiles.writeJournal(folder, applied); err != nil {
		f.Fatal(err)
	}
	journal, err := os.ReadFile(folder + "/" + journalName)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(unsigned(journal))
	f.Add([]byte(journalLine))
	f.Add([]byte(journalLine + "+\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01"))
	f.Add([]byte(journalLine + ".\x02{}"))
	f.Add([]byte(journalLine + `.\x40{"format":1,"asserted":-1}`))
	f.Fuzz(func(t *testing.T, body []byte) {
		if err := os.WriteFile(journalFile(folder), signed(body), 0o600); err != nil {
			t.Fatal(err)
		}
		j, err := readJournal(folder)
		if err != nil {
			return
		}
		n := 0
		for range j.quads() {
			n++
		}
		if n != j.head.Asserted || n > len(body) {
			t.Errorf("%d quads from %q", n, body)
		}
	})
}

// FuzzBoltFile looks at any file as if it were bbolt's: an error or none, never a panic.
func FuzzBoltFile(f *testing.F) {
	b := onDisk(f)
	if err := b.Close(); err != nil {
		f.Fatal(err)
	}
	file, err := os.ReadFile(b.folder + "/" + graphName)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(file[:8*pageSize], 0, byte(0))
	f.Add(file[:8*pageSize], 2*pageSize+8, byte(1))
	f.Add(file[:100], 0, byte(0))
	f.Add([]byte(nil), 0, byte(0))
	f.Fuzz(func(_ *testing.T, file []byte, place int, mask byte) {
		if place >= 0 && place < len(file) {
			file = bytes.Clone(file)
			file[place] ^= mask
		}
		r := bytes.NewReader(file)
		if meta, err := readBoltMeta(r, 0); err != nil || meta.pages > int64(len(file)) {
			return // a file of that size would have been refused before
		}
		_ = verifyPages(r, true) // an error of any kind
	})
}
