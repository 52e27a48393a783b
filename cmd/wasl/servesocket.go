package main

import (
	"context"
	"io"

	"github.com/wasl-graph/wasl/internal/access"
	"github.com/wasl-graph/wasl/internal/record"
	"github.com/wasl-graph/wasl/internal/server"
)

// localService is what a server does for the commands that find its data folder locked. The zero value is not started.
type localService struct{ ended chan error }

// start lets callers be known by their tokens from now on, and listens on the socket in the folder until the context ends. Without the
// socket the server is of use all the same.
func (l *localService) start(ctx context.Context, data string, store *record.Store, callers *lateCallers, log logger) error {
	folder, err := chosenFolder(data)
	if err != nil {
		return err
	}
	keeper, err := access.Open(store)
	if err != nil {
		return err
	}
	callers.keeper.Store(keeper)
	listener, err := server.ListenSocket(ctx, folder)
	if err != nil {
		log.WarnContext(ctx, "there is no socket in the data folder; backup, check and token need the server stopped", "cause", err)
		return nil
	}
	handler := server.NewLocal(server.LocalOptions{
		Check: func(ctx context.Context) (server.Checked, error) { return inspectServed(ctx, store) },
		Backup: func(ctx context.Context, w io.Writer) error {
			_, err := store.Backup(ctx, w)
			return advised(err) // the command gets the words alone
		},
		Tokens: keeper,
		Logger: log,
	})
	l.ended = make(chan error, 1)
	go func() { l.ended <- server.ServeSocket(ctx, listener, handler, log) }()
	return nil
}

// wait returns when nothing more is done for anybody, at the latest a little after the context has ended.
func (l *localService) wait() error {
	if l.ended == nil {
		return nil
	}
	return <-l.ended
}
