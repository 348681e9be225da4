package dossier

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"go.yaml.in/yaml/v4"

	"lacuna/analyzer/document"
	"lacuna/analyzer/lexicon"
)

//go:embed acts.yaml
var actsTable []byte

// kind is an act in which a subject usually stands, and how titles name it.
type kind struct {
	Act    string
	Titles []string
}

// kinds reads the table of acts, which is built in, once.
var kinds = sync.OnceValue(func() map[string][]string {
	var rows []kind
	if err := yaml.Load(actsTable, &rows); err != nil {
		panic("analyzer/dossier/acts.yaml: " + err.Error()) // the tests load it
	}
	out := map[string][]string{}
	for _, r := range rows {
		out[r.Act] = r.Titles
	}
	return out
})

// Lacking lists those of the acts, named as a checklist names them, of which
// none of the texts is one by its title or short name.
func Lacking(acts []string, texts []*document.Document) []string {
	var out []string
	for _, act := range acts {
		if !slices.ContainsFunc(texts, func(d *document.Document) bool { return is(act, d.Title+" "+d.ID) }) {
			out = append(out, act)
		}
	}
	return out
}

// is reports whether a title is one of the act. An act that the table does not
// hold is known by the long words of its name.
func is(act, title string) bool {
	title = plain(title)
	names, known := kinds()[act]
	if !known {
		names = []string{strings.Join(slices.DeleteFunc(strings.Fields(act), func(w string) bool { return len(w) < 4 }), " + ")}
	}
	return slices.ContainsFunc(names, func(name string) bool {
		for part := range strings.SplitSeq(name, " + ") {
			if !strings.Contains(title, plain(part)) {
				return false
			}
		}
		return true
	})
}

// plain levels a title: small letters, and the names of files are words.
func plain(title string) string {
	return strings.NewReplacer("’", "'", "_", " ").Replace(lexicon.Fold(title))
}
