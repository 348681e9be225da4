package cli

import (
	"fmt"
	"io"
	"strings"

	"github.com/urfave/cli/v2"

	"lacuna/analyzer/document"
	"lacuna/analyzer/outline"
)

func (s *session) textCommand() *cli.Command {
	return &cli.Command{
		Name:      "text",
		Usage:     "print the text of a file as it was read, or one provision of it",
		ArgsUsage: "FILE [PROVISION]",
		Description: `The normalised text and nothing else: byte n is offset n in every report.
PROVISION is a number (163.1, "128 bis") or letters of a heading.
With --amended-by the text is that of the law as the act amends it; what became of each
amendment is said beside it, on the standard error.`,
		Flags: append([]cli.Flag{
			&cli.StringSliceFlag{Name: "amended-by", Usage: "carry out the amending `ACT` on the text first; may be repeated, in the order of the acts"}}, readingFlags()...),
		Action: s.text,
	}
}

func (s *session) text(c *cli.Context) error {
	if c.NArg() < 1 || c.NArg() > 2 {
		return usage("text takes a file and, if you like, the number of a provision: lacuna text FILE [PROVISION]")
	}
	src, err := s.readOne(c, c.Args().First())
	if err != nil {
		return err
	}
	if acts := c.StringSlice("amended-by"); len(acts) > 0 {
		if src, err = s.textAmended(c, src, acts); err != nil {
			return err
		}
	}
	if c.NArg() == 1 {
		_, err = io.WriteString(s.stdout, src.Text)
		return err
	}
	d := outline.Read(src)
	found, err := findProvisions(d, c.Args().Get(1))
	for _, p := range found {
		if _, err := fmt.Fprintln(s.stdout, strings.TrimRight(d.Quote(p.Span), "\n")); err != nil {
			return err
		}
	}
	return err
}

// findProvisions finds the provisions of a number; a text may have several.
func findProvisions(d *document.Document, number string) ([]*document.Section, error) {
	var found []*document.Section
	var headings []string
	for _, p := range d.Provisions() {
		if strings.EqualFold(p.Number, number) {
			found = append(found, p)
		}
		headings = append(headings, strings.TrimSpace(d.Label(p)+"  "+d.Quote(p.Title)))
	}
	if len(found) == 0 {
		return nil, usage("%s has no provision %q%s", d.Source.Path, number, offer(number, headings))
	}
	return found, nil
}
