package cli

import (
	"errors"
	"io"

	"github.com/urfave/cli/v2"

	"lacuna/analyzer/ledger"
	"lacuna/analyzer/report"
)

func (s *session) mergeCommand() *cli.Command {
	return &cli.Command{
		Name:      "merge",
		Usage:     "join saved assessments, made on one machine or many, into one file",
		ArgsUsage: "FILE|FOLDER …",
		Description: `Takes what analyze --format json, batch and merge itself wrote; of a folder, its files
NAME.json. The order in which they come does not matter, and an assessment that is there
twice is kept once: shards give the same bytes as one run. Assessments of different
checklists or versions are all kept, and the difference is said.`,
		Flags:  []cli.Flag{failOnFlag()},
		Action: s.merge,
	}
}

func (s *session) merge(c *cli.Context) error {
	if c.NArg() == 0 {
		return usage("merge needs saved assessments, for example lacuna merge OUT/ > all.json")
	}
	bad, err := failOnStatuses(c)
	if err != nil {
		return err
	}
	all, err := ledger.Load(c.Args().Slice()...)
	if err != nil {
		err = unread(err)
	}
	if len(all) == 0 {
		return err
	}
	all = ledger.Merge(all)
	for _, sentence := range ledger.Mixed(all) {
		s.warn("%s", sentence)
	}
	var judged []ledger.Assessment
	for _, a := range all {
		judged = append(judged, a.Assessment)
	}
	written := s.put("", 0, func(w io.Writer, _ report.Options) error { return ledger.WriteMerged(w, all) })
	return errors.Join(err, written, failOn(bad, judged))
}
