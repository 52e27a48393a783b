package main

import (
	"net/http"
	"path/filepath"
	"strings"
	"testing"
)

func TestLimitsThatMakeNoSense(t *testing.T) {
	missing := filepath.Join(t.TempDir(), "missing")
	for _, test := range []struct {
		args []string
		code int
		says string
	}{
		{[]string{"--query-cost", "0"}, 2, "wasl: --query-cost: 0 is not possible; expected more"},
		{[]string{"--max-import", "0"}, 2, "wasl: --max-import: 0 is not possible; expected more"},
		{[]string{"--burst", "-1"}, 2, "wasl: --burst: -1 is not possible; expected no less than 0"},
		{[]string{"--rate", "-0.5"}, 2, "wasl: --rate: -0.5 is not possible; expected no less than 0"},
		{[]string{"--rate", "NaN"}, 2, "wasl: --rate: NaN is not possible; expected no less than 0"},
		{[]string{"--rate", "Inf"}, 2, "wasl: --rate: +Inf is not possible; expected no less than 0"},
		{[]string{"--read-timeout", "0s"}, 2, "wasl: --read-timeout: 0s is not possible; expected more"},
		{[]string{"--drain-grace", "-1s"}, 2, "wasl: --drain-grace: -1s is not possible; expected no less than 0"},
		{[]string{"--trust-forwarded", "10.0.0.0/8,proxy"}, 2, `wasl: --trust-forwarded, --forwarded-header: "proxy" is not valid; expected an address or a range of addresses, such as 10.0.0.0/8 or fd00::/8`},
		{[]string{"--max-working", "9x"}, 2, `wasl: --max-working: "9x" is not valid; expected a whole number`},
		{[]string{"--max-workin", "9"}, 2, "wasl: unknown flag: --max-workin; do you mean --max-working?"},
		{[]string{"--forwarded-header", "Via"}, 2, `wasl: --trust-forwarded, --forwarded-header: "Via" is not valid; expected X-Forwarded-For or Forwarded`},
		{[]string{"--tls-cert", missing}, 2, "wasl: --tls-cert and --tls-key belong together: expected both or none"},
		{[]string{"--tls-cert", missing, "--tls-key", missing}, 1, "wasl: --tls-cert, --tls-key: certificate: open " + missing + ": no such file or directory"},
		{[]string{"--only-persisted", missing}, 1, "wasl: --only-persisted: open " + missing + ": no such file or directory"},
		{[]string{"--only-persisted", missing, "--graphiql"}, 2, "wasl: --graphiql and --only-persisted can't be given together: the page is for queries that are on no list"},
	} {
		o := wasl(t, append([]string{"serve", "--listen", "127.0.0.1:0", "--data", missing}, test.args...)...)
		if got := sentence(t, o); got != test.says || o.code != test.code {
			t.Errorf("%v: exit %d, %q", test.args, o.code, got)
		}
	}
}

// Every flag that says how much something may be is looked at.
func TestEveryLimitIsChecked(t *testing.T) {
	checked := map[string]bool{}
	for _, a := range amounts {
		checked[a.flag] = true
	}
	help := wasl(t, "serve", "--help").out
	for line := range strings.Lines(help) {
		fields := strings.Fields(line)
		if len(fields) > 1 && strings.HasPrefix(fields[0], "--") && (fields[1] == "int" || fields[1] == "float" || fields[1] == "duration") && !checked[fields[0][2:]] {
			t.Errorf("%s is not checked", fields[0])
		}
	}
	if len(checked) < 25 || !strings.Contains(help, "--query-cost int") {
		t.Errorf("%d flags are checked:\n%s", len(checked), help)
	}
}

// TestRateByAddress limits a client, and believes its proxy for whom it asks.
func TestRateByAddress(t *testing.T) {
	s := start(t, "--data", seeded(t), "--rate", "0.001", "--burst", "2", "--rate-wait", "1ms", "--trust-forwarded", "127.0.0.0/8")
	asked := func(from string) (int, string) {
		header := http.Header{"Content-Type": {"application/json"}, "X-Forwarded-For": {"192.0.2.1, " + from}}
		status, got, text := send(t, http.MethodPost, s.address+"/graphql", header, strings.NewReader(`{"query":"{__typename}"}`))
		if (status == http.StatusTooManyRequests) != (got.Get("Retry-After") != "") {
			t.Errorf("%d with Retry-After %q", status, got.Get("Retry-After"))
		}
		return status, text
	}
	for _, from := range []string{"198.51.100.1", "198.51.100.2"} {
		for i, want := range []int{200, 200, 429} {
			if status, text := asked(from); status != want {
				t.Errorf("request %d from %s: %d %s", i+1, from, status, text)
			}
		}
	}
}

// TestQueryLimits refuses by a flag what is answered otherwise.
func TestQueryLimits(t *testing.T) {
	s := start(t, "--data", seeded(t), "--query-depth", "2", "--query-cost", "50", "--max-body", "300")
	for query, want := range map[string]string{
		"{graph{revision}}":                  `{"data":{"graph":{"revision":`,
		"{reports{nodes{id}}}":               `"reason":"query.deep"`,
		`{search(query:\"x\"){totalCount}}`:  `"reason":"query.cost"`,
		strings.Repeat(" ", 400) + "{graph}": `"reason":"request.body.large"`,
	} {
		header := http.Header{"Content-Type": {"application/json"}}
		_, _, got := send(t, http.MethodPost, s.address+"/graphql", header, strings.NewReader(`{"query":"`+query+`"}`))
		if !strings.Contains(got, want) {
			t.Errorf("%.40s: %s", query, got)
		}
	}
}

// TestOnlyPersisted answers the documents of a list and no others.
func TestOnlyPersisted(t *testing.T) {
	list := filepath.Join(t.TempDir(), "list.json")
	write(t, list, []byte("{\n\"count\": \"query Count { reports { totalCount } }\"\n}\n"))
	s := start(t, "--data", seeded(t), "--only-persisted", list)
	if strings.Contains(s.announced, "try it at") {
		t.Errorf("it says %s", s.announced)
	}
	for url, want := range map[string]string{
		"/graphql?documentId=count":                 `{"data":{"reports":{"totalCount":16}}}`,
		"/graphql?query=%7B__typename%7D":           `"reason":"request.untrusted"`,
		"/graphql?query=query+Count+%7Breports%7B}": `"code":"FORBIDDEN"`,
		"/graphiql": "There is nothing at this address.",
	} {
		if _, _, text := send(t, http.MethodGet, s.address+url, nil, nil); !strings.Contains(text, want) {
			t.Errorf("%s: %s", url, text)
		}
	}
	write(t, list, []byte("{\n\"count\": \"{ nobody }\",\n\"broken\": \"{\"}"))
	o := wasl(t, "serve", "--listen", "127.0.0.1:0", "--data", seeded(t), "--only-persisted", list)
	want := "wasl: --only-persisted: the list can't be used\n" +
		list + ":2: count: line 1, column 3: the type Query has no field nobody\n" +
		list + ":3: broken: the query breaks off at line 1, column 2\n"
	if o.code != 3 || o.err != want {
		t.Errorf("exit %d, %q, want %q", o.code, o.err, want)
	}
}
