package main

import (
	"context"
	"regexp"
	"strings"

	"github.com/spf13/cobra"
)

// addConfiguration lets every command below root that shares a setting with serve take it from the environment and from the
// configuration file. It comes after all commands were added.
func addConfiguration(root *cobra.Command) {
	root.PersistentFlags().String(configFlag, "", "configuration `file` (default: "+describeConfig()+", if it is there)")
	known := newServe().Flags()
	for _, cmd := range root.Commands() {
		wrap(cmd, func(cmd *cobra.Command) bool {
			for name := range sharedSettings {
				if known.Lookup(name) != nil && cmd.Flags().Lookup(name) != nil {
					return true
				}
			}
			return false
		})
	}
}

// wrap configures a command, and those below it, before they run.
func wrap(cmd *cobra.Command, wanted func(*cobra.Command) bool) {
	for _, child := range cmd.Commands() {
		wrap(child, wanted)
	}
	run := cmd.RunE
	if run == nil || !wanted(cmd) {
		return
	}
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		from, err := configure(cmd)
		if err != nil {
			return err
		}
		if cmd.Name() == "serve" {
			from.report(cmd)
			warnOfStrays(cmd)
		}
		cmd.SetContext(context.WithValue(cmd.Context(), sourcesKey{}, from))
		return from.attribute(run(cmd, args))
	}
}

type sourcesKey struct{}

// sourcesOf is where the values of a running command come from.
func sourcesOf(cmd *cobra.Command) sources {
	from, _ := cmd.Context().Value(sourcesKey{}).(sources)
	return from
}

func describeConfig() string {
	file, err := defaultConfig()
	if err != nil {
		return "wasl.conf in the user's configuration folder"
	}
	return file
}

// report logs which configuration file was read.
func (from sources) report(cmd *cobra.Command) {
	if from.file != "" {
		newLog(cmd.ErrOrStderr(), false).InfoContext(cmd.Context(), "configuration", "file", from.file)
	}
}

// warnOfStrays logs which variables look like settings and are none. Their values are not logged.
func warnOfStrays(cmd *cobra.Command) {
	log, known := newLog(cmd.ErrOrStderr(), false), newServe().Flags()
	for _, name := range strayVariables(known) {
		log.WarnContext(cmd.Context(), "a variable that is no setting", "variable", name, "hint", suggestion(name, variables(known)))
	}
}

// attributed is an error about a value that was not given on the command line: it names the place where it was.
type attributed struct {
	text string
	err  error
}

func (a attributed) Error() string { return a.text }

func (a attributed) Unwrap() error { return a.err }

// leadingFlags are the flags that a line of an error is about.
var leadingFlags = regexp.MustCompile(`^--[a-z-]+(?:(?:, | and )--[a-z-]+)*`)

// attribute lets each line of an error that begins with the names of flags say from which places their values come.
func (from sources) attribute(err error) error {
	if err == nil {
		return nil
	}
	lines := strings.Split(err.Error(), "\n")
	for i, line := range lines {
		lines[i] = from.attributeLine(line)
	}
	if text := strings.Join(lines, "\n"); text != err.Error() {
		return attributed{text, err}
	}
	return err
}

// attributeLine lets a line about one flag begin with the place, and one about several end with the places.
func (from sources) attributeLine(line string) string {
	flags := leadingFlags.FindString(line)
	if name := strings.TrimPrefix(flags, "--"); strings.HasPrefix(line, flags+": ") && from.elsewhere(name) {
		place, rest := from.places[name], strings.TrimPrefix(line, flags)
		if strings.HasPrefix(place, "WASL_") {
			return place + rest
		}
		return place + ": " + name + rest
	}
	var places []string
	for flag := range strings.FieldsFuncSeq(flags, func(r rune) bool { return r == ',' || r == ' ' }) {
		if from.elsewhere(strings.TrimPrefix(flag, "--")) {
			places = append(places, flag+" is from "+from.places[strings.TrimPrefix(flag, "--")])
		}
	}
	if len(places) == 0 {
		return line
	}
	return line + " (" + strings.Join(places, ", ") + ")"
}

// elsewhere says whether a setting has its value neither from the command line nor by default.
func (from sources) elsewhere(name string) bool {
	place := from.places[name]
	return place != "" && place != fromFlag
}
