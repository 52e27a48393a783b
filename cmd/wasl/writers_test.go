//go:build unix

package main

import (
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/wasl-graph/wasl/internal/access"
)

// writer is somebody who would change the graph of a server.
type writer struct {
	name   string // in the history; "" for who is not to be there
	token  access.Secret
	status int    // of the answer to a change
	code   string // "" when it is made
}

// labelling is a mutation, of which %s is a mark.
const labelling = `{"query": "mutation { setLabel(input: {entity: \"country:IQ\", language: \"de\", value: \"%s\", standing: ATTESTED, reason: \"%s\"}) { revision } }"}`

// attempts are the ways to change something. In place of %s comes a mark, by which the changes are told apart.
var attempts = []struct{ name, path, media, body, reason string }{
	{"GraphQL", "/graphql", "application/json", labelling, "%s"},
	{"GraphQL, newer", "/graphql", "application/graphql-response+json", labelling, "%s"},
	{"a document", "/import?name=%s.ris", "application/json", "TY  - RPRT\nTI  - Report of %s\nER  - \n", "import of %s.ris"},
}

// attempt asks for one change with a mark.
func (wr writer) attempt(t *testing.T, address string, way int, mark string) (status int, header http.Header, body string) {
	t.Helper()
	a := attempts[way]
	sent := http.Header{"Content-Type": {"application/json"}, "Accept": {a.media}, "Accept-Language": {"en"}}
	if wr.token != (access.Secret{}) {
		sent.Set("Authorization", "Bearer "+wr.token.Reveal())
	}
	marked := strings.NewReplacer("%s", mark)
	return send(t, http.MethodPost, address+marked.Replace(a.path), sent, strings.NewReader(marked.Replace(a.body)))
}

// check attempts one change, and looks at what is answered. Whose token is none is turned away at the door, whatever they would change.
func (wr writer) check(t *testing.T, address string, way int, mark string, atDoor bool) {
	t.Helper()
	a, want := attempts[way], wr.status
	if a.path == "/graphql" && a.media == "application/json" && !atDoor {
		want = http.StatusOK // in this media type the errors alone say what happened
	}
	status, header, text := wr.attempt(t, address, way, mark)
	if status != want || !strings.Contains(text, `"`+wr.code) || (wr.code == "") == strings.Contains(text, `"errors"`) {
		t.Errorf("%s, %q: %d %s, want %d %s", a.name, wr.name, status, text, want, wr.code)
	}
	if (status == http.StatusUnauthorized) != strings.HasPrefix(header.Get("WWW-Authenticate"), "Bearer") {
		t.Errorf("%s, %q: %v", a.name, wr.name, header)
	}
}

// change is one in the history.
type change struct{ Author, Reason string }

// historyOf is the history of a server's graph, the newest change first.
func historyOf(t *testing.T, address string) []change {
	t.Helper()
	var answer struct {
		Data struct {
			Changes struct{ Nodes []change }
		}
	}
	text := ask(t, address, `{changes(first: 100){nodes{author reason}}}`, "en")
	if err := json.Unmarshal([]byte(text), &answer); err != nil || len(answer.Data.Changes.Nodes) == 0 {
		t.Fatalf("the history is %s: %v", text, err)
	}
	return answer.Data.Changes.Nodes
}

// TestWhoMayWrite tries every way to change the graph of a serving process as everybody: nobody does it without a valid token of the right role,
// and the history names who did. A token that is revoked while it is being used ends with that.
func TestWhoMayWrite(t *testing.T) {
	folder := seeded(t)
	p := startProcess(t, folder, "--rate", "0")
	revoked := makeToken(t, folder, "curator", "Eve")
	everybody := []writer{
		{"", access.Secret{}, http.StatusUnauthorized, "UNAUTHENTICATED"},
		{"", makeToken(t, folder, "reader", "A harvester"), http.StatusForbidden, "FORBIDDEN"},
		{"زها حديد", makeToken(t, folder, "curator", "زها حديد"), http.StatusOK, ""},
		{"Jürgen Groß", makeToken(t, folder, "admin", "Jürgen Groß"), http.StatusOK, ""},
		{"Eve", revoked, http.StatusOK, ""},
	}
	seeds := historyOf(t, p.address)
	var want []change
	tryAll := func(round string, of []writer) {
		for i, who := range of {
			for way, a := range attempts {
				mark := fmt.Sprintf("%s-%d-%d", round, i, way)
				who.check(t, p.address, way, mark, round == "then" && who.token == revoked)
				if who.code == "" {
					want = append([]change{{who.name, strings.ReplaceAll(a.reason, "%s", mark)}}, want...)
				}
			}
		}
	}
	tryAll("first", everybody)
	if o := finish(t, process(t, "token", "revoke", revoked.ID(), "--data", folder)); o.code != 0 {
		t.Fatalf("revoking: %+v", o)
	}
	tryAll("then", append([]writer{{"", revoked, http.StatusUnauthorized, "UNAUTHENTICATED"}}, everybody[:4]...))
	if got, all := historyOf(t, p.address), append(want, seeds...); fmt.Sprint(got) != fmt.Sprint(all) {
		t.Errorf("the history is %v, want %v", got, all)
	}
	deliver(t, p.cmd, syscall.SIGTERM)
	if code := wait(t, p.cmd); code != 0 {
		t.Errorf("exit %d: %s", code, p.errOut)
	}
	o := waslWith(t, strings.NewReader(`{changes(first: 100){totalCount}}`), "query", "--data", folder, "-")
	if stored := fmt.Sprintf(`{"data":{"changes":{"totalCount":%d}}}`, len(want)+len(seeds)); o.code != 0 || compact(t, o.out) != stored {
		t.Errorf("in the record, the history is %+v, want %s", o, stored)
	}
}

// TestTokensShowNowhere uses tokens that are good, of too low a role, revoked, cut off and of another server, in every place of a request, and looks
// for them in everything that the server says of itself and to anybody.
func TestTokensShowNowhere(t *testing.T) {
	folder := seeded(t)
	spans := make(chan string, 1_000)
	collector := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		text, _ := io.ReadAll(r.Body) // what is missing is not looked at
		spans <- string(text) + sprint(r.Header)
	}))
	defer collector.Close()
	p := startProcess(t, folder, "--debug", "--rate", "0", "--traces", collector.URL)
	curator, admin := makeToken(t, folder, "curator", "Ada"), makeToken(t, folder, "admin", "Eve")
	reader, revoked := makeToken(t, folder, "reader", "A harvester"), makeToken(t, folder, "curator", "Mallory")
	if o := finish(t, process(t, "token", "revoke", revoked.ID(), "--data", folder)); o.code != 0 {
		t.Fatalf("revoking: %+v", o)
	}
	stranger := makeToken(t, seeded(t), "admin", "Stranger")
	var said strings.Builder
	for i, token := range []access.Secret{curator, admin, reader, revoked, stranger} {
		for way := range attempts {
			_, header, text := writer{token: token}.attempt(t, p.address, way, fmt.Sprintf("by-%d-%d", i, way))
			said.WriteString(text + sprint(header))
		}
		for _, text := range []string{token.Reveal(), token.Reveal()[:40]} {
			for _, h := range []http.Header{
				{"Authorization": {"Bearer " + text}, "X-Request-Id": {text}, "Traceparent": {text}},
				{"Authorization": {"Basic " + text}},
				{"Cookie": {"token=" + text}, "User-Agent": {text}, "Referer": {p.address + "/" + text}, "Accept-Language": {text}},
			} {
				for _, path := range []string{"/graphql?token=" + text, "/import?name=" + text, "/import?token=" + text, "/" + text, "/metrics"} {
					for _, method := range []string{http.MethodGet, http.MethodPost} {
						_, header, got := send(t, method, p.address+path, h.Clone(), strings.NewReader(`{"query":"{graph{revision}}"}`))
						said.WriteString(strings.ReplaceAll(got, "?token="+text, "") + sprint(header))
					}
				}
			}
		}
	}
	_, _, metrics := send(t, http.MethodGet, p.address+"/metrics", http.Header{"Authorization": {"Bearer " + admin.Reveal()}}, nil)
	if !strings.Contains(metrics, "wasl_http_requests_total") {
		t.Errorf("no metrics: %s", metrics)
	}
	process := processOf(p.cmd.Process.Pid)
	deliver(t, p.cmd, syscall.SIGTERM)
	if code := wait(t, p.cmd); code != 0 {
		t.Errorf("exit %d: %s", code, p.errOut)
	}
	close(spans)
	var traced strings.Builder
	for text := range spans {
		traced.WriteString(text)
	}
	file, err := os.ReadFile(filepath.Join(folder, "graph.db"))
	if err != nil || !strings.Contains(traced.String(), "POST /import") || !strings.Contains(p.errOut.String(), "token="+curator.ID()) {
		t.Errorf("something is not there to be looked at: %v, %d bytes of traces", err, traced.Len())
	}
	for place, text := range map[string]string{
		"answers": said.String(), "metrics": metrics, "log": p.errOut.String(), "traces": traced.String(), "process": process, "record": string(file),
	} {
		for _, token := range []access.Secret{curator, admin, reader, revoked, stranger} {
			if at := strings.Index(text, token.Reveal()[14:30]); at >= 0 {
				t.Errorf("in the %s: …%s…", place, text[max(0, at-200):min(len(text), at+60)])
			}
		}
	}
}

// processOf is what every user of the machine may read of a process, where there is something to read.
func processOf(pid int) string {
	var all strings.Builder
	for _, name := range []string{"cmdline", "environ", "comm"} {
		text, _ := os.ReadFile(fmt.Sprintf("/proc/%d/%s", pid, name)) // only Linux has them
		all.Write(text)
	}
	return all.String()
}

func sprint(h http.Header) string {
	var text strings.Builder
	_ = h.Write(&text) // a builder takes everything
	return text.String()
}

// TestMaxImport refuses a document that is larger than a flag allows, also one that is only when it is unpacked.
func TestMaxImport(t *testing.T) {
	folder := seeded(t)
	ada := makeToken(t, folder, "curator", "Ada")
	s := start(t, "--data", folder, "--max-import", "200")
	for _, test := range []struct {
		size   int
		packed bool
		status int
		says   string
	}{
		{201, false, http.StatusRequestEntityTooLarge, "200 bytes"},
		{201, true, http.StatusUnprocessableEntity, "200 bytes"},
		{200, true, http.StatusOK, `"revision":"2-`},
		{200, false, http.StatusOK, `"known":1`},
	} {
		document := "TY  - RPRT\nTI  - A report\nER  - \n"
		document += strings.Repeat(" ", test.size-len(document))
		if test.packed {
			document = zipped(t, document)
		}
		header := http.Header{"Authorization": {"Bearer " + ada.Reveal()}}
		if status, _, text := send(t, http.MethodPost, s.address+"/import?name=a.ris", header, strings.NewReader(document)); status != test.status || !strings.Contains(text, test.says) {
			t.Errorf("%+v: %d %s", test, status, text)
		}
	}
	s.stop()
	if o := s.end(t); o.code != 0 {
		t.Errorf("%+v", o)
	}
}

func zipped(t *testing.T, text string) string {
	t.Helper()
	var packed strings.Builder
	w := gzip.NewWriter(&packed)
	if _, err := io.WriteString(w, text); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return packed.String()
}
