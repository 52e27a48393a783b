//go:build unix

package main

import (
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// started is a serving process that has said that it answers.
type started struct {
	cmd     *exec.Cmd
	address string
	errOut  *lockedBuffer
	took    time.Duration
}

func startProcess(t testing.TB, folder string, args ...string) *started {
	t.Helper()
	cmd := process(t, append([]string{"serve", "--listen", "127.0.0.1:0", "--data", folder}, args...)...)
	s := &started{cmd: cmd, errOut: &lockedBuffer{}}
	cmd.Stderr = s.errOut
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	begin := time.Now()
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	announced := announcement(t, out)
	s.took = time.Since(begin)
	if !announces.MatchString(announced) {
		_ = cmd.Process.Kill() // it may have ended already
		t.Fatalf("it says %q and %s", announced, s.errOut)
	}
	s.address = addressIn(t, announced)
	return s
}

// wait waits for the end of a process and returns its exit code, -1 when a signal ended it.
func wait(t testing.TB, cmd *exec.Cmd) int {
	t.Helper()
	if err := cmd.Wait(); err != nil && cmd.ProcessState == nil {
		t.Fatal(err)
	}
	return cmd.ProcessState.ExitCode()
}

func deliver(t testing.TB, cmd *exec.Cmd, s os.Signal) {
	t.Helper()
	if err := cmd.Process.Signal(s); err != nil {
		t.Fatal(err)
	}
}

// TestSignals stop a server cleanly, with its requests answered and the folder free for the next.
func TestSignals(t *testing.T) {
	folder := seeded(t)
	for _, s := range []os.Signal{syscall.SIGTERM, syscall.SIGINT} {
		p := startProcess(t, folder)
		if p.took > 10*time.Second {
			t.Errorf("it took %v to be ready", p.took)
		}
		if got := ask(t, p.address, `{reports{totalCount}}`, "de"); got != `{"data":{"reports":{"totalCount":16}}}` {
			t.Errorf("it answers %s", got)
		}
		deliver(t, p.cmd, s)
		if code := wait(t, p.cmd); code != 0 || strings.Contains(p.errOut.String(), "wasl:") {
			t.Errorf("%v: exit %d, %s", s, code, p.errOut)
		}
		if o := wasl(t, "check", "--data", folder); o.code != 0 {
			t.Errorf("after %v: %+v", s, o)
		}
	}
}

// TestSignalWhileFilling stops a server before it has anything to answer from.
func TestSignalWhileFilling(t *testing.T) {
	folder := t.TempDir()
	cmd := process(t, "serve", "--listen", "127.0.0.1:0", "--data", folder)
	errOut := &lockedBuffer{}
	cmd.Stderr = errOut
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	for end := time.Now().Add(patience); !strings.Contains(errOut.String(), "filling") && time.Now().Before(end); {
		time.Sleep(time.Millisecond)
	}
	deliver(t, cmd, syscall.SIGTERM)
	if code := wait(t, cmd); code != 0 || strings.Contains(errOut.String(), "wasl:") {
		t.Errorf("exit %d, %s", code, errOut)
	}
	emptyOrWhole(t, folder, wasl(t, "check", "--data", seeded(t)).out)
}

// TestKilledWhileFilling kills a process at many moments of its first start. The folder is then as empty as before, and
// the next start fills it, or holds the whole graph.
func TestKilledWhileFilling(t *testing.T) {
	whole := startProcess(t, t.TempDir())
	deliver(t, whole.cmd, syscall.SIGKILL)
	wait(t, whole.cmd)

	want := wasl(t, "check", "--data", seeded(t)).out
	seed := uint64(time.Now().UnixNano())
	random := rand.New(rand.NewPCG(seed, 0))
	empty := 0
	rounds := crashRounds(t, 6)
	for range rounds {
		folder := t.TempDir()
		cmd := process(t, "serve", "--listen", "127.0.0.1:0", "--data", folder)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		moment := time.Duration(random.Int64N(int64(whole.took) * 5 / 4))
		time.Sleep(moment)
		deliver(t, cmd, syscall.SIGKILL)
		wait(t, cmd)
		if emptyOrWhole(t, folder, want) {
			empty++
		}
		if t.Failed() {
			t.Fatalf("killed after %v, seed %d", moment, seed)
		}
	}
	t.Logf("%d of %d folders were empty; a whole start takes %v", empty, rounds, whole.took)
}

// emptyOrWhole says whether a folder holds no graph. One that does is whole; one that does not is filled by a query.
func emptyOrWhole(t *testing.T, folder, want string) (empty bool) {
	t.Helper()
	o := wasl(t, "check", "--data", folder)
	if empty = o.code == 1 && strings.HasSuffix(sentence(t, o), "holds no graph yet"); empty {
		q := waslWith(t, strings.NewReader("{reports{totalCount}}"), "query", "--data", folder, "-")
		if q.code != 0 || compact(t, q.out) != `{"data":{"reports":{"totalCount":16}}}` {
			t.Errorf("a query: %+v", q)
		}
		o = wasl(t, "check", "--data", folder)
	}
	if o.code != 0 || o.out != want {
		t.Errorf("a check: %+v, want %q", o, want)
	}
	return empty
}

// TestReadOnlyFolder refuses a folder in which nothing may be written.
func TestReadOnlyFolder(t *testing.T) {
	name := program(t)
	empty, full := publicFolder(t), publicFolder(t)
	data, err := os.ReadFile(filepath.Join(seeded(t), "graph.db"))
	if err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(full, "graph.db"), data)
	mode(t, filepath.Join(full, "graph.db"), 0o444)
	for _, folder := range []string{empty, full} {
		mode(t, folder, 0o555)
		t.Cleanup(func() { mode(t, folder, 0o755) })
		for _, args := range [][]string{{"serve", "--listen", "127.0.0.1:0"}, {"query", "-"}} {
			cmd := process(t, append(args, "--data", folder)...)
			cmd.Path, cmd.Args[0], cmd.Dir = name, name, "/"
			cmd.Stdin = strings.NewReader("{__typename}")
			if os.Getuid() == 0 { // who may write anywhere
				cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
			}
			o := finish(t, cmd)
			got := sentence(t, o)
			if o.code != 1 || o.out != "" || !strings.HasPrefix(got, "wasl: data folder "+folder+": ") || !strings.Contains(got, "permission") {
				t.Errorf("%v: exit %d, %q, %q", args, o.code, got, o.out)
			}
		}
	}
}

// program is a copy of the test binary that everybody may run: the toolchain keeps its own to itself.
func program(t *testing.T) string {
	t.Helper()
	own, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(own)
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(publicFolder(t), "wasl")
	write(t, name, data)
	mode(t, name, 0o755)
	return name
}

// publicFolder is a temporary folder that everybody may enter.
func publicFolder(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	mode(t, filepath.Dir(folder), 0o755)
	mode(t, folder, 0o755)
	return folder
}

func mode(t *testing.T, name string, m os.FileMode) {
	t.Helper()
	if err := os.Chmod(name, m); err != nil {
		t.Fatal(err)
	}
}

// BenchmarkStart is the time from the start of a process on a folder of seeds to its first answer.
func BenchmarkStart(b *testing.B) {
	folder := seeded(b)
	for b.Loop() {
		p := startProcess(b, folder)
		if got := ask(b, p.address, `{reports{totalCount}}`, "en"); got != `{"data":{"reports":{"totalCount":16}}}` {
			b.Fatal(got)
		}
		b.StopTimer()
		deliver(b, p.cmd, syscall.SIGTERM)
		if code := wait(b, p.cmd); code != 0 {
			b.Fatalf("exit %d: %s", code, p.errOut)
		}
		b.StartTimer()
	}
}
