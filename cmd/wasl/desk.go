package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/access"
	"github.com/wasl-graph/wasl/internal/record"
	"github.com/wasl-graph/wasl/internal/server"
)

// openDesk opens the data folder, or finds the server that has it open. With a log, an empty folder is filled from the seeds.
func openDesk(ctx context.Context, data string, log logger) (desk, error) {
	folder, err := chosenFolder(data)
	if err != nil {
		return nil, err
	}
	store, err := record.Open(ctx, folder)
	switch {
	case errors.Is(err, record.ErrEmpty) && log != nil:
		store, err = fill(ctx, folder, false, log)
	case errors.Is(err, record.ErrLocked):
		return served(ctx, folder, err)
	}
	if err != nil {
		return nil, err
	}
	keeper, err := access.Open(store)
	if err != nil {
		return nil, errors.Join(fmt.Errorf("data folder %s: %w", folder, err), store.Close())
	}
	return &ownDesk{store, keeper}, nil
}

// ownDesk is a desk on a folder that nobody else has open.
type ownDesk struct {
	store  *record.Store
	keeper *access.Keeper
}

func (d *ownDesk) create(_ context.Context, role, name string) (server.TokenMade, error) {
	parsed, err := graph.ParseRole(role)
	if err != nil {
		return server.TokenMade{}, err
	}
	secret, t, err := d.keeper.Create(parsed, name, time.Now())
	return server.TokenMade{TokenInfo: server.Info(t), Secret: secret.Reveal()}, err
}

func (d *ownDesk) list(context.Context) ([]server.TokenInfo, error) {
	list := []server.TokenInfo{}
	for _, t := range d.keeper.Tokens() {
		list = append(list, server.Info(t))
	}
	return list, nil
}

func (d *ownDesk) revoke(_ context.Context, id string) (server.TokenInfo, error) {
	t, err := d.keeper.Revoke(id, time.Now())
	return server.Info(t), err
}

func (d *ownDesk) close() error { return d.store.Close() }
