package main

import (
	"io"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// progress shows how far the reading of a document is: as a bar on a terminal, else as a line in the log every few seconds.
type progress struct {
	bar  *progressbar.ProgressBar
	out  io.Writer // nil where it is no terminal
	log  logger
	name string
	last time.Time
	// begun is when the reading began, read whether it has ended: what is left then is to write it to disk.
	begun time.Time
	read  bool
}

// How often something is shown.
const (
	barEvery  = 100 * time.Millisecond
	lineEvery = 5 * time.Second
)

func newProgress(errOut io.Writer, log logger, name string) *progress {
	p := &progress{log: log, name: name, last: time.Now(), begun: time.Now()}
	if f, ok := errOut.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		p.out = errOut
	}
	return p
}

// step is told how many bytes are done, of how many.
func (p *progress) step(done, all int) {
	if p.read {
		return
	}
	if p.read = done == all; p.read && time.Since(p.begun) >= lineEvery {
		p.done()
		p.log.Info("writing", "file", p.name)
		return
	}
	if p.out == nil {
		if time.Since(p.last) >= lineEvery {
			p.last = time.Now()
			p.log.Info("reading", "file", p.name, "percent", done*100/max(all, 1))
		}
		return
	}
	if p.bar == nil {
		p.bar = progressbar.NewOptions64(int64(all), progressbar.OptionSetWriter(p.out), progressbar.OptionSetDescription(p.name),
			progressbar.OptionShowBytes(true), progressbar.OptionThrottle(barEvery), progressbar.OptionClearOnFinish())
	}
	_ = p.bar.Set64(int64(done)) // a bar that can't be drawn hinders nothing
}

// done takes the bar off the screen.
func (p *progress) done() {
	if p.bar != nil {
		_ = p.bar.Finish()
	}
}
