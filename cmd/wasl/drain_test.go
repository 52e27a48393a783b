//go:build unix

package main

import (
	"io"
	"net/http"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestASecondSignalEndsAtOnce, even in a grace that would outlast every test, and leaves nothing that a next start would miss.
// Until then both addresses say that the server stops, and questions are answered.
func TestASecondSignalEndsAtOnce(t *testing.T) {
	folder := seeded(t)
	p := startProcess(t, folder, "--drain-grace", "24h", "--operations", "127.0.0.1:0")
	deliver(t, p.cmd, syscall.SIGTERM)
	for end := time.Now().Add(patience); !strings.Contains(p.errOut.String(), "msg=stopping"); time.Sleep(time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("it does not say that it stops: %s", p.errOut)
		}
	}
	second := operationsAt.FindStringSubmatch(p.errOut.String())
	if second == nil {
		t.Fatalf("no second address: %s", p.errOut)
	}
	for _, address := range []string{p.address, second[1]} {
		if status, _, text := send(t, http.MethodGet, address+"/readyz", nil, nil); status != http.StatusServiceUnavailable || !strings.Contains(text, "being stopped") {
			t.Errorf("while it stops: %d %s", status, text)
		}
	}
	if got := ask(t, p.address, `{reports{totalCount}}`, "ar"); got != `{"data":{"reports":{"totalCount":16}}}` {
		t.Errorf("in the grace it answers %s", got)
	}
	deliver(t, p.cmd, syscall.SIGTERM)
	if code := wait(t, p.cmd); code != -1 {
		t.Errorf("exit %d: %s", code, p.errOut)
	}
	if o := wasl(t, "check", "--data", folder); o.code != 0 {
		t.Errorf("%+v", o)
	}
}

// TestAnImportThatIsStillBeingSent is cut off with the drain, changes nothing, and is what the server says that it ends with.
func TestAnImportThatIsStillBeingSent(t *testing.T) {
	folder := seeded(t)
	p := startProcess(t, folder, "--drain-grace", "0s", "--drain-time", "100ms", "--operations", "127.0.0.1:0")
	secret := makeToken(t, folder, "curator", "Slow")
	second := operationsAt.FindStringSubmatch(p.errOut.String())
	if second == nil {
		t.Fatalf("no second address: %s", p.errOut)
	}
	document, upload := io.Pipe()
	defer upload.Close()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, p.address+"/import?name=slow.ris", document)
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Authorization", "Bearer "+secret.Reveal())
	answered := make(chan error, 1)
	go func() {
		transport := &http.Transport{DisableKeepAlives: true}
		answer, err := transport.RoundTrip(r)
		if err == nil {
			err = answer.Body.Close()
		}
		answered <- err
	}()
	if _, err := io.WriteString(upload, smallLibrary); err != nil {
		t.Fatal(err)
	}
	for end := time.Now().Add(patience); ; time.Sleep(time.Millisecond) {
		if _, _, text := send(t, http.MethodGet, second[1]+"/metrics", nil, nil); strings.Contains(text, "\nwasl_http_requests_running 1\n") {
			break
		}
		if time.Now().After(end) {
			t.Fatal("the request does not arrive")
		}
	}
	deliver(t, p.cmd, syscall.SIGTERM)
	if code := wait(t, p.cmd); code != exitFailure || !strings.Contains(p.errOut.String(), "wasl: some requests had not finished after 100ms and were cut off") {
		t.Errorf("exit %d: %s", code, p.errOut)
	}
	upload.Close()
	<-answered
	if o := wasl(t, "check", "--data", folder); o.code != 0 || !strings.HasPrefix(o.out, "revision 1-") {
		t.Errorf("%+v", o)
	}
}
