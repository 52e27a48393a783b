package access

import (
	"regexp"
	"strings"
	"testing"

	"github.com/wasl-graph/wasl/graph"
)

// whole is the expression that the package comment gives to scanners for leaked secrets.
var whole = regexp.MustCompile(`\bwasl_[a-z2-7]{8}_[a-z2-7]{59}\b`)

func TestNewSecretsHaveTheForm(t *testing.T) {
	seen := map[string]bool{}
	for range 1000 {
		s := newSecret()
		text := s.Reveal()
		if whole.FindString(text) != text || seen[text] || seen[s.ID()] {
			t.Fatalf("made %q", text)
		}
		seen[text], seen[s.ID()] = true, true
		if read, err := Parse(text); err != nil || read.Reveal() != text || read.ID() != s.ID() {
			t.Fatalf("%q is read as %q, %v", text, read.Reveal(), err)
		}
		if got := whole.FindString("key = '" + text + "'"); got != text {
			t.Fatalf("a scanner finds %q", got)
		}
	}
}

// TestSlipsAreTold makes every mistake of one letter, and every change of places of two neighbours. The checksum is linear: what it
// tells in one token it tells in all.
func TestSlipsAreTold(t *testing.T) {
	text := newSecret().Reveal()
	refused := func(wrong string) {
		t.Helper()
		if _, err := Parse(wrong); wrong != text && graph.CodeOf(err) != graph.Unauthenticated {
			t.Errorf("%q passes for %q: %v", wrong, text, err)
		}
	}
	for i := range len(text) {
		for c := range 256 {
			refused(text[:i] + string([]byte{byte(c)}) + text[i+1:])
		}
		refused(text[:i])
		refused(text[i+1:])
		refused(text[:i] + text[i+1:])
		refused(text[:i] + "a" + text[i:])
		if i > 0 {
			refused(text[:i-1] + text[i:i+1] + text[i-1:i] + text[i+1:])
		}
	}
	for _, wrong := range []string{"", "wasl_", strings.ToUpper(text), text + "\n", " " + text, text + text, strings.Repeat("a", length)} {
		refused(wrong)
	}
}

func TestErrorsRepeatNothing(t *testing.T) {
	text := newSecret().Reveal()
	_, err := Parse(text[:length-1] + "!")
	if err == nil || strings.Contains(err.Error(), text[:idEnd+4]) {
		t.Errorf("it says %v", err)
	}
}

// FuzzParse holds the parser against the expression for scanners and the checksum.
func FuzzParse(f *testing.F) {
	good := newSecret().Reveal()
	for _, seed := range []string{good, good[1:], strings.ToUpper(good), "", "wasl_", "Bearer " + good, strings.Replace(good, "_", "-", 1), good + "=", "wasl_\x00"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		s, err := Parse(text)
		right := len(text) == length && whole.FindString(text) == text && checksum(text[:sumStart]) == text[sumStart:]
		if (err == nil) != right {
			t.Fatalf("%q: %v", text, err)
		}
		if err == nil && s.Reveal() != text || err != nil && s != (Secret{}) {
			t.Fatalf("%q is read as %q", text, s.Reveal())
		}
		// What a checksum makes a token is one.
		if len(text) >= sumStart {
			head := text[:sumStart]
			if made, err := Parse(head + checksum(head)); err == nil && !whole.MatchString(made.Reveal()) {
				t.Fatalf("%q is taken for a token", made.Reveal())
			}
		}
	})
}

func TestRedact(t *testing.T) {
	text := newSecret().Reveal()
	shown := text[:idEnd] + "_…"
	tests := []struct{ in, want string }{
		{"", ""},
		{"nothing of the kind", "nothing of the kind"},
		{"wasl", "wasl"},
		{"wasl_", "wasl_"},
		{"wasl_m4tq2x7d", "wasl_m4tq2x7d"},
		{"wasl_m4tq2x7d_…", "wasl_m4tq2x7d_…"},
		{text, shown},
		{"/x/" + text + "/y", "/x/" + shown + "/y"},
		{`"` + text + `" and "` + text + `"`, `"` + shown + `" and "` + shown + `"`},
		{"x" + text + "x", "x" + shown},
		{text[:idEnd+2], shown},
		{text[:40], shown},
		{strings.ToUpper(text), strings.ToUpper(text[:idEnd]) + "_…"},
		{"وصل " + text, "وصل " + shown},
	}
	for _, test := range tests {
		if got := Redact(test.in); got != test.want {
			t.Errorf("%q became %q, want %q", test.in, got, test.want)
		}
	}
}

// FuzzRedact puts a token into any text, and finds nothing of its secret there afterwards.
func FuzzRedact(f *testing.F) {
	text := newSecret().Reveal()
	f.Add("", "")
	f.Add("/graphql/", "?x")
	f.Add("WASL_", "wasl_m4tq2x7d_")
	f.Add("wasl_m4tq2x7d_", "")
	f.Add("wasl_m4tq", "_x")
	f.Add("wasl_m4tq2x7d_x", "")
	f.Fuzz(func(t *testing.T, before, after string) {
		if got := Redact(before + text + after); strings.Contains(got, text[idEnd+1:length]) {
			t.Errorf("%q is left", got)
		}
	})
}
