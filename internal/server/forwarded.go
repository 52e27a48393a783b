package server

import (
	"fmt"
	"net/http"
	"net/netip"
	"slices"
	"strings"

	"github.com/wasl-graph/wasl/internal/api"
)

// The headers in which proxies say for whom they ask.
const (
	xForwardedFor = "X-Forwarded-For"
	forwarded     = "Forwarded" // RFC 7239
)

// Proxies are the peers that are believed where a request comes from. Of others it comes from their own address. The zero
// value believes nobody.
type Proxies struct {
	ranges []netip.Prefix
	header string
}

// ParseProxies reads the addresses, and ranges of addresses, of proxies, and in which header they say for whom they ask:
// X-Forwarded-For or Forwarded. One header is read only: of the other, what a stranger writes into it passes many proxies
// unchanged.
func ParseProxies(ranges []string, header string) (Proxies, error) {
	p := Proxies{header: http.CanonicalHeaderKey(header)}
	if p.header != xForwardedFor && p.header != forwarded {
		return Proxies{}, fmt.Errorf("%q is not valid; expected %s or %s", header, xForwardedFor, forwarded)
	}
	for _, text := range ranges {
		prefix, err := netip.ParsePrefix(text)
		if address, single := netip.ParseAddr(text); single == nil {
			prefix, err = netip.PrefixFrom(address, address.BitLen()), nil
		}
		if err != nil {
			return Proxies{}, fmt.Errorf("%q is not valid; expected an address or a range of addresses, such as 10.0.0.0/8 or fd00::/8", text)
		}
		p.ranges = append(p.ranges, prefix.Masked())
	}
	return p, nil
}

// trusts says whether an address is that of a proxy.
func (p Proxies) trusts(a netip.Addr) bool {
	return slices.ContainsFunc(p.ranges, func(r netip.Prefix) bool { return r.Contains(a) })
}

// client names the client of a request: the token that it has shown, else the network that it asks from.
func (p Proxies) client(r *http.Request) string {
	if token := api.CallerOf(r.Context()).Token; token != "" {
		return "token " + token
	}
	return network(p.origin(r))
}

// origin is the address that a request comes from: that of the peer, or, when the peer is a trusted proxy, the last one in
// its header that is none. What stands before that, anybody may have written.
func (p Proxies) origin(r *http.Request) netip.Addr {
	origin := peer(r.RemoteAddr)
	if !p.trusts(origin) {
		return origin
	}
	hops := hopsOf(r.Header, p.header)
	for _, hop := range slices.Backward(hops) {
		address, valid := hopAddress(hop)
		if !valid {
			break // a name, or hidden on purpose: whose it is, only the proxy knows
		}
		if origin = address; !p.trusts(origin) {
			break
		}
	}
	return origin
}

// peer is the address of the other end of a connection; the zero value when it has none.
func peer(remote string) netip.Addr {
	end, err := netip.ParseAddrPort(remote)
	if err != nil {
		return netip.Addr{}
	}
	return plainAddress(end.Addr())
}

// plainAddress is an address without what may be written in several ways.
func plainAddress(a netip.Addr) netip.Addr { return a.Unmap().WithZone("") }

// network names the network of one client: an address of IPv4, or the 64 bits of an address of IPv6 that are given to one
// household.
func network(a netip.Addr) string {
	if a.Is6() {
		prefix, _ := a.Prefix(64) // is never out of range
		return prefix.String()
	}
	return a.String()
}

// hopsOf lists for whom each proxy on the way has asked, the nearest last.
func hopsOf(h http.Header, header string) []string {
	whole := strings.Join(h.Values(header), ",")
	if header == xForwardedFor {
		return strings.Split(whole, ",")
	}
	elements, closed := splitQuoted(whole, ',')
	if !closed {
		return nil // a stranger's mark may have taken in what the proxy wrote
	}
	hops := make([]string, 0, len(elements))
	for _, element := range elements {
		hop := "" // an element without for hides the client
		pairs, _ := splitQuoted(element, ';')
		for _, pair := range pairs {
			name, value, _ := strings.Cut(pair, "=")
			if strings.EqualFold(strings.TrimSpace(name), "for") {
				hop = strings.Trim(strings.TrimSpace(value), `"`)
			}
		}
		hops = append(hops, hop)
	}
	return hops
}

// splitQuoted splits a text at a sign, except between quotation marks. It is not closed when a mark has no other.
func splitQuoted(text string, at byte) (parts []string, closed bool) {
	quoted, begin := false, 0
	for i := 0; i < len(text); i++ {
		switch {
		case text[i] == '\\' && quoted:
			i++
		case text[i] == '"':
			quoted = !quoted
		case text[i] == at && !quoted:
			parts = append(parts, text[begin:i])
			begin = i + 1
		}
	}
	return append(parts, text[begin:]), !quoted
}

// hopAddress reads an address with or without a port, and of IPv6 with or without brackets.
func hopAddress(text string) (netip.Addr, bool) {
	text = strings.TrimSpace(text)
	if end, err := netip.ParseAddrPort(text); err == nil {
		return plainAddress(end.Addr()), true
	}
	if inner, bracketed := strings.CutPrefix(text, "["); bracketed {
		text = strings.TrimSuffix(inner, "]")
	}
	address, err := netip.ParseAddr(text)
	return plainAddress(address), err == nil
}
