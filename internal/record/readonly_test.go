//go:build unix

package record

import (
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// nobody is a user without rights to anything in the tests' folders. Permissions do not bind root.
const nobody = 65534

// asNobody runs a task in a child that permissions bind, and returns what it prints.
func asNobody(t *testing.T, task, folder string) string {
	t.Helper()
	binary, prepare := self(t), asTheyAre
	if os.Getuid() == 0 {
		binary = copyForAll(t, binary)
		prepare = func(cmd *exec.Cmd) {
			cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
			cmd.Dir = "/"
		}
	}
	c := startChild(t, binary, task, folder, prepare)
	var printed []string
	for c.lines.Scan() {
		printed = append(printed, c.lines.Text())
	}
	if err := c.Wait(); (err == nil) != (len(printed) == 0) {
		t.Errorf("the child printed %q and ended with %v", printed, err)
	}
	return strings.Join(printed, "\n")
}

// copyForAll copies the test binary to where everybody may start it.
func copyForAll(t *testing.T, binary string) string {
	t.Helper()
	folder := t.TempDir()
	openToAll(t, folder)
	from, err := os.Open(binary)
	if err != nil {
		t.Fatal(err)
	}
	defer from.Close()
	to, err := os.OpenFile(filepath.Join(folder, "test"), os.O_CREATE|os.O_WRONLY, 0o755)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.Copy(to, from); err != nil {
		t.Fatal(err)
	}
	if err := to.Close(); err != nil {
		t.Fatal(err)
	}
	return to.Name()
}

// openToAll lets everybody go into a test's folder.
func openToAll(t *testing.T, folder string) {
	t.Helper()
	for _, f := range []string{folder, filepath.Dir(folder)} {
		if err := os.Chmod(f, 0o755); err != nil {
			t.Fatal(err)
		}
	}
}

// mode sets the permissions of a file until the test ends.
func mode(t *testing.T, name string, mode os.FileMode) {
	t.Helper()
	if err := os.Chmod(name, mode); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Chmod(name, 0o755) })
}

func TestWhatCanNotBeWrittenTo(t *testing.T) {
	for name, prepare := range map[string]func(t *testing.T, folder string) (task string){
		"the file": func(t *testing.T, folder string) string {
			mode(t, filepath.Join(folder, graphName), 0o444)
			return "open"
		},
		"all of it": func(t *testing.T, folder string) string {
			mode(t, filepath.Join(folder, graphName), 0o444)
			mode(t, folder, 0o555)
			return "open"
		},
		"a file that can't be read": func(t *testing.T, folder string) string {
			mode(t, filepath.Join(folder, graphName), 0)
			return "open"
		},
		"a folder that can't be read": func(t *testing.T, folder string) string {
			mode(t, folder, 0)
			return "open"
		},
		"an empty folder": func(t *testing.T, folder string) string {
			if err := os.Remove(filepath.Join(folder, graphName)); err != nil {
				t.Fatal(err)
			}
			mode(t, folder, 0o555)
			return "fill"
		},
		"a folder that can't be made": func(t *testing.T, folder string) string {
			if err := os.RemoveAll(folder); err != nil {
				t.Fatal(err)
			}
			mode(t, filepath.Dir(folder), 0o555)
			return "fill"
		},
	} {
		t.Run(name, func(t *testing.T) {
			b := onDisk(t)
			if err := b.Close(); err != nil {
				t.Fatal(err)
			}
			openToAll(t, filepath.Dir(b.folder))
			mode(t, b.folder, 0o755)
			task := prepare(t, b.folder)
			got := asNobody(t, task, b.folder)
			if !strings.Contains(got, "permission denied") || !strings.Contains(got, b.folder) || strings.Contains(got, "\n") {
				t.Errorf("not one clear sentence: %q", got)
			}
		})
	}
}
