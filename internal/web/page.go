package web

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"
	"html/template"
	"net/http"
	"strings"
)

// policy is the page's content-security policy: only its own host, no inline scripts, in nobody's frame. Fonts and small
// pictures are part of GraphiQL's style sheet as data: addresses. Its menus and dialogues try to add a style element that
// keeps the page behind them from scrolling; the policy refuses it, and nothing is lost, since this page never scrolls.
var policy = strings.Join([]string{
	"default-src 'none'",
	"script-src 'self'",
	"style-src 'self'",
	"font-src data:",
	"img-src 'self' data:",
	"connect-src 'self'",
	"base-uri 'none'",
	"form-action 'none'",
	"frame-ancestors 'none'",
}, "; ")

//go:embed page.html
var pageSource string

var pageTemplate = template.Must(template.New("page.html").Parse(pageSource))

// page is what page.html shows. Addresses are relative to /graphiql.
type page struct {
	Styles  []string
	Scripts []string
	Tabs    []tab
}

// tab is one editor tab in the form that GraphiQL reads.
type tab struct {
	Query   string `json:"query"`
	Headers string `json:"headers"` // a JSON object as text, since people edit it
}

// tabsOf opens each example in a tab that asks for the answer in the example's own language.
func tabsOf(examples []Example) []tab {
	tabs := make([]tab, len(examples))
	for i, example := range examples {
		headers, _ := json.MarshalIndent(map[string]string{"Accept-Language": example.Language.String()}, "", "  ")
		tabs[i] = tab{Query: example.Query, Headers: string(headers)}
	}
	return tabs
}

// render writes the page once; it is the same for every visitor. It panics where the template does not fit its data,
// which the first test that asks for a handler would show.
func (p page) render() []byte {
	var out bytes.Buffer
	if err := pageTemplate.Execute(&out, p); err != nil {
		panic(fmt.Sprintf("web: page: %v", err))
	}
	return out.Bytes()
}

// servePage answers with the rendered page, which browsers check for changes each time.
func servePage(content []byte) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.Header().Set("Content-Security-Policy", policy)
		w.Header().Set("Cache-Control", "no-cache")
		// A failed write means that the visitor has gone, and nobody is left to tell.
		_, _ = w.Write(content)
	}
}
