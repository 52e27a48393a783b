package record

import (
	"bufio"
	"io"
	"os"
	"os/exec"
	"testing"
)

// childTask names what a test binary does when a test starts it as a process of its own; childFolder, where.
const (
	childTask   = "WASL_RECORD_CHILD"
	childFolder = "WASL_RECORD_FOLDER"
)

var childTasks = map[string]func(folder string) error{
	"write":   writeUntilKilled,
	"propose": proposeUntilKilled,
	"hold":    holdOpen,
	"open":    openOnce,
	"fill":    fillOnce,
	"restore": restoreOnce,
}

func TestMain(m *testing.M) {
	task, isChild := childTasks[os.Getenv(childTask)]
	if !isChild {
		os.Exit(m.Run())
	}
	if err := task(os.Getenv(childFolder)); err != nil {
		_, _ = io.WriteString(os.Stdout, err.Error()+"\n")
		os.Exit(1)
	}
}

// child is a process that a test has started.
type child struct {
	*exec.Cmd
	in    io.WriteCloser
	lines *bufio.Scanner // of what it prints
}

// startChild starts the test binary, or a copy of it, with a task.
func startChild(t *testing.T, binary, task, folder string, prepare func(*exec.Cmd)) *child {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), binary)
	cmd.Env = append(os.Environ(), childTask+"="+task, childFolder+"="+folder)
	cmd.Stderr = os.Stderr
	prepare(cmd)
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return &child{cmd, in, bufio.NewScanner(out)}
}

// asTheyAre starts a child without changing anything.
func asTheyAre(*exec.Cmd) {}

// self is the path of the test binary.
func self(t *testing.T) string {
	t.Helper()
	path, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	return path
}
