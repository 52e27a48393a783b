package record

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"
)

// spoilt expects that a record is not opened because of its journal, and that it opens as it was without it.
func spoilt(t *testing.T, spoil func(journal []byte) []byte) error {
	t.Helper()
	b := journalBook(t)
	leaveJournal(t, b)
	journal, err := os.ReadFile(b.journalFile())
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(b.journalFile(), spoil(journal), 0o600); err != nil {
		t.Fatal(err)
	}
	_, refusal := Open(t.Context(), b.folder)
	if refusal == nil {
		t.Fatal("it was opened")
	}
	if strings.Contains(refusal.Error(), "\n") || !strings.Contains(refusal.Error(), "journal") {
		t.Errorf("not one clear sentence about the journal: %v", refusal)
	}
	if err := os.Remove(b.journalFile()); err != nil {
		t.Fatal("the journal is gone: ", err)
	}
	b.Store = mustOpen(t, b.folder)
	b.verify()
	return refusal
}

// signed gives a journal a checksum that fits.
func signed(body []byte) []byte { return fmt.Appendf(body, "%x\n", sha256.Sum256(body)) }

// unsigned is a journal without its checksum.
func unsigned(journal []byte) []byte { return journal[:len(journal)-2*sha256.Size-1] }

func TestADamagedJournalIsRefused(t *testing.T) {
	for name, spoil := range map[string]func([]byte) []byte{
		"nothing in it":    func([]byte) []byte { return nil },
		"one letter":       func(j []byte) []byte { return j[:1] },
		"no checksum":      unsigned,
		"half of it":       func(j []byte) []byte { return j[:len(j)/2] },
		"a letter less":    func(j []byte) []byte { return j[:len(j)-1] },
		"a letter more":    func(j []byte) []byte { return append(j, '\n') },
		"another word":     func(j []byte) []byte { return bytes.Replace(j, []byte("editor"), []byte("edithr"), 1) },
		"a wrong checksum": func(j []byte) []byte { return append(unsigned(j), bytes.Repeat([]byte("0"), 65)...) },
		"another record's": func(j []byte) []byte {
			return signed(bytes.Replace(unsigned(j), []byte(`"Number":3`), []byte(`"Number":9`), 1))
		},
		"facts that it lost": func(j []byte) []byte {
			return signed(bytes.Replace(unsigned(j), []byte(`"asserted":35`), []byte(`"asserted":34`), 1))
		},
		"another beginning": func(j []byte) []byte {
			return signed(bytes.Replace(unsigned(j), []byte(journalLine), []byte("wasl journal 1\n"), 1))
		},
		"a part that nobody knows": func(j []byte) []byte {
			return signed(bytes.Replace(unsigned(j), []byte(journalLine+"+"), []byte(journalLine+"?"), 1))
		},
		"a value that is longer than the journal": func(j []byte) []byte {
			return signed(append([]byte(journalLine+"+\xff\xff\xff\xff\x7f"), unsigned(j)[len(journalLine)+2:]...))
		},
		"a negative number": func(j []byte) []byte {
			return signed(bytes.Replace(unsigned(j), []byte(`"asserted":35`), []byte(`"asserted":-1`), 1))
		},
		"another's beginning": func(j []byte) []byte {
			return signed(bytes.Replace(unsigned(j), []byte(`"source:new"`), []byte(`"source:old"`), 1))
		},
	} {
		t.Run(name, func(t *testing.T) {
			var damage *DamageError
			if err := spoilt(t, spoil); !errors.As(err, &damage) {
				t.Errorf("refused with %v", err)
			}
		})
	}
}

func TestAJournalOfANewerFormatIsRefused(t *testing.T) {
	b := journalBook(t)
	leaveJournal(t, b)
	journal, err := os.ReadFile(b.journalFile())
	if err != nil {
		t.Fatal(err)
	}
	later := signed(bytes.Replace(unsigned(journal), []byte(`"format":2`), []byte(`"format":3`), 1))
	if err := os.WriteFile(b.journalFile(), later, 0o600); err != nil {
		t.Fatal(err)
	}
	var format *FormatError
	if _, err := Open(t.Context(), b.folder); !errors.As(err, &format) || format.Found != 3 {
		t.Errorf("refused with %v", err)
	}
}
