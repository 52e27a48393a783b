package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/wasl-graph/wasl/internal/record"
)

// backedUp is the backup of a folder, in a file of its own.
func backedUp(t *testing.T, folder string) (file string) {
	t.Helper()
	file = filepath.Join(t.TempDir(), "graph.backup")
	if o := wasl(t, "backup", "--data", folder, file); o.code != exitOK || o.err != "" {
		t.Fatalf("%+v", o)
	}
	return file
}

var describes = regexp.MustCompile(`^revision \d+-[0-9a-f]{16}: (\d+) bytes, sha256 ([0-9a-f]{64})\n$`)

func TestBackupAndRestore(t *testing.T) {
	folder := seeded(t)
	place := t.TempDir()
	file := filepath.Join(place, "graph.backup")
	o := wasl(t, "backup", "--data", folder, file)
	said := describes.FindStringSubmatch(o.out)
	if o.code != exitOK || o.err != "" || said == nil {
		t.Fatalf("%+v", o)
	}
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if said[1] != fmt.Sprint(len(data)) || said[2] != fmt.Sprintf("%x", sha256.Sum256(data)) {
		t.Errorf("it says %q of %d bytes", o.out, len(data))
	}
	if info, err := os.Stat(file); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("it may be used as %v, %v", info.Mode(), err)
	}
	if left := list(t, place); !slices.Equal(left, []string{"graph.backup"}) {
		t.Errorf("it leaves %v", left)
	}
	other := filepath.Join(t.TempDir(), "a", "b")
	o = wasl(t, "restore", "--data", other, file)
	if o.code != exitOK || o.err != "" || !strings.Contains(o.out, "is restored into "+other) {
		t.Errorf("%+v", o)
	}
	sameContents(t, folder, other)
}

// sameContents expects two folders to hold the same, and the second to be in order.
func sameContents(t *testing.T, folder, other string) {
	t.Helper()
	if !slices.Equal(contents(t, folder), contents(t, other)) {
		t.Error("what is restored is not what was backed up")
	}
	if got, want := wasl(t, "check", "--data", other), wasl(t, "check", "--data", folder); got != want {
		t.Errorf("a check says %+v, want %+v", got, want)
	}
}

func list(t *testing.T, folder string) (names []string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		names = append(names, entry.Name())
	}
	return names
}

// TestBackupThroughPipes writes to the standard output and reads from the standard input.
func TestBackupThroughPipes(t *testing.T) {
	folder, other := seeded(t), t.TempDir()
	o := wasl(t, "backup", "--data", folder, "-")
	if o.code != exitOK || !describes.MatchString(o.err) {
		t.Fatalf("exit %d, %q", o.code, o.err)
	}
	if _, err := record.VerifyBackup(t.Context(), strings.NewReader(o.out)); err != nil {
		t.Error(err)
	}
	if o := waslWith(t, strings.NewReader(o.out), "restore", "--data", other, "-"); o.code != exitOK {
		t.Errorf("%+v", o)
	}
	sameContents(t, folder, other)
}

// TestBackupOverwritesNothing unless it is told to.
func TestBackupOverwritesNothing(t *testing.T) {
	folder := seeded(t)
	file := filepath.Join(t.TempDir(), "letter.txt")
	write(t, file, []byte("Dear Ada"))
	o := wasl(t, "backup", "--data", folder, file)
	if got := sentence(t, o); o.code != exitFailure || got != "wasl: "+file+" is there already; name another file, or overwrite it with --force" {
		t.Errorf("exit %d, %q", o.code, got)
	}
	if data, err := os.ReadFile(file); err != nil || string(data) != "Dear Ada" {
		t.Errorf("it became %.40q, %v", data, err)
	}
	if o := wasl(t, "backup", "--data", folder, "--force", file); o.code != exitOK || !describes.MatchString(o.out) {
		t.Errorf("%+v", o)
	}
	for _, force := range []string{"--force", "--force=false"} {
		o := wasl(t, "backup", "--data", folder, force, filepath.Dir(file))
		if got := sentence(t, o); o.code != exitFailure || !strings.HasSuffix(got, "is no file; name a file, or - for the standard output") {
			t.Errorf("exit %d, %q", o.code, got)
		}
	}
}

// TestBackupsThatFail leave no file, and say why in a sentence.
func TestBackupsThatFail(t *testing.T) {
	cut := seeded(t)
	if err := os.Truncate(filepath.Join(cut, "graph.db"), 10_000); err != nil {
		t.Fatal(err)
	}
	for name, test := range map[string]struct {
		folder, file, want string
		code               int
	}{
		"nothing to back up":   {t.TempDir(), "graph.backup", "holds no graph yet", exitFailure},
		"a damaged record":     {cut, "graph.backup", "with wasl restore", exitInvalid},
		"no folder for it":     {seeded(t), filepath.Join("missing", "graph.backup"), "no such file or directory", exitFailure},
		"no folder of Wasl's":  {filepath.Dir(cut), "graph.backup", "", exitInvalid},
		"a name that is empty": {seeded(t), "", "is no file", exitFailure},
	} {
		t.Run(name, func(t *testing.T) {
			place := t.TempDir()
			o := wasl(t, "backup", "--data", test.folder, filepath.Join(place, test.file))
			if got := sentence(t, o); o.code != test.code || o.out != "" || !strings.Contains(got, test.want) {
				t.Errorf("exit %d, %q", o.code, got)
			}
			if left := list(t, place); len(left) > 0 {
				t.Errorf("it leaves %v", left)
			}
		})
	}
	for _, args := range [][]string{{"backup"}, {"backup", "a", "b"}, {"restore"}, {"restore", "a", "b"}} {
		if o := wasl(t, args...); o.code != exitUsage || !strings.Contains(sentence(t, o), "expected one file") {
			t.Errorf("%v: %+v", args, o)
		}
	}
}

// TestInterruptedBackup leaves no file.
func TestInterruptedBackup(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	place := t.TempDir()
	var out, errOut bytes.Buffer
	code := run(ctx, []string{"backup", "--data", seeded(t), filepath.Join(place, "graph.backup")}, streams{strings.NewReader(""), &out, &errOut})
	if code != exitFailure || errOut.String() != "wasl: stopped before it was done\n" || len(list(t, place)) > 0 {
		t.Errorf("exit %d, %s, and it leaves %v", code, &errOut, list(t, place))
	}
}

// TestKilledBackup kills a process at many moments of a backup: the file has its name only when it is whole, and the data
// folder is as it was.
func TestKilledBackup(t *testing.T) {
	folder, place := seeded(t), t.TempDir()
	begin := time.Now()
	if o := finish(t, process(t, "backup", "--data", folder, filepath.Join(t.TempDir(), "whole"))); o.code != exitOK {
		t.Fatalf("%+v", o)
	}
	took := time.Since(begin)
	seed := uint64(time.Now().UnixNano())
	random := rand.New(rand.NewPCG(seed, 0))
	done := 0
	for n := range crashRounds(t, 8) {
		file := filepath.Join(place, fmt.Sprint(n, ".backup"))
		cmd := process(t, "backup", "--data", folder, file)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(random.Int64N(int64(took) * 5 / 4)))
		_ = cmd.Process.Kill() // it may have ended already
		_ = cmd.Wait()
		f, err := os.Open(file)
		if err == nil {
			done++
			if _, err := record.VerifyBackup(t.Context(), f); err != nil {
				t.Errorf("seed %d: %v", seed, err)
			}
			_ = f.Close()
		}
		if o := wasl(t, "check", "--data", folder); o.code != exitOK || !slices.Equal(list(t, folder), []string{"graph.db"}) {
			t.Errorf("seed %d: %+v with %v", seed, o, list(t, folder))
		}
	}
	t.Logf("%d backups were done", done)
}
