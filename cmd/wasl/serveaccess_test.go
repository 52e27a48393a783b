package main

import (
	"errors"
	"fmt"
	"net"
	"strings"
	"testing"

	"github.com/wasl-graph/wasl/internal/access"
	"github.com/wasl-graph/wasl/internal/record"
)

// TestPlainTextIsWarnedOf where others may listen in.
func TestPlainTextIsWarnedOf(t *testing.T) {
	for address, warned := range map[string]bool{
		"127.0.0.1:80": false, "127.8.0.1:80": false, "[::1]:80": false, "0.0.0.0:80": true, "[::]:80": true, "192.0.2.7:80": true,
	} {
		tcp, err := net.ResolveTCPAddr("tcp", address)
		if err != nil {
			t.Fatal(err)
		}
		var said strings.Builder
		warnOfPlainText(newLog(&said, false), tcp)
		if got := strings.Contains(said.String(), "level=WARN"); got != warned {
			t.Errorf("%s: it says %q", address, &said)
		}
	}
}

// TestTheLogHasNoTokens, whatever they have got into.
func TestTheLogHasNoTokens(t *testing.T) {
	store, err := record.OpenMemory()
	if err != nil {
		t.Fatal(err)
	}
	keeper, err := access.Open(store)
	if err != nil {
		t.Fatal(err)
	}
	made, err := (&ownDesk{store, keeper}).create(t.Context(), "reader", "x")
	if err != nil {
		t.Fatal(err)
	}
	var said strings.Builder
	log := newLog(&said, true)
	fault := fmt.Errorf("reading %s: %w", made.Secret, errReading)
	log.Info(made.Secret, "text", made.Secret, "error", fault, "list", []string{made.Secret}, "struct", struct{ T string }{made.Secret})
	log.With("kept", made.Secret).WithGroup("g").Debug("x", "address", "/x?t="+made.Secret)
	if strings.Contains(said.String(), made.Secret[14:30]) || strings.Count(said.String(), made.ID) != 7 {
		t.Errorf("it says %s", &said)
	}
}

func TestLateCallersKnowNobodyAtFirst(t *testing.T) {
	var callers lateCallers
	if _, err := callers.Caller(access.Secret{}); !errors.Is(err, errReading) {
		t.Errorf("it ends with %v", err)
	}
}
