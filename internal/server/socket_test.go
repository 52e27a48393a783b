//go:build unix

package server

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"
)

// overSocket is a client of the socket in a folder.
func overSocket(folder string) *http.Client {
	dial := func(ctx context.Context, _, _ string) (net.Conn, error) { return DialSocket(ctx, folder) }
	return &http.Client{Transport: &http.Transport{DialContext: dial, DisableKeepAlives: true}}
}

// listenSocket listens in a folder and serves h there until the test ends, or stop is called, which returns what Serve did.
func listenSocket(t *testing.T, folder string, h http.Handler) (stop func() error) {
	t.Helper()
	l, err := ListenSocket(t.Context(), folder)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	stopped := make(chan error, 1)
	go func() { stopped <- ServeSocket(ctx, l, h, nil) }()
	t.Cleanup(cancel)
	return func() error {
		cancel()
		return <-stopped
	}
}

var hello = http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, "hello") })

func mustSayHello(t *testing.T, folder string) {
	t.Helper()
	got, err := overSocket(folder).Get("http://wasl/")
	if err != nil {
		t.Fatal(err)
	}
	defer got.Body.Close()
	if text, err := io.ReadAll(got.Body); err != nil || string(text) != "hello" {
		t.Errorf("it says %q, %v", text, err)
	}
}

// A socket is its owner's alone, whatever the umask, and gone when the server is.
func TestTheSocketIsItsOwnersAlone(t *testing.T) {
	defer syscall.Umask(syscall.Umask(0))
	folder := t.TempDir()
	stop := listenSocket(t, folder, hello)
	info, err := os.Lstat(filepath.Join(folder, socketName))
	if err != nil || info.Mode() != fs.ModeSocket|0o600 {
		t.Errorf("its mode is %v, %v", info.Mode(), err)
	}
	if entries, _ := os.ReadDir(folder); len(entries) != 1 {
		t.Errorf("the folder holds %v", entries)
	}
	mustSayHello(t, folder)
	if err := stop(); err != nil {
		t.Error(err)
	}
	if entries, _ := os.ReadDir(folder); len(entries) != 0 {
		t.Errorf("the folder still holds %v", entries)
	}
	if _, err := DialSocket(t.Context(), folder); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("connecting ends with %v", err)
	}
}

// What a killed server left behind is replaced, be it the socket or where it was made.
func TestSocketsOfKilledServersAreReplaced(t *testing.T) {
	folder := t.TempDir()
	left, err := net.Listen("unix", filepath.Join(folder, socketName))
	if err != nil {
		t.Fatal(err)
	}
	left.(*net.UnixListener).SetUnlinkOnClose(false)
	left.Close()
	if err := os.Mkdir(filepath.Join(folder, socketNewName), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, socketNewName, "half"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := DialSocket(t.Context(), folder); !errors.Is(err, syscall.ECONNREFUSED) {
		t.Errorf("connecting ends with %v", err)
	}
	stop := listenSocket(t, folder, hello)
	mustSayHello(t, folder)
	if err := stop(); err != nil {
		t.Error(err)
	}
}

// A folder may lie deeper than a socket's path can say, where the system has a way.
func TestSocketsInDeepFolders(t *testing.T) {
	folder := filepath.Join(t.TempDir(), strings.Repeat("deep/", 40))
	if err := os.MkdirAll(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	if runtime.GOOS != "linux" {
		if _, err := ListenSocket(t.Context(), folder); err == nil || !strings.Contains(err.Error(), "longer than") {
			t.Errorf("it ends with %v", err)
		}
		return
	}
	stop := listenSocket(t, folder, hello)
	mustSayHello(t, folder)
	if err := stop(); err != nil {
		t.Error(err)
	}
	if entries, _ := os.ReadDir(folder); len(entries) != 0 {
		t.Errorf("the folder still holds %v", entries)
	}
}

// Around the limit of a path every length works, and each socket stands in its folder.
func TestSocketsAtTheLimitOfAPath(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("only Linux takes longer ones")
	}
	base := t.TempDir()
	for n := maxSocketPath - 25; n < maxSocketPath+12; n++ {
		folder := filepath.Join(base, strings.Repeat("d", max(1, n-len(base)-len(socketName)-2)))
		if err := os.MkdirAll(folder, 0o700); err != nil {
			t.Fatal(err)
		}
		stop := listenSocket(t, folder, hello)
		mustSayHello(t, folder)
		if err := stop(); err != nil {
			t.Error(err)
		}
	}
}

func TestSocketsNeedAFolder(t *testing.T) {
	if _, err := ListenSocket(t.Context(), filepath.Join(t.TempDir(), "missing")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("it ends with %v", err)
	}
	folder := t.TempDir()
	if err := os.MkdirAll(filepath.Join(folder, socketName, "in the way"), 0o700); err != nil {
		t.Fatal(err)
	}
	if _, err := ListenSocket(t.Context(), folder); err == nil {
		t.Error("it took the place of a folder")
	}
	if _, err := os.Stat(filepath.Join(folder, socketNewName)); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("it left something behind: %v", err)
	}
}

// The socket takes nothing more once the server is to stop, lets what runs finish, and its file is gone before that.
func TestTheSocketDrains(t *testing.T) {
	folder := t.TempDir()
	running, finish := make(chan struct{}), make(chan struct{})
	ctx, cancel := context.WithCancel(t.Context())
	l, err := ListenSocket(ctx, folder)
	if err != nil {
		t.Fatal(err)
	}
	stopped := make(chan error, 1)
	h := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		close(running)
		<-finish
		hello(w, r)
	})
	go func() { stopped <- ServeSocket(ctx, l, h, nil) }()
	answered := make(chan string, 1)
	go func() {
		got, err := overSocket(folder).Get("http://wasl/")
		if err != nil {
			answered <- err.Error()
			return
		}
		defer got.Body.Close()
		text, _ := io.ReadAll(got.Body)
		answered <- string(text)
	}()
	<-running
	cancel()
	for {
		c, err := DialSocket(t.Context(), folder)
		if errors.Is(err, fs.ErrNotExist) {
			break
		}
		if err == nil {
			c.Close()
		}
		time.Sleep(time.Millisecond)
	}
	close(finish)
	if text := <-answered; text != "hello" {
		t.Errorf("the running request got %q", text)
	}
	if err := <-stopped; err != nil {
		t.Errorf("stopping: %v", err)
	}
}
