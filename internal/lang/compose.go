package lang

import "golang.org/x/text/unicode/norm"

// Composed is a text in the form in which it is kept: letters with their marks as one character where there is one (NFC), so
// that what looks the same is the same.
func Composed(s string) string { return norm.NFC.String(s) }
