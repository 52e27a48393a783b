package server

import (
	"net"
	"sync"
	"sync/atomic"

	"github.com/wasl-graph/wasl/internal/server/limit"
)

// Connections bounds how many connections there are, and shares them out among the networks that they come from. It may be
// shared between goroutines.
type Connections struct {
	net.Listener
	share    *limit.Share
	proxies  Proxies
	timedOut atomic.Uint64
}

// LimitConnections lets l have so many connections. One for which there is no place is closed at once. Those of proxies are
// not counted: each is for many clients.
func LimitConnections(l net.Listener, most int, proxies Proxies) *Connections {
	return &Connections{Listener: l, share: limit.NewShare(most), proxies: proxies}
}

// Stats says how many connections there are.
func (c *Connections) Stats() limit.ShareStats { return c.share.Stats() }

// TimedOut is how many connections ended because their client took too long to send, or to take an answer.
func (c *Connections) TimedOut() uint64 { return c.timedOut.Load() }

// Accept waits for a connection for which there is a place.
func (c *Connections) Accept() (net.Conn, error) {
	for {
		conn, err := c.Listener.Accept()
		if err != nil {
			return nil, err
		}
		remote := peer(conn.RemoteAddr().String())
		if c.proxies.trusts(remote) {
			return watch(conn, &c.timedOut), nil
		}
		client := network(remote)
		if c.share.Take(client, 1) {
			return &placed{Conn: watch(conn, &c.timedOut), leave: sync.OnceFunc(func() { c.share.Give(client, 1) })}, nil
		}
		_ = conn.Close() // there is nobody to tell
	}
}

// placed is a connection that has a place.
type placed struct {
	net.Conn
	leave func()
}

// Close closes the connection and gives its place back.
func (p *placed) Close() error {
	p.leave()
	return p.Conn.Close()
}
