package web

import (
	"net/http"
	"strings"
)

// Handler serves the GraphiQL page at /graphiql and its files below /graphiql/. The page sends its questions to /graphql
// on the same host. Methods other than GET and HEAD are refused with 405. The handler may be shared between goroutines.
func Handler() http.Handler {
	mux := http.NewServeMux()
	p := page{
		Styles:  mount(mux, styles),
		Scripts: mount(mux, scripts),
		Tabs:    tabsOf(Examples()),
	}
	mux.HandleFunc("GET /graphiql", servePage(p.render()))
	mux.Handle("GET /graphiql/{$}", http.RedirectHandler("/graphiql", http.StatusPermanentRedirect))
	return mux
}

// mount gives each file its address and returns the addresses, relative to the page.
func mount(mux *http.ServeMux, files []string) []string {
	links := make([]string, len(files))
	for i, file := range files {
		a := loadAsset(file)
		mux.Handle("GET "+a.path(), a)
		links[i] = strings.TrimPrefix(a.path(), "/")
	}
	return links
}
