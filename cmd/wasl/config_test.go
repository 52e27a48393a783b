package main

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// TestConfiguration runs the cases of testdata/config. Each has a configuration file, variables, and flags, any of which may be
// left out, and says what the settings then are, and everything that is wrong. FILE stands for the file's name.
func TestConfiguration(t *testing.T) {
	names, err := filepath.Glob("testdata/config/*.txt")
	if err != nil || len(names) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txt"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			runConfigCase(t, archive)
		})
	}
}

func runConfigCase(t *testing.T, archive *txtar.Archive) {
	file := filepath.Join(t.TempDir(), "wasl.conf")
	args, want := []string{"config"}, map[string]string{}
	for _, section := range archive.Files {
		text := strings.ReplaceAll(string(section.Data), "FILE", file)
		switch section.Name {
		case "file":
			write(t, file, section.Data)
			args = append(args, "--config", file)
		case "variables":
			for line := range strings.Lines(text) {
				name, value, _ := strings.Cut(strings.TrimSpace(line), "=")
				t.Setenv(name, value)
			}
		case "flags":
			args = append(args, strings.Fields(text)...)
		case "settings", "faults":
			want[section.Name] = text
		default:
			t.Fatalf("no section is called %q", section.Name)
		}
	}
	o := wasl(t, args...)
	if faults := want["faults"]; faults != "" {
		if o.code != exitUsage || (o.out == "") != (want["settings"] == "") || o.err != "wasl: "+faults {
			t.Errorf("exit %d, %s%s", o.code, o.out, o.err)
		}
	} else if o.code != exitOK || want["settings"] == "" {
		t.Fatalf("exit %d, %s", o.code, o.err)
	}
	printed := map[string]bool{}
	for line := range strings.Lines(o.out) {
		printed[strings.Join(strings.Fields(line), " ")] = true
	}
	for line := range strings.Lines(want["settings"]) {
		if !printed[strings.Join(strings.Fields(line), " ")] {
			t.Errorf("%s is not in\n%s", line, o.out)
		}
	}
}

// TestEveryFlagIsASetting takes each flag of serve from a variable and from a file.
func TestEveryFlagIsASetting(t *testing.T) {
	for _, name := range settingNames(newServe().Flags()) {
		f := newServe().Flags().Lookup(name)
		value := map[string]string{
			"bool": "true", "int": "17", "int64": "17", "uint": "17", "uint64": "17", "float64": "17.5", "duration": "17s", "string": "some text", "stringSlice": "one,two", "stringArray": "one",
		}[f.Value.Type()]
		if value == "" {
			t.Logf("--%s has values of its own: %s", name, f.Value.Type())
			continue
		}
		t.Run(name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "wasl.conf")
			write(t, file, []byte(name+" = "+writeValue(value)+"\n"))
			if s := settingOf(t, name, "--config", file); s.Source != file+":1" {
				t.Errorf("from a file: %+v", s)
			}
			t.Setenv(variable(name), value)
			if s := settingOf(t, name); s.Source != variable(name) {
				t.Errorf("from a variable: %+v", s)
			}
		})
	}
}

// settingOf is what config says of a setting.
func settingOf(t *testing.T, name string, args ...string) settled {
	t.Helper()
	o := wasl(t, append([]string{"config", "--json"}, args...)...)
	var c configuration
	if err := json.Unmarshal([]byte(o.out), &c); err != nil {
		t.Fatalf("%v: %+v", err, o)
	}
	for _, s := range c.Settings {
		if s.Name == name {
			return s
		}
	}
	t.Fatalf("%s is not in %s", name, o.out)
	return settled{}
}

// TestConfigPrintsAFile that says the same when it is read.
func TestConfigPrintsAFile(t *testing.T) {
	first := wasl(t, "config", "--data", `C:\my "graph" #1`, "--debug", "--only-persisted", "\tx")
	file := filepath.Join(t.TempDir(), "wasl.conf")
	write(t, file, []byte(first.out))
	second := wasl(t, "config", "--config", file)
	withoutSources := func(text string) string {
		settings, faults := parseConfig("", []byte(text))
		if len(faults) > 0 {
			t.Error(faults)
		}
		var all strings.Builder
		for _, s := range settings {
			all.WriteString(s.name + "=" + s.value + "\n")
		}
		return all.String()
	}
	if got, want := withoutSources(second.out), withoutSources(first.out); first.code != 0 || second.code != 0 || got != want || !strings.Contains(got, `data=C:\my "graph" #1`) {
		t.Errorf("%s became %s%s", first.out, second.out, second.err)
	}
}

// TestConfigFiles finds the file by the flag, by the variable, and in the user's folder, and says when it is not there.
func TestConfigFiles(t *testing.T) {
	home := t.TempDir()
	t.Setenv("XDG_CONFIG_HOME", home)
	if usual, err := defaultConfig(); err != nil || !strings.HasPrefix(usual, home) {
		t.Skipf("the user's configuration is in %s, %v", usual, err)
	}
	if s := settingOf(t, "listen"); s.Source != "default" {
		t.Errorf("without a file: %+v", s)
	}
	files := map[string]string{}
	for _, name := range []string{"usual", "variable", "flag"} {
		files[name] = filepath.Join(t.TempDir(), "wasl.conf")
		write(t, files[name], []byte("# of "+name+"\nlisten = 127.0.0.1:1\n"))
	}
	if err := os.Mkdir(filepath.Join(home, "wasl"), 0o700); err != nil {
		t.Fatal(err)
	}
	usual := filepath.Join(home, "wasl", "wasl.conf")
	if err := os.Rename(files["usual"], usual); err != nil {
		t.Fatal(err)
	}
	if s := settingOf(t, "listen"); s.Source != usual+":2" {
		t.Errorf("of the user: %+v", s)
	}
	t.Setenv("WASL_CONFIG", files["variable"])
	if s := settingOf(t, "listen"); s.Source != files["variable"]+":2" {
		t.Errorf("of the variable: %+v", s)
	}
	if s := settingOf(t, "listen", "--config", files["flag"]); s.Source != files["flag"]+":2" {
		t.Errorf("of the flag: %+v", s)
	}
	o := wasl(t, "config", "--config", "/nowhere/wasl.conf")
	if got := sentence(t, o); o.code != exitUsage || got != "wasl: /nowhere/wasl.conf: no such file or directory" {
		t.Errorf("exit %d, %q", o.code, got)
	}
}

// TestDataFolderIsASettingOfAll commands, and what is wrong with a setting is said of the place where it stands.
func TestDataFolderIsASettingOfAll(t *testing.T) {
	folder, file := seeded(t), filepath.Join(t.TempDir(), "wasl.conf")
	write(t, file, []byte("data = "+folder+"\nlisten = nowhere\n"))
	if o := wasl(t, "check", "--config", file); o.code != 0 {
		t.Errorf("from a file: %+v", o)
	}
	o := wasl(t, "serve", "--config", file)
	want := `wasl: ` + file + `:2: listen: "nowhere" is not valid; expected an address such as 127.0.0.1:8080`
	if got := sentence(t, o); o.code != exitUsage || got != want {
		t.Errorf("exit %d, %q", o.code, got)
	}
	t.Setenv("WASL_DATA", folder)
	if o := waslWith(t, strings.NewReader("{reports{totalCount}}"), "query", "-"); o.code != 0 || !strings.Contains(o.out, "16") {
		t.Errorf("from a variable: %+v", o)
	}
	t.Setenv("WASL_LISTEN", "here")
	o = wasl(t, "serve")
	if got := sentence(t, o); o.code != exitUsage || got != `wasl: WASL_LISTEN: "here" is not valid; expected an address such as 127.0.0.1:8080` {
		t.Errorf("exit %d, %q", o.code, got)
	}
}

// TestStrayVariables are warned of, without their values.
func TestStrayVariables(t *testing.T) {
	t.Setenv("WASL_LISTN", "hush")
	t.Setenv("WASL_SOAK", "1s")
	t.Setenv("WASL_ATTACK_SECONDS", "1") // would otherwise be taken away from the test that reads it
	t.Setenv("WASL_TEST_WHATEVER", "1")
	o := wasl(t, "config")
	if o.code != 0 || !strings.Contains(o.err, "WASL_LISTN") || !strings.Contains(o.err, "do you mean WASL_LISTEN?") ||
		strings.Contains(o.err, "hush") || strings.Contains(o.err, "WASL_SOAK") || strings.Contains(o.err, "WASL_ATTACK") || strings.Contains(o.err, "WASL_TEST") {
		t.Errorf("%+v", o)
	}
}

// TestVariablesOfTheNightReachTheTests: those that .ci/nightly names are not taken for settings, which tests run without.
func TestVariablesOfTheNightReachTheTests(t *testing.T) {
	script, err := os.ReadFile("../../.ci/nightly")
	if err != nil {
		t.Fatal(err)
	}
	names := regexp.MustCompile(`WASL_[A-Z_]+`).FindAllString(string(script), -1)
	for _, name := range names {
		t.Setenv(name, "1")
	}
	if stray := strayVariables(newServe().Flags()); len(names) < 6 || len(stray) > 0 {
		t.Errorf("of %d, %v are taken for settings", len(names), stray)
	}
}

// FuzzParseConfig reads anything without a panic, and reads what it would write.
func FuzzParseConfig(f *testing.F) {
	for _, text := range []string{"", "a = b", "a = \"b\\n\" # c", "\uFEFFa=#\r\n", "a", "=", "a = \"", "a\x00=b", "a = b #c\n a-b=\tc", "\xff"} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		settings, faults := parseConfig("file", text)
		lines := strings.Count(string(text), "\n") + 1
		for _, err := range faults {
			var wrong fault
			if !errors.As(err, &wrong) || wrong.line < 1 || wrong.line > lines {
				t.Errorf("%v", err)
			}
		}
		for _, s := range settings {
			again, faults := parseConfig("file", []byte(s.name+" = "+writeValue(s.value)+"   # comment\n"))
			if len(faults) > 0 || len(again) != 1 || again[0].name != s.name || again[0].value != s.value || s.line < 1 || s.line > lines {
				t.Errorf("%+v was read again as %+v, %v", s, again, faults)
			}
		}
	})
}
