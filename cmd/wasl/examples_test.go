package main

import (
	"bufio"
	"bytes"
	"debug/elf"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"
)

const (
	containerfile = "../../Containerfile"
	exampleUnit   = "examples/wasl.service"
	exampleConfig = "examples/wasl.conf"
)

func example(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// TestTheExampleConfigurationLoads, and each of its lines sets something.
func TestTheExampleConfigurationLoads(t *testing.T) {
	settings, faults := readConfig(exampleConfig)
	if len(faults) > 0 || len(settings) == 0 {
		t.Fatal(faults)
	}
	for _, s := range settings {
		if got := settingOf(t, s.name, "--config", exampleConfig); !strings.HasPrefix(got.Source, exampleConfig+":") {
			t.Errorf("%+v", got)
		}
	}
}

var (
	wordsOfOurs    = regexp.MustCompile(`WASL_[A-Z_]+`)
	commandsOfOurs = regexp.MustCompile("(?:`|/bin/|\"/|run )wasl\"?[, ]+\"?([a-z-]+)")
	flagsOfOurs    = regexp.MustCompile(`wasl ([a-z]+)[^\n` + "`" + `]*?(--[a-z-]+)`)
)

// TestTheExamplesNameWhatIsThere: their variables, commands and flags exist.
func TestTheExamplesNameWhatIsThere(t *testing.T) {
	known := append(variables(newServe().Flags()), "WASL_CONFIG", "WASL_NAME", "WASL_")
	root := newRoot(streams{})
	for _, name := range []string{containerfile, exampleUnit, exampleConfig} {
		text := example(t, name)
		for _, found := range wordsOfOurs.FindAllString(text, -1) {
			if !slices.Contains(known, found) {
				t.Errorf("%s: there is no %s", name, found)
			}
		}
		for _, found := range commandsOfOurs.FindAllStringSubmatch(text, -1) {
			if cmd, _, err := root.Find([]string{found[1]}); err != nil || cmd == root {
				t.Errorf("%s: there is no command %s", name, found[1])
			}
		}
		for _, found := range flagsOfOurs.FindAllStringSubmatch(text, -1) {
			cmd, _, err := root.Find([]string{found[1]})
			if err != nil || (cmd.Flag(found[2][2:]) == nil && root.PersistentFlags().Lookup(found[2][2:]) == nil) {
				t.Errorf("%s: %s has no %s", name, found[1], found[2])
			}
		}
	}
	if text := example(t, containerfile) + example(t, exampleUnit) + example(t, exampleConfig); len(commandsOfOurs.FindAllString(text, -1)) < 4 || len(flagsOfOurs.FindAllString(text, -1)) < 2 {
		t.Error("the examples are not read as they are written")
	}
}

// TestTheExampleUnit has what keeps it from doing harm, and systemd understands it.
func TestTheExampleUnit(t *testing.T) {
	text := example(t, exampleUnit)
	for _, line := range []string{
		"Type=notify", "DynamicUser=yes", "StateDirectory=wasl", "NoNewPrivileges=yes", "CapabilityBoundingSet=", "ProtectSystem=strict",
		"ProtectHome=yes", "PrivateTmp=yes", "PrivateDevices=yes", "MemoryDenyWriteExecute=yes", "RestrictNamespaces=yes",
		"SystemCallFilter=@system-service", "UMask=0077", "RestartPreventExitStatus=2 3",
	} {
		if !slices.Contains(strings.Split(text, "\n"), line) {
			t.Errorf("%s is missing", line)
		}
	}
	analyze, err := exec.LookPath("systemd-analyze")
	if err != nil {
		t.Skip("systemd-analyze is not here")
	}
	// It wants the program that is started to be there.
	own, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	unit := filepath.Join(t.TempDir(), "wasl.service")
	write(t, unit, []byte(strings.ReplaceAll(text, "/usr/local/bin/wasl serve", own+" serve")))
	if out, err := exec.CommandContext(t.Context(), analyze, "verify", unit).CombinedOutput(); err != nil || strings.Contains(string(out), "wasl.service:") {
		t.Errorf("%v: %s", err, out)
	}
}

// instructions are those of the Containerfile, a line each.
func instructions(t *testing.T) []string {
	t.Helper()
	var list []string
	lines := bufio.NewScanner(strings.NewReader(example(t, containerfile)))
	for lines.Scan() {
		if line := strings.TrimSpace(lines.Text()); line != "" && line[0] != '#' {
			list = append(list, line)
		}
	}
	return list
}

// TestTheContainer runs as nobody in particular, from nothing, and looks after itself.
func TestTheContainer(t *testing.T) {
	list := instructions(t)
	last := slices.Index(list, "FROM scratch")
	if last < 0 || !strings.HasPrefix(list[0], "FROM golang:1.26 AS ") {
		t.Fatalf("the stages are not as expected: %q", list)
	}
	for _, want := range []string{
		"USER 65532:65532", "VOLUME /data", `ENTRYPOINT ["/wasl"]`, `CMD ["serve"]`, "STOPSIGNAL SIGTERM",
		"ENV WASL_DATA=/data WASL_LISTEN=0.0.0.0:8080",
	} {
		if !slices.Contains(list[last:], want) {
			t.Errorf("%s is missing", want)
		}
	}
	if !slices.ContainsFunc(list[last:], func(line string) bool {
		return strings.HasPrefix(line, "HEALTHCHECK ") && strings.HasSuffix(line, `CMD ["/wasl", "ready"]`)
	}) {
		t.Error("nobody looks whether it is ready")
	}
	if mod := example(t, "../../go.mod"); !strings.Contains(mod, "\ngo 1.26") {
		t.Error("go.mod wants another Go than the container has")
	}
}

// TestTheContainersProgram is built by the very command of the Containerfile. It is linked statically, and runs.
func TestTheContainersProgram(t *testing.T) {
	if testing.Short() || runtime.GOOS != "linux" {
		t.Skip("it takes a minute, and Linux")
	}
	build := ""
	for _, line := range instructions(t) {
		if command, found := strings.CutPrefix(line, "RUN CGO_ENABLED=0 "); found {
			build = command
		}
	}
	name := filepath.Join(t.TempDir(), "wasl")
	if !strings.Contains(build, " -o /out/wasl ./cmd/wasl") || !strings.Contains(build, "-trimpath") {
		t.Fatalf("the build is %q", build)
	}
	cmd := exec.CommandContext(t.Context(), "sh", "-c", strings.ReplaceAll(build, "/out/wasl", name))
	cmd.Dir, cmd.Env = "../..", append(os.Environ(), "CGO_ENABLED=0")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%s: %v %s", build, err, out)
	}
	file, err := elf.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if libraries, err := file.ImportedLibraries(); err != nil || len(libraries) > 0 {
		t.Errorf("it needs %v, %v", libraries, err)
	}
	run := exec.CommandContext(t.Context(), name, "config", "--json")
	run.Env = []string{"WASL_DATA=/data", "WASL_LISTEN=0.0.0.0:8080"} // as in the container, without a home
	if out, err := run.Output(); err != nil || !bytes.Contains(out, []byte(`"WASL_DATA"`)) {
		t.Errorf("%v: %s", err, out)
	}
}
