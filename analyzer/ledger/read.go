package ledger

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"lacuna/analyzer/coverage"
)

// Saved is an assessment that was read back from a file.
type Saved struct {
	Assessment
	File string          // as the user named it
	raw  json.RawMessage // what was read, with fields of newer versions too, in one line
}

// Load reads the assessments of files, and of the files NAME.json in folders in
// the order of their names. Those that could be read are returned also where
// others could not: the error then joins one sentence for each file.
func Load(paths ...string) ([]*Saved, error) {
	var all []*Saved
	var faults []error
	for _, path := range paths {
		files, err := assessmentFiles(path)
		if err != nil {
			faults = append(faults, err)
			continue
		}
		for _, file := range files {
			data, err := os.ReadFile(file)
			if err != nil {
				faults = append(faults, fmt.Errorf("cannot read %s: %w", file, cause(err)))
				continue
			}
			saved, err := Read(file, data)
			all, faults = append(all, saved...), append(faults, err)
		}
	}
	return all, errors.Join(faults...)
}

// assessmentFiles lists a file itself, or the assessments of a folder.
func assessmentFiles(path string) ([]string, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, fmt.Errorf("cannot read %s: %w", path, cause(err))
	}
	if !info.IsDir() {
		return []string{path}, nil
	}
	entries, err := os.ReadDir(path)
	if err != nil {
		return nil, fmt.Errorf("cannot read %s: %w", path, cause(err))
	}
	var files []string
	for _, e := range entries {
		if name := e.Name(); e.Type().IsRegular() && strings.HasSuffix(name, ".json") && !strings.HasPrefix(name, ".") {
			files = append(files, filepath.Join(path, name))
		}
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("the folder %s holds no assessment", path)
	}
	return files, nil
}

// cause is a file error without the path, which the sentence names already.
func cause(err error) error {
	if p, ok := errors.AsType[*fs.PathError](err); ok {
		return p.Err
	}
	return err
}

// Holds reports whether data looks like one or more saved assessments.
func Holds(data []byte) bool {
	var head struct {
		Schema string `json:"schema"`
	}
	return bytes.HasPrefix(bytes.TrimSpace(data), []byte("{")) && json.Unmarshal(data, &head) == nil &&
		slices.Contains([]string{SchemaOne, SchemaMany}, head.Schema)
}

// Read reads the assessments that a file holds: one, or several in one object.
// An error names the file and the place: what is no JSON, another schema, an
// answer that does not exist.
func Read(file string, data []byte) ([]*Saved, error) {
	var head many[json.RawMessage]
	if err := json.Unmarshal(data, &head); err != nil {
		return nil, fmt.Errorf("%s is no saved assessment: %w", file, place(data, err))
	}
	switch head.Schema {
	case SchemaOne:
		head.Assessments = []json.RawMessage{data}
	case SchemaMany:
	default:
		return nil, fmt.Errorf("%s is no saved assessment that this version reads: its schema is %q, not %s or %s",
			file, head.Schema, SchemaOne, SchemaMany)
	}
	var all []*Saved
	for i, raw := range head.Assessments {
		s, err := readOne(raw)
		if err != nil {
			return nil, fmt.Errorf("%s: assessment %d: %w", file, i+1, err)
		}
		s.File = file
		all = append(all, s)
	}
	return all, nil
}

func readOne(data []byte) (*Saved, error) {
	s := &Saved{}
	if err := json.Unmarshal(data, &s.Assessment); err != nil {
		return nil, err
	}
	var flat bytes.Buffer
	if err := json.Compact(&flat, data); err != nil {
		return nil, err
	}
	s.raw = flat.Bytes()
	if s.Dossier.Name == "" && len(s.Texts) > 0 {
		s.Dossier.Name = s.Texts[0].ID
	}
	return s, s.check()
}

// place says in which line of a file JSON goes wrong.
func place(data []byte, err error) error {
	if s, ok := errors.AsType[*json.SyntaxError](err); ok {
		return fmt.Errorf("line %d: %w", 1+bytes.Count(data[:s.Offset], []byte("\n")), err)
	}
	return err
}

// check refuses answers that do not exist, so that nobody counts them.
func (a *Assessment) check() error {
	if a.Schema != SchemaOne {
		return fmt.Errorf("its schema is %q, not %s", a.Schema, SchemaOne)
	}
	for _, it := range a.Items {
		switch it.Status {
		case coverage.Covered, coverage.PartlyCovered, coverage.Gap, coverage.NotKnown:
		default:
			return fmt.Errorf("item %s: there is no status %q", it.ID, it.Status)
		}
		for _, e := range it.Elements {
			switch e.Value {
			case coverage.Yes, coverage.Partial, coverage.No, coverage.Unknown:
			default:
				return fmt.Errorf("item %s, element %s: there is no value %q", it.ID, e.ID, e.Value)
			}
		}
	}
	return nil
}
