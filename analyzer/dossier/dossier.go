// Package dossier reads several acts as one: dossier files, which say what the
// texts do not say of themselves, and which acts are missing from the set.
package dossier

import (
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"go.yaml.in/yaml/v4"

	"lacuna/analyzer/datafile"
)

// Dossier is the acts of one country that are read together, as a dossier file
// lists them.
type Dossier struct {
	Name         string // the file's stem or, of a dossier.yaml, the name of its folder
	Jurisdiction string
	ISO3         string
	Texts        []Text // in the file's order, without those that are not there
	Missing      error  // which files are not there, datafile.Faults; nil where all are
}

// Text is one act of a dossier.
type Text struct {
	File string // as it can be opened
	Said
}

// Said is what a text does not say of itself. Empty is not said.
type Said struct {
	Name           string // short name, which evidence cites
	Title          string
	Language       string // ISO 639-1
	AsOf           string // date of the wording, YYYY-MM-DD
	Official       string // one of Officials
	Majority       int    // age of majority in years
	MajoritySource string // the law that sets it
	Amends         string // short name of the act that this one amends
}

// Officials are the kinds of texts that "official" tells apart.
var Officials = []string{"official", "translation", "unknown"}

// The ages between which an age of majority lies, in years.
const (
	LeastMajority = 10
	MostMajority  = 30
)

// FileName is the name under which a folder keeps its dossier.
const FileName = "dossier.yaml"

var (
	textKeys     = []string{"file", "name", "title", "language", "as_of", "official", "majority", "majority_source", "amends"}
	languageCode = regexp.MustCompile(`^[a-z]{2}$`)
)

// Read reads a dossier file and finds its texts, which stand beside it or where
// their paths lead. All that is wrong is in the error, datafile.Faults, each with
// line and column: unknown keys, one short name for two texts, acts that amend
// each other in a circle. That a file is not there is said apart, in Missing, for
// the others can still be read.
func Read(path string, data []byte) (*Dossier, error) {
	d := &Dossier{Name: nameOf(path)}
	r, root := datafile.Open(path, data)
	if root == nil {
		return d, r.Err()
	}
	f := r.Fields(root, "a dossier", 1, "texts", "jurisdiction", "iso3", "language", "majority", "majority_source")
	d.Jurisdiction, d.ISO3 = r.Text(f["jurisdiction"], "jurisdiction"), r.Text(f["iso3"], "iso3")
	missing, _ := datafile.Open(path, data)
	l := &list{Reader: r, missing: missing, folder: filepath.Dir(path), named: map[string]*yaml.Node{}, amends: map[string]*yaml.Node{}}
	all := l.said(f, Said{})
	for _, n := range r.List(f["texts"], "texts") {
		if t, ok := l.text(n, all); ok {
			d.Texts = append(d.Texts, t)
		}
	}
	l.circles()
	d.Missing = missing.Err()
	return d, r.Err()
}

// nameOf is the name of a dossier by its file.
func nameOf(path string) string {
	if full, err := filepath.Abs(path); err == nil && filepath.Base(path) == FileName {
		return filepath.Base(filepath.Dir(full))
	}
	return strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
}

// list reads the texts of one dossier file.
type list struct {
	*datafile.Reader
	missing *datafile.Reader // of files that are not there
	folder  string
	named   map[string]*yaml.Node // short names and where they stand
	amends  map[string]*yaml.Node // by short name of the amending act
}

// text reads the entry of one text. It is not ok where the entry cannot be used.
func (l *list) text(n *yaml.Node, all Said) (Text, bool) {
	f := l.Fields(n, "a text", 1, textKeys...)
	t := Text{Said: l.said(f, all)}
	t.Name, t.Title = l.Text(f["name"], "name"), l.Text(f["title"], "title")
	if first := l.named[t.Name]; first != nil && t.Name != "" {
		l.Fault(datafile.Target(f["name"]), "the short name %q is that of another text, in line %d: give each its own, so that a citation tells them apart", t.Name, first.Line)
		return t, false
	}
	if t.Name != "" {
		l.named[t.Name] = datafile.Target(f["name"])
	}
	if t.Amends = l.Text(f["amends"], "amends"); t.Amends != "" {
		l.amends[t.Name] = datafile.Target(f["amends"])
		if t.Name == "" {
			l.Fault(datafile.Target(f["amends"]), "a text that amends another needs a short name")
		}
	}
	file := l.Text(f["file"], "file")
	if file == "" {
		return t, false
	}
	t.File = filepath.Join(l.folder, file)
	if filepath.IsAbs(file) {
		t.File = file
	}
	if info, err := os.Stat(t.File); err != nil {
		l.missing.Fault(datafile.Target(f["file"]), "there is no file %s", t.File).DidYouMean = l.near(file)
		return t, false
	} else if info.IsDir() {
		l.missing.Fault(datafile.Target(f["file"]), "%s is a folder, not a text", t.File)
		return t, false
	}
	return t, true
}

// near is a file of the same folder with nearly that name.
func (l *list) near(file string) string {
	entries, err := os.ReadDir(filepath.Join(l.folder, filepath.Dir(file)))
	if err != nil {
		return ""
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	name, _ := datafile.Nearest(filepath.Base(file), names)
	if name == "" {
		return ""
	}
	return filepath.ToSlash(filepath.Join(filepath.Dir(file), name))
}

// said reads what may stand for one text or for all.
func (l *list) said(f map[string]*yaml.Node, all Said) Said {
	s := all
	if n := f["language"]; n != nil {
		if s.Language = l.Text(n, "language"); s.Language != "" && !languageCode.MatchString(s.Language) {
			l.Fault(datafile.Target(n), "language takes a code of two small letters (en, fr, es …), not %q", s.Language)
		}
	}
	if n := f["as_of"]; n != nil {
		if s.AsOf = l.Text(n, "as_of"); s.AsOf != "" {
			if _, err := time.Parse(time.DateOnly, s.AsOf); err != nil {
				l.Fault(datafile.Target(n), "as_of takes a date as YYYY-MM-DD, not %q", s.AsOf)
			}
		}
	}
	if n := f["official"]; n != nil {
		s.Official = l.Choice(n, "official", Officials)
	}
	if n := f["majority"]; n != nil {
		years, err := strconv.Atoi(l.Text(n, "majority"))
		if err != nil || years < LeastMajority || years > MostMajority {
			l.Fault(datafile.Target(n), "majority takes an age in years, from %d to %d, not %q", LeastMajority, MostMajority, datafile.Target(n).Value)
		}
		s.Majority, s.MajoritySource = years, ""
	}
	if n := f["majority_source"]; n != nil {
		if s.MajoritySource = l.Text(n, "majority_source"); s.Majority == 0 {
			l.Fault(datafile.Target(n), "majority_source names the law that sets the majority, but no majority is given")
		}
	}
	return s
}

// circles finds acts that amend what is not there, and acts that amend each
// other in a circle, so that none of them comes first.
func (l *list) circles() {
	of := map[string]string{}
	for name, n := range l.amends {
		if of[name] = n.Value; l.named[n.Value] == nil {
			l.Unknown(n, "short name of an amended act", slices.Sorted(maps.Keys(l.named)))
		}
	}
	told := map[string]bool{}
	for _, start := range slices.Sorted(maps.Keys(of)) {
		chain := []string{start}
		for at := of[start]; at != "" && !told[at] && len(chain) <= len(of); at = of[at] {
			if chain = append(chain, at); at != start {
				continue
			}
			for _, name := range chain {
				told[name] = true
			}
			l.Fault(l.amends[start], "these acts amend each other in a circle, so that none comes first: %s", strings.Join(chain, " → "))
			break
		}
	}
}
