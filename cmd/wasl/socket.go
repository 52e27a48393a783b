package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"net/http"
	"net/url"
	"syscall"

	"github.com/wasl-graph/wasl/internal/server"
)

// socketClient speaks with the server that has a data folder open, through the socket in the folder.
type socketClient struct {
	folder string
	http   http.Client
}

// served gives a client for a folder that was found locked, when a server listens in it. Otherwise it returns the error that the lock
// gave, since some other command has the folder open.
func served(ctx context.Context, folder string, locked error) (*socketClient, error) {
	connection, err := server.DialSocket(ctx, folder)
	switch {
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, syscall.ECONNREFUSED):
		return nil, locked
	case err != nil:
		return nil, fmt.Errorf("%w; the server's socket in it can't be used either: %s", locked, cause(err))
	}
	_ = connection.Close() // it was to see whether anybody is there
	dial := func(ctx context.Context, _, _ string) (net.Conn, error) { return server.DialSocket(ctx, folder) }
	return &socketClient{folder, http.Client{Transport: &http.Transport{DialContext: dial, DisableKeepAlives: true}}}, nil
}

// ask sends a request and returns the body of an answer that is no fault. The body has to be closed.
func (c *socketClient) ask(ctx context.Context, method, path string, content any) (io.ReadCloser, error) {
	var body io.Reader
	if content != nil {
		text, err := json.Marshal(content)
		if err != nil {
			return nil, err
		}
		body = bytes.NewReader(text)
	}
	request, err := http.NewRequestWithContext(ctx, method, "http://wasl"+path, body)
	if err != nil {
		return nil, err
	}
	response, err := c.http.Do(request)
	if err != nil {
		return nil, c.lost(ctx, err)
	}
	if response.StatusCode < 300 {
		return response.Body, nil
	}
	defer response.Body.Close() // nothing more is read
	var fault server.LocalFault
	if err := json.NewDecoder(response.Body).Decode(&fault); err != nil || fault.Error == "" {
		return nil, fmt.Errorf("the server that has the data folder %s open answers with status %d", c.folder, response.StatusCode)
	}
	return nil, errors.New(fault.Error)
}

// lost is the error for an answer that ended early.
func (c *socketClient) lost(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	return fmt.Errorf("the server that has the data folder %s open did not finish its answer: %s", c.folder, cause(err))
}

// get asks for one value.
func (c *socketClient) get(ctx context.Context, method, path string, content, answer any) error {
	body, err := c.ask(ctx, method, path, content)
	if err != nil {
		return err
	}
	defer body.Close() // only read from
	if err := json.NewDecoder(body).Decode(answer); err != nil {
		return c.lost(ctx, err)
	}
	return nil
}

// check has the server look through its record.
func (c *socketClient) check(ctx context.Context) (found server.Checked, err error) {
	body, err := c.ask(ctx, http.MethodPost, "/check", nil)
	if err != nil {
		return found, err
	}
	defer body.Close() // only read from
	for lines := json.NewDecoder(body); ; {
		var line server.CheckLine
		if err := lines.Decode(&line); err != nil {
			return found, c.lost(ctx, err)
		}
		if line.Problem != "" {
			found.Problems = append(found.Problems, line.Problem)
			continue
		}
		found.Revision, found.Statements = line.Revision, line.Statements
		return found, nil
	}
}

// backup writes to w what the server's record holds. After an error, what was written is not the whole.
func (c *socketClient) backup(ctx context.Context, w io.Writer) error {
	body, err := c.ask(ctx, http.MethodGet, "/backup", nil)
	if err != nil {
		return err
	}
	defer body.Close() // only read from
	target := &failing{Writer: w}
	if _, err := io.Copy(target, body); target.err != nil {
		return target.err
	} else if err != nil {
		return c.lost(ctx, err)
	}
	return nil
}

// failing remembers that it was the writer that failed.
type failing struct {
	io.Writer
	err error
}

// Write passes on.
func (f *failing) Write(p []byte) (n int, err error) {
	n, err = f.Writer.Write(p)
	f.err = err
	return n, err
}

// socketBackup writes to w a backup of a folder that a server has open. Locked is the error with which the folder was refused.
func socketBackup(ctx context.Context, folder string, locked error, w io.Writer) error {
	c, err := served(ctx, folder, locked)
	if err != nil {
		return err
	}
	return c.backup(ctx, w)
}

func (c *socketClient) create(ctx context.Context, role, name string) (made server.TokenMade, err error) {
	err = c.get(ctx, http.MethodPost, "/tokens", server.TokenWish{Role: role, Name: name}, &made)
	return made, err
}

func (c *socketClient) list(ctx context.Context) (list []server.TokenInfo, err error) {
	err = c.get(ctx, http.MethodGet, "/tokens", nil, &list)
	return list, err
}

func (c *socketClient) revoke(ctx context.Context, id string) (t server.TokenInfo, err error) {
	err = c.get(ctx, http.MethodDelete, "/tokens/"+url.PathEscape(id), nil, &t)
	return t, err
}

// close does nothing: each question has a connection of its own.
func (c *socketClient) close() error { return nil }
