//go:build unix

package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strconv"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/record"
)

// curators change the graph at the same time. Each has an entity of its own, and all of them write notes on a shared one.
const curators = 5

// sharedEntity is what the changes of all curators get in each other's way about.
const sharedEntity = "country:IQ"

// curatorEntities are those that one curator alone gives labels.
var curatorEntities = [curators]graph.ID{"country:AT", "country:DE", "country:FR", "country:JO", "country:TR"}

// curatorNote is what a change is known by: its reason in the history.
type curatorNote struct{ curator, number int }

func (n curatorNote) String() string { return fmt.Sprintf("curator %d change %d", n.curator, n.number) }

// labels says that the change sets the label of the curator's own entity. Every third is a note on the shared one instead.
func (n curatorNote) labels() bool { return n.number%3 != 0 }

// mutation is the change as the curator sends it. What it says is its own name.
func (n curatorNote) mutation() string {
	if n.labels() {
		return fmt.Sprintf(`mutation { done: setLabel(input: {entity: %q, language: "fr", value: %q, standing: ATTESTED, reason: %[2]q}) { revision } }`,
			curatorEntities[n.curator], n)
	}
	return fmt.Sprintf(`mutation { done: addStatement(input: {subject: %q, relation: NOTE, object: {text: {value: %q, language: "en"}}, reason: %[2]q}) { revision } }`,
		sharedEntity, n)
}

// answeredNote is a change that was answered, or found in the history, with its revision.
type answeredNote struct {
	curatorNote
	revision string
}

// TestKilledServerLosesNoChange kills a serving process again and again while curators change its graph over HTTP. Every
// change that was answered is there with its revision after the next start, whole; nothing else is but, for each curator, at
// most the one change that was under way; and each one's changes are there in their order, without a gap.
func TestKilledServerLosesNoChange(t *testing.T) {
	folder := seeded(t)
	var secrets [curators]string
	for i := range secrets {
		secrets[i] = makeToken(t, folder, "curator", fmt.Sprint("curator ", i)).Reveal()
	}
	var before []answeredNote
	answered := 0
	for round := range crashRounds(t, 4) {
		said := killAmongCurators(t, folder, secrets, before)
		answered += len(said)
		if o := wasl(t, "check", "--data", folder); o.code != exitOK {
			t.Fatalf("round %d: a check: %+v", round, o)
		}
		found, facts := curatorHistory(t, folder)
		if err := curatorsHeld(said, before, found); err != nil {
			t.Fatalf("round %d: %v", round, err)
		}
		if want := curatorFacts(found); !slices.Equal(facts, want) {
			t.Fatalf("round %d: the record says\n%q, want\n%q", round, facts, want)
		}
		before = found
	}
	t.Logf("%d changes were made, %d answered", len(before), answered)
	if answered == 0 {
		t.Error("no change was answered")
	}
}

// killAmongCurators starts a server and the curators, kills it at some moment, and returns what was answered.
func killAmongCurators(t *testing.T, folder string, secrets [curators]string, before []answeredNote) (said []answeredNote) {
	t.Helper()
	cmd, address := startAgain(t, folder)
	var mu sync.Mutex
	var all sync.WaitGroup
	first := make(chan struct{})
	begun := sync.OnceFunc(func() { close(first) })
	for i, secret := range secrets {
		all.Go(func() {
			defer begun() // it may have failed
			client := &http.Client{Transport: &http.Transport{}, Timeout: patience}
			defer client.CloseIdleConnections()
			for n := (curatorNote{i, lastOf(before, i) + 1}); ; n.number++ {
				revision, err := n.send(t.Context(), client, address, secret)
				if err != nil {
					t.Error(err)
				}
				if revision == "" {
					return
				}
				mu.Lock()
				said = append(said, answeredNote{n, revision})
				mu.Unlock()
				begun()
			}
		})
	}
	if rand.N(4) > 0 {
		<-first
	}
	time.Sleep(rand.N(400 * time.Millisecond))
	deliver(t, cmd, syscall.SIGKILL)
	wait(t, cmd)
	all.Wait()
	return said
}

var answers = regexp.MustCompile(`^Wasl answers at (http://[^ /]+)/graphql`)

// startAgain starts a server on a folder that may have changed since the seeds.
func startAgain(t *testing.T, folder string) (cmd *exec.Cmd, address string) {
	t.Helper()
	cmd = process(t, "serve", "--listen", "127.0.0.1:0", "--rate", "0", "--data", folder)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	match := answers.FindStringSubmatch(announcement(t, out))
	if match == nil {
		_ = cmd.Process.Kill() // it may have ended already
		t.Fatal("the server does not start")
	}
	return cmd, match[1]
}

// send makes the change and returns the revision that the answer names, and none when there was no whole answer. An answer
// that refuses the change is an error.
func (n curatorNote) send(ctx context.Context, client *http.Client, address, secret string) (revision string, err error) {
	body, err := json.Marshal(map[string]string{"query": n.mutation()})
	if err != nil {
		return "", err
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, address+"/graphql", bytes.NewReader(body))
	if err != nil {
		return "", err
	}
	request.Header = http.Header{"Content-Type": {"application/json"}, "Authorization": {"Bearer " + secret}}
	response, err := client.Do(request)
	if err != nil {
		return "", nil //nolint:nilerr // the server is dead
	}
	text, err := io.ReadAll(response.Body)
	if errors.Join(err, response.Body.Close()) != nil {
		return "", nil //nolint:nilerr // it died while it answered
	}
	var answer struct {
		Data struct{ Done struct{ Revision string } }
	}
	if err := json.Unmarshal(text, &answer); err != nil || answer.Data.Done.Revision == "" {
		return "", fmt.Errorf("%v is answered with %d %s", n, response.StatusCode, text)
	}
	return answer.Data.Done.Revision, nil
}

// lastOf is the number of a curator's last change.
func lastOf(list []answeredNote, curator int) (number int) {
	for _, n := range list {
		if n.curator == curator {
			number = n.number
		}
	}
	return number
}

// curatorHistory reads what the history says was changed since the seeds, and what the record says that the seeds did not.
func curatorHistory(t *testing.T, folder string) (found []answeredNote, facts []string) {
	t.Helper()
	store, err := record.Open(t.Context(), folder)
	if err != nil {
		t.Fatal(err)
	}
	err = store.Snapshot(t.Context(), func(s graph.Snapshot) error {
		for _, c := range s.Changes[1:] { // but the seeds
			n := answeredNote{revision: c.Revision.String()}
			if _, err := fmt.Sscanf(c.Reason, "curator %d change %d", &n.curator, &n.number); err != nil {
				return fmt.Errorf("change %q: %w", c.Reason, err)
			}
			if c.Author != "curator "+strconv.Itoa(n.curator) {
				t.Errorf("%v was made by %q", n, c.Author)
			}
			found = append(found, n)
		}
		for a, err := range s.Assertions {
			if err != nil {
				return err
			}
			if a.Evidence.Change > 1 {
				facts = append(facts, fmt.Sprintf("%s %s %s", a.Subject, a.Relation, a.Object.Text.Value))
			}
		}
		return nil
	})
	if err := errors.Join(err, store.Close()); err != nil {
		t.Fatal(err)
	}
	slices.Sort(facts)
	return found, facts
}

// curatorFacts are what must be recorded after some changes: every note, and of each curator's labels the last.
func curatorFacts(found []answeredNote) (facts []string) {
	labels := map[int]curatorNote{}
	for _, n := range found {
		if n.labels() {
			labels[n.curator] = n.curatorNote
			continue
		}
		facts = append(facts, fmt.Sprintf("%s %s %s", sharedEntity, graph.Note, n.curatorNote))
	}
	for curator, n := range labels {
		facts = append(facts, fmt.Sprintf("%s %s %s", curatorEntities[curator], graph.Label, n))
	}
	slices.Sort(facts)
	return facts
}

// curatorsHeld compares what was answered in a round, and what was there before it, with what is there after it.
func curatorsHeld(said, before, found []answeredNote) error {
	if len(found) < len(before) || !slices.Equal(before, found[:len(before)]) {
		return errors.New("the history of earlier rounds is another one")
	}
	var last, unanswered [curators]int
	for i, n := range found {
		if n.number != last[n.curator]+1 {
			return fmt.Errorf("%v comes after change %d", n, last[n.curator])
		}
		last[n.curator] = n.number
		if i >= len(before) {
			unanswered[n.curator]++
		}
	}
	for _, n := range said {
		if !slices.Contains(found[len(before):], n) {
			return fmt.Errorf("%v was answered with %s, and is not there", n, n.revision)
		}
		unanswered[n.curator]--
	}
	for curator, n := range unanswered {
		if n > 1 {
			return fmt.Errorf("curator %d has %d changes that nobody answered", curator, n)
		}
	}
	return nil
}
