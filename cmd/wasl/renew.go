package main

import (
	"context"
	"log/slog"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/wasl-graph/wasl/internal/server"
)

// renewEvery is how often the files of a certificate are looked at.
const renewEvery = 10 * time.Second

// renew reads the certificate again when its files change, and at SIGHUP, until the context ends.
func renew(ctx context.Context, c *server.Certificates, log *slog.Logger) {
	if c == nil {
		return
	}
	hangUp := make(chan os.Signal, 1)
	signal.Notify(hangUp, syscall.SIGHUP)
	defer signal.Stop(hangUp)
	c.Watch(ctx, renewEvery, hangUp, log)
}
