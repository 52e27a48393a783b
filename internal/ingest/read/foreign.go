package read

import (
	"regexp"
	"strings"
)

// foreigners are formats that are known and not read, with what to do instead.
var foreigners = []struct {
	begins *regexp.Regexp
	what   string
}{
	{
		regexp.MustCompile(`\A(FN .*\n)?(VR 1\.0\s*\n)?PT [A-Z]\s*\n|\AFN .*\r?\nVR 1\.0`),
		"is the plain text format of Web of Science, not RIS; expected RIS or BibTeX, which Web of Science exports too",
	},
	{
		regexp.MustCompile(`\APMID- `),
		"is the format of MEDLINE and PubMed (nbib), not RIS; expected RIS, BibTeX or CSL-JSON, into which Zotero turns it",
	},
	{
		regexp.MustCompile(`\A%[0A-Z] \S`),
		"is the format of EndNote and refer; expected RIS or BibTeX, which EndNote exports too",
	},
	{
		regexp.MustCompile(`(?i)\A(<\?xml[^>]*>\s*)?(<!--[^>]*-->\s*)*(<!doctype html|<html)`),
		"is a web page; expected its text, or a list of publications that the site exports as RIS or BibTeX",
	},
	{
		regexp.MustCompile(`\A(<\?xml[^>]*>\s*)?<(\w+:)?modsCollection|\A(<\?xml[^>]*>\s*)?<(\w+:)?mods[\s>]`),
		"is MODS; expected Dublin Core, as OAI-PMH answers with metadataPrefix=oai_dc",
	},
	{
		regexp.MustCompile(`\A(<\?xml[^>]*>\s*)?<xml>\s*<records>`),
		"is the XML of EndNote; expected RIS or BibTeX, which EndNote exports too",
	},
}

// foreign says what the text is when its format is known and not read, "" otherwise.
func foreign(head string) string {
	for _, f := range foreigners {
		if f.begins.MatchString(strings.ReplaceAll(head[:min(len(head), 4096)], "\r\n", "\n")) {
			return f.what
		}
	}
	return ""
}
