package record

import (
	"crypto/sha256"
	"fmt"
	"time"

	"github.com/wasl-graph/wasl/graph"
)

// A backup is a copy of the record's file, with what is needed to trust it. It is written and read as a stream:
//
//	wasl backup 1           the first line
//	head                    one line of JSON: what the backup holds
//	record                  as many bytes as the head says
//	checksum                SHA-256 of everything before it, in hexadecimal digits and a line feed
const (
	backupWord    = "wasl backup "
	backupVersion = 1
)

var backupLine = fmt.Sprintf("%s%d\n", backupWord, backupVersion)

// backupTrailer is how many bytes the checksum takes.
const backupTrailer = 2*sha256.Size + 1

// backupBuffer is how much of a backup is in memory at a time, for each of reading and writing.
const backupBuffer = 1 << 18

// backupHead is what a backup says about its record.
type backupHead struct {
	Format   int            `json:"format"` // of the record
	Revision graph.Revision `json:"revision"`
	Created  time.Time      `json:"created"`
	Size     int64          `json:"size"` // of the record, in bytes
}

// info is what callers are told about a backup with a checksum, of so many bytes.
func (h backupHead) info(size int64, sum []byte) BackupInfo {
	return BackupInfo{Format: h.Format, Revision: h.Revision, Created: h.Created, Size: size, SHA256: fmt.Sprintf("%x", sum)}
}

// BackupInfo says what a backup holds.
type BackupInfo struct {
	// Format is the format version of the record in it. An older one is upgraded when it is restored.
	Format int
	// Revision is the record's, and Created when it was read.
	Revision graph.Revision
	Created  time.Time
	// Size is how many bytes the whole backup has, and SHA256 their digest in hexadecimal, as sha256sum prints it.
	Size   int64
	SHA256 string
}

// BackupError is returned for what can't be restored: it is no backup, it is damaged, or it is of a newer form. Its
// sentence says which, and what to do.
type BackupError struct{ Problem string }

// Error is the sentence.
func (e *BackupError) Error() string { return e.Problem }

// damagedBackup is the error for a backup that is not what it was when it was written.
func damagedBackup(format string, args ...any) error {
	return &BackupError{"the backup is damaged: " + fmt.Sprintf(format, args...) + "; use another copy of it, or an older backup"}
}
