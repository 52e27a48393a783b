package server

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"runtime"
)

// socketName is the socket's name in a data folder; socketNewName is a folder in which it is made.
const (
	socketName    = "wasl.sock"
	socketNewName = "wasl.sock.new"
)

// maxSocketPath is how many bytes a socket's path may have on every system: macOS takes 103, Linux 107.
const maxSocketPath = 103

// ListenSocket listens on the socket in a data folder, which only its owner may use: that is all that guards it. The caller has the
// folder's record open, so that whatever socket is there was left behind by a process that was killed, and is replaced. Closing the
// listener removes the socket, and has to come before the record is closed. The error is errors.ErrUnsupported on systems where a
// socket's mode guards nothing.
func ListenSocket(ctx context.Context, folder string) (net.Listener, error) {
	if runtime.GOOS == "windows" {
		return nil, fmt.Errorf("a socket for its owner alone: %w", errors.ErrUnsupported)
	}
	// Between its making and the change of its mode everybody could connect, so it is made where nobody else may go.
	private := filepath.Join(folder, socketNewName)
	if err := os.RemoveAll(private); err != nil {
		return nil, err
	}
	if err := os.Mkdir(private, 0o700); err != nil {
		return nil, err
	}
	listener, err := listenIn(ctx, private)
	if err == nil {
		err = os.Rename(filepath.Join(private, socketName), filepath.Join(folder, socketName))
	}
	if err = errors.Join(err, os.RemoveAll(private)); err == nil {
		return &socket{listener, filepath.Join(folder, socketName)}, nil
	}
	if listener != nil {
		err = errors.Join(err, listener.Close())
	}
	return nil, err
}

// listenIn makes the socket in a folder.
func listenIn(ctx context.Context, folder string) (*net.UnixListener, error) {
	path, release, err := short(folder)
	if err != nil {
		return nil, err
	}
	defer release()
	var config net.ListenConfig
	listener, err := config.Listen(ctx, "unix", path)
	if err != nil {
		return nil, err
	}
	unix := listener.(*net.UnixListener)
	unix.SetUnlinkOnClose(false) // it gets another name
	if err := os.Chmod(filepath.Join(folder, socketName), 0o600); err != nil {
		return nil, errors.Join(err, unix.Close())
	}
	return unix, nil
}

// socket is a listener that takes its file away with it.
type socket struct {
	*net.UnixListener
	path string
}

// Close takes no more connections and removes the socket.
func (s *socket) Close() error {
	err := os.Remove(s.path)
	if errors.Is(err, fs.ErrNotExist) { // somebody was quicker
		err = nil
	}
	return errors.Join(err, s.UnixListener.Close())
}

// ServeSocket answers on the socket until ctx ends, and then stops as [Serve] does.
func ServeSocket(ctx context.Context, l net.Listener, h http.Handler, log *slog.Logger) error {
	serving := DefaultServing()
	serving.Grace = 0 // nobody sends requests on to a socket
	if log != nil {
		serving.Logger = log.With("listener", "socket")
	}
	return Serve(ctx, l, h, serving)
}

// DialSocket connects to the server that has a data folder open. The error is fs.ErrNotExist or a refused connection where none
// listens.
func DialSocket(ctx context.Context, folder string) (net.Conn, error) {
	path, release, err := short(folder)
	if err != nil {
		return nil, err
	}
	defer release()
	var dialer net.Dialer
	return dialer.DialContext(ctx, "unix", path)
}

// short is a path of the socket in a folder that the system takes, however deep the folder lies. It is good until it is released.
func short(folder string) (path string, release func(), err error) {
	path = filepath.Join(folder, socketName)
	if len(path) <= maxSocketPath {
		return path, func() {}, nil
	}
	if runtime.GOOS != "linux" {
		return "", nil, fmt.Errorf("the path %s is longer than the %d bytes that a socket's may have", path, maxSocketPath)
	}
	// Linux has a short name for every open folder.
	open, err := os.Open(folder)
	if err != nil {
		return "", nil, err
	}
	return fmt.Sprintf("/proc/self/fd/%d/%s", open.Fd(), socketName), func() { _ = open.Close() }, nil
}
