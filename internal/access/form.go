package access

import (
	"crypto/rand"
	"encoding/base32"
	"encoding/binary"
	"hash/crc32"
	"regexp"
	"strings"

	"github.com/wasl-graph/wasl/graph"
)

// The parts of a token, in the order in which they stand there. Their lengths are in letters.
const (
	prefix       = "wasl_"
	idLength     = 8  // of 5 bytes
	secretLength = 52 // of 32 bytes
	sumLength    = 7  // of 4 bytes
	idEnd        = len(prefix) + idLength
	sumStart     = idEnd + len("_") + secretLength
	length       = sumStart + sumLength
)

var letters = base32.NewEncoding("abcdefghijklmnopqrstuvwxyz234567").WithPadding(base32.NoPadding)

var errMalformed = graph.NewError(graph.Unauthenticated, "access.token.malformed",
	"the token has a mistake in it, or is none of Wasl's; copy it once more from where it was kept", nil)

// newSecret makes a token that nobody can guess.
func newSecret() Secret {
	var random [5 + 32]byte
	_, _ = rand.Read(random[:]) // it ends the program rather than fail
	text := prefix + letters.EncodeToString(random[:5]) + "_" + letters.EncodeToString(random[5:])
	text += checksum(text)
	return Secret{&text}
}

// Parse reads a token as it was shown. It says of a text whether it has the form of a token and its checksum, and not whether
// anybody has given it out. The error is UNAUTHENTICATED and does not repeat the text.
func Parse(text string) (Secret, error) {
	if len(text) != length || !strings.HasPrefix(text, prefix) || text[idEnd] != '_' {
		return Secret{}, errMalformed
	}
	if !inAlphabet(text[len(prefix):idEnd]) || !inAlphabet(text[idEnd+1:]) || checksum(text[:sumStart]) != text[sumStart:] {
		return Secret{}, errMalformed
	}
	return Secret{&text}, nil
}

func inAlphabet(text string) bool {
	for i := range len(text) {
		if c := text[i]; (c < 'a' || c > 'z') && (c < '2' || c > '7') {
			return false
		}
	}
	return true
}

// checksum tells slips from tokens: every wrong letter, and every two letters that changed places, make another one.
func checksum(text string) string {
	var sum [4]byte
	binary.BigEndian.PutUint32(sum[:], crc32.ChecksumIEEE([]byte(text)))
	var shown [sumLength]byte
	letters.Encode(shown[:], sum[:])
	return string(shown[:])
}

// tokenLike finds what may be a token, whole, cut off or with a mistake in it. What joins it is taken for a part of it: before a token
// may stand what only begins like one.
var tokenLike = regexp.MustCompile(`(?i)(wasl_[a-z0-9]{8})_[a-z0-9_]+`)

// Redact takes out of a text whatever looks like the secret part of a token, and leaves the rest as it is. It is for what people
// have put where no token belongs, such as an address or a command line.
func Redact(text string) string {
	if !mayHold(text) { // most do not
		return text
	}
	return tokenLike.ReplaceAllString(text, "${1}_…")
}

// mayHold looks for the prefix in letters of either case.
func mayHold(text string) bool {
	for i := range max(0, len(text)-idEnd) {
		if text[i]|0x20 == prefix[0] && strings.EqualFold(text[i:i+len(prefix)], prefix) {
			return true
		}
	}
	return false
}
