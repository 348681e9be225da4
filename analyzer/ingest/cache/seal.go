package cache

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// sealName is the list of what a sealed room holds.
const sealName = "SHA256SUMS"

// Seal notes the content of every file that a room holds now.
func Seal(dir string) error {
	sums, err := sums(dir)
	if err != nil {
		return err
	}
	return replace(filepath.Join(dir, sealName), []byte(sums))
}

// Open empties a room unless it holds exactly what it held when it was sealed,
// and reports whether it does.
func Open(dir string) (whole bool, err error) {
	kept, err := os.ReadFile(filepath.Join(dir, sealName))
	if err == nil {
		now, err := sums(dir)
		if err == nil && now == string(kept) {
			return true, nil
		}
	}
	entries, err := os.ReadDir(dir)
	for _, e := range entries {
		if gone := os.RemoveAll(filepath.Join(dir, e.Name())); err == nil {
			err = gone
		}
	}
	return false, err
}

// sums lists the files of a folder, each with the hash of its content.
func sums(dir string) (string, error) {
	var list strings.Builder
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || d.Name() == sealName {
			return err
		}
		data, err := os.ReadFile(path)
		name, _ := filepath.Rel(dir, path)
		list.WriteString(Key(data) + "  " + filepath.ToSlash(name) + "\n")
		return err
	})
	return list.String(), err
}
