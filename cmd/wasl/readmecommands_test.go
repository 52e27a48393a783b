package main

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

var (
	readmeCode    = regexp.MustCompile("(?s)```sh\n(.*?)```|`([^`\n]+(?:\n[^`\n]+)?)`")
	readmeCommand = regexp.MustCompile(`(?:\./cmd/wasl|(?:^|\s)wasl)[ ]+([a-z][a-z-]*)([^\n]*)`)
	readmeFlag    = regexp.MustCompile(`--([a-z-]+)`)
	readmeFolder  = regexp.MustCompile("(?m)^\\| `([a-z/]+)/` \\|")
)

// TestTheREADMENamesWhatIsThere: its commands, their flags, and its folders exist, and so do those of the other guides.
func TestTheREADMENamesWhatIsThere(t *testing.T) {
	root, commands, folders := newRoot(streams{}), 0, 0
	root.InitDefaultHelpCmd()
	for _, name := range []string{"README.md", "CONTRIBUTING.md", "SECURITY.md"} {
		data, err := os.ReadFile("../../" + name)
		if err != nil {
			t.Fatal(err)
		}
		for _, code := range readmeCode.FindAllStringSubmatch(string(data), -1) {
			for _, found := range readmeCommand.FindAllStringSubmatch(code[1]+code[2], -1) {
				commands++
				cmd, _, err := root.Find(strings.Fields(found[1] + " " + strings.SplitN(found[2], " -", 2)[0]))
				if err != nil || cmd == root {
					t.Errorf("%s: there is no command %s", name, found[1])
					continue
				}
				for _, flag := range readmeFlag.FindAllStringSubmatch(found[2], -1) {
					if cmd.Flag(flag[1]) == nil && root.PersistentFlags().Lookup(flag[1]) == nil && flag[1] != "help" {
						t.Errorf("%s: wasl %s has no --%s", name, found[1], flag[1])
					}
				}
			}
		}
		for _, found := range readmeFolder.FindAllStringSubmatch(string(data), -1) {
			folders++
			if info, err := os.Stat("../../" + found[1]); err != nil || !info.IsDir() {
				t.Errorf("%s: there is no folder %s", name, found[1])
			}
		}
	}
	if commands < 10 || folders < 10 {
		t.Errorf("the guides are not read as they are written: %d commands, %d folders", commands, folders)
	}
}
