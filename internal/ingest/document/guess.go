package document

import (
	"errors"
	"strings"
	"unicode/utf8"
)

// guess says in which encoding bytes without a mark are: by their zero bytes, then as UTF-8, then by how those above ASCII
// stand together. What is UTF-8 but for a few bytes is UTF-8 that was damaged, not an older encoding.
func guess(raw string) (string, error) {
	switch zeros(raw) {
	case zerosFirst:
		return utf16BEName, nil
	case zerosSecond:
		return utf16LEName, nil
	case zerosAnywhere:
		return "", errors.New("holds zero bytes, so it is no text; turn it into text first")
	}
	first := invalidAt(raw, 0)
	if first < 0 {
		return utf8Name, nil
	}
	good, bad := sequences(raw)
	if good >= bad {
		return "", badByteAt(raw, first, 1, utf8Name)
	}
	if controls(raw)*20 > len(raw) {
		return "", errors.New("is no text; turn it into text first")
	}
	if arabic(raw) {
		return "windows-1256", nil
	}
	return "windows-1252", nil
}

// Where the zero bytes of a file stand.
type zeroBytes int

const (
	zerosNowhere zeroBytes = iota
	zerosFirst             // in the first byte of a pair, as in UTF-16BE
	zerosSecond            // in the second byte of a pair, as in UTF-16LE
	zerosAnywhere
)

// zeros looks where the zero bytes stand. In UTF-16 every space, digit and line end has one, always on the same side; text
// in it has at least one in fifty characters. Few characters have one on the other side.
func zeros(raw string) zeroBytes {
	if strings.IndexByte(raw, 0) < 0 {
		return zerosNowhere
	}
	var side [2]int
	for i := range len(raw) {
		if raw[i] == 0 {
			side[i%2]++
		}
	}
	switch {
	case len(raw)%2 != 0 || (side[0]+side[1])*100 < len(raw):
		return zerosAnywhere
	case side[0] > 10*side[1]:
		return zerosFirst
	case side[1] > 10*side[0]:
		return zerosSecond
	}
	return zerosAnywhere
}

// sequences counts the characters above ASCII that are right in UTF-8, and the bytes that are not.
func sequences(raw string) (good, bad int) {
	for i := 0; i < len(raw); {
		if raw[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(raw[i:])
		if r == utf8.RuneError && size == 1 {
			bad++
		} else {
			good++
		}
		i += size
	}
	return good, bad
}

// controls counts control characters that no text has.
func controls(raw string) int {
	n := 0
	for i := range len(raw) {
		if raw[i] < ' ' && !strings.ContainsRune("\t\n\f\r\x1a", rune(raw[i])) || raw[i] == 0x7f {
			n++
		}
	}
	return n
}

// arabic says that the bytes above ASCII are Arabic letters rather than accented Latin ones. Arabic words are made of them
// alone, so that most have another beside them; accented letters stand between plain ones.
func arabic(raw string) bool {
	together, between := 0, 0
	for i := 1; i < len(raw); i++ {
		a, b := raw[i-1], raw[i]
		switch {
		case letter1256(a) && letter1256(b):
			together++
		case letter1256(a) && latin(b), latin(a) && letter1256(b):
			between++
		}
	}
	return together > between
}

// letter1256 says that the byte is an Arabic letter in Windows-1256. There the French ones stand between them.
func letter1256(b byte) bool {
	if b < 0xC0 { // letters of Persian and Urdu
		return strings.IndexByte("\x81\x8D\x8E\x90\x98\x9A", b) >= 0
	}
	return b < 0xF0 && strings.IndexByte("\xD7\xE0\xE2\xE7\xE8\xE9\xEA\xEB\xEE\xEF", b) < 0
}

// latin says that the byte is a plain Latin letter.
func latin(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' }
