package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"github.com/urfave/cli/v2"

	"lacuna/analyzer/document"
	acts "lacuna/analyzer/dossier"
	"lacuna/analyzer/ingest"
	"lacuna/analyzer/ingest/build"
	"lacuna/corpora"
)

// input is one file to read and what the user or a dossier says of it.
type input struct {
	path string
	said acts.Said
	data []byte // of a sample, which is built in
}

// dossier is the acts of one country that are read together.
type dossier struct {
	name         string
	jurisdiction string
	iso3         string
	inputs       []input
	unread       map[string]string // what could not be read, and why, by name
}

// miss notes that a text of the dossier could not be read.
func (d *dossier) miss(name, why string) {
	if d.unread == nil {
		d.unread = map[string]string{}
	}
	d.unread[name] = why
}

// missAll notes why the texts of one input could not be read: all of it, or
// files of an archive.
func (d *dossier) missAll(in input, err error, whole bool) {
	var e *ingest.Error
	if many, ok := err.(interface{ Unwrap() []error }); ok {
		for _, one := range many.Unwrap() {
			d.missAll(in, one, whole)
		}
	} else if errors.As(err, &e) && !whole {
		d.miss(strings.TrimPrefix(e.Path, in.path+"/"), e.Reason)
	} else if errors.As(err, &e) {
		d.miss(in.said.Name, e.Reason)
	} else if err != nil {
		d.miss(in.said.Name, err.Error())
	}
}

// gather lists the files that the arguments name: files, folders with a
// dossier.yaml, other folders, dossier files; without arguments, a sample.
// Every input gets a name of its own.
func gather(args []string) (*dossier, error) {
	d := &dossier{}
	if len(args) == 0 {
		sample, err := corpora.Find(firstSample)
		if err != nil {
			return d, err
		}
		d.inputs = []input{{path: sample.File(), said: acts.Said{Title: sample.Title}, data: sample.Text}}
	}
	var faults []error
	for _, arg := range args {
		if err := d.add(arg); err != nil {
			faults = append(faults, unread(err))
			d.miss(stem(arg), "not all of its files are there")
		}
	}
	d.nameAll()
	return d, errors.Join(faults...)
}

// add takes in one argument. A file is opened only when its turn comes.
func (d *dossier) add(arg string) error {
	info, err := os.Stat(arg)
	switch {
	case err == nil && info.IsDir():
		list := filepath.Join(arg, acts.FileName)
		if _, err := os.Stat(list); err == nil {
			return d.addDossier(list)
		}
		if ingest.IsPictures(arg) { // one text, page by page
			d.inputs = append(d.inputs, input{path: arg})
			return nil
		}
		return d.addFolder(arg)
	case err == nil && has([]string{".yaml", ".yml"}, strings.ToLower(filepath.Ext(arg))):
		return d.addDossier(arg)
	}
	d.inputs = append(d.inputs, input{path: arg})
	return nil
}

// addFolder takes in the texts of a folder in the order of their names.
func (d *dossier) addFolder(folder string) error {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return fmt.Errorf("cannot read %s: %w", folder, plain(err))
	}
	before := len(d.inputs)
	for _, e := range entries {
		if isText(e) {
			d.inputs = append(d.inputs, input{path: filepath.Join(folder, e.Name())})
		}
	}
	if len(d.inputs) == before {
		return fmt.Errorf("the folder %s holds no text", folder)
	}
	return nil
}

// isText tells the texts of a folder from hidden files and records of where a
// text comes from.
func isText(e fs.DirEntry) bool {
	return e.Type().IsRegular() && !strings.HasPrefix(e.Name(), ".") && !strings.HasSuffix(e.Name(), "provenance.json")
}

// stem is a file's name without folder and ending.
func stem(path string) string {
	return strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
}

// addDossier takes in the texts that a dossier file lists. Where nothing but
// files are wrong that are not there, the others are taken in.
func (d *dossier) addDossier(path string) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return fmt.Errorf("cannot read %s: %w", path, plain(err))
	}
	file, err := acts.Read(path, data)
	if err != nil {
		return fmt.Errorf("the dossier %s has faults, and none of its texts is read\n%w", path, errors.Join(err, file.Missing))
	}
	d.name, d.jurisdiction, d.iso3 = build.Clean(file.Name), file.Jurisdiction, file.ISO3
	for _, t := range file.Texts {
		d.inputs = append(d.inputs, input{path: t.File, said: t.Said})
	}
	if file.Missing != nil {
		return fmt.Errorf("the dossier %s names what is not there; its other texts are read\n%w", path, file.Missing)
	}
	return nil
}

// nameAll gives each input its name, the file's stem where none was said, and
// tells equal names apart by a number.
func (d *dossier) nameAll() {
	taken := map[string]bool{}
	for i := range d.inputs {
		in := &d.inputs[i]
		name := in.said.Name
		if in.path == "-" {
			name = "stdin"
		}
		in.said.Name = free(cmp.Or(name, build.Clean(stem(in.path)), "text"), taken)
	}
	if d.name == "" && len(d.inputs) > 0 {
		d.name = d.inputs[0].said.Name
	}
}

// free returns a name, with a number where it is taken already, and takes it.
func free(name string, taken map[string]bool) string {
	out := name
	for n := 2; taken[out]; n++ {
		out = fmt.Sprintf("%s-%d", name, n)
	}
	taken[out] = true
	return out
}

// plain is the reason of a file error without the path, which the message names already.
func plain(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	var l *os.LinkError
	if errors.As(err, &l) {
		return l.Err
	}
	return err
}

// read reads one input, an archive's texts one by one; "-" is the standard input.
func (s *session) read(ctx context.Context, in input, lim ingest.Limits) ([]*document.Source, error) {
	lim.Progress = s.pictures(in.path)
	files, readAll := ingest.Files, ingest.ReadAll
	if s.readers != nil {
		files, readAll = s.readers.Files, s.readers.ReadAll
	}
	if in.data != nil { // built in, and trusted
		return ingest.ReadAll(ctx, in.path, in.data, lim)
	}
	if in.path != "-" {
		return files(ctx, in.path, lim)
	}
	data, err := io.ReadAll(io.LimitReader(s.stdin, lim.OrDefault().Bytes+1))
	if err != nil {
		return nil, fmt.Errorf("cannot read the standard input: %w", err)
	}
	return readAll(ctx, "stdin", data, lim)
}

// pictures returns what says on a terminal how many pictures of pages of a file
// are read, and how long the others will take.
func (s *session) pictures(path string) func(done, total int) {
	var began time.Time
	return func(done, total int) {
		if done == 0 {
			began = time.Now()
			return
		}
		left := time.Since(began) / time.Duration(done) * time.Duration(total-done)
		s.progress("%s: %d of %d pictures of pages read, about %v left", path, done, total, left.Round(time.Second))
	}
}

// breakable returns a context that ends when the user breaks the program off:
// programs that were started end with it. After stop the program itself does.
func breakable() (ctx context.Context, stop context.CancelFunc) {
	return signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
}

// readOne reads a file that a command takes, which must hold one text.
func (s *session) readOne(c *cli.Context, path string) (*document.Source, error) {
	lim, err := limits(c)
	if err != nil {
		return nil, err
	}
	ctx, stop := breakable()
	defer stop()
	list, err := s.read(ctx, input{path: path}, lim)
	s.progress("")
	if err != nil {
		return nil, unread(err)
	}
	if len(list) > 1 {
		return nil, usage("%s holds %d texts, and lacuna %s takes one: unpack it first", path, len(list), c.Command.Name)
	}
	return list[0], nil
}

// tellApart gives sources of the same ID a number: texts of an archive may be
// called as another file is.
func tellApart(sources []*document.Source) {
	taken := map[string]bool{}
	for _, src := range sources {
		src.ID = free(src.ID, taken)
	}
}
