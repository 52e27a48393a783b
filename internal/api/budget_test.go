package api_test

import (
	"strings"
	"testing"
	"time"
)

// TestAnAnswerThatWouldListTooMuchIsRefused: lists within lists multiply, whatever their pages.
func TestAnAnswerThatWouldListTooMuchIsRefused(t *testing.T) {
	for name, query := range map[string]string{
		"short lists":  "{ countries { nodes { " + strings.Repeat("regions { countries { ", 12) + "id" + strings.Repeat(" } }", 12) + " } } }",
		"default page": "{ reports { nodes { " + strings.Repeat("countries { reports { nodes { ", 12) + "id" + strings.Repeat(" } } }", 12) + " } } }",
	} {
		begun := time.Now()
		response := ask(seeded(t), "de", query, nil)
		if len(response.Errors) != 1 || response.Errors[0].Extensions["code"] != "TOO_COMPLEX" || !response.Refused() {
			t.Errorf("%s: %.300v", name, response.Errors)
		}
		if took := time.Since(begun); took > time.Minute {
			t.Errorf("%s: refused only after %s", name, took)
		}
	}
}
