package main

import (
	"context"
	"fmt"
	"log/slog"
	"net"
)

// What systemd is told, see sd_notify(3).
const (
	notifyReady    = "READY=1"
	notifyStopping = "STOPPING=1"
)

// systemd is told how the server is. It is the value of NOTIFY_SOCKET, and "" where nobody asks to know.
type systemd string

// tell sends a state. A server that can't tell goes on: systemd itself ends what does not say that it is ready.
func (to systemd) tell(ctx context.Context, state string, log *slog.Logger) {
	if to == "" {
		return
	}
	if err := to.send(ctx, state); err != nil {
		log.WarnContext(ctx, "systemd was not told", "state", state, "error", err)
	}
}

func (to systemd) send(ctx context.Context, state string) error {
	var dialer net.Dialer
	socket, err := dialer.DialContext(context.WithoutCancel(ctx), "unixgram", string(to)) // @ begins an abstract name in Go, too
	if err != nil {
		return fmt.Errorf("telling systemd %s: %w", state, err)
	}
	defer socket.Close() // everything is sent
	if _, err := socket.Write([]byte(state)); err != nil {
		return fmt.Errorf("telling systemd %s: %w", state, err)
	}
	return nil
}
