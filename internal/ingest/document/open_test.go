package document_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"

	"github.com/wasl-graph/wasl/internal/ingest/document"
	"github.com/wasl-graph/wasl/internal/ingest/fault"
)

// The same few lines in three languages. No encoding of one byte has all of them.
const (
	latinText  = "Rückkehr und Wiedereingliederung: Stäbe, Größen.\r\nDéplacés à l’intérieur — Noël.\nPlain line\n"
	arabicText = "العودة إلى العراق، نُشر في مايو 2024\nالمؤلفون: ليلى الحسن (ICMPD)؟\nPlain line\n"
	mixedText  = "Return / العودة / Rückkehr 😀\nsecond line\n"
)

// wide is the text in UTF-16.
func wide(s string, big, mark bool) string {
	var out []byte
	if mark {
		s = "\ufeff" + s
	}
	for _, u := range utf16.Encode([]rune(s)) {
		if big {
			out = append(out, byte(u>>8), byte(u))
		} else {
			out = append(out, byte(u), byte(u>>8))
		}
	}
	return string(out)
}

// in is the text in a table of one byte a character.
func in(t testing.TB, table *charmap.Charmap, s string) string {
	t.Helper()
	out, err := table.NewEncoder().String(s)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// zipped is the text compressed.
func zipped(s string) string {
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	io.WriteString(w, s)
	w.Close()
	return out.String()
}

func TestEncodings(t *testing.T) {
	bare := strings.ReplaceAll(arabicText, "ُ", "")
	for _, test := range []struct{ name, raw, asked, want, encoding string }{
		{"ascii", "plain\n", "", "plain\n", "UTF-8"},
		{"utf-8", mixedText, "", mixedText, "UTF-8"},
		{"utf-8 with a mark", "\xef\xbb\xbf" + mixedText, "", mixedText, "UTF-8"},
		{"utf-16le with a mark", wide(mixedText, false, true), "", mixedText, "UTF-16LE"},
		{"utf-16be with a mark", wide(mixedText, true, true), "", mixedText, "UTF-16BE"},
		{"utf-16le", wide(mixedText, false, false), "", mixedText, "UTF-16LE"},
		{"utf-16be", wide(mixedText, true, false), "", mixedText, "UTF-16BE"},
		{"utf-16le in Arabic", wide(arabicText, false, false), "", arabicText, "UTF-16LE"},
		{"utf-16 by name", wide(arabicText, true, false), "UTF-16", arabicText, "UTF-16BE"},
		{"windows-1252", in(t, charmap.Windows1252, latinText), "", latinText, "windows-1252"},
		{"windows-1256", in(t, charmap.Windows1256, bare), "", bare, "windows-1256"},
		{"windows-1256 with signs on letters", in(t, charmap.Windows1256, arabicText), "", arabicText, "windows-1256"},
		{"one accent", "Caf\xe9 in Vienna\n", "", "Café in Vienna\n", "windows-1252"},
		{"one Arabic word", "Report: " + in(t, charmap.Windows1256, "الهجرة") + "\n", "", "Report: الهجرة\n", "windows-1256"},
		{"by name", "\xe1\xe2\n", "cp1256", "لâ\n", "windows-1256"},
		{"by another name", "\xe1\xe2\n", "Latin1", "áâ\n", "windows-1252"},
		{
			"declared", `<?xml version="1.0" encoding="ISO-8859-6"?><a>` + in(t, charmap.ISO8859_6, "الهجرة") + "</a>", "",
			`<?xml version="1.0" encoding="ISO-8859-6"?><a>الهجرة</a>`, "ISO-8859-6",
		},
		{"gzip", zipped(mixedText), "", mixedText, "UTF-8"},
		{"two pieces of gzip", zipped("one\n") + zipped("two\n"), "", "one\ntwo\n", "UTF-8"},
		{"gzip of utf-16", zipped(wide(mixedText, false, true)), "", mixedText, "UTF-16LE"},
	} {
		t.Run(test.name, func(t *testing.T) {
			doc, err := document.Open(t.Context(), "x.txt", strings.NewReader(test.raw), document.Options{Encoding: test.asked})
			if err != nil {
				t.Fatal(err)
			}
			if doc.Text != test.want || doc.Encoding != test.encoding {
				t.Errorf("read %q in %s; want %q in %s", doc.Text, doc.Encoding, test.want, test.encoding)
			}
			digest := sha256.Sum256([]byte(test.raw))
			if doc.SHA256 != hex.EncodeToString(digest[:]) {
				t.Errorf("the digest is %s", doc.SHA256)
			}
		})
	}
}

func TestFaults(t *testing.T) {
	packed := zipped(strings.Repeat("a line of text\n", 5000))
	spoilt := []byte(packed)
	spoilt[len(spoilt)/2] ^= 0xff
	for _, test := range []struct {
		name, raw, asked string
		line             int
		what             string
	}{
		{"pdf", "%PDF-1.7\n\x00", "", 0, "is a PDF; turn it into text first"},
		{"docx", "PK\x03\x04\x14\x00", "", 0, "is a ZIP archive, as Word"},
		{"doc", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00", "", 0, "older Word"},
		{"rtf", "{\\rtf1 text}", "", 0, "RTF"},
		{"gzip twice", zipped(packed), "", 0, "compressed twice"},
		{"gzip of a pdf", zipped("%PDF-1.7"), "", 0, "is a PDF"},
		{"zeros", "text\x00with\x00zeros and more", "", 0, "holds zero bytes"},
		{"controls", "\x01\x02\xe9\x03\x04\x05", "", 0, "is no text"},
		{"truncated gzip", packed[:len(packed)-20], "", 0, "cut off after"},
		{"truncated header", packed[:5], "", 0, "cut off after 0 bytes"},
		{"spoilt gzip", string(spoilt), "", 0, "damaged"},
		{"gzip and more", packed + "and a little more", "", 0, "stands something else"},
		{"bomb", zipped(strings.Repeat("0", 2<<20)), "", 0, "is larger than 1048576 bytes"},
		{"large", strings.Repeat("0", 2<<20), "", 0, "is larger than 1048576 bytes"},
		{"invalid utf-8", "línea\nniño\nse\xf1or\nmás\n", "", 3, "byte 16 of the file (F1) is not UTF-8"},
		{"invalid utf-8 with a mark", "\xef\xbb\xbfa\n\xff\n", "", 2, "is not UTF-8"},
		{"invalid utf-8 by name", "a\n\n\xe9\n", "utf-8", 3, "is not UTF-8"},
		{"half of a character", "مرحب\xd8", "", 1, "is not UTF-8"},
		{"no windows-1252", "caf\xe9\n\x81\n", "", 2, "(81) is not windows-1252"},
		{"odd utf-16", "\xff\xfea\x00b", "", 1, "(62) is not UTF-16LE"},
		{"half a pair", "\xff\xfea\x00\n\x00\x00\xd8b\x00", "", 2, "is not UTF-16LE"},
		{"unknown encoding", "text", "EBCDIC", 0, "is said to be in EBCDIC; expected one of UTF-8, UTF-16"},
		{"unknown declared encoding", `<?xml version="1.0" encoding="x-mac"?>`, "", 0, "is said to be in x-mac"},
		{"empty", "", "", 0, "is empty"},
		{"blank", "\xef\xbb\xbf \n", "", 0, "is empty"},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := document.Open(t.Context(), "x.txt", strings.NewReader(test.raw), document.Options{Encoding: test.asked, MaxBytes: 1 << 20})
			f, ok := errors.AsType[fault.Fault](err)
			if !ok || f.File != "x.txt" || f.Grade != fault.Broken || f.Line != test.line || !strings.Contains(f.What, test.what) {
				t.Errorf("got %v; want line %d and %q", err, test.line, test.what)
			}
		})
	}
}

// TestOtherErrors looks at what is wrong outside of the document.
func TestOtherErrors(t *testing.T) {
	broken := errors.New("disk on fire")
	_, err := document.Open(t.Context(), "x", io.MultiReader(strings.NewReader("text"), iotest.ErrReader(broken)), document.Options{})
	if !errors.Is(err, broken) {
		t.Errorf("got %v; want the reader's error", err)
	}
	if _, is := errors.AsType[fault.Fault](err); is {
		t.Error("the reader's error is no fault of the document")
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := document.Open(ctx, "x", strings.NewReader("text"), document.Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v; want that of the context", err)
	}
}

// TestExactLimit reads documents of just the size that is allowed.
func TestExactLimit(t *testing.T) {
	text := strings.Repeat("x", 1000)
	for _, raw := range []string{text, zipped(text)} {
		if _, err := document.Open(t.Context(), "x", strings.NewReader(raw), document.Options{MaxBytes: 1000}); err != nil {
			t.Error(err)
		}
	}
	if _, err := document.Open(t.Context(), "x", iotest.OneByteReader(strings.NewReader(text+"x")), document.Options{MaxBytes: 1000}); err == nil {
		t.Error("one byte more was read")
	}
}

// FuzzOpen looks that whatever is read is text, and that places stay within it.
func FuzzOpen(f *testing.F) {
	for _, s := range []string{mixedText, wide(mixedText, true, true), wide(arabicText, false, false), zipped(mixedText), in(f, charmap.Windows1252, latinText), "\xff\xfe\x00\xd8"} {
		f.Add([]byte(s), "")
	}
	f.Add([]byte(arabicText), "utf-16")
	f.Fuzz(func(t *testing.T, raw []byte, encoding string) {
		doc, err := document.Open(t.Context(), "x", bytes.NewReader(raw), document.Options{MaxBytes: 1 << 20, Encoding: encoding})
		if err != nil {
			if _, is := errors.AsType[fault.Fault](err); !is {
				t.Fatalf("%v is no fault", err)
			}
			return
		}
		checkPlaces(t, doc)
	})
}

func BenchmarkOpen(b *testing.B) {
	raw := strings.Repeat(mixedText, 20000)
	b.SetBytes(int64(len(raw)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := document.Open(b.Context(), "x", strings.NewReader(raw), document.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
