package main

import (
	"fmt"
	"log/slog"
	"net"
	"sync/atomic"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/access"
)

// parseReadRole reads --read-role.
func parseReadRole(name string) (graph.Role, error) {
	if name == "" || name == graph.Anonymous.String() {
		return graph.Anonymous, nil
	}
	role, err := graph.ParseRole(name)
	if err != nil {
		return role, &codeError{exitUsage, fmt.Errorf("--read-role: %w", err)}
	}
	return role, nil
}

// warnOfPlainText says so when tokens would go over a network as anybody on the way can read them.
func warnOfPlainText(log *slog.Logger, address net.Addr) {
	if tcp, known := address.(*net.TCPAddr); known && !tcp.IP.IsLoopback() {
		log.Warn("tokens sent to this address can be read on their way; keep plain HTTP behind a proxy that speaks TLS", "address", address)
	}
}

// lateCallers know nobody until the record is open.
type lateCallers struct{ keeper atomic.Pointer[access.Keeper] }

// Caller is who shows a token.
func (l *lateCallers) Caller(s access.Secret) (graph.Caller, error) {
	keeper := l.keeper.Load()
	if keeper == nil {
		return graph.Caller{}, errReading
	}
	return keeper.Caller(s)
}

// redact keeps tokens out of the log, in whatever they have got into: an address, or the words of an error.
func redact(_ []string, a slog.Attr) slog.Attr {
	switch value := a.Value.Resolve(); value.Kind() {
	case slog.KindString:
		a.Value = slog.StringValue(access.Redact(value.String()))
	case slog.KindAny:
		if text := fmt.Sprintf("%+v", value.Any()); access.Redact(text) != text {
			a.Value = slog.StringValue(access.Redact(text))
		}
	}
	return a
}
