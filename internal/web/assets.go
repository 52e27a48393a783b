package web

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"net/http"
	"path"
	"time"
)

//go:embed static
var static embed.FS

// styles and scripts are the page's files below static, in the order in which the page loads them.
var (
	styles = []string{
		"thirdparty/graphiql/graphiql.min.css",
		"graphiql/page.css",
	}
	scripts = []string{
		"thirdparty/react/react.production.min.js",
		"thirdparty/react-dom/react-dom.production.min.js",
		"thirdparty/graphiql/graphiql.min.js",
		"graphiql/start.js",
	}
)

// contentTypes has every kind of file that a page may load. The machine's own table of types is not asked: it differs
// from one machine to the next.
var contentTypes = map[string]string{
	".css": "text/css; charset=utf-8",
	".js":  "text/javascript; charset=utf-8",
}

// asset is an embedded file with the address that its content gives it.
type asset struct {
	name    string // the file's name without folders
	hash    string // the beginning of the content's sha256, in hexadecimal
	content []byte
}

// loadAsset reads a file below static. It panics where there is none: the lists above name embedded files only.
func loadAsset(file string) asset {
	content, err := static.ReadFile("static/" + file)
	if err != nil {
		panic(fmt.Sprintf("web: asset %s: %v", file, err))
	}
	sum := sha256.Sum256(content)
	return asset{name: path.Base(file), hash: hex.EncodeToString(sum[:8]), content: content}
}

// path is the asset's address on the server.
func (a asset) path() string { return "/graphiql/assets/" + a.hash + "/" + a.name }

// ServeHTTP sends the file. The answer may be kept for good, because other content would have another address.
func (a asset) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", contentTypes[path.Ext(a.name)])
	w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
	w.Header().Set("ETag", `"`+a.hash+`"`)
	http.ServeContent(w, r, a.name, time.Time{}, bytes.NewReader(a.content))
}
