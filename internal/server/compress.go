package server

import (
	"compress/gzip"
	"errors"
	"net/http"
	"strconv"
	"strings"
	"sync"
)

// compressFrom is how many bytes an answer must have for it to be worth compressing: less fits into one packet anyway.
const compressFrom = 1_400

// packers are writers that wait for their next answer.
var packers = sync.Pool{New: func() any {
	packer, _ := gzip.NewWriterLevel(nil, gzip.BestSpeed) // the level exists
	return packer
}}

// compress sends long answers in gzip to clients that take it. The handler must not encode them itself.
func compress(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		vary(w.Header(), "Accept-Encoding")
		if !takesGzip(r.Header) || r.Method == http.MethodHead {
			next.ServeHTTP(w, r)
			return
		}
		c := &compressor{ResponseWriter: w, status: http.StatusOK}
		next.ServeHTTP(c, r)
		c.finish() // not after a panic: what is there of the answer is dropped
	})
}

// takesGzip reads Accept-Encoding. A range "*" is not enough: only who names gzip surely has it.
func takesGzip(header http.Header) bool {
	for element := range strings.SplitSeq(strings.Join(header.Values("Accept-Encoding"), ","), ",") {
		name, parameter, _ := strings.Cut(element, ";")
		if !strings.EqualFold(strings.TrimSpace(name), "gzip") {
			continue
		}
		_, text, said := strings.Cut(parameter, "=")
		weight, err := strconv.ParseFloat(strings.TrimSpace(text), 64)
		return !said || (err == nil && weight > 0)
	}
	return false
}

// compressor keeps an answer back until it knows whether it is long.
type compressor struct {
	http.ResponseWriter
	status int
	begun  []byte // what was written while nothing is sent
	plain  bool   // it is sent as it is
	packer *gzip.Writer
}

// WriteHeader notes the status. It is sent with the body.
func (c *compressor) WriteHeader(status int) { c.status = status }

// Write keeps or sends a part of the body.
func (c *compressor) Write(p []byte) (int, error) {
	switch {
	case c.packer != nil:
		return c.packer.Write(p)
	case c.plain:
		return c.ResponseWriter.Write(p)
	case len(c.begun)+len(p) < compressFrom:
		c.begun = append(c.begun, p...)
		return len(p), nil
	}
	c.pack()
	if _, err := c.packer.Write(c.begun); err != nil {
		return 0, err
	}
	return c.packer.Write(p)
}

// pack sends the header, and what is written from now on in gzip.
func (c *compressor) pack() {
	c.Header().Set("Content-Encoding", "gzip")
	c.Header().Del("Content-Length")
	c.ResponseWriter.WriteHeader(c.status)
	c.packer = packers.Get().(*gzip.Writer)
	c.packer.Reset(c.ResponseWriter)
}

// send sends what is there as it is.
func (c *compressor) send() error {
	c.plain = true
	c.ResponseWriter.WriteHeader(c.status)
	if len(c.begun) == 0 { // some answers must have no body
		return nil
	}
	_, err := c.ResponseWriter.Write(c.begun)
	return err
}

// finish sends what is left. A failed write means that the client has gone.
func (c *compressor) finish() {
	switch {
	case c.packer != nil:
		_ = c.packer.Close()
		packers.Put(c.packer)
	case !c.plain:
		_ = c.send()
	}
}

// FlushError sends what was written so far.
func (c *compressor) FlushError() error {
	var err error
	switch {
	case c.packer != nil:
		err = c.packer.Flush()
	case !c.plain:
		err = c.send()
	}
	return errors.Join(err, http.NewResponseController(c.ResponseWriter).Flush())
}

// Unwrap lets http.ResponseController reach the writer beneath.
func (c *compressor) Unwrap() http.ResponseWriter { return c.ResponseWriter }
