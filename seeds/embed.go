package seeds

import "embed"

// Files is the seed graph: a folder a kind, a file an entity.
//
//go:embed countries events organisations people projects regions reports sources themes
var Files embed.FS
