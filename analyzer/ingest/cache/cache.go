// Package cache keeps what is slow to make anew in a folder for its owner's
// eyes alone: compiled programs, and the words read in pictures of pages.
package cache

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
)

// Folder is where things are kept; the empty Folder keeps nothing.
type Folder string

// User returns the folder of the one who runs the program: lacuna in the
// system's place for such things. It is empty where the system has none.
func User() Folder {
	dir, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return Folder(filepath.Join(dir, "lacuna"))
}

// Room returns the path of a folder inside, which is made if need be. It is an
// error where others than its owner may look into it or write there.
func (f Folder) Room(name string) (string, error) {
	dir := filepath.Join(string(f), name)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", err
	}
	for _, d := range []string{string(f), dir} {
		info, err := os.Lstat(d)
		if err != nil {
			return "", err
		}
		if !info.IsDir() || !private(info) {
			return "", fmt.Errorf("%s is not a folder of its owner alone", d)
		}
	}
	return dir, nil
}

// Key names what is kept by all that it was made from.
func Key(parts ...[]byte) string {
	h := sha256.New()
	for _, p := range parts {
		fmt.Fprintf(h, "%d:", len(p))
		h.Write(p)
	}
	return hex.EncodeToString(h.Sum(nil))
}

// Get returns what was kept under a key. What was changed since, or broke off
// while it was written, counts as not kept.
func (f Folder) Get(room, key string) (data []byte, ok bool) {
	if f == "" {
		return nil, false
	}
	dir, err := f.Room(room)
	if err != nil {
		return nil, false
	}
	sealed, err := os.ReadFile(filepath.Join(dir, key))
	if err != nil {
		return nil, false
	}
	sum, data, ok := bytes.Cut(sealed, []byte("\n"))
	return data, ok && string(sum) == Key(data)
}

// Put keeps data under a key.
func (f Folder) Put(room, key string, data []byte) error {
	if f == "" {
		return nil
	}
	dir, err := f.Room(room)
	if err != nil {
		return err
	}
	return replace(filepath.Join(dir, key), append([]byte(Key(data)+"\n"), data...))
}

// replace writes a file so that it is there wholly or not at all.
func replace(path string, data []byte) error {
	tmp, err := os.CreateTemp(filepath.Dir(path), ".new-")
	if err != nil {
		return err
	}
	_, err = tmp.Write(data)
	if shut := tmp.Close(); err == nil {
		err = shut
	}
	if err == nil {
		err = os.Rename(tmp.Name(), path)
	}
	if err != nil {
		os.Remove(tmp.Name())
	}
	return err
}
