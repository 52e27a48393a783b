package main

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// Settings are the flags of serve, whatever these are. One is taken from the command line, else from the variable WASL_NAME, else
// from the configuration file. Other commands take from the latter two what they share with serve.

// configFlag names the configuration file. It and help are the flags that can't be set in it.
const configFlag = "config"

// sharedSettings are those that other commands take over: where the graph is, and where a server answers.
var sharedSettings = map[string]bool{"data": true, "listen": true, "operations": true}

// sources say where values come from.
type sources struct {
	file   string            // the configuration file that was read, "" for none
	places map[string]string // by the flag's name; those that are missing have their default
}

const fromFlag = "flag"

// isSetting says whether a flag of serve can be set elsewhere.
func isSetting(f *pflag.Flag) bool { return f.Name != configFlag && f.Name != "help" }

// variable is the name of the environment variable for a flag.
func variable(flag string) string {
	return "WASL_" + strings.ToUpper(strings.ReplaceAll(flag, "-", "_"))
}

// configure gives the flags of a command that were not set on its command line their values from the environment and from the
// configuration file. The error has everything that is wrong with these, a line each.
func configure(cmd *cobra.Command) (sources, error) {
	from := sources{places: map[string]string{}}
	known := newServe().Flags()
	file, lines, faults := settingsFor(cmd, known)
	from.file = file
	cmd.Flags().VisitAll(func(f *pflag.Flag) {
		if !isSetting(f) || known.Lookup(f.Name) == nil || (cmd.Name() != "serve" && cmd.Name() != "config" && !sharedSettings[f.Name]) {
			return
		}
		place, err := from.set(cmd.Flags(), f, lines[f.Name])
		if place != "" {
			from.places[f.Name] = place
		}
		if err != nil {
			faults = append(faults, err)
		}
	})
	if len(faults) > 0 {
		return from, &codeError{exitUsage, errors.Join(faults...)}
	}
	return from, nil
}

// set gives one flag its value and says where it comes from.
func (from sources) set(flags *pflag.FlagSet, f *pflag.Flag, lines []setting) (place string, err error) {
	if f.Changed {
		return fromFlag, nil
	}
	if value := os.Getenv(variable(f.Name)); value != "" {
		place = variable(f.Name)
		if err := flags.Set(f.Name, value); err != nil {
			return place, fmt.Errorf("%s: %s", place, expected(f, value))
		}
		return place, nil
	}
	for _, line := range lines {
		if err := flags.Set(f.Name, line.value); err != nil {
			return place, err // it was tried before, see settingsFor
		}
		if place == "" {
			place = fmt.Sprintf("%s:%d", from.file, line.line)
		}
	}
	return place, nil
}

// settingsFor reads the configuration file that a command line means, and holds it against the settings that there are.
func settingsFor(cmd *cobra.Command, known *pflag.FlagSet) (file string, lines map[string][]setting, faults []error) {
	file, named := os.Getenv("WASL_CONFIG"), false
	if f := cmd.Flag(configFlag); f != nil && f.Changed {
		file, named = f.Value.String(), true
	}
	if named = named || file != ""; !named {
		usual, err := defaultConfig()
		if err != nil {
			return "", nil, nil // without a home there is no such file
		}
		if _, err := os.Stat(usual); err != nil {
			return "", nil, nil
		}
		file = usual
	}
	settings, faults := readConfig(file)
	lines, wrong := sortSettings(file, settings, known)
	return file, lines, append(faults, wrong...)
}

// sortSettings puts settings under their names. Only a list may be given on several lines.
func sortSettings(file string, settings []setting, known *pflag.FlagSet) (lines map[string][]setting, faults []error) {
	lines = map[string][]setting{}
	refuse := func(s setting, text string) { faults = append(faults, fault{file, s.line, text}) }
	for _, s := range settings {
		f := known.Lookup(s.name)
		switch {
		case f == nil || !isSetting(f):
			refuse(s, fmt.Sprintf("%s is no setting; %s", s.name, suggestion(s.name, settingNames(known))))
		case len(lines[s.name]) > 0 && !isList(f):
			refuse(s, fmt.Sprintf("%s stands on line %d already", s.name, lines[s.name][0].line))
		case known.Set(s.name, s.value) != nil:
			refuse(s, s.name+": "+expected(f, s.value))
		default:
			lines[s.name] = append(lines[s.name], s)
		}
	}
	return lines, faults
}

func isList(f *pflag.Flag) bool {
	_, list := f.Value.(pflag.SliceValue)
	return list
}

func settingNames(known *pflag.FlagSet) []string {
	var names []string
	known.VisitAll(func(f *pflag.Flag) {
		if isSetting(f) {
			names = append(names, f.Name)
		}
	})
	return names
}

// expected says what a value should have been.
func expected(f *pflag.Flag, value string) string {
	words := map[string]string{
		"bool": "true or false", "duration": "a duration such as 30s or 2m", "float64": "a number",
		"int": "a whole number", "int64": "a whole number", "uint": "a whole number that is not negative", "uint64": "a whole number that is not negative",
	}[f.Value.Type()]
	if words == "" {
		words, _ = pflag.UnquoteUsage(f)
	}
	return fmt.Sprintf("%q is not valid; expected %s", value, words)
}
