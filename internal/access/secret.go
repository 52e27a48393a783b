package access

import (
	"fmt"
	"io"
	"log/slog"
)

// Secret is a token itself, as [Parse] read it or [Keeper.Create] made it. However it is printed, logged or encoded, alone or within
// something else, only the token's id shows; [Secret.Reveal] alone gives the text. The zero Secret is no token.
type Secret struct {
	// A pointer, since fmt does not ask the methods of what lies in fields that are not exported, and prints what it finds.
	text *string
}

// Reveal is the token in full, "" for the zero Secret. There are two places for it: the screen of whoever made the token, and the
// header of a request.
func (s Secret) Reveal() string {
	if s.text == nil {
		return ""
	}
	return *s.text
}

// ID is the token's id, which is no secret; "" for the zero Secret.
func (s Secret) ID() string {
	if s.text == nil {
		return ""
	}
	return (*s.text)[len(prefix):idEnd]
}

// String shows the id alone.
func (s Secret) String() string {
	if s.text == nil {
		return "no token"
	}
	return prefix + s.ID() + "_…"
}

// GoString shows the id alone.
func (s Secret) GoString() string { return "access.Secret(" + s.String() + ")" }

// Format shows the id alone, whatever the verb.
func (s Secret) Format(f fmt.State, verb rune) {
	text := s.String()
	if verb == 'v' && f.Flag('#') {
		text = s.GoString()
	}
	_, _ = io.WriteString(f, text) // it belongs to fmt, which sees to errors
}

// LogValue shows the id alone.
func (s Secret) LogValue() slog.Value { return slog.StringValue(s.String()) }

// MarshalText shows the id alone, in JSON and in other encodings.
func (s Secret) MarshalText() ([]byte, error) { return []byte(s.String()), nil }
