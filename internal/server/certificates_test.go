package server

import (
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"io"
	"log/slog"
	"math/big"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// certify writes a new certificate for this machine with its key into two files.
func certify(t *testing.T, certFile, keyFile string, serial int64) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{
		SerialNumber: big.NewInt(serial), Subject: pkix.Name{CommonName: "test"}, IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)},
		NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour), IsCA: true, BasicConstraintsValid: true,
	}
	cert, err := x509.CreateCertificate(rand.Reader, template, template, key.Public(), key)
	if err != nil {
		t.Fatal(err)
	}
	secret, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		t.Fatal(err)
	}
	for name, block := range map[string]*pem.Block{certFile: {Type: "CERTIFICATE", Bytes: cert}, keyFile: {Type: "PRIVATE KEY", Bytes: secret}} {
		if err := os.WriteFile(name, pem.EncodeToMemory(block), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// secured serves with TLS until the test ends. What the certificate is read again for is told by now.
func secured(t *testing.T) (address, certFile, keyFile string, now chan<- os.Signal, log *syncBuilder) {
	t.Helper()
	certFile, keyFile = filepath.Join(t.TempDir(), "cert.pem"), filepath.Join(t.TempDir(), "key.pem")
	certify(t, certFile, keyFile, 1)
	certificates, err := LoadCertificates(certFile, keyFile)
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	l, ended, told := listen(t), make(chan error, 2), make(chan os.Signal)
	log = &syncBuilder{}
	go func() { ended <- Serve(ctx, l, New(Options{GraphQL: echo}), Serving{Certificates: certificates}) }()
	go func() {
		certificates.Watch(ctx, time.Hour, told, slog.New(slog.NewTextHandler(log, nil)))
		ended <- nil
	}()
	t.Cleanup(func() {
		stop()
		for range 2 {
			if err := <-ended; err != nil {
				t.Error(err)
			}
		}
	})
	return l.Addr().String(), certFile, keyFile, told, log
}

// careless is a client that takes every certificate, and notes its number.
func careless() *http.Client {
	return &http.Client{Transport: &http.Transport{
		ForceAttemptHTTP2: true,
		TLSClientConfig:   &tls.Config{InsecureSkipVerify: true, NextProtos: []string{"h2", "http/1.1"}},
	}}
}

// fetch asks and returns the answer with the number of the certificate that it came with.
func fetch(t *testing.T, client *http.Client, url string) (*http.Response, int64) {
	t.Helper()
	got, err := client.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	_, _ = io.Copy(io.Discard, got.Body)
	got.Body.Close()
	return got, got.TLS.PeerCertificates[0].SerialNumber.Int64()
}

// A renewed certificate is shown to new connections, and the old ones stay.
func TestCertificatesAreRenewed(t *testing.T) {
	address, certFile, keyFile, now, log := secured(t)
	old := careless()
	got, serial := fetch(t, old, "https://"+address+"/graphql")
	if got.StatusCode != 200 || got.ProtoMajor != 2 || serial != 1 || got.Header.Get("Strict-Transport-Security") == "" {
		t.Errorf("got %d over %s with certificate %d: %v", got.StatusCode, got.Proto, serial, got.Header)
	}
	certify(t, certFile, keyFile, 2)
	now <- os.Interrupt
	now <- os.Interrupt // taken when the first was done with
	if _, serial := fetch(t, careless(), "https://"+address+"/graphql"); serial != 2 {
		t.Errorf("a new connection gets certificate %d", serial)
	}
	if _, serial := fetch(t, old, "https://"+address+"/graphql"); serial != 1 {
		t.Errorf("the old connection was given up: certificate %d", serial)
	}

	// A renewal that went half way, or wrong, changes nothing.
	for _, broken := range []func() error{
		func() error { return os.Rename(keyFile, keyFile+".old") },
		func() error { certify(t, certFile, keyFile+".other", 3); return os.Rename(keyFile+".old", keyFile) },
		func() error { return os.WriteFile(certFile, []byte("nonsense"), 0o600) },
	} {
		if err := broken(); err != nil {
			t.Fatal(err)
		}
		now <- os.Interrupt
		now <- os.Interrupt
		if _, serial := fetch(t, careless(), "https://"+address+"/graphql"); serial != 2 {
			t.Errorf("a broken renewal is shown: certificate %d", serial)
		}
	}
	if text := log.String(); strings.Count(text, "was read again") != 1 || strings.Count(text, "was not read again") < 3 || !strings.Contains(text, keyFile) {
		t.Errorf("the log says %s", text)
	}
}

func TestOldTLSIsRefused(t *testing.T) {
	address, _, _, _, _ := secured(t)
	for version, want := range map[uint16]bool{tls.VersionTLS11: false, tls.VersionTLS12: true, tls.VersionTLS13: true} {
		dialer := tls.Dialer{Config: &tls.Config{InsecureSkipVerify: true, MinVersion: version, MaxVersion: version}}
		conn, err := dialer.DialContext(t.Context(), "tcp", address)
		if (err == nil) != want {
			t.Errorf("%s: %v", tls.VersionName(version), err)
		}
		if err == nil {
			conn.Close()
		}
	}
}

func TestLoadCertificatesNamesTheFile(t *testing.T) {
	folder := t.TempDir()
	cert, key, nonsense, missing := filepath.Join(folder, "a.pem"), filepath.Join(folder, "b.pem"), filepath.Join(folder, "c.pem"), filepath.Join(folder, "d.pem")
	certify(t, cert, key, 1)
	if err := os.WriteFile(nonsense, []byte("nonsense"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := LoadCertificates(cert, key); err != nil {
		t.Error(err)
	}
	for _, files := range [][3]string{{missing, key, missing}, {cert, missing, missing}, {nonsense, key, nonsense}, {cert, nonsense, nonsense}, {key, cert, key}} {
		if _, err := LoadCertificates(files[0], files[1]); err == nil || !strings.Contains(err.Error(), files[2]) {
			t.Errorf("%v: %v", files, err)
		}
	}
}

// Over plain HTTP nothing is said of TLS.
func TestPlainAnswersSayNothingOfTLS(t *testing.T) {
	if got, _ := ask(t, "GET", start(t, Options{GraphQL: echo})+"/graphql", nil); got.Header.Get("Strict-Transport-Security") != "" {
		t.Errorf("%v", got.Header)
	}
}
