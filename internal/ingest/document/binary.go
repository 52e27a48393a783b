package document

import (
	"fmt"
	"strings"
)

// magics are the first bytes of files that are no text, with what to do instead.
var magics = []struct{ first, what, instead string }{
	{"%PDF-", "a PDF", "turn it into text first, with pdftotext for instance"},
	{"PK\x03\x04", "a ZIP archive, as Word, Excel and OpenDocument files are too", "unpack it, or save the document as text or CSV"},
	{"PK\x05\x06", "an empty ZIP archive", "unpack what it was made from"},
	{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a file of an older Word, Excel or PowerPoint", "save the document as text or CSV"},
	{"{\\rtf", "a document in RTF", "save it as plain text"},
	{"\x1f\x8b", "compressed twice with gzip", "unpack it once"},
	{"BZh", "compressed with bzip2", "unpack it, or compress it with gzip"},
	{"\xfd7zXZ\x00", "compressed with xz", "unpack it, or compress it with gzip"},
	{"(\xb5/\xfd", "compressed with zstd", "unpack it, or compress it with gzip"},
	{"7z\xbc\xaf\x27\x1c", "a 7z archive", "unpack it"},
	{"Rar!\x1a\x07", "a RAR archive", "unpack it"},
	{"\x89PNG\r\n", "a picture (PNG)", "turn it into text first"},
	{"\xff\xd8\xff", "a picture (JPEG)", "turn it into text first"},
	{"GIF8", "a picture (GIF)", "turn it into text first"},
	{"II*\x00", "a picture (TIFF)", "turn it into text first"},
	{"MM\x00*", "a picture (TIFF)", "turn it into text first"},
	{"%!PS", "a PostScript file", "turn it into text first"},
	{"SQLite format 3\x00", "a database (SQLite), as Zotero keeps its library in", "export the library as RIS or BibTeX"},
	{"\x7fELF", "a program", "import a document"},
}

// binary says what the file is when it is no text, and what to do with it; "" for what may be text.
func binary(raw string) string {
	for _, m := range magics {
		if strings.HasPrefix(raw, m.first) {
			return fmt.Sprintf("is %s; %s", m.what, m.instead)
		}
	}
	if len(raw) > 262 && raw[257:262] == "ustar" {
		return "is a tar archive; unpack it"
	}
	return ""
}
