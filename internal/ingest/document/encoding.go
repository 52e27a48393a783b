package document

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// The names of the encodings of Unicode. They are those of the IANA, as are those of the tables below.
const (
	utf8Name    = "UTF-8"
	utf16LEName = "UTF-16LE"
	utf16BEName = "UTF-16BE"
)

// tables are the encodings of one byte a character. Where the standard and Windows differ in control characters alone,
// the table of Windows is meant, as on the web.
var tables = []struct {
	name  string
	other []string
	table *charmap.Charmap
}{
	{"windows-1252", []string{"cp1252", "iso-8859-1", "latin1"}, charmap.Windows1252},
	{"windows-1256", []string{"cp1256"}, charmap.Windows1256},
	{"ISO-8859-6", []string{"arabic"}, charmap.ISO8859_6},
	{"ISO-8859-15", []string{"latin-9"}, charmap.ISO8859_15},
}

// Encodings are the names by which an encoding can be asked for, in any mixture of capital and small letters.
func Encodings() []string {
	names := []string{utf8Name, "UTF-16", utf16LEName, utf16BEName}
	for _, t := range tables {
		names = append(names, t.name)
	}
	return names
}

// declared finds the encoding that the first line of an XML document names.
var declared = regexp.MustCompile(`^\s*<\?xml[^>]{0,200}?\sencoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']`)

// decode makes text of bytes. An encoding that was asked for comes first, then a byte order mark, then what XML declares,
// then what the bytes look like.
func decode(raw, asked string) (text, encoding string, err error) {
	if asked != "" {
		return decodeAs(raw, asked)
	}
	switch {
	case strings.HasPrefix(raw, "\xef\xbb\xbf"):
		return decodeAs(raw, utf8Name)
	case strings.HasPrefix(raw, "\xff\xfe"):
		return decodeAs(raw, utf16LEName)
	case strings.HasPrefix(raw, "\xfe\xff"):
		return decodeAs(raw, utf16BEName)
	}
	if m := declared.FindStringSubmatch(raw[:min(len(raw), 400)]); m != nil {
		return decodeAs(raw, m[1])
	}
	name, err := guess(raw)
	if err != nil {
		return "", "", err
	}
	return decodeAs(raw, name)
}

// decodeAs makes text of bytes in a named encoding.
func decodeAs(raw, asked string) (text, encoding string, err error) {
	name := strings.ToLower(asked)
	switch name {
	case "utf-8", "utf8", "us-ascii", "ascii":
		text, err = fromUTF8(raw)
		return text, utf8Name, err
	case "utf-16", "utf-16le", "utf-16be":
		return fromUTF16(raw, name == "utf-16be" || name == "utf-16" && bigEndian(raw))
	}
	for _, t := range tables {
		if strings.EqualFold(t.name, name) || slices.Contains(t.other, name) {
			text, err = fromTable(raw, t.name, t.table)
			return text, t.name, err
		}
	}
	return "", "", fmt.Errorf("is said to be in %s; expected one of %s", asked, strings.Join(Encodings(), ", "))
}

// badByte is a byte that the encoding does not know.
type badByte struct {
	encoding string
	line     int
	offset   int
	bytes    string
}

// Error says which byte stands where.
func (b badByte) Error() string {
	return fmt.Sprintf("byte %d of the file (% X) is not %s; expected text, in one of %s (--encoding NAME says in which)",
		b.offset+1, b.bytes, b.encoding, strings.Join(Encodings(), ", "))
}

// fromUTF8 is the text without a byte order mark. It copies nothing.
func fromUTF8(raw string) (string, error) {
	if !utf8.ValidString(raw) {
		return "", badByteAt(raw, invalidAt(raw, 0), 1, utf8Name)
	}
	if i := strings.IndexByte(raw, 0); i >= 0 {
		return "", badByteAt(raw, i, 1, "text")
	}
	return strings.TrimPrefix(raw, "\ufeff"), nil
}

// invalidAt is the offset of the first byte from start on that is not UTF-8, -1 if there is none.
func invalidAt(raw string, start int) int {
	for i := start; i < len(raw); {
		if raw[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(raw[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return -1
}

// badByteAt describes the byte with its line, lines being counted in raw bytes.
func badByteAt(raw string, offset, size int, encoding string) badByte {
	return badByte{
		encoding: encoding, line: strings.Count(raw[:offset], "\n") + 1,
		offset: offset, bytes: raw[offset:min(offset+size, len(raw))],
	}
}

// bigEndian says that the first byte of each pair is the high one: by the byte order mark, else by the zero bytes.
func bigEndian(raw string) bool {
	return strings.HasPrefix(raw, "\xfe\xff") || !strings.HasPrefix(raw, "\xff\xfe") && zeros(raw) == zerosFirst
}

// fromUTF16 decodes pairs of bytes. A half of a surrogate pair is refused, as is a last byte alone.
func fromUTF16(raw string, big bool) (text, encoding string, err error) {
	name, high := utf16LEName, 1
	if big {
		name, high = utf16BEName, 0
	}
	unit := func(i int) rune { return rune(raw[i+high])<<8 | rune(raw[i+1-high]) }
	var b strings.Builder
	b.Grow(len(raw) / 2)
	for i := 0; i < len(raw); i += 2 {
		if i+1 == len(raw) {
			return "", "", wideByteAt(raw, b.String(), i, name)
		}
		r := unit(i)
		if utf16.IsSurrogate(r) && i+3 < len(raw) && utf16.DecodeRune(r, unit(i+2)) != utf8.RuneError {
			r = utf16.DecodeRune(r, unit(i+2))
			i += 2
		}
		if r == 0 || utf16.IsSurrogate(r) {
			return "", "", wideByteAt(raw, b.String(), i, name)
		}
		if r != '\ufeff' || i > 0 {
			b.WriteRune(r)
		}
	}
	return b.String(), name, nil
}

// wideByteAt describes a pair of bytes behind the text that was read.
func wideByteAt(raw, text string, offset int, encoding string) badByte {
	b := badByteAt(raw, offset, 2, encoding)
	b.line = strings.Count(text, "\n") + 1
	return b
}

// fromTable decodes one byte a character. Control characters of the second table, which no document has, are refused.
func fromTable(raw, name string, table *charmap.Charmap) (string, error) {
	var text strings.Builder
	text.Grow(len(raw) + len(raw)/2)
	for i := range len(raw) {
		r := table.DecodeByte(raw[i])
		if r == 0 || r == utf8.RuneError || r >= 0x80 && r < 0xA0 {
			return "", badByteAt(raw, i, 1, name)
		}
		text.WriteRune(r)
	}
	return text.String(), nil
}
