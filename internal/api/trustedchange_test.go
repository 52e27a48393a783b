package api_test

import (
	"net/http"
	"net/url"
	"testing"
)

// A change may stand on the list: it asks for a token as always, and does not come by GET, by whatever name.
func TestTrustedChangesAskForATokenToo(t *testing.T) {
	const change = `mutation { setLabel(input: {entity: "country:IQ", language: "en", value: "x", standing: UNVERIFIED, reason: "x"}) { revision } }`
	c := conversation{handler: trusting(t, string(mustMarshal(t, map[string]string{"set": change}))), accept: newerJSON}
	for _, name := range []string{"set", sha(change), "sha256:" + sha(change)} {
		if got := c.post(t, map[string]any{"documentId": name}); got.status != http.StatusUnauthorized || got.says() != "UNAUTHENTICATED access.token.needed" {
			t.Errorf("%s: %d %s", name, got.status, got.says())
		}
		if got := c.get(t, url.Values{"documentId": {name}}); got.status != http.StatusMethodNotAllowed || got.header.Get("Allow") != http.MethodPost {
			t.Errorf("%s by GET: %d %s", name, got.status, got.says())
		}
	}
	if got := c.get(t, url.Values{"extensions": {string(mustMarshal(t, byHash(sha(change))))}}); got.status != http.StatusMethodNotAllowed {
		t.Errorf("by its hash by GET: %d %s", got.status, got.says())
	}
}
