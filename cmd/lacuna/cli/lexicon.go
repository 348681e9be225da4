package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"lacuna/analyzer/lexicon"
	"lacuna/analyzer/report"
	"lacuna/checklists"
)

// reference is the language whose lexicon the others are held against.
const reference = "en"

func (s *session) lexiconCommand() *cli.Command {
	format := &cli.StringFlag{Name: "format", Aliases: []string{"f"}, Value: "table", Usage: "`FORMAT`: table or json"}
	return &cli.Command{
		Name:  "lexicon",
		Usage: "list, check or compare the languages that laws are read in",
		Subcommands: []*cli.Command{
			{Name: "list", Usage: "list the lexicons, with how much stands in each", Flags: []cli.Flag{format, widthFlag()}, Action: s.lexiconList},
			{Name: "lint", Usage: "check lexicons wholly and run their examples; without one, all", ArgsUsage: "[LANGUAGE|FILE …]", Action: s.lexiconLint},
			{Name: "missing", Usage: "list what a lexicon lacks beside the English one", ArgsUsage: "LANGUAGE|FILE",
				Flags: []cli.Flag{format, widthFlag()}, Action: s.lexiconMissing},
		},
	}
}

func (s *session) lexiconList(c *cli.Context) error {
	if c.NArg() > 0 {
		return usage("lexicon list takes no arguments")
	}
	if err := choice("format", c.String("format"), "table", "json"); err != nil {
		return err
	}
	lib, err := lexicon.LoadLibrary(checklists.FS)
	if err != nil {
		return err
	}
	var all []lexicon.Summary
	for _, language := range lib.Languages() {
		p, err := lib.Load(language)
		if err != nil {
			return err
		}
		all = append(all, p.Summary())
	}
	return s.put("", c.Int("width"), func(w io.Writer, l report.Options) error {
		if c.String("format") == "json" {
			return report.LexiconsJSON(w, all)
		}
		return report.Lexicons(w, all, l)
	})
}

// lexiconLint says of each lexicon whether it is in order; a fault, or an example
// that is read otherwise than it tells, is exit code 1.
func (s *session) lexiconLint(c *cli.Context) error {
	lib, err := lexicon.LoadLibrary(checklists.FS)
	if err != nil {
		return err
	}
	names := c.Args().Slice()
	if len(names) == 0 {
		names = lib.Languages()
	}
	var faults []error
	for _, name := range names {
		p, err := lintLexicon(lib, name)
		if err != nil {
			faults = append(faults, err)
			continue
		}
		sum := p.Summary()
		if _, err := fmt.Fprintf(s.stdout, "%s (%s): in order; %d concepts, %d patterns; %d examples are read as they tell\n", p.Name, p.Language, sum.Concepts, sum.Patterns, sum.Agree); err != nil {
			return err
		}
	}
	return errors.Join(faults...)
}

// lintLexicon checks a built-in lexicon by its language, or a file.
func lintLexicon(lib *lexicon.Library, name string) (*lexicon.Pack, error) {
	data, err := checklists.FS.ReadFile("lexicon/" + name + ".yaml")
	file := "lexicon/" + name + ".yaml"
	if !slices.Contains(lib.Languages(), name) {
		if data, err = os.ReadFile(name); errors.Is(err, os.ErrNotExist) {
			return nil, usage("there is no lexicon %q%s Lexicons: %s, or a file", name, didYouMean("", name, lib.Languages()), strings.Join(lib.Languages(), ", "))
		}
		file = name
	}
	if err != nil {
		return nil, unread(fmt.Errorf("%s: %w", name, plain(err)))
	}
	p, err := lib.Lint(file, data)
	if err != nil {
		return nil, failure{exitFound, err}
	}
	return p, nil
}

func (s *session) lexiconMissing(c *cli.Context) error {
	if c.NArg() != 1 {
		return usage("lexicon missing takes one language or file: lacuna lexicon missing fr")
	}
	if err := choice("format", c.String("format"), "table", "json"); err != nil {
		return err
	}
	lib, err := lexicon.LoadLibrary(checklists.FS)
	if err != nil {
		return err
	}
	english, err := lib.Load(reference)
	if err != nil {
		return err
	}
	p, err := lintLexicon(lib, c.Args().First())
	if err != nil {
		return err
	}
	lacks := p.Missing(english)
	return s.put("", c.Int("width"), func(w io.Writer, l report.Options) error {
		if c.String("format") == "json" {
			return report.MissingJSON(w, p, lacks)
		}
		return report.Missing(w, p, lacks, l)
	})
}
