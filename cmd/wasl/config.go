package main

import (
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

func newConfig() *cobra.Command {
	var (
		flags  serveFlags
		asJSON bool
	)
	cmd := &cobra.Command{
		Use:   "config",
		Short: "Print the settings of serve, each with the place it comes from",
		Long: "Config prints what serve would run with. Each flag of serve is a setting: it is taken from the command line, else from\n" +
			"the variable WASL_NAME (WASL_LISTEN for --listen, with _ for each other -), else from the configuration file, else it\n" +
			"has its default. An empty variable counts as not set. The file has lines of the form NAME = VALUE and comments after #;\n" +
			"what this command prints is such a file.\n" +
			"Unknown names and wrong values are said with file and line, and nothing starts with them: config then exits with 2.\n" +
			"No setting holds a secret.",
		Args: noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error {
			warnOfStrays(cmd)
			flags.settle(cmd)
			settings := describeSettings(cmd.Flags(), sourcesOf(cmd))
			show := printSettings
			if asJSON {
				show = func(out io.Writer, c configuration) error { return printJSON(out, c) }
			}
			if err := show(cmd.OutOrStdout(), settings); err != nil {
				return err
			}
			return flags.check(cmd)
		},
	}
	flags.add(cmd)
	groupUsage(cmd)
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return cmd
}

// configuration is what config prints.
type configuration struct {
	File     string    `json:"file,omitempty"` // that was read
	Settings []settled `json:"settings"`
}

// settled is a setting with its value.
type settled struct {
	Name   string `json:"name"`
	Value  any    `json:"value"` // a bool, a number, a list or a string
	Source string `json:"source"`

	text []string // the value as it is written, an item of a list each
}

// describeSettings lists the settings by name.
func describeSettings(flags *pflag.FlagSet, from sources) configuration {
	c := configuration{File: from.file}
	known := newServe().Flags()
	flags.VisitAll(func(f *pflag.Flag) {
		if !isSetting(f) || known.Lookup(f.Name) == nil {
			return
		}
		s := settled{Name: f.Name, Source: "default", text: valuesOf(f)}
		if place := from.places[f.Name]; place != "" {
			s.Source = place
		}
		s.Value = jsonValue(f, s.text)
		c.Settings = append(c.Settings, s)
	})
	return c
}

// valuesOf is the value of a flag as it would be written. The default data folder is said by its name.
func valuesOf(f *pflag.Flag) []string {
	if list, isList := f.Value.(pflag.SliceValue); isList {
		return list.GetSlice()
	}
	value := f.Value.String()
	if f.Name == "data" && value == "" {
		value, _ = chosenFolder("") // without a home it stays empty
	}
	return []string{value}
}

func jsonValue(f *pflag.Flag, text []string) any {
	if isList(f) {
		return text
	}
	switch f.Value.Type() {
	case "bool":
		return text[0] == "true"
	case "int", "int64", "uint", "uint64", "float64":
		if _, err := strconv.ParseFloat(text[0], 64); err == nil {
			return json.Number(text[0])
		}
	}
	return text[0]
}

// printSettings prints a table that is a configuration file at once.
func printSettings(out io.Writer, c configuration) error {
	var text strings.Builder
	if c.File != "" {
		fmt.Fprintf(&text, "# %s\n", c.File)
	}
	table := tabwriter.NewWriter(&text, 0, 0, 1, ' ', 0)
	for _, s := range c.Settings {
		for _, value := range s.text {
			fmt.Fprintf(table, "%s\t= %s\t # %s\n", s.Name, writeValue(value), s.Source)
		}
		if len(s.text) == 0 {
			fmt.Fprintf(table, "# %s\t=\t # %s\n", s.Name, s.Source)
		}
	}
	if err := table.Flush(); err != nil {
		return err
	}
	_, err := io.WriteString(out, text.String())
	return err
}
