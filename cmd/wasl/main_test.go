package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"go.uber.org/goleak"
)

// asProgram, when it is set, makes the test binary the program itself: so tests start real processes of what they test.
const asProgram = "WASL_TEST_AS_PROGRAM"

// patience is how long a test waits for what takes less than two seconds on an idle machine.
const patience = 30 * time.Second

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		main()
	}
	standAlone()
	os.Exit(leakless(m))
}

// standAlone lets tests run without the settings of whoever runs them.
func standAlone() {
	for _, name := range append(strayVariables(newServe().Flags()), append(variables(newServe().Flags()), "WASL_CONFIG")...) {
		os.Unsetenv(name)
	}
	home, err := os.MkdirTemp("", "wasl-home-")
	if err == nil {
		err = os.Setenv("XDG_CONFIG_HOME", home) // where nothing is
	}
	if err == nil {
		err = os.Remove(home)
	}
	if err != nil {
		panic(err)
	}
}

// leakless runs the tests and looks for goroutines that they left behind.
func leakless(m *testing.M) int {
	code := m.Run()
	http.DefaultTransport.(*http.Transport).CloseIdleConnections()
	if code != 0 {
		return code
	}
	if err := goleak.Find(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return 0
}

// outcome is what a command left behind.
type outcome struct {
	code     int
	out, err string
}

// wasl runs a command line in this process.
func wasl(t testing.TB, args ...string) outcome {
	t.Helper()
	return waslWith(t, strings.NewReader(""), args...)
}

func waslWith(t testing.TB, in io.Reader, args ...string) outcome {
	t.Helper()
	var out, errOut bytes.Buffer
	code := run(t.Context(), args, streams{in, &out, &errOut})
	return outcome{code, out.String(), errOut.String()}
}

// process makes a process of the program, which ends with the test.
func process(t testing.TB, args ...string) *exec.Cmd {
	t.Helper()
	name, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 2*patience)
	cmd := exec.CommandContext(ctx, name, args...)
	t.Cleanup(func() {
		cancel()
		if cmd.Process != nil {
			_ = cmd.Wait() // where the test has not
		}
	})
	cmd.Env = append(os.Environ(), asProgram+"=1")
	return cmd
}

// finish runs a process to its end.
func finish(t testing.TB, cmd *exec.Cmd) outcome {
	t.Helper()
	var out, errOut bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errOut
	if err := cmd.Run(); err != nil && cmd.ProcessState == nil {
		t.Fatal(err)
	}
	return outcome{cmd.ProcessState.ExitCode(), out.String(), errOut.String()}
}

var filled struct {
	once sync.Once
	data []byte
	err  error
}

// seeded is a data folder of its own with the seeds in it.
func seeded(t testing.TB) string {
	t.Helper()
	filled.once.Do(func() {
		folder := t.TempDir()
		if o := waslWith(t, strings.NewReader("{__typename}"), "query", "--data", folder, "-"); o.code != 0 {
			t.Errorf("the seeds could not be filled in: %s", o.err)
		}
		filled.data, filled.err = os.ReadFile(filepath.Join(folder, "graph.db"))
	})
	if filled.err != nil {
		t.Fatal(filled.err)
	}
	folder := t.TempDir()
	write(t, filepath.Join(folder, "graph.db"), filled.data)
	return folder
}

func write(t testing.TB, name string, data []byte) {
	t.Helper()
	if err := os.WriteFile(name, data, 0o600); err != nil {
		t.Fatal(err)
	}
}

// internals are what a reader of a message has no use for.
var internals = regexp.MustCompile(`(?i)goroutine|panic|\.go:\d|bbolt|cayley|gqlgen|cobra|0x[0-9a-f]{6}|<nil>|%!`)

// sentence is the one line that a failing command says, beside what it logs.
func sentence(t testing.TB, o outcome) string {
	t.Helper()
	var said []string
	for line := range strings.Lines(o.err) {
		if !strings.HasPrefix(line, "time=") {
			said = append(said, strings.TrimSuffix(line, "\n"))
		}
	}
	if len(said) != 1 || !strings.HasPrefix(said[0], "wasl: ") || internals.MatchString(o.err) {
		t.Errorf("not one clear sentence: %q", o.err)
	}
	return strings.Join(said, "\n")
}

// number is what a variable says, and the usual number without it.
func number(t *testing.T, name string, usual int) int {
	t.Helper()
	text := os.Getenv(name)
	if text == "" {
		return usual
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 1 {
		t.Fatalf("%s is %q", name, text)
	}
	return n
}

// crashRounds is how often a test kills a process. WASL_CRASH_ROUNDS sets another number.
func crashRounds(t *testing.T, usual int) int {
	t.Helper()
	return number(t, "WASL_CRASH_ROUNDS", usual)
}
