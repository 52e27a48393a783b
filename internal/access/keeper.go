package access

import (
	"cmp"
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"errors"
	"fmt"
	"maps"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"github.com/wasl-graph/wasl/graph"
)

// ErrMissing is returned by [Keeper.Revoke] for an id that no token has.
var ErrMissing = errors.New("no token has this id")

// ErrUnknown is returned by [Keeper.Caller]. It says the same whatever is wrong with a token: whoever tries some learns nothing from it.
var ErrUnknown = graph.NewError(graph.Unauthenticated, "access.token.unknown",
	"the token is not known here, or was revoked; ask whoever runs this server for another one", nil)

// Store keeps what is to be known of tokens when the program starts again.
type Store interface {
	// Tokens are all that were put, the latest of each id.
	Tokens() ([]graph.Token, error)
	// PutToken returns nil when the token is kept for good.
	PutToken(graph.Token) error
}

// Keeper knows all tokens of a store. It may be shared between goroutines; who asks it does not wait for who changes it.
type Keeper struct {
	store  Store
	writes sync.Mutex // held by who changes something
	tokens atomic.Pointer[map[string]graph.Token]
	nobody [sha256.Size]byte // stands for the hash of an id that nobody has
}

// Open reads the tokens of a store. Whatever changes them from then on has to go through the keeper.
func Open(store Store) (*Keeper, error) {
	list, err := store.Tokens()
	if err != nil {
		return nil, fmt.Errorf("reading the tokens: %w", err)
	}
	k := &Keeper{store: store}
	_, _ = rand.Read(k.nobody[:]) // it ends the program rather than fail
	tokens := make(map[string]graph.Token, len(list))
	for _, t := range list {
		tokens[t.ID] = t
	}
	k.tokens.Store(&tokens)
	return k, nil
}

// Caller is who a token was made for. The error is [ErrUnknown] for a token that was not made here, or was revoked.
func (k *Keeper) Caller(s Secret) (graph.Caller, error) {
	sum := sha256.Sum256([]byte(s.Reveal()))
	token, known := (*k.tokens.Load())[s.ID()]
	hash := &token.Hash
	if !known {
		hash = &k.nobody
	}
	same := subtle.ConstantTimeCompare(hash[:], sum[:]) == 1
	if !known || !same || !token.Revoked.IsZero() {
		return graph.Caller{}, ErrUnknown
	}
	return token.Caller(), nil
}

// Create makes a token for somebody with a role, and keeps what is needed to know it again. The token works when Create returns; it
// can't be had a second time. The error is BAD_INPUT for a role that can't be given, or a name that can't stand in a list.
func (k *Keeper) Create(role graph.Role, name string, now time.Time) (Secret, graph.Token, error) {
	k.writes.Lock()
	defer k.writes.Unlock()
	secret := newSecret()
	for k.has(secret.ID()) {
		secret = newSecret()
	}
	t := graph.Token{
		ID: secret.ID(), Name: name, Role: role, Hash: sha256.Sum256([]byte(secret.Reveal())), Created: now.UTC().Truncate(time.Second),
	}
	if err := k.put(t); err != nil {
		return Secret{}, graph.Token{}, err
	}
	return secret, t, nil
}

// Revoke ends a token: no request that begins after Revoke has returned is answered for it. One that was revoked already stays
// revoked since then. The error is [ErrMissing] for an id that no token has.
func (k *Keeper) Revoke(id string, now time.Time) (graph.Token, error) {
	k.writes.Lock()
	defer k.writes.Unlock()
	t, known := (*k.tokens.Load())[id]
	if !known {
		return graph.Token{}, ErrMissing
	}
	if !t.Revoked.IsZero() {
		return t, nil
	}
	t.Revoked = now.UTC().Truncate(time.Second)
	return t, k.put(t)
}

// Tokens lists all tokens, those that were made first come first.
func (k *Keeper) Tokens() []graph.Token {
	return slices.SortedFunc(maps.Values(*k.tokens.Load()), func(a, b graph.Token) int {
		return cmp.Or(a.Created.Compare(b.Created), cmp.Compare(a.ID, b.ID))
	})
}

func (k *Keeper) has(id string) bool {
	_, known := (*k.tokens.Load())[id]
	return known
}

// put keeps a token, first in the store and then for those who ask. The lock is held already.
func (k *Keeper) put(t graph.Token) error {
	if err := t.Check(); err != nil {
		return err
	}
	if err := k.store.PutToken(t); err != nil {
		return err
	}
	next := maps.Clone(*k.tokens.Load())
	next[t.ID] = t
	k.tokens.Store(&next)
	return nil
}
