package ledger

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
)

// Merge puts assessments that were made apart into one order, whatever the
// order in which they come: by dossier, then checklist, version and bytes. An
// assessment that stands there twice, byte for byte, is kept once; nothing
// else is left out.
func Merge(all []*Saved) []*Saved {
	out := slices.Clone(all)
	slices.SortStableFunc(out, func(a, b *Saved) int {
		return cmp.Or(
			cmp.Compare(a.Dossier.Name, b.Dossier.Name),
			cmp.Compare(a.Checklist.ID, b.Checklist.ID),
			cmp.Compare(a.Checklist.Version, b.Checklist.Version),
			bytes.Compare(a.raw, b.raw))
	})
	return slices.CompactFunc(out, func(a, b *Saved) bool { return bytes.Equal(a.raw, b.raw) })
}

// WriteMerged writes saved assessments as one object of the shape SchemaMany,
// each with all the fields that its file has.
func WriteMerged(w io.Writer, all []*Saved) error {
	raws := make([]json.RawMessage, len(all))
	for i, s := range all {
		raws[i] = s.raw
	}
	return writeMany(w, raws)
}

// Mixed says in plain sentences why assessments do not belong together: what
// Unlike says, and that two differ on the same dossier. It returns none where they
// do. They come in Merge's order.
func Mixed(all []*Saved) []string {
	out := Unlike(all)
	for i, s := range all {
		if i > 0 && s.Dossier.Name == all[i-1].Dossier.Name && s.Checklist == all[i-1].Checklist {
			out = append(out, fmt.Sprintf("there are two different assessments of the dossier %q, in %s and %s", s.Dossier.Name, all[i-1].File, s.File))
		}
	}
	return out
}

// Unlike says in plain sentences why assessments may answer otherwise although
// the law is the same: they answer different checklists or states of one, or were
// made by different versions of the program or with other lexicons.
func Unlike(all []*Saved) []string {
	var out []string
	for _, kind := range []struct {
		what string
		of   func(*Saved) string
	}{
		{"answer different checklists", func(s *Saved) string { return s.Checklist.ID + " " + s.Checklist.Version + short(s.Checklist.SHA256) }},
		{"were made by different versions of the program", func(s *Saved) string { return s.Tool.Name + " " + s.Tool.Version }},
		{"were made with different lexicons", func(s *Saved) string { return "lexicons" + short(s.Lexicons.SHA256) }},
	} {
		if said := tally(all, kind.of); said != "" {
			out = append(out, fmt.Sprintf("the assessments %s: %s", kind.what, said))
		}
	}
	return out
}

// tally counts what assessments say, with a file for each answer; empty where
// all say the same.
func tally(all []*Saved, of func(*Saved) string) string {
	count, file := map[string]int{}, map[string]string{}
	var keys []string
	for _, s := range all {
		key := of(s)
		if count[key]++; count[key] == 1 {
			keys, file[key] = append(keys, key), s.File
		}
	}
	if len(keys) < 2 {
		return ""
	}
	slices.Sort(keys)
	for i, key := range keys {
		keys[i] = fmt.Sprintf("%s in %d (%s)", key, count[key], file[key])
	}
	return strings.Join(keys, "; ")
}

// short shows the beginning of a hash.
func short(sum string) string {
	if sum == "" {
		return ""
	}
	return " [" + sum[:min(len(sum), 8)] + "]"
}
