package cli

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"

	"lacuna/analyzer"
	"lacuna/analyzer/document"
	"lacuna/analyzer/evaluate"
	"lacuna/analyzer/lexicon"
	"lacuna/analyzer/report"
)

func (s *session) evaluateCommand() *cli.Command {
	return &cli.Command{
		Name:  "evaluate",
		Usage: "measure the answers against the labels of careful readers, beside baselines",
		Description: `Scores every file NAME.yaml of the gold folder for which the corpora folder has a
folder NAME with the text or the dossier.`,
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "gold", Usage: "folder `DIR` of labels"},
			&cli.StringFlag{Name: "corpora", Usage: "folder `DIR` of texts"},
			&cli.StringFlag{Name: "format", Aliases: []string{"f"}, Value: "table", Usage: "`FORMAT`: table or json"},
			&cli.BoolFlag{Name: "records", Usage: "print instead how often each decision path was right, as analyzer/coverage/records.tsv has it"},
			checklistFlag(), widthFlag(),
		},
		Action: s.evaluate,
	}
}

func (s *session) evaluate(c *cli.Context) error {
	if c.String("gold") == "" || c.String("corpora") == "" || c.NArg() > 0 {
		return usage("evaluate needs two folders: lacuna evaluate --gold DIR --corpora DIR")
	}
	if err := choice("format", c.String("format"), "table", "json"); err != nil {
		return err
	}
	b, err := newBench(c)
	if err != nil {
		return err
	}
	golds, err := evaluate.LoadDir(c.String("gold"))
	if err != nil {
		return unread(err)
	}
	var cases []evaluate.Case
	var faults []error
	for _, g := range golds {
		one, err := s.evaluateCase(g, filepath.Join(c.String("corpora"), g.Text), b)
		cases, faults = append(cases, one), append(faults, err)
	}
	if c.Bool("records") {
		err := s.put("", 0, func(w io.Writer, _ report.Options) error { return evaluate.WriteRecords(w, evaluate.Records(cases)) })
		return errors.Join(append(faults, err)...)
	}
	scored, err := evaluate.Score(cases, b.Checklist)
	if err != nil {
		return errors.Join(append(faults, err)...)
	}
	err = s.put("", c.Int("width"), func(w io.Writer, l report.Options) error {
		if c.String("format") == "json" {
			return report.EvaluationJSON(w, scored)
		}
		return report.Evaluation(w, scored, l)
	})
	return errors.Join(append(faults, err)...)
}

// evaluateCase answers the checklist for one labelled text. Where the text is
// not at hand, its labels serve the prior alone.
func (s *session) evaluateCase(g *evaluate.Gold, folder string, b *bench) (evaluate.Case, error) {
	if _, err := os.Stat(folder); err != nil {
		return evaluate.Case{Gold: g}, nil
	}
	d, sources, err := s.collect([]string{folder}, b)
	if len(sources) == 0 {
		return evaluate.Case{Gold: g}, err
	}
	s.progress("judging %s", g.Text)
	with := b.Options
	with.Unread = d.unread
	judged := analyzer.Analyze(sources, with)
	s.progress("")
	return evaluate.Case{Gold: g, Matrix: judged.Matrix, Reading: bags(judged.Documents, b.Lexicons.Pack(g.Language), b.Lexicons.Names())}, err
}

// bags is what the baselines read: for each provision its words and concepts.
func bags(docs []*document.Document, pack *lexicon.Pack, concepts []string) *evaluate.Reading {
	r := &evaluate.Reading{Words: map[string][]string{}}
	if pack == nil {
		return r
	}
	for _, d := range docs {
		for _, p := range d.Provisions() {
			tokens := pack.Tokens(d.Quote(p.Span), p.Span.Start)
			bag := evaluate.Section{Text: d.ID, Provision: p.Number, Concepts: map[string]bool{}}
			for _, t := range tokens {
				bag.Words = append(bag.Words, t.Word)
			}
			for _, h := range pack.Scan(tokens) {
				bag.Concepts[pack.Concept(h)] = true
			}
			r.Sections = append(r.Sections, bag)
		}
	}
	for _, concept := range concepts {
		r.Words[concept] = phraseWords(pack, concept)
	}
	return r
}

// phraseWords lists the words that a lexicon's patterns for a concept name.
func phraseWords(pack *lexicon.Pack, concept string) []string {
	var out []string
	for _, line := range pack.Said(concept) {
		for atom := range strings.FieldsSeq(line) {
			if strings.HasPrefix(atom, "{") || strings.HasPrefix(atom, "..") {
				continue
			}
			for form := range strings.SplitSeq(strings.TrimSuffix(atom, "?"), "|") {
				word, _, _ := strings.Cut(form, "/")
				for _, t := range pack.Tokens(word, 0) {
					if !pack.Light(t.Word) && !has(out, t.Word) {
						out = append(out, t.Word)
					}
				}
			}
		}
	}
	return out
}
