package ledger

import (
	"bytes"
	"strings"
	"testing"
)

// FuzzFiles reads anything as saved assessments and as a lock file: it is read
// whole and can be written again, or an error names the file.
func FuzzFiles(f *testing.F) {
	var one bytes.Buffer
	if err := Encode(&one, made("ken", "1", "yes")); err != nil {
		f.Fatal(err)
	}
	for _, seed := range []string{one.String(), `{"schema": "lacuna/assessments/1", "assessments": [null, {}, 1]}`, `{"schema": "lacuna/lock/1", "answers": [{"element": ""}]}`, "{", "[[", ""} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		saved, err := Read("x.json", data)
		if err != nil && !strings.HasPrefix(err.Error(), "x.json") {
			t.Errorf("the error names no file: %v", err)
		}
		var out bytes.Buffer
		if err := WriteMerged(&out, Merge(saved)); err != nil {
			t.Errorf("what was read cannot be written: %v", err)
		}
		if again, err := Read("y.json", out.Bytes()); err != nil || len(again) > len(saved) {
			t.Errorf("what was written cannot be read: %v", err)
		}
		if lock, err := ReadLock("x.lock", data); err == nil {
			lock.Turned(lock)
			if !lock.Same(&lock.Inputs) {
				t.Error("a lock differs from itself")
			}
		}
	})
}
