//go:build linux

package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"net"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// attack is a way to keep a server busy.
type attack struct {
	name string
	body []byte // to post; nil for those that are slow
	slow string // what to send of a request, little by little
}

// attackRows are the rows of the table, one request each.
func attackRows() []attack {
	again := func(n int, format string) string {
		var b strings.Builder
		for i := range n {
			b.WriteString(strings.ReplaceAll(format, "#", fmt.Sprint(i)))
		}
		return b.String()
	}
	var doubling strings.Builder
	doubling.WriteString("{ ...F0 } fragment F30 on Query { __typename }")
	for i := range 30 {
		fmt.Fprintf(&doubling, " fragment F%d on Query { ...F%d ...F%d }", i, i+1, i+1)
	}
	ids := `"` + strings.TrimSuffix(strings.Repeat(`country:IQ","`, 100), `","`) + `"`
	queries := []attack{
		{name: "tokens", body: []byte("{ " + strings.Repeat("a ", 200_000) + "}")},
		{name: "same names", body: []byte("{ " + strings.Repeat("graph { revision } ", 3_000) + "}")},
		{name: "fragments", body: []byte(doubling.String())},
		{name: "aliases", body: []byte("{ " + again(1_000, `a#: country(code: "IQ") { id } `) + "}")},
		{name: "directives", body: []byte("{ __typename " + strings.Repeat("@skip(if: false) ", 2_000) + "}")},
		{name: "operations", body: []byte(again(1_000, "query Q# { __typename } "))},
		{name: "ids", body: []byte("{ nodes(ids: [" + ids + "]) { ... on Country { reports(first: 100) { nodes { id label { value } themes { id label { value } } } } } } }")},
		{name: "huge first", body: []byte("{ reports(first: 2147483647) { nodes { id } } }")},
	}
	for i := range queries {
		queries[i].body, _ = json.Marshal(map[string]string{"query": string(queries[i].body)}) // texts always can be
	}
	return append(
		queries,
		attack{name: "10 MB", body: []byte(`{"query": "` + strings.Repeat("a", 10<<20) + `"}`)},
		attack{name: "malformed", body: []byte(`{"query": "{ secret ` + strings.Repeat("x", 900_000))},
		attack{name: "slow header", slow: "GET /graphql HTTP/1.1\r\nHost: x\r\n" + strings.Repeat("X-Slow: x\r\n", 1_000)},
		attack{name: "slow body", slow: "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000000\r\n\r\n" + strings.Repeat("{", 1_000)},
	)
}

// mostSlow is how many slow requests one attacker has under way, beside the others.
const mostSlow = 8

// attackFrom makes one request after the other, of each row in rotation, whatever it is told.
func attackFrom(ctx context.Context, address string, attacker int, rows []attack, said *tally) {
	host := firstAttacker + attacker%attackers
	client := clientAt(host)
	defer client.CloseIdleConnections()
	slow := make(chan struct{}, mostSlow)
	var lingering sync.WaitGroup
	for i := attacker; ctx.Err() == nil; i++ {
		row := rows[i%len(rows)]
		if row.body != nil {
			status, text, err := postTo(ctx, client, address, bytes.NewReader(row.body))
			if ctx.Err() == nil {
				said.note(row.name, answerOf(status, text, err))
			}
			continue
		}
		select {
		case slow <- struct{}{}:
			lingering.Go(func() {
				linger(ctx, address, host, row.slow)
				said.note(row.name, "over")
				<-slow
			})
		default: // enough of them
		}
	}
	lingering.Wait()
}

// answerOf sums an answer up.
func answerOf(status int, text string, err error) string {
	switch {
	case err != nil:
		return "cut off"
	case strings.Contains(text, "secret"):
		return "ECHO"
	case strings.Contains(text, `"errors"`):
		return fmt.Sprint(status, " refused")
	}
	return fmt.Sprint(status)
}

// linger sends a request byte by byte until the server has enough of it.
func linger(ctx context.Context, address string, host int, request string) {
	dialer := net.Dialer{LocalAddr: &net.TCPAddr{IP: net.IPv4(127, 0, 0, byte(host))}}
	conn, err := dialer.DialContext(ctx, "tcp", strings.TrimPrefix(address, "http://"))
	if err != nil {
		return
	}
	defer conn.Close()
	stop := context.AfterFunc(ctx, func() { conn.Close() })
	defer stop()
	go func() {
		for _, sign := range []byte(request) {
			if _, err := conn.Write([]byte{sign}); err != nil {
				return
			}
			time.Sleep(50 * time.Millisecond)
		}
	}()
	_, _ = io.Copy(io.Discard, conn) // ends when the server closes the connection
}

// tally counts what attackers were told.
type tally struct {
	mutex  sync.Mutex
	counts map[string]int
}

func newTally() *tally { return &tally{counts: map[string]int{}} }

func (s *tally) note(row, answer string) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	s.counts[row+": "+answer]++
}

func (s *tally) String() string {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	var parts []string
	for _, what := range slices.Sorted(maps.Keys(s.counts)) {
		parts = append(parts, fmt.Sprintf("%s %d", what, s.counts[what]))
	}
	return strings.Join(parts, ", ")
}

// check checks that no attacker was told what it had sent, nor made the server fail.
func (s *tally) check(t *testing.T) {
	t.Helper()
	for what, n := range s.counts {
		if strings.Contains(what, "ECHO") || strings.Contains(what, ": 500") {
			t.Errorf("%s %d", what, n)
		}
	}
}
