package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"

	"lacuna/analyzer"
	"lacuna/analyzer/amend"
	"lacuna/analyzer/compare"
	"lacuna/analyzer/document"
	acts "lacuna/analyzer/dossier"
	"lacuna/analyzer/ledger"
	"lacuna/analyzer/report"
	"lacuna/corpora"
)

// side is one dossier to be compared: judged now, or saved before.
type side struct {
	compare.Column
	judged  *analyzer.Dossier  // nil for a saved assessment
	given   []*document.Source // the texts that were given
	sources []*document.Source // those and the texts as amended
	amended []amend.Amendment  // what amending acts made of an old side; nil where it was given whole
	saved   *ledger.Saved      // nil for one judged now
}

// as is the side as a comparison of old and new takes it.
func (x side) as() compare.Side {
	out := compare.Side{Name: x.Name, Matrix: &x.Matrix, Amended: x.amended}
	if x.judged != nil {
		out.Documents, out.Facts = append([]*document.Document{}, x.judged.InForce...), x.judged.Facts
	}
	return out
}

// sides judges what an argument names: a text, a dossier, a folder of texts, or
// saved assessments, of which a file or folder may hold several.
func (s *session) sides(arg string, b *bench) ([]side, error) {
	if saved, ok := savedIn(arg); ok {
		all, err := ledger.Load(saved...)
		var out []side
		for _, a := range all {
			out = append(out, side{Column: compare.Column{Name: a.Dossier.Name, Jurisdiction: a.Dossier.Jurisdiction, Matrix: a.Matrix}, saved: a})
		}
		if err != nil {
			err = unread(err)
		}
		return out, err
	}
	d, sources, err := s.collect([]string{arg}, b)
	if len(sources) == 0 {
		return nil, err
	}
	if info, err := os.Stat(arg); err == nil && info.IsDir() && d.jurisdiction == "" {
		d.name = filepath.Base(filepath.Clean(arg)) // a folder of texts has its own name
	}
	return []side{s.stand(b, d, sources)}, err
}

// stand judges the sources of a dossier.
func (s *session) stand(b *bench, d *dossier, sources []*document.Source) side {
	s.progress("judging %s", d.name)
	judged := analyzer.Analyze(sources, b.Options)
	s.progress("")
	s.warnOfLanguages(b, judged.Matrix.Texts)
	return side{compare.Column{Name: d.name, Jurisdiction: d.jurisdiction, Matrix: *judged.Matrix}, judged, sources, judged.Sources(), nil, nil}
}

// likened says how the saved ones among sides were made otherwise than each
// other, or than this run makes them. It is an error that names the elements that
// not all sides answer, as they were held against different checklists: these are
// left out.
func (s *session) likened(b *bench, all []side) error {
	var made []*ledger.Saved
	var columns []compare.Column
	for _, x := range all {
		if columns = append(columns, x.Column); x.saved != nil {
			made = append(made, x.saved)
		}
	}
	for _, sentence := range ledger.Unlike(append(made, &ledger.Saved{File: "this run", Assessment: b.header()})) {
		s.warn("%s", sentence)
	}
	var faults []error
	for _, x := range all {
		if left := x.Unanswered(columns); len(left) > 0 {
			faults = append(faults, unread(fmt.Errorf("%s does not answer %d of the elements, which are left out: %s", x.file(), len(left), strings.Join(left, ", "))))
		}
	}
	return errors.Join(faults...)
}

// file names where a side comes from.
func (x side) file() string {
	if x.saved != nil {
		return x.saved.File
	}
	return x.Name
}

// savedIn lists the saved assessments that an argument names: a file, or those of
// a folder that holds no dossier.
func savedIn(arg string) ([]string, bool) {
	files := []string{arg}
	if info, err := os.Stat(arg); err == nil && info.IsDir() {
		if _, err := os.Stat(filepath.Join(arg, acts.FileName)); err == nil {
			return nil, false
		}
		files, _ = filepath.Glob(filepath.Join(arg, "*.json")) // fails on a malformed pattern only
	}
	var out []string
	for _, file := range files {
		if strings.EqualFold(filepath.Ext(file), ".json") {
			if data, err := os.ReadFile(file); err == nil && ledger.Holds(data) {
				out = append(out, file)
			}
		}
	}
	return out, len(out) > 0
}

// library judges what a folder holds, each text, dossier and assessment by
// itself; without a folder, the sample codes.
func (s *session) library(args []string, b *bench) ([]side, error) {
	var out []side
	var faults []error
	if len(args) == 0 {
		for _, sample := range corpora.Samples() {
			d := &dossier{name: sample.Name, inputs: []input{{path: sample.File(), said: acts.Said{Name: sample.Name, Title: sample.Title}, data: sample.Text}}}
			sources, err := s.readDossier(d, b)
			out, faults = append(out, s.stand(b, d, sources)), append(faults, err)
		}
		return out, errors.Join(faults...)
	}
	for _, arg := range args {
		for _, path := range shelved(arg) {
			list, err := s.sides(path, b)
			out, faults = append(out, list...), append(faults, err)
		}
	}
	return out, errors.Join(faults...)
}

// shelved lists what stands in a folder of texts, dossiers and assessments; a
// file and a dossier's folder stand for themselves.
func shelved(path string) []string {
	entries, err := os.ReadDir(path)
	if _, listed := os.Stat(filepath.Join(path, acts.FileName)); err != nil || listed == nil {
		return []string{path}
	}
	var out []string
	for _, e := range entries {
		if name := e.Name(); !strings.HasPrefix(name, ".") && !strings.HasSuffix(name, "provenance.json") {
			out = append(out, filepath.Join(path, name))
		}
	}
	return out
}

// taken gives the columns and sources of sides, each column under a name of its own.
func taken(list []side) ([]compare.Column, [][]*document.Source) {
	var columns []compare.Column
	var sources [][]*document.Source
	names := map[string]bool{}
	for _, x := range list {
		x.Name = free(x.Name, names)
		columns, sources = append(columns, x.Column), append(sources, x.sources)
	}
	return columns, sources
}

// outputFlags choose the format of what is printed or written.
func outputFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "format", Aliases: []string{"f"}, Value: "table", Usage: "`FORMAT` of what is printed: " + strings.Join(report.FormatNames(), ", ")},
		&cli.StringSliceFlag{Name: "output", Aliases: []string{"o"}, Usage: "write `FORMAT=FILE`; may be repeated"},
	}
}

// putAll writes a result in every format that was asked for.
func putAll[T any](s *session, c *cli.Context, b *bench, outs []target, writers []report.Writer[T], result *T) error {
	var faults []error
	for _, o := range outs {
		writer := report.FindWriter(writers, o.format.Name)
		faults = append(faults, s.put(o.file, c.Int("width"), func(w io.Writer, l report.Options) error {
			l.Words = b.words
			return writer.Write(w, result, l)
		}))
	}
	return errors.Join(faults...)
}
