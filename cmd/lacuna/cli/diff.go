package cli

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"lacuna/analyzer/compare"
	"lacuna/analyzer/document"
	"lacuna/analyzer/ingest"
	"lacuna/analyzer/report"
)

func (s *session) diffCommand() *cli.Command {
	return &cli.Command{
		Name:      "diff",
		Usage:     "show what a new text covers less, or more, than an old one",
		ArgsUsage: "OLD NEW | LAW AMENDING-ACT… | DRAFT.docx",
		Description: `No comparison of words but of what is covered: elements lost, weakened (a lower age, means
added, a penalty cut, a list shortened), strengthened and gained, each with both quotes and the
words that changed. Provisions are found again by their words, through renumbering and moves.
Amending acts are carried out on the law, in the order given, and the law is held against the law
as amended: each change names the amendments that made it, and amendments that cannot be carried
out word for word are listed; lacuna text LAW --amended-by ACT prints the amended text.
Of one file with tracked changes, the original is held against the accepted text, and each change
names its revisions, with author and date. Closed lists that leave out an offence on the point
(of confiscation, jurisdiction, extradition, legal persons) are named.`,
		Flags: append(append(outputFlags(),
			&cli.StringSliceFlag{Name: "fail-on", Usage: "exit with 1 where an element is `CHANGED`: lost or weakened; may be repeated"},
			uiFlag()), textFlags()...),
		Action: s.diff,
	}
}

func (s *session) diff(c *cli.Context) error {
	outs, err := targets(c)
	if err != nil {
		return err
	}
	bad := c.StringSlice("fail-on")
	for _, kind := range bad {
		if err := choice("fail-on", kind, string(compare.Lost), string(compare.Weakened)); err != nil {
			return err
		}
	}
	b, err := newBench(c)
	if err != nil {
		return err
	}
	var old, now side
	var alone map[string]*compare.Changes
	var unreadable error
	switch c.NArg() {
	case 0:
		return usage("diff takes an old and a new text, lacuna diff OLD NEW, a law and acts that amend it, or one file with tracked changes")
	case 1:
		old, now, alone, unreadable = s.tracked(c, b)
	default:
		old, now, unreadable = s.oldAndNew(c, b)
	}
	if old.Items == nil || now.Items == nil {
		return unreadable
	}
	unreadable = errors.Join(unreadable, s.likened(b, []side{old, now}))
	changes := compare.Diff(old.as(), now.as())
	if alone != nil {
		changes.Trace(alone)
	}
	r := report.NewRegression(Version, b.Checklist, changes, old.sources, now.sources)
	return errors.Join(unreadable, putAll(s, c, b, outs, report.RegressionWriters, r), failOnChange(bad, changes))
}

// oldAndNew judges the texts that the arguments name: an old and a new one, or a
// law and what amending acts make of it.
func (s *session) oldAndNew(c *cli.Context, b *bench) (old, now side, err error) {
	var all []side
	var faults []error
	for _, arg := range c.Args().Slice() {
		list, err := s.sides(arg, b)
		if faults = append(faults, err); len(list) > 1 {
			return old, now, usage("%s holds %d assessments; diff takes one", arg, len(list))
		}
		all = append(all, list...)
	}
	if len(all) < c.NArg() {
		return old, now, errors.Join(faults...)
	}
	old, now = all[0], all[1]
	switch {
	case len(all) == 2 && (!now.amends() || old.amends()):
		if now.amends() {
			s.warn("%s and %s both amend another law: what each puts into it is compared; to compare what they make of the law, lacuna diff LAW ACT", old.Name, now.Name)
		}
	default:
		now, err = s.asAmended(b, old, all[1:])
	}
	return old, now, errors.Join(append(faults, err)...)
}

// tracked judges one file's original and its text with all tracked changes
// accepted and says, by author, what the changes of each alone bring about.
func (s *session) tracked(c *cli.Context, b *bench) (old, now side, alone map[string]*compare.Changes, err error) {
	path := c.Args().First()
	judge := func(reading, name string) (side, error) {
		with := *b
		with.limits.Revisions = reading
		d, sources, err := s.collect([]string{path}, &with)
		if len(sources) == 0 {
			return side{}, err
		}
		d.name = name
		return s.stand(&with, d, sources), err
	}
	if now, err = judge(ingest.Accepted, "the text with all changes accepted"); err != nil {
		return old, now, nil, err
	}
	names := changers(now.sources)
	if len(names) == 0 {
		return old, side{}, nil, usage("%s holds no tracked changes: lacuna diff OLD NEW compares two texts", path)
	}
	if old, err = judge(ingest.Original, "the original"); err != nil {
		return old, now, nil, err
	}
	alone = map[string]*compare.Changes{}
	for _, name := range names {
		x, err := judge(ingest.ByAuthor+name, name)
		if err != nil {
			return old, now, nil, err
		}
		alone[name] = compare.Diff(old.as(), x.as())
	}
	return old, now, alone, nil
}

// changers are the authors of tracked changes, sorted.
func changers(sources []*document.Source) []string {
	var names []string
	for _, src := range sources {
		for _, r := range src.Revisions {
			if name := strings.TrimSpace(r.Author); name != "" {
				names = append(names, name)
			}
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// failOnChange is an error of exit code 1 that names the elements lost or weakened.
func failOnChange(kinds []string, changes *compare.Changes) error {
	var found []string
	for _, c := range changes.Changes {
		if has(kinds, string(c.Kind)) {
			for _, e := range c.Elements {
				found = append(found, c.Item+"/"+e)
			}
		}
	}
	if len(found) == 0 {
		return nil
	}
	return failure{exitFound, fmt.Errorf("--fail-on %s: %d elements: %s", strings.Join(kinds, ","), len(found), strings.Join(found, ", "))}
}
