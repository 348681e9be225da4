package cli

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/urfave/cli/v2"

	"lacuna/analyzer/document"
	"lacuna/analyzer/ledger"
	"lacuna/analyzer/report"
)

func (s *session) analyzeCommand() *cli.Command {
	return &cli.Command{
		Name:      "analyze",
		Usage:     "hold texts against a treaty's checklist and print the matrix",
		ArgsUsage: "[FILE|FOLDER|dossier.yaml …]",
		Description: `Several texts are read as one dossier: the acts of one country together.
Without a text, a sample that comes with the program is judged.

` + formatHelp(),
		Flags: append(append(outputFlags(),
			&cli.BoolFlag{Name: "each", Usage: "judge every text alone, not as one dossier"},
			failOnFlag(),
			&cli.StringFlag{Name: "lock", Usage: "write to `FILE` from what the assessment was made, for lacuna verify"},
			uiFlag()), textFlags()...),
		Action: s.analyze,
	}
}

// formatHelp lists the formats from their table.
func formatHelp() string {
	var b strings.Builder
	b.WriteString("Formats:\n")
	for _, f := range report.Formats {
		fmt.Fprintf(&b, "  %-6s %s\n", f.Name, f.Description)
	}
	return strings.TrimRight(b.String(), "\n")
}

func (s *session) analyze(c *cli.Context) error {
	outs, err := targets(c)
	if err != nil {
		return err
	}
	bad, err := failOnStatuses(c)
	if err != nil {
		return err
	}
	b, err := newBench(c)
	if err != nil {
		return err
	}
	if c.Bool("each") && c.String("lock") != "" {
		return usage("--lock is for one dossier: lacuna batch writes a lock file for each")
	}
	if c.Bool("each") {
		for _, o := range outs {
			if o.format.WriteEach == nil {
				return usage("--each cannot be written as %s: one such file holds one dossier", o.format.Name)
			}
		}
	}
	d, sources, unreadable := s.collect(c.Args().Slice(), b)
	if len(sources) == 0 {
		return unreadable
	}
	var reports []*report.Report
	var judged []ledger.Assessment
	if c.Bool("each") && c.String("lock") != "" {
		return usage("--lock is for one dossier: lacuna batch writes a lock file for each")
	}
	if c.Bool("each") {
		for _, src := range sources {
			alone := &dossier{jurisdiction: d.jurisdiction, iso3: d.iso3}
			reports = append(reports, s.judge(b, alone, src.ID, []*document.Source{src}))
		}
	} else {
		reports = []*report.Report{s.judge(b, d, d.name, sources)}
	}
	for _, r := range reports {
		judged = append(judged, r.Assessment())
	}
	faults := []error{unreadable}
	if file := c.String("lock"); file != "" && unreadable == nil {
		faults = append(faults, b.lock(file, c.Args().Slice(), d, judged[0]))
	}
	for _, o := range outs {
		faults = append(faults, s.put(o.file, c.Int("width"), func(w io.Writer, l report.Options) error {
			l.Words = b.words
			if c.Bool("each") {
				return o.format.WriteEach(w, reports, l)
			}
			return o.format.Write(w, reports[0], l)
		}))
	}
	return errors.Join(append(faults, failOn(bad, judged))...)
}

func failOnFlag() cli.Flag {
	return &cli.StringSliceFlag{Name: "fail-on", Usage: "exit with 1 where a point has the `STATUS` gap, partial or unknown; may be repeated"}
}

func failOnStatuses(c *cli.Context) ([]string, error) {
	statuses := c.StringSlice("fail-on")
	for _, status := range statuses {
		if err := choice("fail-on", status, "gap", "partial", "unknown"); err != nil {
			return nil, err
		}
	}
	return statuses, nil
}

// failOn is an error of exit code 1 that names the points with such a status;
// of several dossiers, how many each has.
func failOn(statuses []string, judged []ledger.Assessment) error {
	var found []string
	points := 0
	for _, a := range judged {
		var ids []string
		for _, it := range a.Items {
			if has(statuses, string(it.Status)) {
				ids = append(ids, it.ID)
			}
		}
		points += len(ids)
		if len(judged) > 1 && len(ids) > 0 {
			ids = []string{fmt.Sprintf("%s (%d)", a.Dossier.Name, len(ids))}
		}
		found = append(found, ids...)
	}
	if points == 0 {
		return nil
	}
	return failure{exitFound, fmt.Errorf("--fail-on %s: %d points: %s", strings.Join(statuses, ","), points, strings.Join(found, ", "))}
}
