package cli

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"

	"lacuna/analyzer/ledger"
)

func (s *session) verifyCommand() *cli.Command {
	return &cli.Command{
		Name:      "verify",
		Usage:     "repeat the run of a lock file, and say what changed and why",
		ArgsUsage: "LOCK|FOLDER …",
		Description: `A lock file is written by analyze --lock and, beside each assessment, by batch. verify
reads the same texts again with the same flags and says which texts, which part of the
checklist or lexicons, or whether the program changed since, and which answers are
different thereby. Of a folder, all its lock files are verified. The exit code is 1 where
an assessment would no longer have the same bytes.`,
		Action: s.verify,
	}
}

func (s *session) verify(c *cli.Context) error {
	if c.NArg() == 0 {
		return usage("verify needs a lock file, or a folder of them: lacuna verify assessments/")
	}
	files, err := lockFiles(c.Args().Slice())
	faults := []error{err}
	changed := 0
	for _, file := range files {
		same, err := s.verifyOne(file)
		faults = append(faults, err)
		if err == nil && !same {
			changed++
		}
	}
	if changed > 0 {
		faults = append(faults, failure{exitFound, fmt.Errorf("%d of %d assessments would come out otherwise", changed, len(files))})
	}
	return errors.Join(faults...)
}

// lockFiles lists files, and the lock files in folders.
func lockFiles(args []string) ([]string, error) {
	var files []string
	var faults []error
	for _, arg := range args {
		if info, err := os.Stat(arg); err != nil || !info.IsDir() {
			files = append(files, arg)
			continue
		}
		before := len(files)
		entries, err := os.ReadDir(arg)
		for _, e := range entries {
			if strings.HasSuffix(e.Name(), ".lock") {
				files = append(files, filepath.Join(arg, e.Name()))
			}
		}
		if err == nil && len(files) == before {
			err = fmt.Errorf("the folder %s holds no lock file", arg)
		}
		if err != nil {
			faults = append(faults, unread(err))
		}
	}
	return files, errors.Join(faults...)
}

// verifyOne repeats the run of one lock file and prints what is different.
func (s *session) verifyOne(file string) (same bool, err error) {
	was, err := readLock(file)
	if err != nil {
		return false, unread(err)
	}
	is, err := s.repeat(was, filepath.Dir(file))
	if err != nil {
		return false, err
	}
	same = was.AssessmentSHA256 == is.AssessmentSHA256
	return same, describeChanges(s.stdout, file, was, is)
}

// repeat makes the run of a lock file anew, with the texts, checklist, lexicons
// and program of today. The assessment is hashed under the names and hashes of
// the lock file's checklist, lexicons and tool, so that what they say, and not
// how they are called, decides whether it is the same.
func (s *session) repeat(was *ledger.Lock, folder string) (is *ledger.Lock, err error) {
	app := s.app()
	app.Commands = []*cli.Command{{Name: "analyze", Flags: textFlags(), Action: func(c *cli.Context) error {
		b, err := newBench(c)
		if err != nil {
			return err
		}
		d, gathered := gather(c.Args().Slice())
		d.name = was.Dossier.Name
		in, err := b.lockFor(folder, c.Args().Slice(), d)
		if err := errors.Join(gathered, err); err != nil {
			return err
		}
		sources, err := s.readDossier(d, b)
		if err != nil {
			return err
		}
		a := s.judge(b, d, d.name, sources).Assessment()
		a.Tool, a.Checklist, a.Lexicons = was.Tool, was.Checklist, was.Lexicons
		is, err = ledger.NewLock(in, a)
		return err
	}}}
	tame(app.Commands)
	fromHere := func(path string) string { return seen(folder, path) }
	line := []string{"lacuna", "analyze"}
	line = append(append(line, eachChecklist(was.Flags, fromHere)...), "--")
	for _, arg := range was.Arguments {
		line = append(line, fromHere(arg))
	}
	return is, app.Run(line)
}

// describeChanges prints what is different between two runs.
func describeChanges(w io.Writer, file string, was, is *ledger.Lock) error {
	var b bytes.Buffer
	changes, turned := was.Changes(&is.Inputs), was.Turned(is)
	same := was.AssessmentSHA256 == is.AssessmentSHA256
	switch {
	case same && len(changes) == 0:
		fmt.Fprintf(&b, "%s: nothing changed, and the same bytes come out\n", file)
	case same:
		fmt.Fprintf(&b, "%s: the same answers with the same words come out\n", file)
	case len(turned) == 0:
		fmt.Fprintf(&b, "%s: all %d answers are as they were; quotes, reasons or confidences differ\n", file, len(is.Answers))
	default:
		fmt.Fprintf(&b, "%s: %d of %d answers changed\n", file, len(turned), len(is.Answers))
	}
	for _, t := range turned {
		fmt.Fprintf(&b, "  %s: %s, now %s\n", t.Element, answer(t.Was), answer(t.Is))
	}
	switch {
	case len(changes) == 0 && !same:
		fmt.Fprintf(&b, "  Texts, checklist, lexicons, flags and program are the same: the lock file itself was changed, or a program that reads scans or old Word files.\n")
	case len(changes) == 1 || same:
		fmt.Fprint(&b, listChanges("  Changed since:", changes))
	default:
		fmt.Fprint(&b, listChanges("  Changed since, and one or several of these made the difference:", changes))
	}
	_, err := io.WriteString(w, visible(b.String()))
	return err
}

func listChanges(head string, changes []ledger.Change) string {
	if len(changes) == 0 {
		return ""
	}
	lines := []string{head}
	for _, c := range changes {
		lines = append(lines, "    "+c.String())
	}
	return strings.Join(lines, "\n") + "\n"
}

// answer is a value with the first provisions that were cited for it.
func answer(a ledger.Answer) string {
	switch {
	case a.Value == "":
		return "not asked"
	case len(a.Cited) == 0:
		return string(a.Value)
	}
	return fmt.Sprintf("%s (%s)", a.Value, strings.Join(a.Cited[:min(3, len(a.Cited))], "; "))
}
