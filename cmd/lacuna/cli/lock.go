package cli

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/urfave/cli/v2"

	"lacuna/analyzer/ledger"
	"lacuna/checklists"
)

// lockFor makes the inputs of a run as a lock file in a folder holds them: args
// are what the user named, and d is the dossier that they gave.
func (b *bench) lockFor(folder string, args []string, d *dossier) (ledger.Inputs, error) {
	h := b.header()
	in := ledger.Inputs{Tool: h.Tool, Checklist: h.Checklist, Lexicons: h.Lexicons, LexiconFiles: lexiconHashes(),
		Flags: b.lockedFlags(folder), Arguments: []string{},
		Dossier: ledger.Dossier{Name: d.name, Jurisdiction: d.jurisdiction, ISO3: d.iso3}}
	var err error
	if in.Build, err = programHash(); err != nil {
		return in, err
	}
	for _, arg := range args {
		in.Arguments = append(in.Arguments, relative(folder, arg))
	}
	for _, text := range d.inputs {
		if info, err := os.Stat(text.path); text.data != nil || err == nil && !info.Mode().IsRegular() || text.path == "-" {
			return in, usage("a lock file needs texts in files: %s is none", text.said.Name)
		}
		data, err := os.ReadFile(text.path)
		if err != nil {
			return in, unread(fmt.Errorf("cannot read %s: %w", text.path, plain(err)))
		}
		said := text.said
		in.Texts = append(in.Texts, ledger.Text{Name: said.Name, File: relative(folder, text.path), SHA256: ledger.Hash(data),
			Title: said.Title, Language: said.Language, AsOf: said.AsOf, Official: said.Official, Majority: said.Majority,
			Source: said.MajoritySource, Amends: said.Amends})
	}
	return in, nil
}

// header says with what this run makes assessments.
func (b *bench) header() ledger.Assessment {
	return ledger.Assessment{Tool: ledger.Tool{Name: "lacuna", Version: Version},
		Checklist: ledger.Checklist{ID: b.Checklist.ID, Version: b.Checklist.Version, SHA256: b.Checklist.SHA256, Title: b.Checklist.Title},
		Lexicons:  ledger.Lexicons{SHA256: lexiconHash()}}
}

// programHash is the hash of the program's own file.
var programHash = sync.OnceValues(func() (string, error) {
	path, err := os.Executable()
	if err != nil {
		return "", fmt.Errorf("the program does not find its own file: %w", err)
	}
	data, err := os.ReadFile(path)
	return ledger.Hash(data), err
})

// lexiconHashes are the hashes of concepts and lexicons by the names of their files.
func lexiconHashes() map[string]string {
	sums := map[string]string{}
	files, _ := fs.Glob(checklists.FS, "lexicon/*.yaml") // fails on a malformed pattern only
	for _, f := range append(files, "concepts.yaml") {
		data, _ := fs.ReadFile(checklists.FS, f) // built in, and named by the file system itself
		sums[f] = ledger.Hash(data)
	}
	return sums
}

// indifferent are the flags that change no answer.
var indifferent = []string{"width", "no-cache"}

// givenFlags lists the flags of a command line that say how texts are judged,
// as --name=value, sorted.
func givenFlags(c *cli.Context) []string {
	given := []string{}
	for _, f := range textFlags() {
		if name := f.Names()[0]; !has(indifferent, name) && c.IsSet(name) {
			given = append(given, fmt.Sprintf("--%s=%v", name, c.Value(name)))
		}
	}
	slices.Sort(given)
	return given
}

// lockedFlags are the given flags with a checklist's file as seen from a folder.
func (b *bench) lockedFlags(folder string) []string {
	return eachChecklist(b.given, func(file string) string { return relative(folder, file) })
}

// eachChecklist changes the file of a checklist of the user's own among flags.
func eachChecklist(flags []string, change func(string) string) []string {
	out := slices.Clone(flags)
	for i, f := range out {
		if file, ok := strings.CutPrefix(f, "--checklist="); ok && !slices.Contains(checklists.Names(), file) {
			out[i] = "--checklist=" + change(file)
		}
	}
	return out
}

// relative is a path as seen from a folder, with forward slashes; the whole
// path where there is no way from one to the other.
func relative(folder, path string) string {
	from, err := filepath.Abs(folder)
	to, err2 := filepath.Abs(path)
	rel, err3 := filepath.Rel(from, to)
	if errors.Join(err, err2, err3) != nil {
		rel = path
	}
	return filepath.ToSlash(rel)
}

// seen is the path that relative made, from where the program runs.
func seen(folder, path string) string {
	if path = filepath.FromSlash(path); filepath.IsAbs(path) {
		return path
	}
	return filepath.Join(folder, path)
}

// lock writes the lock file of one assessment.
func (b *bench) lock(file string, args []string, d *dossier, a ledger.Assessment) error {
	in, err := b.lockFor(filepath.Dir(file), args, d)
	if err != nil {
		return err
	}
	return writeLock(file, in, a)
}

// writeLock writes a lock file.
func writeLock(file string, in ledger.Inputs, a ledger.Assessment) error {
	l, err := ledger.NewLock(in, a)
	if err != nil {
		return err
	}
	return writeJSON(file, l)
}

// writeJSON writes a file whole or not at all.
func writeJSON(file string, v any) error {
	var out bytes.Buffer
	if err := ledger.Encode(&out, v); err != nil {
		return err
	}
	if err := replace(file, out.Bytes()); err != nil {
		return usage("cannot write %s: %v", file, plain(err))
	}
	return nil
}

func readLock(file string) (*ledger.Lock, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("cannot read %s: %w", file, plain(err))
	}
	return ledger.ReadLock(file, data)
}
