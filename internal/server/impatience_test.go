package server

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"testing"
	"time"
)

// TestWaitsThatWereTooLongAreCounted: a client that stops in the middle of a header, one that stops in the middle of a body and one
// that sends nothing are counted once each; those that are answered are not.
func TestWaitsThatWereTooLongAreCounted(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	connections := LimitConnections(listener, 100, Proxies{})
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	handler := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { _, _ = io.Copy(io.Discard, r.Body) })
	how := Serving{HeaderTimeout: 50 * time.Millisecond, ReadTimeout: 100 * time.Millisecond, IdleTimeout: time.Minute}
	go func() { ended <- Serve(ctx, connections, handler, how) }()
	address := listener.Addr().String()
	for range 5 {
		conn := dialed(t, address, "POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 2\r\n\r\nok")
		if answer, err := http.ReadResponse(bufio.NewReader(conn), nil); err != nil || answer.StatusCode != http.StatusOK {
			t.Fatalf("%v, %v", answer, err)
		}
	}
	if n := connections.TimedOut(); n != 0 {
		t.Errorf("%d of those that were answered were too slow", n)
	}
	for i, sent := range []string{"GET / HTTP/1.1\r\nHost:", "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nslow", ""} {
		conn := dialed(t, address, sent)
		_, _ = io.Copy(io.Discard, conn) // until the server has had enough
		for end := time.Now().Add(10 * time.Second); connections.TimedOut() <= uint64(i) && time.Now().Before(end); {
			time.Sleep(time.Millisecond)
		}
		if n := connections.TimedOut(); n != uint64(i)+1 {
			t.Errorf("after %q there are %d", sent, n)
		}
	}
	stop()
	if err := <-ended; err != nil {
		t.Error(err)
	}
}

func dialed(t *testing.T, address, sent string) net.Conn {
	t.Helper()
	conn, err := net.Dial("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close() })
	if _, err := fmt.Fprint(conn, sent); err != nil {
		t.Fatal(err)
	}
	return conn
}
