package server

import (
	"bytes"
	"context"
	"crypto/tls"
	"fmt"
	"log/slog"
	"os"
	"sync/atomic"
	"time"
)

// Certificates are what a server shows of itself, read from two files. When these are renewed, connections from then on get
// the new certificate; those that are there stay. It may be shared between goroutines.
type Certificates struct {
	certFile, keyFile string
	current           atomic.Pointer[pair]
}

// pair is a certificate, with the content of the files that it was read from.
type pair struct {
	cert, key []byte
	parsed    *tls.Certificate
}

// LoadCertificates reads a certificate, followed by those that lead to an authority, and its key, both in PEM.
func LoadCertificates(certFile, keyFile string) (*Certificates, error) {
	c := &Certificates{certFile: certFile, keyFile: keyFile}
	_, err := c.Reload()
	return c, err
}

// Reload reads the files again, and says whether they have changed. When they can't be read, or don't fit together, the
// certificate stays as it was.
func (c *Certificates) Reload() (changed bool, err error) {
	cert, err := os.ReadFile(c.certFile)
	if err != nil {
		return false, fmt.Errorf("certificate: %w", err)
	}
	key, err := os.ReadFile(c.keyFile)
	if err != nil {
		return false, fmt.Errorf("key of the certificate: %w", err)
	}
	if now := c.current.Load(); now != nil && bytes.Equal(now.cert, cert) && bytes.Equal(now.key, key) {
		return false, nil
	}
	parsed, err := tls.X509KeyPair(cert, key)
	if err != nil {
		return false, fmt.Errorf("certificate %s with key %s: %w", c.certFile, c.keyFile, err)
	}
	c.current.Store(&pair{cert, key, &parsed})
	return true, nil
}

// Watch reads the files again every so often, and when it is told to, until ctx ends. What goes wrong is logged once, until it
// changes: a renewal that is under way mends itself.
func (c *Certificates) Watch(ctx context.Context, every time.Duration, now <-chan os.Signal, log *slog.Logger) {
	ticker := time.NewTicker(every)
	defer ticker.Stop()
	said := ""
	for {
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
		case <-now:
			said = ""
		}
		changed, err := c.Reload()
		switch {
		case err != nil && err.Error() != said:
			said = err.Error()
			log.ErrorContext(ctx, "the certificate was not read again; the one that was read before stays", "error", err)
		case err == nil:
			said = ""
		}
		if changed {
			log.InfoContext(ctx, "the certificate was read again", "file", c.certFile, "until", c.current.Load().parsed.Leaf.NotAfter)
		}
	}
}

// config is how the server speaks TLS: no version before 1.2, and in each version what the standard library takes for safe.
func (c *Certificates) config() *tls.Config {
	return &tls.Config{
		MinVersion: tls.VersionTLS12,
		GetCertificate: func(*tls.ClientHelloInfo) (*tls.Certificate, error) {
			return c.current.Load().parsed, nil
		},
	}
}
