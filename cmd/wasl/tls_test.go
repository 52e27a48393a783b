//go:build unix

package main

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"encoding/pem"
	"math/big"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"
)

// certify writes a certificate with this number, and its key.
func certify(t *testing.T, cert, key string, number int64) {
	t.Helper()
	secret, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{SerialNumber: big.NewInt(number), NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour)}
	signed, err := x509.CreateCertificate(rand.Reader, template, template, secret.Public(), secret)
	if err != nil {
		t.Fatal(err)
	}
	bare, err := x509.MarshalPKCS8PrivateKey(secret)
	if err != nil {
		t.Fatal(err)
	}
	write(t, cert, pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: signed}))
	write(t, key, pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: bare}))
}

// TestTLS serves with a certificate, and with its successor after SIGHUP, in the same process.
func TestTLS(t *testing.T) {
	cert, key := filepath.Join(t.TempDir(), "cert.pem"), filepath.Join(t.TempDir(), "key.pem")
	certify(t, cert, key, 1)
	p := &started{cmd: process(t, "serve", "--listen", "127.0.0.1:0", "--data", seeded(t), "--tls-cert", cert, "--tls-key", key), errOut: &lockedBuffer{}}
	p.cmd.Stderr = p.errOut
	out, err := p.cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := p.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	announced := regexp.MustCompile(`^Wasl answers at https://([^ /]+)/graphql; try it at https://`).FindStringSubmatch(announcement(t, out))
	if announced == nil {
		t.Fatalf("it says nothing of an address: %s", p.errOut)
	}
	if got := numberOf(t, announced[1]); got != 1 {
		t.Errorf("certificate %d", got)
	}
	certify(t, cert, key, 2)
	deliver(t, p.cmd, syscall.SIGHUP)
	for end := time.Now().Add(patience); numberOf(t, announced[1]) != 2; time.Sleep(time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("the new certificate is not shown: %s", p.errOut)
		}
	}
	deliver(t, p.cmd, syscall.SIGTERM)
	if code := wait(t, p.cmd); code != 0 || strings.Contains(p.errOut.String(), "wasl:") || !strings.Contains(p.errOut.String(), "was read again") {
		t.Errorf("exit %d: %s", code, p.errOut)
	}
}

// numberOf is the number of the certificate that a server shows.
func numberOf(t *testing.T, address string) int64 {
	t.Helper()
	dialer := tls.Dialer{Config: &tls.Config{InsecureSkipVerify: true}}
	conn, err := dialer.DialContext(t.Context(), "tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	return conn.(*tls.Conn).ConnectionState().PeerCertificates[0].SerialNumber.Int64()
}
