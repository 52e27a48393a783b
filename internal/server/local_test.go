package server

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/access"
)

// local serves what the socket offers on a real listener.
func local(t *testing.T, o LocalOptions) string {
	t.Helper()
	s := httptest.NewServer(NewLocal(o))
	t.Cleanup(s.Close)
	return s.URL
}

// askLocal sends a request with a body and returns the status and the body of the answer.
func askLocal(t *testing.T, method, url, body string) (int, string) {
	t.Helper()
	got, text := ask(t, method, url, strings.NewReader(body))
	return got.StatusCode, text
}

func TestTokensAreMadeAndRevokedLocally(t *testing.T) {
	keeper := tokens(t)
	var log syncBuilder
	logger := slog.New(slog.NewTextHandler(&log, &slog.HandlerOptions{Level: slog.LevelDebug}))
	url := local(t, LocalOptions{Tokens: keeper, Logger: logger})
	if status, text := askLocal(t, "GET", url+"/tokens", ""); status != 200 || text != "[]\n" {
		t.Errorf("at first: %d %s", status, text)
	}
	status, text := askLocal(t, "POST", url+"/tokens", `{"role": "curator", "name": "زها حديد"}`)
	var made TokenMade
	if err := json.Unmarshal([]byte(text), &made); err != nil || status != http.StatusCreated || made.Name != "زها حديد" || made.Role != "curator" {
		t.Fatalf("%d %s: %v", status, text, err)
	}
	secret, err := access.Parse(made.Secret)
	if err != nil || secret.ID() != made.ID {
		t.Fatalf("%v, %v", secret, err)
	}
	if caller, err := keeper.Caller(secret); err != nil || caller.Role != graph.Curator {
		t.Errorf("it is %v, %v", caller, err)
	}
	var list []TokenInfo
	_, text = askLocal(t, "GET", url+"/tokens", "")
	if err := json.Unmarshal([]byte(text), &list); err != nil || len(list) != 1 || list[0] != made.TokenInfo || strings.Contains(text, made.Secret[14:]) {
		t.Errorf("the list is %s, %v", text, err)
	}
	if status, text := askLocal(t, "DELETE", url+"/tokens/"+made.ID, ""); status != 200 || !strings.Contains(text, `"revoked":"`) {
		t.Errorf("%d %s", status, text)
	}
	if _, err := keeper.Caller(secret); !errors.Is(err, access.ErrUnknown) {
		t.Errorf("it is still known: %v", err)
	}
	if text := log.String(); !strings.Contains(text, `msg="token created" token=`+made.ID) || !strings.Contains(text, `msg="token revoked" token=`+made.ID) || strings.Contains(text, made.Secret[14:]) {
		t.Errorf("the log is %s", text)
	}
}

func TestWrongLocalRequests(t *testing.T) {
	url := local(t, LocalOptions{
		Tokens: tokens(t),
		Check:  func(context.Context) (Checked, error) { return Checked{}, errors.New("the record is closed") },
		Backup: func(context.Context, io.Writer) error { return errors.New("the disk is gone") },
	})
	tests := []struct {
		method, path, body string
		status             int
		contains           string
	}{
		{"POST", "/tokens", "", 400, "as JSON"},
		{"POST", "/tokens", `{"role": 1}`, 400, "as JSON"},
		{"POST", "/tokens", strings.Repeat(" ", maxBody+1), 400, "as JSON"},
		{"POST", "/tokens", `{"name": "Ada"}`, 400, "one of reader, curator, admin"},
		{"POST", "/tokens", `{"role": "anonymous", "name": "Ada"}`, 400, "one of reader, curator, admin"},
		{"POST", "/tokens", `{"role": "admin"}`, 400, "not blank"},
		{"DELETE", "/tokens/aaaaaaaa", "", 404, access.ErrMissing.Error()},
		{"POST", "/check", "", 500, "the record is closed"},
		{"GET", "/backup", "", 500, "the disk is gone"},
		{"GET", "/check", "", 405, ""},
		{"GET", "/graphql", "", 404, ""},
	}
	for _, test := range tests {
		status, text := askLocal(t, test.method, url+test.path, test.body)
		var fault LocalFault
		if test.contains != "" {
			if err := json.Unmarshal([]byte(text), &fault); err != nil {
				t.Errorf("%s %s: %s: %v", test.method, test.path, text, err)
			}
		}
		if status != test.status || !strings.Contains(fault.Error, test.contains) {
			t.Errorf("%s %s: got %d %s", test.method, test.path, status, text)
		}
	}
}

func TestLocalChecks(t *testing.T) {
	found := Checked{Problems: []string{"one thing\nand more", "another"}, Revision: "3-00", Statements: 7}
	url := local(t, LocalOptions{Check: func(context.Context) (Checked, error) { return found, nil }})
	want := `{"problem":"one thing\nand more"}
{"problem":"another"}
{"revision":"3-00","statements":7}
`
	if status, text := askLocal(t, "POST", url+"/check", ""); status != 200 || text != want {
		t.Errorf("%d %s", status, text)
	}
}

// A backup that fails on its way is not taken for a whole one.
func TestLocalBackups(t *testing.T) {
	part := strings.Repeat("all of it ", 100_000)
	for _, fault := range []error{nil, errors.New("the disk is gone")} {
		url := local(t, LocalOptions{Backup: func(_ context.Context, w io.Writer) error {
			_, err := io.WriteString(w, part)
			return errors.Join(err, fault)
		}})
		r, err := http.NewRequestWithContext(t.Context(), "GET", url+"/backup", nil)
		if err != nil {
			t.Fatal(err)
		}
		got, err := http.DefaultTransport.RoundTrip(r)
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(got.Body)
		got.Body.Close()
		if (err == nil) != (fault == nil) || err == nil && string(text) != part {
			t.Errorf("with %v: %d bytes, %v", fault, len(text), err)
		}
	}
}

// What takes longer than a request to the public address may is not cut off: it has no deadline but that of each piece.
func TestLocalAnswersMayTakeTheirTime(t *testing.T) {
	s := httptest.NewUnstartedServer(NewLocal(LocalOptions{Check: func(ctx context.Context) (Checked, error) {
		select {
		case <-time.After(300 * time.Millisecond):
		case <-ctx.Done():
		}
		return Checked{Revision: "1-00"}, ctx.Err()
	}}))
	s.Config.ReadTimeout, s.Config.WriteTimeout = 50*time.Millisecond, 50*time.Millisecond
	s.Start()
	t.Cleanup(s.Close)
	if status, text := askLocal(t, "POST", s.URL+"/check", ""); status != 200 || !strings.Contains(text, "1-00") {
		t.Errorf("%d %s", status, text)
	}
}
