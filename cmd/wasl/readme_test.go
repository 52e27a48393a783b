package main

import (
	"bytes"
	"encoding/json"
	"net/http"
	"os"
	"reflect"
	"regexp"
	"strings"
	"testing"
)

var (
	readmeHeader = regexp.MustCompile(`-H 'Accept-Language: ([^']*)'`)
	readmeBody   = regexp.MustCompile(`-d '(\{.*\})'`)
	readmeAnswer = regexp.MustCompile("(?s)```json\n(.*?)```")
)

// TestTheREADMEsFirstQueryHasItsAnswer asks what the README asks, and expects what it says.
func TestTheREADMEsFirstQueryHasItsAnswer(t *testing.T) {
	text, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	var body struct{ Query string }
	if err := json.Unmarshal(readmeBody.FindSubmatch(text)[1], &body); err != nil {
		t.Fatal(err)
	}
	languages := string(readmeHeader.FindSubmatch(text)[1])
	var out, errOut bytes.Buffer
	args := []string{"query", "--data", t.TempDir(), "--languages", languages, "-"}
	if code := run(t.Context(), args, streams{strings.NewReader(body.Query), &out, &errOut}); code != exitOK {
		t.Fatalf("exit code %d: %s", code, errOut.String())
	}
	var got, want any
	if err := json.Unmarshal(out.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(readmeAnswer.FindSubmatch(text)[1], &want); err != nil {
		t.Fatal("the README's answer: ", err)
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("the answer is now\n%s", out.String())
	}
}

var readmeToken = regexp.MustCompile(`wasl token create --role (\w+) --name '([^']*)'`)

// TestTheREADMEsCuration makes the token that the README makes, and the change that it makes.
func TestTheREADMEsCuration(t *testing.T) {
	text, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	token, bodies := readmeToken.FindSubmatch(text), readmeBody.FindAllSubmatch(text, -1)
	if token == nil || len(bodies) < 2 {
		t.Fatal("the README makes no token, or no change")
	}
	folder := seeded(t)
	made := wasl(t, "token", "create", "--role", string(token[1]), "--name", string(token[2]), "--data", folder)
	if made.code != exitOK {
		t.Fatalf("%+v", made)
	}
	s := start(t, "--data", folder)
	header := http.Header{"Authorization": {"Bearer " + strings.TrimSpace(made.out)}, "Content-Type": {"application/json"}, "Accept-Language": {"de"}}
	status, _, answer := send(t, http.MethodPost, s.address+"/graphql", header, bytes.NewReader(bodies[1][1]))
	if want := `"entity":{"label":{"value":"Kapazitätsentwicklung"}}`; status != http.StatusOK || !strings.Contains(answer, want) {
		t.Errorf("%d %s", status, answer)
	}
}
