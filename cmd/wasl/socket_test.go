//go:build unix

package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/wasl-graph/wasl/internal/record"
	"github.com/wasl-graph/wasl/internal/server"
)

// TestTokensWhileServing makes tokens in a serving process and ends them. Both count at once, and the token itself is nowhere but where
// it was printed.
func TestTokensWhileServing(t *testing.T) {
	folder := seeded(t)
	p := startProcess(t, folder, "--debug", "--read-role", "reader")
	if status, text := tryToken(t, p.address, ""); status != http.StatusUnauthorized || !strings.Contains(text, `"UNAUTHENTICATED"`) {
		t.Errorf("nobody gets %d %s", status, text)
	}
	secret := makeToken(t, folder, "reader", "A harvester")
	if status, text := tryToken(t, p.address, secret.Reveal()); status != http.StatusOK || !strings.Contains(text, `"totalCount":16`) {
		t.Errorf("it gets %d %s", status, text)
	}
	if o := finish(t, process(t, "token", "list", "--data", folder)); o.code != 0 || !strings.Contains(o.out, secret.ID()) {
		t.Errorf("the list: %+v", o)
	}
	for _, wrong := range []string{secret.Reveal()[1:], secret.Reveal() + "a", "x"} {
		if status, _ := tryToken(t, p.address, wrong); status != http.StatusUnauthorized {
			t.Errorf("a wrong token gets %d", status)
		}
	}
	send(t, http.MethodGet, p.address+"/nothing/"+secret.Reveal()+"?token="+secret.Reveal(), http.Header{}, nil)
	nowhere(t, p, secret.Reveal()[14:])

	o := finish(t, process(t, "token", "revoke", secret.ID(), "--data", folder))
	if o.code != 0 || !strings.HasPrefix(o.out, "token "+secret.ID()+" of A harvester is revoked since ") || o.err != "" {
		t.Errorf("revoking: %+v", o)
	}
	if status, text := tryToken(t, p.address, secret.Reveal()); status != http.StatusUnauthorized || strings.Contains(text, secret.Reveal()[14:]) {
		t.Errorf("once revoked it gets %d %s", status, text)
	}
	deliver(t, p.cmd, syscall.SIGTERM)
	if code := wait(t, p.cmd); code != 0 {
		t.Errorf("exit %d: %s", code, p.errOut)
	}
	nowhere(t, p, secret.Reveal()[14:])
	if !strings.Contains(p.errOut.String(), "token="+secret.ID()) {
		t.Error("the log does not say whose request it was")
	}
	if _, err := os.Lstat(filepath.Join(folder, "wasl.sock")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the socket is left: %v", err)
	}
}

// nowhere looks for a secret in what the server logs, and in what every user of the machine may read of its process.
func nowhere(t *testing.T, p *started, secret string) {
	t.Helper()
	places := map[string]string{"log": p.errOut.String()}
	for _, name := range []string{"cmdline", "environ", "comm"} {
		text, err := os.ReadFile(fmt.Sprintf("/proc/%d/%s", p.cmd.Process.Pid, name))
		if err == nil { // only Linux has them, and only while the process lives
			places[name] = string(text)
		}
	}
	for place, text := range places {
		if strings.Contains(text, secret[:16]) {
			t.Errorf("it is in the %s: %s", place, text)
		}
	}
}

// TestCheckWhileServing says what it says when nobody serves.
func TestCheckWhileServing(t *testing.T) {
	folder := seeded(t)
	want := wasl(t, "check", "--data", folder)
	p := startProcess(t, folder)
	if got := finish(t, process(t, "check", "--data", folder)); got != want || got.code != 0 {
		t.Errorf("it says %+v, want %+v", got, want)
	}
	if got := ask(t, p.address, `{reports{totalCount}}`, "en"); got != `{"data":{"reports":{"totalCount":16}}}` {
		t.Errorf("the server answers %s", got)
	}
}

// TestAKilledServerLeavesNothingInTheWay: neither of the commands nor of the next server.
func TestAKilledServerLeavesNothingInTheWay(t *testing.T) {
	folder := seeded(t)
	p := startProcess(t, folder)
	secret := makeToken(t, folder, "curator", "Ada")
	deliver(t, p.cmd, syscall.SIGKILL)
	wait(t, p.cmd)
	if info, err := os.Lstat(filepath.Join(folder, "wasl.sock")); err != nil || info.Mode().Type() != fs.ModeSocket {
		t.Fatalf("no socket is left: %v", err)
	}
	if o := wasl(t, "token", "list", "--data", folder); o.code != 0 || !strings.Contains(o.out, secret.ID()) {
		t.Errorf("the list: %+v", o)
	}
	if o := wasl(t, "check", "--data", folder); o.code != 0 {
		t.Errorf("a check: %+v", o)
	}
	again := startProcess(t, folder)
	if status, text := tryToken(t, again.address, secret.Reveal()); status != http.StatusOK {
		t.Errorf("the token gets %d %s", status, text)
	}
	if o := finish(t, process(t, "token", "revoke", secret.ID(), "--data", folder)); o.code != 0 {
		t.Errorf("revoking: %+v", o)
	}
	if status, _ := tryToken(t, again.address, secret.Reveal()); status != http.StatusUnauthorized {
		t.Errorf("once revoked it gets %d", status)
	}
}

// standIn serves a socket in a folder that is locked, as a server would.
func standIn(t *testing.T, o server.LocalOptions) (folder string) {
	t.Helper()
	folder = seeded(t)
	store, err := record.Open(t.Context(), folder)
	if err != nil {
		t.Fatal(err)
	}
	listener, err := server.ListenSocket(t.Context(), folder)
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- server.ServeSocket(ctx, listener, server.NewLocal(o), nil) }()
	t.Cleanup(func() {
		stop()
		if err := errors.Join(<-ended, store.Close()); err != nil {
			t.Error(err)
		}
	})
	return folder
}

// TestProblemsWhileServing are said, and end with 3.
func TestProblemsWhileServing(t *testing.T) {
	folder := standIn(t, server.LocalOptions{Check: func(context.Context) (server.Checked, error) {
		return server.Checked{Problems: []string{"one", "another"}, Revision: "1-00"}, nil
	}})
	o := wasl(t, "check", "--data", folder)
	if want := "one\nanother\nwasl: data folder " + folder + " is damaged, see above; make no more changes, and restore the newest backup into a new folder with wasl restore\n"; o != (outcome{3, "", want}) {
		t.Errorf("%+v", o)
	}
	folder = standIn(t, server.LocalOptions{Check: func(context.Context) (server.Checked, error) {
		return server.Checked{}, errors.New("the record is closed")
	}})
	if o := wasl(t, "check", "--data", folder); o.code != 1 || sentence(t, o) != "wasl: the record is closed" {
		t.Errorf("%+v", o)
	}
}

// TestBackupWhileServing is whole, or ends with an error.
func TestBackupWhileServing(t *testing.T) {
	whole := strings.Repeat("all of it ", 200_000)
	fault := errors.New("the disk is gone")
	tests := []struct {
		name   string
		backup func(io.Writer) error
		want   string // of the error
	}{
		{"whole", func(w io.Writer) error { _, err := io.WriteString(w, whole); return err }, ""},
		{"failed at once", func(io.Writer) error { return fault }, "the disk is gone"},
		{"cut off", func(w io.Writer) error { _, err := io.WriteString(w, whole); return errors.Join(err, fault) }, "did not finish its answer"},
	}
	for _, test := range tests {
		folder := standIn(t, server.LocalOptions{Backup: func(_ context.Context, w io.Writer) error { return test.backup(w) }})
		var out strings.Builder
		err := socketBackup(t.Context(), folder, record.ErrLocked, &out)
		if test.want == "" && (err != nil || out.String() != whole) || test.want != "" && (err == nil || !strings.Contains(err.Error(), test.want)) {
			t.Errorf("%s: %d bytes, %v", test.name, out.Len(), err)
		}
		if test.name == "whole" {
			if err := socketBackup(t.Context(), folder, record.ErrLocked, broken{}); err == nil || err.Error() != "the pipe is broken" {
				t.Errorf("into a broken pipe: %v", err)
			}
		}
	}
	folder := standIn(t, server.LocalOptions{})
	if err := socketBackup(t.Context(), folder, record.ErrLocked, io.Discard); err == nil || !strings.Contains(err.Error(), "answers with status 404") {
		t.Errorf("without any: %v", err)
	}
}
