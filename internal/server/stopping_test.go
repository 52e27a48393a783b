package server

import (
	"context"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

// piped is a listener without a network, so that time can be made up.
type piped struct {
	conns chan net.Conn
	done  chan struct{}
}

func (p piped) Accept() (net.Conn, error) {
	select {
	case conn := <-p.conns:
		return conn, nil
	case <-p.done:
		return nil, net.ErrClosed
	}
}

func (p piped) Close() error   { close(p.done); return nil }
func (p piped) Addr() net.Addr { return &net.UnixAddr{Name: "pipe"} }

func (p piped) dial(context.Context, string, string) (net.Conn, error) {
	client, server := net.Pipe()
	select {
	case p.conns <- server:
		return client, nil
	case <-p.done:
		return nil, net.ErrClosed
	}
}

// A server that is to stop says so at /readyz, and answers as before, as long as the grace lasts. Then it takes no more.
func TestWhoIsToStopSaysSo(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, stop := context.WithCancel(t.Context())
		p, ended := piped{make(chan net.Conn), make(chan struct{})}, make(chan error, 1)
		client := &http.Client{Transport: &http.Transport{DialContext: p.dial, DisableKeepAlives: true}}
		get := func(path string) (int, string) {
			r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, "http://pipe"+path, nil)
			if err != nil {
				t.Fatal(err)
			}
			r.Header.Set("Accept-Language", "de")
			got, err := client.Do(r)
			if err != nil {
				return 0, err.Error()
			}
			defer got.Body.Close()
			text, _ := io.ReadAll(got.Body) // what is missing is missed below
			return got.StatusCode, string(text)
		}
		go func() { ended <- Serve(ctx, p, New(Options{GraphQL: echo}), Serving{Grace: time.Minute}) }()
		if status, _ := get("/readyz"); status != 200 {
			t.Errorf("before: got %d", status)
		}
		stop()
		synctest.Wait()
		for _, later := range []time.Duration{0, 59 * time.Second} {
			time.Sleep(later)
			if status, text := get("/readyz"); status != 503 || text != "Der Server wird gerade beendet.\n" {
				t.Errorf("after %v: got %d %q", later, status, text)
			}
			for _, path := range []string{"/graphql", "/healthz"} {
				if status, _ := get(path); status != 200 {
					t.Errorf("after %v %s: got %d", later, path, status)
				}
			}
		}
		time.Sleep(time.Second)
		synctest.Wait()
		if status, text := get("/healthz"); status != 0 || !strings.Contains(text, "closed") {
			t.Errorf("after the grace: got %d %q", status, text)
		}
		if err := <-ended; err != nil {
			t.Error(err)
		}
	})
}
