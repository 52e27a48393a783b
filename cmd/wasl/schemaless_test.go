package main

import (
	"net/http"
	"strings"
	"testing"
)

// The page for trying queries can be left out, and the schema kept to oneself.
func TestServeCanKeepTheSchemaToItself(t *testing.T) {
	if usual := start(t, "--data", t.TempDir()); !strings.Contains(usual.announced, "/graphiql") {
		t.Errorf("without the flags it says %q", usual.announced)
	}
	s := start(t, "--data", t.TempDir(), "--introspection=false", "--graphiql=false")
	if strings.Contains(s.announced, "graphiql") {
		t.Errorf("it says %q", s.announced)
	}
	if status, _, _ := send(t, http.MethodGet, s.address+"/graphiql", nil, nil); status != http.StatusNotFound {
		t.Errorf("/graphiql: %d", status)
	}
	if text := ask(t, s.address, "{ __schema { types { name } } }", "en"); !strings.Contains(text, "query.introspection.off") {
		t.Errorf("the schema: %s", text)
	}
	if text := ask(t, s.address, `{ country(code: "IQ") { __typename id } }`, "en"); !strings.Contains(text, `"country:IQ"`) {
		t.Errorf("a query: %s", text)
	}
}
