package api

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"net/http"
	"runtime/debug"
	"strings"
	"sync"

	"github.com/wasl-graph/wasl/internal/lang"
)

// What was got may be kept, by the client and by caches on the way, as long as the server is asked each time whether it is
// still true: the graph may change at any moment. Everything else is for one reading.
const (
	cacheAndAsk = "public, max-age=0, must-revalidate"
	cacheNever  = "no-store"
)

// tag names an answer: the same for the same question to the same revision of the graph and the same program. It is weak,
// since the answer may be compressed on its way.
func (r Request) tag(revision string, chain lang.Chain, mediaType string) string {
	variables, _ := json.Marshal(r.Variables) // they were JSON; keys are sorted
	sum := sha256.New()
	for _, part := range []string{program(), revision, r.Query, r.OperationName, string(variables), chain.Key(), mediaType} {
		// Each piece with its length, so that what is moved from one to the next counts.
		fmt.Fprintf(sum, "%d:%s,", len(part), part)
	}
	return `W/"` + hex.EncodeToString(sum.Sum(nil)[:16]) + `"`
}

// program names the program that answers: another one may answer the same question in another way.
var program = sync.OnceValue(func() string {
	info, known := debug.ReadBuildInfo()
	if !known {
		return ""
	}
	return info.String()
})

// mark puts into the header that an answer may be kept, with its tag, unless something went wrong with it.
func (r Response) mark(header http.Header, tag string) {
	if tag != "" && len(r.Errors) == 0 {
		header.Set("Cache-Control", cacheAndAsk)
		header.Set("ETag", tag)
	}
}

// has says whether a client has what a tag names, by its If-None-Match header.
func has(header http.Header, tag string) bool {
	for held := range strings.SplitSeq(strings.Join(header.Values("If-None-Match"), ","), ",") {
		if strings.TrimPrefix(strings.TrimSpace(held), "W/") == strings.TrimPrefix(tag, "W/") {
			return true
		}
	}
	return false
}
