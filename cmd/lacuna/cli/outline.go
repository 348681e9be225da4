package cli

import (
	"io"

	"github.com/urfave/cli/v2"

	"lacuna/analyzer"
	"lacuna/analyzer/lexicon"
	"lacuna/analyzer/report"
	"lacuna/checklists"
)

func (s *session) outlineCommand() *cli.Command {
	return &cli.Command{
		Name:        "outline",
		Usage:       "print the parts, chapters and articles that were found in a file",
		ArgsUsage:   "FILE",
		Description: `Shows how well a file was read, before anything is concluded from it.`,
		Flags: append([]cli.Flag{
			&cli.StringFlag{Name: "format", Aliases: []string{"f"}, Value: "text", Usage: "`FORMAT`: text or json"},
			uiFlag(), widthFlag(),
		}, readingFlags()...),
		Action: s.outline,
	}
}

func (s *session) outline(c *cli.Context) error {
	if c.NArg() != 1 {
		return usage("outline takes one file: lacuna outline FILE")
	}
	if err := choice("format", c.String("format"), "text", "json"); err != nil {
		return err
	}
	words, err := loadWords(c, "")
	if err != nil {
		return err
	}
	src, err := s.readOne(c, c.Args().First())
	if err != nil {
		return err
	}
	lib, err := lexicon.LoadLibrary(checklists.FS)
	if err != nil {
		return err
	}
	acts := analyzer.Outlines(src, analyzer.Options{Lexicons: lib})
	return s.put("", c.Int("width"), func(w io.Writer, l report.Options) error {
		if c.String("format") == "json" {
			return report.OutlineJSON(w, acts)
		}
		l.Words = words
		return report.Outline(w, acts, l)
	})
}
