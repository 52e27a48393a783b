package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxConfig is how many bytes a configuration file may have.
const maxConfig = 1 << 20

// setting is one line of a configuration file.
type setting struct {
	name, value string
	line        int
}

// fault is what is wrong with a line of a configuration file, or with the file where the line is 0.
type fault struct {
	file string
	line int
	text string
}

func (f fault) Error() string {
	if f.line == 0 {
		return f.file + ": " + f.text
	}
	return fmt.Sprintf("%s:%d: %s", f.file, f.line, f.text)
}

// readConfig reads a configuration file.
func readConfig(name string) ([]setting, []error) {
	info, err := os.Stat(name)
	if err == nil && info.Size() > maxConfig {
		return nil, []error{fault{file: name, text: fmt.Sprintf("a configuration file has at most %d bytes", maxConfig)}}
	}
	text, err := os.ReadFile(name)
	if pathError := new(fs.PathError); errors.As(err, &pathError) {
		return nil, []error{fault{file: name, text: pathError.Err.Error()}}
	}
	if err != nil {
		return nil, []error{fault{file: name, text: err.Error()}}
	}
	return parseConfig(name, text)
}

// parseConfig reads the lines of a configuration file: NAME = VALUE, where the value may stand in double quotes with the escapes
// of Go, and comments after #. The faults are all that is wrong with their form.
func parseConfig(file string, text []byte) (settings []setting, faults []error) {
	text = bytes.TrimPrefix(text, []byte("\uFEFF"))
	number := 0
	for line := range bytes.Lines(text) {
		number++
		s, err := parseLine(string(bytes.TrimRight(line, "\r\n")))
		switch {
		case err != nil:
			faults = append(faults, fault{file, number, err.Error()})
		case s.name != "":
			s.line = number
			settings = append(settings, s)
		}
	}
	return settings, faults
}

var settingName = regexp.MustCompile(`^[a-z][a-z0-9-]*$`)

// parseLine reads a line. One without a setting has no name.
func parseLine(line string) (setting, error) {
	if !utf8.ValidString(line) {
		return setting{}, errors.New("expected UTF-8")
	}
	if strings.ContainsFunc(line, func(r rune) bool { return r != '\t' && unicode.IsControl(r) }) {
		return setting{}, errors.New("expected no control characters")
	}
	line = strings.TrimSpace(line)
	if line == "" || line[0] == '#' {
		return setting{}, nil
	}
	name, value, found := strings.Cut(line, "=")
	name = strings.TrimSpace(name)
	if !found || !settingName.MatchString(name) {
		return setting{}, errors.New("expected NAME = VALUE, such as listen = 127.0.0.1:8080")
	}
	value, err := parseValue(strings.TrimSpace(value))
	if err != nil {
		return setting{}, fmt.Errorf("%s: %w", name, err)
	}
	return setting{name: name, value: value}, nil
}

// commentAfter is where a comment begins behind a value that stands without quotes.
var commentAfter = regexp.MustCompile(`(^|\s)#.*$`)

func parseValue(text string) (string, error) {
	if !strings.HasPrefix(text, `"`) {
		text = strings.TrimSpace(commentAfter.ReplaceAllString(text, ""))
		if text == "" {
			return "", errors.New(`expected a value; write "" for an empty one`)
		}
		return text, nil
	}
	quoted, err := strconv.QuotedPrefix(text)
	rest := ""
	if err == nil {
		rest = strings.TrimSpace(text[len(quoted):])
	}
	if err != nil || (rest != "" && rest[0] != '#') {
		return "", errors.New("expected one value in double quotes, and perhaps a comment after #")
	}
	return strconv.Unquote(quoted)
}

// writeValue writes a value so that parseValue reads it.
func writeValue(value string) string {
	plain := value != "" && value == strings.TrimSpace(value) && !strings.ContainsAny(value, "\"#") && strconv.CanBackquote(value)
	if plain && !strings.ContainsRune(value, '\t') {
		return value
	}
	return strconv.Quote(value)
}

// defaultConfig is the configuration file of the user, whether it is there or not.
func defaultConfig() (string, error) {
	dir, err := os.UserConfigDir()
	return filepath.Join(dir, "wasl", "wasl.conf"), err
}
