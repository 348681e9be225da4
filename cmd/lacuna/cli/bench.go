package cli

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/urfave/cli/v2"

	"lacuna/analyzer"
	"lacuna/analyzer/checklist"
	"lacuna/analyzer/coverage"
	"lacuna/analyzer/document"
	acts "lacuna/analyzer/dossier"
	"lacuna/analyzer/ingest"
	"lacuna/analyzer/ledger"
	"lacuna/analyzer/lexicon"
	"lacuna/analyzer/report"
	"lacuna/checklists"
)

// textFlags say what texts do not say of themselves.
func textFlags() []cli.Flag {
	return append([]cli.Flag{
		checklistFlag(),
		&cli.IntFlag{Name: "majority", Usage: "age of majority in `YEARS`, where the texts do not state it"},
		&cli.StringFlag{Name: "as-of", Usage: "`DATE` of the wording, YYYY-MM-DD"},
		&cli.StringFlag{Name: "official", Usage: "`KIND` of text: official, translation or unknown"},
		&cli.StringFlag{Name: "title", Usage: "`TITLE` of the text"},
		widthFlag(),
	}, readingFlags()...)
}

// uiFlag says in which language reports speak. The environment's language is not
// asked, so that the same command gives the same bytes everywhere.
func uiFlag() cli.Flag {
	return &cli.StringFlag{Name: "ui", Value: "en", Usage: "`LANGUAGE` in which the report speaks: " + strings.Join(report.Languages(), ", ")}
}

// loadWords loads the language of --ui with the sentences of a checklist.
func loadWords(c *cli.Context, checklist string) (*report.Words, error) {
	language := cmp.Or(c.String("ui"), "en")
	if err := choice("ui", language, report.Languages()...); err != nil {
		return nil, err
	}
	return report.LoadWords(language, checklists.Words(checklist, language)...)
}

func checklistFlag() cli.Flag {
	return &cli.StringFlag{Name: "checklist", Value: "opsc", Usage: "`NAME` of a built-in checklist, or a file"}
}

func widthFlag() cli.Flag {
	return &cli.IntFlag{Name: "width", Usage: "`COLUMNS` to fill; otherwise those of the terminal, or 100"}
}

// bench is what texts are judged with.
type bench struct {
	analyzer.Options
	limits ingest.Limits
	words  *report.Words // the language in which reports speak
	flags  acts.Said     // from the command line; stronger than what a dossier file says
	given  []string      // all flags of the command line that change answers, as --name=value
}

// newBench loads checklist and lexicons and checks the flags.
func newBench(c *cli.Context) (*bench, error) {
	b := &bench{given: givenFlags(c), flags: acts.Said{Title: c.String("title"), Language: c.String("language"), AsOf: c.String("as-of"),
		Official: c.String("official"), Majority: c.Int("majority")}}
	if err := checkFlags(b.flags); err != nil {
		return nil, err
	}
	var err error
	if b.limits, err = limits(c); err != nil {
		return nil, err
	}
	if b.Lexicons, err = lexicon.LoadLibrary(checklists.FS); err != nil {
		return nil, err
	}
	if l := b.flags.Language; l != "" {
		if err := choice("language", l, b.Lexicons.Languages()...); err != nil {
			return nil, err
		}
	}
	b.Language, b.Majority = b.flags.Language, b.flags.Majority
	if b.Checklist, err = loadChecklist(c.String("checklist"), b.Lexicons); err != nil {
		return nil, err
	}
	b.words, err = loadWords(c, b.Checklist.ID)
	return b, err
}

// checkFlags refuses what cannot be meant.
func checkFlags(s acts.Said) error {
	if _, err := time.Parse(time.DateOnly, s.AsOf); s.AsOf != "" && err != nil {
		return usage("--as-of takes a date as YYYY-MM-DD, not %q", s.AsOf)
	}
	if s.Majority != 0 && (s.Majority < acts.LeastMajority || s.Majority > acts.MostMajority) {
		return usage("--majority takes an age in years, from %d to %d, not %d", acts.LeastMajority, acts.MostMajority, s.Majority)
	}
	if s.Official != "" {
		return choice("official", s.Official, acts.Officials...)
	}
	return nil
}

// loadChecklist loads a built-in checklist by name, or a file.
func loadChecklist(name string, lib *lexicon.Library) (*checklist.Checklist, error) {
	if slices.Contains(checklists.Names(), name) {
		file, data, err := checklists.Open(name)
		if err != nil {
			return nil, err
		}
		return checklist.Load(file, data, lib)
	}
	data, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, usage("there is no checklist %q%s Checklists: %s, or a file", name,
			didYouMean("", name, checklists.Names()), strings.Join(checklists.Names(), ", "))
	}
	if err != nil {
		return nil, unread(fmt.Errorf("%s: %w", name, plain(err)))
	}
	list, err := checklist.Load(name, data, lib)
	if err != nil {
		return nil, usage("the checklist %s has faults\n%v", name, err)
	}
	return list, nil
}

// lexiconHash is the SHA-256 of concepts and lexicons, in the order of their names.
func lexiconHash() string {
	sum := sha256.New()
	files, _ := fs.Glob(checklists.FS, "lexicon/*.yaml") // fails on a malformed pattern only
	for _, f := range append(files, "concepts.yaml") {
		data, _ := fs.ReadFile(checklists.FS, f) // built in, and named by the file system itself
		sum.Write(data)
	}
	return hex.EncodeToString(sum.Sum(nil))
}

// collect reads the texts that the arguments name, or the sample where they
// name none. Files that cannot be read are in the error; the others go on.
func (s *session) collect(args []string, b *bench) (*dossier, []*document.Source, error) {
	d, err := gather(args)
	sources, unreadable := s.readDossier(d, b)
	return d, sources, errors.Join(err, unreadable)
}

// readDossier reads the texts of a dossier. Files that cannot be read are in
// the error; the others go on.
func (s *session) readDossier(d *dossier, b *bench) ([]*document.Source, error) {
	read, errs := s.readAll(d.inputs, b.limits)
	var faults []error
	var sources []*document.Source
	for i, list := range read {
		if errs[i] != nil {
			faults = append(faults, unread(errs[i]))
			d.missAll(d.inputs[i], errs[i], len(list) == 0)
		}
		says := d.inputs[i].said
		if len(list) > 1 {
			says.Name = ""
		}
		for _, src := range list {
			apply(says, src)
			apply(b.flags, src)
		}
		sources = append(sources, list...)
	}
	tellApart(sources)
	return sources, errors.Join(faults...)
}

// readAll reads inputs side by side, as many at a time as there are processors.
func (s *session) readAll(inputs []input, lim ingest.Limits) ([][]*document.Source, []error) {
	read, errs := make([][]*document.Source, len(inputs)), make([]error, len(inputs))
	ctx, stop := breakable()
	defer stop()
	free := make(chan struct{}, runtime.GOMAXPROCS(0))
	var all sync.WaitGroup
	for i, in := range inputs {
		free <- struct{}{}
		s.progress("reading %d of %d: %s", i+1, len(inputs), in.path)
		all.Go(func() {
			own := lim
			own.Language = cmp.Or(lim.Language, in.said.Language)
			read[i], errs[i] = s.read(ctx, in, own)
			<-free
		})
	}
	all.Wait()
	s.progress("")
	return read, errs
}

// apply writes what was said into a source.
func apply(s acts.Said, src *document.Source) {
	if s.Name != "" {
		src.ID = s.Name
	}
	if s.Title != "" {
		src.Title = s.Title
	}
	if s.Language != "" {
		src.Language = s.Language
	}
	if s.AsOf != "" {
		src.AsOf = s.AsOf
	}
	if s.Official != "" {
		src.Official = s.Official
	}
	if s.Amends != "" {
		src.Amends = s.Amends
	}
	if s.Majority != 0 {
		src.Majority, src.MajoritySource = s.Majority, s.MajoritySource
	}
}

// judge reads the sources as one dossier and makes its report.
func (s *session) judge(b *bench, d *dossier, name string, sources []*document.Source) *report.Report {
	s.progress("judging %s", name)
	with := b.Options
	with.Unread = d.unread
	judged := analyzer.Analyze(sources, with)
	s.progress("")
	s.warnOfLanguages(b, judged.Matrix.Texts)
	return report.New(b.Checklist, judged.Matrix, judged.Sources(), report.Made{Version: Version, Lexicons: lexiconHash(),
		Dossier: ledger.Dossier{Name: name, Jurisdiction: d.jurisdiction, ISO3: d.iso3}})
}

// warnOfLanguages names the texts that could not be judged for their language.
func (s *session) warnOfLanguages(b *bench, texts []coverage.Text) {
	for _, t := range texts {
		if b.Lexicons.Pack(t.Language) == nil {
			s.warn("%s: there is no lexicon for its language (%q), so its answers are unknown", t.ID, t.Language)
		}
	}
}
