package main

import (
	"fmt"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"
)

func newVersion() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print which version this is",
		Args:  noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error {
			_, err := fmt.Fprintln(cmd.OutOrStdout(), version())
			return err
		},
	}
}

// release is the version that was built, as the module's tags count it.
func release() string {
	info, known := debug.ReadBuildInfo()
	if !known {
		return "unknown"
	}
	return info.Main.Version
}

// version is what the Go toolchain noted when the program was built.
func version() string {
	info, known := debug.ReadBuildInfo()
	if !known {
		return "wasl, of unknown version"
	}
	parts := []string{"wasl " + info.Main.Version}
	for _, s := range info.Settings {
		switch {
		case s.Key == "vcs.revision":
			parts = append(parts, "commit "+s.Value)
		case s.Key == "vcs.modified" && s.Value == "true":
			parts = append(parts, "with changes since")
		}
	}
	return strings.Join(append(parts, "built with "+info.GoVersion), ", ")
}
