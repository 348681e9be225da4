// Package cli holds the commands of lacuna, one file each. It is the one place
// where errors become messages and exit codes.
package cli

import (
	"fmt"
	"io"
	"os"
	"runtime/debug"

	"github.com/urfave/cli/v2"

	"lacuna/analyzer/ingest/worker"
)

// Version of the program, as reports and --version give it.
const Version = "0.1.0"

// session is one run of the program.
type session struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	readers        *worker.Pool // reads files in processes of their own; nil reads them in this one
}

// Main is the whole program: it carries out the command line of the process and
// returns the exit code. Files are read in child processes of the same program.
func Main() int {
	if len(os.Args) == 2 && os.Args[1] == worker.Command {
		if err := worker.Serve(os.Stdin, os.Stdout); err != nil {
			return exitUnread
		}
		return 0
	}
	program, err := os.Executable()
	if err != nil {
		fmt.Fprintf(os.Stderr, "lacuna: the program does not find its own file, which it starts to read texts: %v\n", err)
		return exitUnread
	}
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(200) // some more memory for a sixth less time
	}
	s := &session{os.Stdin, os.Stdout, os.Stderr, worker.New(program)}
	defer s.readers.Close()
	return s.report(s.run(os.Args[1:]))
}

// Run carries out one command line in this process, without the program's name,
// and returns the exit code: 0 done, 1 what --fail-on names was found, 2 wrong usage,
// 3 something could not be read.
func Run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	s := &session{stdin: stdin, stdout: stdout, stderr: stderr}
	return s.report(s.run(args))
}

func (s *session) run(args []string) error {
	app := s.app()
	root := &cli.Command{Name: app.Name, Usage: app.Usage, Description: app.Description,
		Subcommands: app.Commands, Flags: []cli.Flag{cli.VersionFlag}}
	l, err := parse(root, args)
	if err != nil {
		return err
	}
	if l.help {
		return writeHelp(s.stdout, l.path, l.at)
	}
	return app.Run(l.ordered())
}

// app is the table of commands.
func (s *session) app() *cli.App {
	app := &cli.App{
		Name:        "lacuna",
		Usage:       "what a treaty asks of criminal law, what a law covers, and the words that prove it",
		Version:     Version,
		Description: about,
		Reader:      s.stdin, Writer: s.stdout, ErrWriter: s.stderr,
		HideHelpCommand:           true,
		DisableSliceFlagSeparator: true,
		ExitErrHandler:            func(*cli.Context, error) {},
		Commands: []*cli.Command{
			s.analyzeCommand(), s.explainCommand(), s.compareCommand(), s.diffCommand(), s.wordingCommand(), s.outlineCommand(), s.healthCommand(), s.textCommand(),
			s.batchCommand(), s.mergeCommand(), s.verifyCommand(), s.checklistCommand(), s.lexiconCommand(), s.corpusCommand(), s.evaluateCommand(),
		},
	}
	tame(app.Commands)
	return app
}

const about = `Reads penal codes and other acts (PDF, HTML, Markdown, text), holds them against a
treaty's checklist and prints what is covered, what is narrower than the treaty, and
what is not found in the texts given. It works offline; nothing leaves the machine.

  lacuna analyze                   a first look, on a sample that comes with the program
  lacuna analyze code.pdf          the matrix for a code
  lacuna explain 3.1.c code.pdf    why: the words, what narrows them, what was turned down
  lacuna analyze penal.pdf child-act.pdf -o html=report.html -o csv=table.csv

Exit codes: 0 done; 1 what --fail-on names was found; 2 wrong usage; 3 a file could
not be read, and the others were.`

// tame makes every command leave faults in its flags to report, and take the
// word "help" as a file name like any other.
func tame(commands []*cli.Command) {
	for _, c := range commands {
		c.HideHelpCommand = true
		c.OnUsageError = func(_ *cli.Context, err error, _ bool) error { return usage("%v", err) }
		tame(c.Subcommands)
	}
}
