package record

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"hash"
	"io"
	"strconv"
	"strings"
)

// VerifyBackup reads a backup to its end and says what it holds. It returns a [BackupError] for one that is not whole, and
// the reader's own errors as they are. What the record in it says is not looked at: [Restore] does that.
func VerifyBackup(ctx context.Context, r io.Reader) (BackupInfo, error) {
	return readBackup(ctx, r, io.Discard)
}

// readBackup reads a backup to its end and hands its record to w. Nothing of that counts when there is an error.
func readBackup(ctx context.Context, r io.Reader, w io.Writer) (info BackupInfo, err error) {
	b := &backupReader{in: bufio.NewReaderSize(contextReader{ctx, r}, backupBuffer), sum: sha256.New()}
	if err := b.begin(); err != nil {
		return info, err
	}
	head, err := b.head()
	if err != nil {
		return info, err
	}
	if err := b.record(head.Size, w); err != nil {
		return info, err
	}
	if err := b.end(); err != nil {
		return info, err
	}
	return head.info(b.size, b.sum.Sum(nil)), nil
}

// backupReader reads the parts of a backup in their order.
type backupReader struct {
	in   *bufio.Reader
	sum  hash.Hash // of what has been read
	size int64     // of what has been read
}

// begin reads the first line.
func (b *backupReader) begin() error {
	line, err := b.in.ReadSlice('\n')
	text := string(line)
	if rest, ours := strings.CutPrefix(text, backupWord); ours && err == nil {
		version, err := strconv.Atoi(strings.TrimSuffix(rest, "\n"))
		if err != nil || version < 1 {
			return damagedBackup("its first line is %.40q", text)
		}
		if version > backupVersion {
			return &BackupError{fmt.Sprintf("the backup is of form %d; this program reads forms up to %d: install a newer wasl", version, backupVersion)}
		}
	}
	switch {
	case text == backupLine:
		b.note(line)
		return nil
	case errors.Is(err, io.EOF) && strings.HasPrefix(backupLine, text):
		return damagedBackup("it is cut off after %d bytes", len(text))
	case err == nil, errors.Is(err, io.EOF), errors.Is(err, bufio.ErrBufferFull):
		return &BackupError{"this is no backup of Wasl; name a file that wasl backup has written"}
	}
	return err
}

// head reads the second line.
func (b *backupReader) head() (head backupHead, err error) {
	line, err := b.in.ReadSlice('\n')
	b.note(line)
	if err != nil && !errors.Is(err, bufio.ErrBufferFull) {
		return head, b.cutOff(err)
	}
	if err := json.Unmarshal(line, &head); err != nil || head.Size < 0 {
		return head, damagedBackup("its second line can't be read")
	}
	return head, nil
}

// record hands the bytes of the record to w.
func (b *backupReader) record(size int64, w io.Writer) error {
	n, err := io.CopyN(io.MultiWriter(w, b.sum), b.in, size)
	b.size += n
	return b.cutOff(err)
}

// end reads the checksum, after which nothing may follow.
func (b *backupReader) end() error {
	want := fmt.Appendf(nil, "%x\n", b.sum.Sum(nil))
	got := make([]byte, backupTrailer)
	if n, err := io.ReadFull(b.in, got); err != nil {
		b.size += int64(n)
		return b.cutOff(err)
	}
	if !bytes.Equal(got, want) {
		return damagedBackup("it does not match its checksum")
	}
	b.note(got)
	if _, err := b.in.ReadByte(); err == nil {
		return damagedBackup("something follows its end")
	} else if !errors.Is(err, io.EOF) {
		return err
	}
	return nil
}

func (b *backupReader) note(part []byte) {
	b.sum.Write(part)
	b.size += int64(len(part))
}

// cutOff makes an end that comes too early an error of the backup. Others are left as they are.
func (b *backupReader) cutOff(err error) error {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return damagedBackup("it is cut off after %d bytes", b.size)
	}
	return err
}

// contextReader reads until the context is cancelled.
type contextReader struct {
	ctx context.Context //nolint:containedctx // lives as long as one call
	in  io.Reader
}

func (r contextReader) Read(p []byte) (int, error) {
	if err := r.ctx.Err(); err != nil {
		return 0, err
	}
	return r.in.Read(p)
}
