package cli

import (
	"errors"

	"github.com/urfave/cli/v2"

	"lacuna/analyzer/report"
)

func (s *session) compareCommand() *cli.Command {
	return &cli.Command{
		Name:      "compare",
		Usage:     "lay several dossiers side by side, item by item, with their words",
		ArgsUsage: "A B [C …]",
		Description: `Each argument is one dossier: a file, a dossier.yaml, a folder of texts, or assessments
that analyze --format json or batch saved. Nothing is ranked or added up. Answers in languages,
and on elements, that were never held against labels are marked.`,
		Flags: append(append(outputFlags(),
			&cli.StringFlag{Name: "only", Usage: "show only `ROWS`: differences, where answers differ, or gaps, where something is not found"},
			uiFlag()), textFlags()...),
		Action: s.compare,
	}
}

func (s *session) compare(c *cli.Context) error {
	outs, err := targets(c)
	if err != nil {
		return err
	}
	only := c.String("only")
	if only != "" {
		if err := choice("only", only, "differences", "gaps"); err != nil {
			return err
		}
	}
	b, err := newBench(c)
	if err != nil {
		return err
	}
	var all []side
	var faults []error
	for _, arg := range c.Args().Slice() {
		list, err := s.sides(arg, b)
		all, faults = append(all, list...), append(faults, err)
	}
	unreadable := errors.Join(faults...)
	if len(all) < 2 {
		return errors.Join(unreadable, usage("compare needs two dossiers or more, for example lacuna compare ken.pdf bra/dossier.yaml"))
	}
	unreadable = errors.Join(unreadable, s.likened(b, all))
	columns, sources := taken(all)
	r := report.NewComparison(Version, b.Checklist, columns, sources, only)
	return errors.Join(unreadable, putAll(s, c, b, outs, report.ComparisonWriters, r))
}
