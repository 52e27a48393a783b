package access

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/wasl-graph/wasl/graph"
)

var noon = time.Date(2024, 6, 15, 12, 0, 0, 0, time.UTC)

// shelf is a store in memory, which fails when it is told to.
type shelf struct {
	mu     sync.Mutex
	tokens map[string]graph.Token
	fault  error
}

func (s *shelf) Tokens() (list []graph.Token, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, t := range s.tokens {
		list = append(list, t)
	}
	return list, s.fault
}

func (s *shelf) PutToken(t graph.Token) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.fault != nil {
		return s.fault
	}
	if s.tokens == nil {
		s.tokens = map[string]graph.Token{}
	}
	s.tokens[t.ID] = t
	return nil
}

func mustOpen(t interface{ Fatal(...any) }, s Store) *Keeper {
	k, err := Open(s)
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func mustCreate(t interface{ Fatal(...any) }, k *Keeper, role graph.Role, name string) (Secret, graph.Token) {
	secret, token, err := k.Create(role, name, noon)
	if err != nil {
		t.Fatal(err)
	}
	return secret, token
}

// known says whose a token is; "" when nobody's.
func known(t interface{ Fatalf(string, ...any) }, k *Keeper, s Secret) string {
	caller, err := k.Caller(s)
	if err != nil && (!errors.Is(err, ErrUnknown) || caller != graph.Caller{}) {
		t.Fatalf("%v: %v, %v", s, caller, err)
	}
	return caller.Name
}

func TestATokenIsKnownUntilItIsRevoked(t *testing.T) {
	store := &shelf{}
	k := mustOpen(t, store)
	ada, token := mustCreate(t, k, graph.Curator, "Ada Lovelace")
	other, _ := mustCreate(t, k, graph.Reader, "A harvester")
	if caller, err := k.Caller(ada); err != nil || caller != (graph.Caller{Token: token.ID, Name: "Ada Lovelace", Role: graph.Curator}) {
		t.Errorf("it is %v, %v", caller, err)
	}
	again := mustOpen(t, store)
	if got := known(t, again, ada); got != "Ada Lovelace" {
		t.Errorf("after opening again it is %q's", got)
	}
	revoked, err := k.Revoke(token.ID, noon.Add(time.Hour))
	if err != nil || revoked.Revoked != noon.Add(time.Hour) {
		t.Errorf("revoked as %v, %v", revoked, err)
	}
	if later, err := k.Revoke(token.ID, noon.Add(2*time.Hour)); err != nil || later != revoked {
		t.Errorf("revoked twice: %v, %v", later, err)
	}
	for _, keeper := range []*Keeper{k, mustOpen(t, store)} {
		if known(t, keeper, ada) != "" || known(t, keeper, other) != "A harvester" {
			t.Error("the wrong ones are known")
		}
	}
}

// TestWhatIsNoToken: neither the id of another, nor another's secret under one's own id, nor nothing.
func TestWhatIsNoToken(t *testing.T) {
	k := mustOpen(t, &shelf{})
	ada, _ := mustCreate(t, k, graph.Curator, "Ada Lovelace")
	stranger := newSecret().Reveal()
	head := ada.Reveal()[:idEnd] + stranger[idEnd:sumStart]
	for _, text := range []string{stranger, head + checksum(head)} {
		s, err := Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		if known(t, k, s) != "" {
			t.Errorf("%s is known", text)
		}
	}
	if known(t, k, Secret{}) != "" {
		t.Error("no token is known")
	}
}

// TestOnlyAHashIsKept looks for the secret in everything that is.
func TestOnlyAHashIsKept(t *testing.T) {
	store := &shelf{}
	k := mustOpen(t, store)
	secret, _ := mustCreate(t, k, graph.Admin, "Ada")
	for _, text := range []string{fmt.Sprintf("%+v", store.tokens), fmt.Sprintf("%+v", k.Tokens()), fmt.Sprintf("%q", store.tokens)} {
		if strings.Contains(text, secret.Reveal()[idEnd:idEnd+8]) {
			t.Errorf("it is kept: %s", text)
		}
	}
}

func TestWrongWishes(t *testing.T) {
	k := mustOpen(t, &shelf{})
	for _, wish := range []struct {
		role graph.Role
		name string
	}{{graph.Anonymous, "Ada"}, {graph.Admin + 1, "Ada"}, {graph.Reader, ""}, {graph.Reader, "two\nlines"}} {
		if secret, _, err := k.Create(wish.role, wish.name, noon); graph.CodeOf(err) != graph.BadInput || secret != (Secret{}) {
			t.Errorf("%v: %v, %v", wish, secret, err)
		}
	}
	if _, err := k.Revoke("aaaaaaaa", noon); !errors.Is(err, ErrMissing) {
		t.Errorf("revoking nothing ends with %v", err)
	}
	if len(k.Tokens()) != 0 {
		t.Errorf("there are %v", k.Tokens())
	}
}

// TestAStoreThatFails changes nothing: what could not be kept is not heeded either.
func TestAStoreThatFails(t *testing.T) {
	store := &shelf{}
	k := mustOpen(t, store)
	ada, token := mustCreate(t, k, graph.Curator, "Ada")
	store.fault = errors.New("the disk is full")
	if _, _, err := k.Create(graph.Reader, "Eve", noon); !errors.Is(err, store.fault) {
		t.Errorf("creating ends with %v", err)
	}
	if _, err := k.Revoke(token.ID, noon); !errors.Is(err, store.fault) {
		t.Errorf("revoking ends with %v", err)
	}
	if len(k.Tokens()) != 1 || known(t, k, ada) != "Ada" {
		t.Errorf("there are %v", k.Tokens())
	}
	if _, err := Open(store); !errors.Is(err, store.fault) {
		t.Errorf("opening ends with %v", err)
	}
}

// TestKeepersAgreeWithAList does what comes to mind, and asks for every token that there ever was.
func TestKeepersAgreeWithAList(t *testing.T) {
	type entry struct {
		secret  Secret
		name    string
		revoked bool
	}
	rapid.Check(t, func(r *rapid.T) {
		store := &shelf{}
		k := mustOpen(r, store)
		var all []entry
		r.Repeat(map[string]func(*rapid.T){
			"create": func(r *rapid.T) {
				name := rapid.StringMatching(`[A-Z][a-z]{1,5}`).Draw(r, "name")
				secret, _ := mustCreate(r, k, graph.Reader, name)
				all = append(all, entry{secret, name, false})
			},
			"revoke": func(r *rapid.T) {
				if len(all) == 0 {
					r.Skip("there is none")
				}
				i := rapid.IntRange(0, len(all)-1).Draw(r, "which")
				if _, err := k.Revoke(all[i].secret.ID(), noon); err != nil {
					r.Fatal(err)
				}
				all[i].revoked = true
			},
			"reopen": func(r *rapid.T) { k = mustOpen(r, store) },
			"": func(r *rapid.T) {
				for _, e := range all {
					if got := known(r, k, e.secret); (got == e.name) == e.revoked {
						r.Fatalf("%+v is %q's", e, got)
					}
				}
				if list := k.Tokens(); len(list) != len(all) || !slices.IsSortedFunc(list, func(a, b graph.Token) int { return strings.Compare(a.ID, b.ID) }) {
					r.Fatalf("the list is %v", list)
				}
			},
		})
	})
}

// TestAskedWhileItChanges: a token that nobody revokes is known all the time, and one that was revoked is not any more once that is said.
func TestAskedWhileItChanges(t *testing.T) {
	k := mustOpen(t, &shelf{})
	steady, _ := mustCreate(t, k, graph.Reader, "steady")
	done := make(chan struct{})
	var asking, changing sync.WaitGroup
	for range 4 {
		asking.Go(func() {
			for {
				if known(t, k, steady) != "steady" {
					t.Error("it is not known")
					return
				}
				select {
				case <-done:
					return
				default:
				}
			}
		})
		changing.Go(func() {
			for range 50 {
				secret, token, err := k.Create(graph.Reader, "brief", noon)
				if err != nil || known(t, k, secret) != "brief" {
					t.Errorf("a new one is not known: %v", err)
				}
				if _, err := k.Revoke(token.ID, noon); err != nil || known(t, k, secret) != "" {
					t.Errorf("a revoked one is known: %v", err)
				}
			}
		})
	}
	changing.Wait()
	close(done)
	asking.Wait()
	if got := len(k.Tokens()); got != 201 {
		t.Errorf("there are %d", got)
	}
}

// BenchmarkCaller is what a request with a token costs, beside reading the header: a token that is known, and one whose id nobody has.
func BenchmarkCaller(b *testing.B) {
	k := mustOpen(b, &shelf{})
	for range 100 {
		mustCreate(b, k, graph.Reader, "one of many")
	}
	ada, _ := mustCreate(b, k, graph.Curator, "Ada")
	for name, text := range map[string]string{"known": ada.Reveal(), "unknown": newSecret().Reveal(), "malformed": ada.Reveal()[1:] + "x"} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if s, err := Parse(text); err == nil {
					_, _ = k.Caller(s)
				}
			}
		})
	}
}
