package record

import (
	"os"
	"path/filepath"
)

// Size is how many bytes the record takes on disk, 0 for one in memory. It does not wait for a change that is being written.
func (s *Store) Size() (int64, error) {
	if s.folder == "" {
		return 0, nil
	}
	info, err := os.Stat(filepath.Join(s.folder, graphName))
	if err != nil {
		return 0, err
	}
	return info.Size(), nil
}
