package main

import (
	"encoding/json"
	"errors"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/wasl-graph/wasl/internal/access"
	"github.com/wasl-graph/wasl/internal/record"
	"github.com/wasl-graph/wasl/internal/server"
)

// makeToken makes a token as a process of its own and returns it.
func makeToken(t testing.TB, folder, role, name string) access.Secret {
	t.Helper()
	o := finish(t, process(t, "token", "create", "--role", role, "--name", name, "--data", folder))
	secret, err := access.Parse(strings.TrimSuffix(o.out, "\n"))
	if err != nil || o.code != 0 {
		t.Fatalf("%+v: %v", o, err)
	}
	if want := "token " + secret.ID() + " for " + name + ", " + role; !strings.HasPrefix(o.err, want) || strings.Contains(o.err, secret.Reveal()) {
		t.Errorf("it says %q, want %q", o.err, want)
	}
	return secret
}

var listed = regexp.MustCompile(`^ID +ROLE +CREATED +REVOKED +NAME
(\S+)  curator  \S+Z  (\S+) +زها حديد
$`)

// TestTokens makes a token, lists it and revokes it, in a folder that nobody has open.
func TestTokens(t *testing.T) {
	folder := seeded(t)
	if o := wasl(t, "token", "list", "--json", "--data", folder); o.code != 0 || o.out != "[]\n" || o.err != "" {
		t.Errorf("at first: %+v", o)
	}
	secret := makeToken(t, folder, "curator", "زها حديد")
	o := wasl(t, "token", "list", "--data", folder)
	if match := listed.FindStringSubmatch(o.out); match == nil || match[1] != secret.ID() || match[2] != "-" {
		t.Errorf("the list: %+v", o)
	}
	o = wasl(t, "token", "revoke", secret.ID(), "--data", folder)
	if !strings.HasPrefix(o.out, "token "+secret.ID()+" of زها حديد is revoked since ") || o.code != 0 || o.err != "" {
		t.Errorf("revoking: %+v", o)
	}
	if again := wasl(t, "token", "revoke", secret.ID(), "--data", folder); again != o {
		t.Errorf("revoking twice: %+v", again)
	}
	o = wasl(t, "token", "list", "--data", folder)
	if match := listed.FindStringSubmatch(o.out); match == nil || match[2] == "-" {
		t.Errorf("the list: %+v", o)
	}
	var list []server.TokenInfo
	o = wasl(t, "token", "list", "--json", "--data", folder)
	if err := json.Unmarshal([]byte(o.out), &list); err != nil || len(list) != 1 || list[0].ID != secret.ID() || list[0].Revoked.IsZero() {
		t.Errorf("the list: %+v, %v", o, err)
	}
	file, err := os.ReadFile(filepath.Join(folder, "graph.db"))
	if err != nil || strings.Contains(string(file), secret.Reveal()[14:]) {
		t.Errorf("the token is in the file, %v", err)
	}
}

// TestTokenOfAnEmptyFolder fills it first.
func TestTokenOfAnEmptyFolder(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "data")
	if o := wasl(t, "token", "list", "--data", folder); o.code != 1 || !strings.HasSuffix(sentence(t, o), "the data folder holds no graph yet") {
		t.Errorf("%+v", o)
	}
	o := wasl(t, "token", "create", "--role", "reader", "--name", "A harvester", "--data", folder)
	if _, err := access.Parse(strings.TrimSpace(o.out)); err != nil || !strings.Contains(o.err, "filling an empty data folder") {
		t.Errorf("%+v", o)
	}
}

func TestTokenUsage(t *testing.T) {
	folder := seeded(t)
	token := makeToken(t, folder, "reader", "A harvester")
	tests := []struct {
		args []string
		code int
		want string
	}{
		{[]string{"create"}, 2, `wasl: --role: "" is not valid; expected one of reader, curator, admin`},
		{[]string{"create", "--role", "anonymous", "--name", "x"}, 2, `wasl: --role: "anonymous" is not valid; expected one of reader, curator, admin`},
		{[]string{"create", "--role", "reader"}, 2, "wasl: --name: say whom or what the token is for"},
		{[]string{"create", "--role", "reader", "--name", "two\nlines"}, 1, `wasl: name: "two\nlines" is not valid; expected a text without control characters`},
		{[]string{"list", token.Reveal()}, 2, `wasl: "` + token.String() + `" is not expected here; see wasl token list --help`},
		{[]string{"revoke"}, 2, "wasl: expected the id of one token; wasl token list shows them"},
		{[]string{"revoke", "a", "b"}, 2, "wasl: expected the id of one token; wasl token list shows them"},
		{[]string{"revoke", "aaaaaaaa"}, 1, "wasl: no token has this id"},
		{[]string{"revoke", token.Reveal()}, 2, "wasl: name the token by its id, " + token.ID() + "; the token itself does not belong on a command line, where others can read it"},
	}
	for _, test := range tests {
		o := wasl(t, append(append([]string{"token"}, test.args...), "--data", folder)...)
		if got := sentence(t, o); got != test.want || o.code != test.code || o.out != "" {
			t.Errorf("%v: exit %d, %q, want %d, %q", test.args, o.code, got, test.code, test.want)
		}
	}
	if o := wasl(t, "token"); o.code != 2 || !strings.Contains(o.out, "revoke") {
		t.Errorf("alone: %+v", o)
	}
	if o := wasl(t, "serve", "--read-role", "king"); o.code != 2 || sentence(t, o) != `wasl: --read-role: role: "king" is not valid; expected one of reader, curator, admin` {
		t.Errorf("--read-role: %+v", o)
	}
}

// TestATokenThatCanNotBeShown exists all the same, so its id is said.
func TestATokenThatCanNotBeShown(t *testing.T) {
	folder := seeded(t)
	var errOut strings.Builder
	std := streams{strings.NewReader(""), broken{}, &errOut}
	code := run(t.Context(), []string{"token", "create", "--role", "reader", "--name", "x", "--data", folder}, std)
	got := sentence(t, outcome{err: errOut.String()})
	if code != 1 || !regexp.MustCompile(`^wasl: the token [a-z2-7]{8} was made but could not be shown; revoke it: the pipe is broken$`).MatchString(got) {
		t.Errorf("exit %d, %q", code, got)
	}
}

// TestLockedWithoutAServer: what holds the folder is no server, so there is nobody to speak with, whatever socket lies there.
func TestLockedWithoutAServer(t *testing.T) {
	folder := seeded(t)
	store, err := record.Open(t.Context(), folder)
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	for _, socket := range []bool{false, true} {
		if socket {
			write(t, filepath.Join(folder, "wasl.sock"), nil)
		}
		for _, args := range [][]string{{"check"}, {"token", "list"}, {"token", "create", "--role", "reader", "--name", "x"}, {"token", "revoke", "aaaaaaaa"}} {
			o := wasl(t, append(args, "--data", folder)...)
			if got := sentence(t, o); o.code != 1 || !strings.HasSuffix(got, record.ErrLocked.Error()) {
				t.Errorf("%v: exit %d, %q", args, o.code, got)
			}
		}
	}
	if err := socketBackup(t.Context(), folder, record.ErrLocked, nil); !errors.Is(err, record.ErrLocked) {
		t.Errorf("a backup: %v", err)
	}
}

// tryToken asks a server for something with a token and returns the status.
func tryToken(t testing.TB, address, token string) (status int, text string) {
	t.Helper()
	header := http.Header{"Accept-Language": {"en"}}
	if token != "" {
		header.Set("Authorization", "Bearer "+token)
	}
	status, _, text = send(t, http.MethodGet, address+"/graphql?query=%7Breports%7BtotalCount%7D%7D", header, nil)
	return status, text
}
