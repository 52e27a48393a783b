package main

import (
	"net/http"
	"strings"
	"testing"
)

// TestServedImportNeedsAToken leaves the graph as it is.
func TestServedImportNeedsAToken(t *testing.T) {
	folder := seeded(t)
	s := start(t, "--data", folder)
	status, header, text := send(t, http.MethodPost, s.address+"/import?name=library.ris", http.Header{}, strings.NewReader(smallLibrary))
	if status != http.StatusUnauthorized || header.Get("WWW-Authenticate") != "Bearer" || !strings.Contains(text, `"code":"UNAUTHENTICATED"`) {
		t.Errorf("status %d, %v: %s", status, header, text)
	}
	if got := ask(t, s.address, "{reports{totalCount}}", ""); got != `{"data":{"reports":{"totalCount":16}}}` {
		t.Error(got)
	}
	s.stop()
	s.end(t)
}

// TestQueryChangesNothing refuses a mutation and says where it belongs.
func TestQueryChangesNothing(t *testing.T) {
	folder := seeded(t)
	const text = `mutation { setLabel(input: {entity: "country:IQ", language: "de", value: "Republik Irak", standing: ATTESTED, reason: "r"}) { revision } }`
	o := waslWith(t, strings.NewReader(text), "query", "--data", folder, "-")
	if o.code != exitFailure || !strings.Contains(o.out, `"FORBIDDEN"`) || !strings.Contains(o.out, "changes are sent to a server") {
		t.Errorf("%+v", o)
	}
	if got := waslWith(t, strings.NewReader(`{country(code: "IQ"){label(languages: ["de"]){value}}}`), "query", "--data", folder, "-"); !strings.Contains(got.out, `"Irak"`) {
		t.Errorf("%+v", got)
	}
}
