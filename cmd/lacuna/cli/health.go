package cli

import (
	"errors"
	"io"

	"github.com/urfave/cli/v2"

	"lacuna/analyzer/report"
)

func (s *session) healthCommand() *cli.Command {
	return &cli.Command{
		Name:      "health",
		Usage:     "say how well texts were read, what is damaged, and which answers that leaves open",
		ArgsUsage: "FILE|FOLDER|dossier.yaml …",
		Description: `Names the kind of each text, the places where text is missing or could not be
read, and for each the elements of the checklist that are unknown because of it.`,
		Flags: append([]cli.Flag{
			&cli.StringFlag{Name: "format", Aliases: []string{"f"}, Value: "text", Usage: "`FORMAT`: text or json"},
			uiFlag(),
		}, textFlags()...),
		Action: s.health,
	}
}

func (s *session) health(c *cli.Context) error {
	if err := choice("format", c.String("format"), "text", "json"); err != nil {
		return err
	}
	b, err := newBench(c)
	if err != nil {
		return err
	}
	d, sources, unreadable := s.collect(c.Args().Slice(), b)
	if len(sources) == 0 {
		return unreadable
	}
	r := s.judge(b, d, d.name, sources)
	return errors.Join(unreadable, s.put("", c.Int("width"), func(w io.Writer, l report.Options) error {
		if c.String("format") == "json" {
			return report.HealthJSON(w, r)
		}
		l.Words = b.words
		return report.Health(w, r, l)
	}))
}
