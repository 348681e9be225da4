package cache

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

func TestWhatIsKeptComesBack(t *testing.T) {
	f := Folder(filepath.Join(t.TempDir(), "lacuna"))
	key := Key([]byte("picture"), []byte("eng"))
	if _, ok := f.Get("ocr", key); ok {
		t.Error("an empty folder holds something")
	}
	if err := f.Put("ocr", key, []byte("two\nlines")); err != nil {
		t.Fatal(err)
	}
	if data, ok := f.Get("ocr", key); !ok || string(data) != "two\nlines" {
		t.Errorf("got %q, %v", data, ok)
	}
	path := filepath.Join(string(f), "ocr", key)
	for _, changed := range []string{"", "no hash", "two\nlines", "00\ntwo\nlines"} {
		if err := os.WriteFile(path, []byte(changed), 0o600); err != nil {
			t.Fatal(err)
		}
		if data, ok := f.Get("ocr", key); ok {
			t.Errorf("a file that was changed to %q gave %q", changed, data)
		}
	}
	if Key([]byte("a"), []byte("bc")) == Key([]byte("ab"), []byte("c")) {
		t.Error("keys do not tell their parts apart")
	}
}

func TestTheEmptyFolderKeepsNothing(t *testing.T) {
	if err := Folder("").Put("ocr", "key", []byte("x")); err != nil {
		t.Error(err)
	}
	if _, ok := Folder("").Get("ocr", "key"); ok {
		t.Error("it kept something")
	}
}

func TestFoldersAreTheirOwnersAlone(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("rights are of another kind there")
	}
	f := Folder(filepath.Join(t.TempDir(), "lacuna"))
	dir, err := f.Room("ocr")
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range []string{string(f), dir} {
		if info, err := os.Stat(d); err != nil || info.Mode().Perm() != 0o700 {
			t.Errorf("%s has rights %v", d, info.Mode())
		}
	}
	if err := os.Chmod(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	if _, err := f.Room("ocr"); err == nil {
		t.Error("a folder that others can read was used")
	}
	if err := f.Put("ocr", "key", []byte("x")); err == nil {
		t.Error("it was written to a folder that others can read")
	}
}

func TestASealedRoomIsEmptiedWhenItChanged(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "code")
	write := func(text string) {
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("machine code")
	if err := Seal(dir); err != nil {
		t.Fatal(err)
	}
	if whole, err := Open(dir); !whole || err != nil {
		t.Errorf("a sealed room: %v, %v", whole, err)
	}
	write("other code")
	if whole, err := Open(dir); whole || err != nil {
		t.Errorf("a changed room: %v, %v", whole, err)
	}
	if _, err := os.Stat(file); !os.IsNotExist(err) {
		t.Errorf("what was changed is still there: %v", err)
	}
}
