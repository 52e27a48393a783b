package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"net"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

func TestUsage(t *testing.T) {
	tests := []struct {
		args []string
		want string
	}{
		{[]string{"frob"}, `wasl: "frob" is not expected here; see wasl --help`},
		{[]string{"serve", "now"}, `wasl: "now" is not expected here; see wasl serve --help`},
		{[]string{"check", "now"}, `wasl: "now" is not expected here; see wasl check --help`},
		{[]string{"version", "now"}, `wasl: "now" is not expected here; see wasl version --help`},
		{[]string{"serve", "--port", "80"}, "wasl: unknown flag: --port"},
		{[]string{"serve", "--data"}, "wasl: flag needs an argument: --data"},
		{[]string{"serve", "--listen", "8080"}, `wasl: --listen: "8080" is not valid; expected an address such as 127.0.0.1:8080`},
		{[]string{"query"}, "wasl: expected one file with a query, or - for the standard input"},
		{[]string{"query", "a", "b"}, "wasl: expected one file with a query, or - for the standard input"},
		{[]string{"query", "--variables", "[]", "-"}, `wasl: --variables: expected a JSON object, such as {"id": "country:IQ"}`},
		{[]string{"query", "--variables", "{", "-"}, `wasl: --variables: expected a JSON object, such as {"id": "country:IQ"}`},
	}
	for _, test := range tests {
		o := wasl(t, test.args...)
		if got := sentence(t, o); got != test.want || o.code != 2 || o.out != "" {
			t.Errorf("%v: exit %d, %q, want 2, %q", test.args, o.code, got, test.want)
		}
	}
}

func TestHelp(t *testing.T) {
	if o := wasl(t); o.code != 2 || !strings.Contains(o.out, "serve") || o.err != "" {
		t.Errorf("alone: %+v", o)
	}
	for _, args := range [][]string{{"--help"}, {"help"}, {"serve", "--help"}, {"help", "query"}} {
		if o := wasl(t, args...); o.code != 0 || !strings.Contains(o.out, "Usage:") || o.err != "" {
			t.Errorf("%v: %+v", args, o)
		}
	}
	if o := wasl(t, "query", "--help"); !strings.Contains(o.out, "filled from the seeds") {
		t.Errorf("query does not say that it fills a folder: %s", o.out)
	}
}

func TestVersion(t *testing.T) {
	o := wasl(t, "version")
	if o.code != 0 || o.err != "" || !strings.HasPrefix(o.out, "wasl ") || !strings.Contains(o.out, runtime.Version()) {
		t.Errorf("%+v", o)
	}
}

// TestQuery asks from a file and from the standard input, with variables, an operation and languages.
func TestQuery(t *testing.T) {
	folder := seeded(t)
	const text = `query other { __typename } query name($code: CountryCode!) { country(code: $code) { label { value language } } }`
	file := filepath.Join(t.TempDir(), "name.graphql")
	write(t, file, []byte(text))
	flags := []string{"--data", folder, "--operation", "name", "--variables", `{"code": "CZ"}`}
	tests := []struct {
		languages string
		in        string
		file      string
		want      string
	}{
		{"de-AT,en;q=0.5", "", file, `{"value":"Tschechien","language":"de"}`},
		{"ar", text, "-", `{"value":"التشيك","language":"ar"}`},
		{"", text, "-", `{"value":"Czechia","language":"en"}`},
	}
	for _, test := range tests {
		o := waslWith(t, strings.NewReader(test.in), append([]string{"query", "--languages", test.languages, test.file}, flags...)...)
		if got := compact(t, o.out); o.code != 0 || o.err != "" || got != `{"data":{"country":{"label":`+test.want+`}}}` {
			t.Errorf("in %q: %+v", test.languages, o)
		}
	}
}

func compact(t *testing.T, text string) string {
	t.Helper()
	var value json.RawMessage
	if err := json.Unmarshal([]byte(text), &value); err != nil {
		t.Fatalf("%v: %s", err, text)
	}
	var out strings.Builder
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(value); err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(out.String())
}

// TestQueryFillsAnEmptyFolder, which need not exist.
func TestQueryFillsAnEmptyFolder(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "a", "b")
	o := waslWith(t, strings.NewReader("{reports{totalCount}}"), "query", "--data", folder, "-")
	if o.code != 0 || compact(t, o.out) != `{"data":{"reports":{"totalCount":16}}}` {
		t.Errorf("%+v", o)
	}
	if o := wasl(t, "check", "--data", folder); o.code != 0 || !strings.HasSuffix(o.out, " statements, no problems\n") {
		t.Errorf("%+v", o)
	}
}

// TestQueryWithErrors prints the answer all the same, and exits with 1.
func TestQueryWithErrors(t *testing.T) {
	folder := seeded(t)
	for _, text := range []string{"{ nothing }", "{", "", "{ reports(first: 0) { totalCount } }"} {
		o := waslWith(t, strings.NewReader(text), "query", "--data", folder, "-")
		var answer struct {
			Errors []struct{ Message string }
		}
		if err := json.Unmarshal([]byte(o.out), &answer); err != nil || len(answer.Errors) == 0 || answer.Errors[0].Message == "" {
			t.Errorf("%q: %v, %s", text, err, o.out)
		}
		if o.code != 1 || o.err != "" {
			t.Errorf("%q: exit %d, %q", text, o.code, o.err)
		}
	}
}

// TestQueryWithoutQuery fails before a folder is made.
func TestQueryWithoutQuery(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "data")
	file := filepath.Join(t.TempDir(), "none.graphql")
	o := wasl(t, "query", "--data", folder, file)
	if got := sentence(t, o); o.code != 1 || !strings.Contains(got, "none.graphql: no such file") {
		t.Errorf("exit %d, %q", o.code, got)
	}
	o = waslWith(t, broken{}, "query", "--data", folder, "-")
	if got := sentence(t, o); o.code != 1 || got != "wasl: the pipe is broken" {
		t.Errorf("exit %d, %q", o.code, got)
	}
	if _, err := os.Stat(folder); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the folder: %v", err)
	}
}

type broken struct{}

func (broken) Read([]byte) (int, error) { return 0, errors.New("the pipe is broken") }

func (broken) Write([]byte) (int, error) { return 0, errors.New("the pipe is broken") }

// TestBrokenOutput exits with 1 when the answer can't be written.
func TestBrokenOutput(t *testing.T) {
	folder := seeded(t)
	for _, args := range [][]string{{"query", "-"}, {"check"}, {"serve", "--listen", "127.0.0.1:0"}} {
		var errOut strings.Builder
		std := streams{strings.NewReader("{__typename}"), broken{}, &errOut}
		code := run(t.Context(), append(args, "--data", folder), std)
		if got := sentence(t, outcome{err: errOut.String()}); code != 1 || got != "wasl: the pipe is broken" {
			t.Errorf("%v: exit %d, %q", args, code, got)
		}
	}
}

// TestDefaultFolder takes the user's data folder.
func TestDefaultFolder(t *testing.T) {
	home := t.TempDir()
	t.Setenv("XDG_DATA_HOME", home)
	if o := waslWith(t, strings.NewReader("{__typename}"), "query", "-"); o.code != 0 {
		t.Fatalf("%+v", o)
	}
	if _, err := os.Stat(filepath.Join(home, "wasl", "graph.db")); err != nil {
		t.Error(err)
	}
	if o := wasl(t, "check"); o.code != 0 {
		t.Errorf("%+v", o)
	}
	if o := wasl(t, "check", "--help"); !strings.Contains(o.out, filepath.Join(home, "wasl")) {
		t.Errorf("the help does not name the folder: %s", o.out)
	}
	if runtime.GOOS != "linux" {
		return
	}
	t.Setenv("XDG_DATA_HOME", "relative")
	t.Setenv("HOME", home)
	if got, err := defaultFolder(); err != nil || got != filepath.Join(home, ".local", "share", "wasl") {
		t.Errorf("without XDG_DATA_HOME: %s, %v", got, err)
	}
	t.Setenv("HOME", "")
	if got := sentence(t, wasl(t, "check")); !strings.HasPrefix(got, "wasl: name a data folder with --data: ") {
		t.Errorf("without a home: %q", got)
	}
}

// TestFoldersThatAreRefused tries every command on folders that are not what they should be.
func TestFoldersThatAreRefused(t *testing.T) {
	good, err := os.ReadFile(filepath.Join(seeded(t), "graph.db"))
	if err != nil {
		t.Fatal(err)
	}
	with := func(name string, data []byte) string {
		folder := t.TempDir()
		write(t, filepath.Join(folder, name), data)
		return folder
	}
	tests := []struct {
		name, folder, want string
		code               int
	}{
		{"somebody else's", with("letter.txt", []byte("Dear Ada")), "not a data folder of Wasl: it has no graph.db but holds letter.txt", 3},
		{"another kind of file", with("graph.db", []byte(strings.Repeat("Dear Ada", 2000))), "not a data folder of Wasl: graph.db is of another kind", 3},
		{"empty file", with("graph.db", nil), "graph.db is of another kind, or cut off at its head", 3},
		{"cut off", with("graph.db", good[:len(good)/3]), "the record is damaged: graph.db is cut off", 3},
		{"cut off at its head", with("graph.db", good[:50]), "cut off at its head", 3},
		{"another format", with("graph.db", bytes.ReplaceAll(good, []byte(`{"format":2,`), []byte(`{"format":9,`))), "the record has format version 9; this program reads versions up to 2: install a newer wasl", 3},
		{"no folder", filepath.Join(with("file", nil), "file"), "not a directory", 1},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			for _, args := range [][]string{{"serve", "--listen", "127.0.0.1:0"}, {"query", "-"}, {"check"}} {
				o := waslWith(t, strings.NewReader("{__typename}"), append(args, "--data", test.folder)...)
				got := sentence(t, o)
				if o.code != test.code || o.out != "" || !strings.HasPrefix(got, "wasl: data folder "+test.folder+": ") || !strings.Contains(got, test.want) {
					t.Errorf("%v: exit %d, %q, want %d, %q", args, o.code, got, test.code, test.want)
				}
			}
		})
	}
}

// TestCheckOfNothing does not make a folder.
func TestCheckOfNothing(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "data")
	o := wasl(t, "check", "--data", folder)
	if got := sentence(t, o); o.code != 1 || got != "wasl: data folder "+folder+": the data folder holds no graph yet" {
		t.Errorf("exit %d, %q", o.code, got)
	}
	if _, err := os.Stat(folder); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the folder: %v", err)
	}
}

func TestPortInUse(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	folder := filepath.Join(t.TempDir(), "data")
	o := wasl(t, "serve", "--data", folder, "--listen", listener.Addr().String())
	want := "wasl: --listen: another program listens at " + listener.Addr().String() + "; name another address, or port 0 for any free one"
	if got := sentence(t, o); o.code != 1 || got != want {
		t.Errorf("exit %d, %q, want %q", o.code, got, want)
	}
	if _, err := os.Stat(folder); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a folder was made all the same: %v", err)
	}
}

func TestAddressesThatCannotBe(t *testing.T) {
	for _, address := range []string{"127.0.0.1:99999", "192.0.2.1:0"} {
		o := wasl(t, "serve", "--data", t.TempDir(), "--listen", address)
		if got := sentence(t, o); o.code != 1 || !strings.HasPrefix(got, "wasl: --listen: "+address+": ") {
			t.Errorf("exit %d, %q", o.code, got)
		}
	}
}
