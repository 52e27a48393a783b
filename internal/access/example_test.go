package access_test

import (
	"fmt"
	"time"

	"github.com/wasl-graph/wasl/graph"
	"github.com/wasl-graph/wasl/internal/access"
	"github.com/wasl-graph/wasl/internal/record"
)

// A token is made, shown with a request, and revoked.
func Example() {
	store, err := record.OpenMemory()
	if err != nil {
		panic(err)
	}
	keeper, err := access.Open(store)
	if err != nil {
		panic(err)
	}
	secret, token, err := keeper.Create(graph.Curator, "Ada Lovelace", time.Now())
	if err != nil {
		panic(err)
	}
	shown, err := access.Parse(secret.Reveal())
	if err != nil {
		panic(err)
	}
	caller, err := keeper.Caller(shown)
	fmt.Println(caller.Name, caller.Role, err)

	if _, err := keeper.Revoke(token.ID, time.Now()); err != nil {
		panic(err)
	}
	_, err = keeper.Caller(shown)
	fmt.Println(err)
	// Output:
	// Ada Lovelace curator <nil>
	// the token is not known here, or was revoked; ask whoever runs this server for another one
}
