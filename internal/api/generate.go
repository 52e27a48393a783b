package api

// gqlgen looks for its configuration upwards from here and reads the paths in it from there.
//go:generate go tool gqlgen generate
