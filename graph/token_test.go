package graph_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/wasl-graph/wasl/graph"
)

// TestTokenCheck breaks a good token in one place each.
func TestTokenCheck(t *testing.T) {
	named := func(name string) func(*graph.Token) { return func(t *graph.Token) { t.Name = name } }
	tests := []struct {
		name     string
		spoil    func(*graph.Token)
		expected string // its key; "" for a token that is right
	}{
		{"as it is", func(*graph.Token) {}, ""},
		{"revoked", func(t *graph.Token) { t.Revoked = t.Created }, ""},
		{"Arabic", named("زها حديد"), ""},
		{"with marks of direction", named("مركز (ICMPD\u200f)"), ""},
		{"long", named(strings.Repeat("ة", 100)), ""},
		{"without an id", func(t *graph.Token) { t.ID = " " }, "text.blank"},
		{"for nobody", func(t *graph.Token) { t.Role = graph.Anonymous }, "one-of"},
		{"of no known role", func(t *graph.Token) { t.Role = graph.Admin + 1 }, "one-of"},
		{"never made", func(t *graph.Token) { t.Created = time.Time{} }, "timestamp"},
		{"without a name", named(""), "text.blank"},
		{"blank", named(" \t"), "text.blank"},
		{"untrimmed", named("Ada "), "text.trimmed"},
		{"too long", named(strings.Repeat("ة", 101)), "name.short"},
		{"not UTF-8", named("Ad\xe1"), "utf8"},
		{"of two lines", named("Ada\nroot"), "text.plain"},
		{"with an escape", named("Ada\x1b[2J"), "text.plain"},
		{"turned around", named("Ada\u202emoc"), "text.plain"},
		{"isolated", named("\u2067Ada\u2069"), "text.plain"},
	}
	for _, test := range tests {
		token := graph.Token{ID: "m4tq2x7d", Name: "Ada Lovelace", Role: graph.Curator, Created: time.Unix(1, 0)}
		test.spoil(&token)
		err := token.Check()
		if test.expected == "" {
			if err != nil {
				t.Errorf("%s: %v", test.name, err)
			}
			continue
		}
		if ours := new(graph.Error); !errors.As(err, &ours) || ours.Code != graph.BadInput || ours.Params["expected"] != test.expected {
			t.Errorf("%s: %v, want %s", test.name, err, test.expected)
		}
	}
}

// TestRoles: each role may do what those before it may, and nobody is UNAUTHENTICATED where somebody is FORBIDDEN.
func TestRoles(t *testing.T) {
	all := []graph.Role{graph.Anonymous, graph.Reader, graph.Curator, graph.Admin}
	for _, held := range all {
		for _, needed := range all {
			err := graph.Caller{Role: held}.Must(needed)
			switch want := graph.CodeOf(err); {
			case held >= needed && err != nil,
				held < needed && held == graph.Anonymous && want != graph.Unauthenticated,
				held < needed && held != graph.Anonymous && want != graph.Forbidden:
				t.Errorf("%s where %s is needed: %v", held, needed, err)
			}
		}
		if got, err := graph.ParseRole(held.String()); (err == nil) != (held != graph.Anonymous) || got != held && err == nil {
			t.Errorf("%s is read as %s, %v", held, got, err)
		}
	}
	for _, name := range []string{"", "Curator", "root", "UNKNOWN"} {
		if _, err := graph.ParseRole(name); err == nil || strings.Contains(err.Error(), "anonymous") {
			t.Errorf("%q: %v", name, err)
		}
	}
}
