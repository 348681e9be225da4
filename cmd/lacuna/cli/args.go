package cli

import (
	"os"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"
)

// line is a command line taken apart.
type line struct {
	path  []string     // the program's name and those of its commands
	at    *cli.Command // the last of them
	help  bool         // help is asked for, or nothing at all
	flags []string     // with their values
	names []string     // files and other arguments
}

// ordered is the line with flags before names, where the flag parser looks for them.
func (l *line) ordered() []string {
	return slices.Concat(l.path, l.flags, []string{"--"}, l.names)
}

// parse takes a command line apart and refuses flags and commands that do not
// exist. Flags are recognised by the command's own table; after "--" all are names.
func parse(root *cli.Command, args []string) (*line, error) {
	l := &line{path: []string{root.Name}, at: root}
	if len(args) > 0 && args[0] == "help" {
		l.help, args = true, args[1:]
	}
	for len(args) > 0 && len(l.at.Subcommands) > 0 && !strings.HasPrefix(args[0], "-") {
		c := findCommand(l.at.Subcommands, args[0])
		if c == nil {
			return nil, unknownCommand(l, args[0])
		}
		l.path, l.at, args = append(l.path, c.Name), c, args[1:]
	}
	var err error
	flags := append(slices.Clone(l.at.Flags), cli.HelpFlag)
	l.flags, l.names, err = sortOut(flags, args, strings.Join(l.path, " "))
	if has(l.flags, "--help", "-h") || len(l.at.Subcommands) > 0 && len(l.flags) == 0 {
		l.help = true
	}
	return l, err
}

// sortOut tells flags, with their values, from names.
func sortOut(flags []cli.Flag, args []string, command string) (given, names []string, err error) {
	for i := 0; i < len(args); i++ {
		arg := args[i]
		switch {
		case arg == "--":
			return given, append(names, args[i+1:]...), nil
		case arg == "-" || !strings.HasPrefix(arg, "-"):
			names = append(names, arg)
			continue
		}
		name, _, valued := strings.Cut(strings.TrimLeft(arg, "-"), "=")
		f := findFlag(flags, name)
		if f == nil {
			return nil, nil, unknownFlag(flags, name, command)
		}
		given = append(given, arg)
		if takesValue(f) && !valued {
			if i++; i == len(args) {
				return nil, nil, usage("the flag %s needs a value. See %s --help", arg, command)
			}
			given = append(given, args[i])
		}
	}
	return given, names, nil
}

func findCommand(commands []*cli.Command, name string) *cli.Command {
	for _, c := range commands {
		if c.HasName(name) {
			return c
		}
	}
	return nil
}

func findFlag(flags []cli.Flag, name string) cli.Flag {
	for _, f := range flags {
		if has(f.Names(), name) {
			return f
		}
	}
	return nil
}

func takesValue(f cli.Flag) bool {
	d, ok := f.(cli.DocGenerationFlag)
	return ok && d.TakesValue()
}

func has(list []string, any ...string) bool {
	for _, s := range list {
		for _, a := range any {
			if s == a {
				return true
			}
		}
	}
	return false
}

func unknownFlag(flags []cli.Flag, name, command string) error {
	var names []string
	for _, f := range flags {
		for _, n := range f.Names() {
			if len(n) > 1 {
				names = append(names, n)
			}
		}
	}
	return usage("%s knows no flag --%s%s See %s --help", command, name, didYouMean("--", name, names), command)
}

func unknownCommand(l *line, name string) error {
	var names []string
	for _, c := range l.at.Subcommands {
		names = append(names, c.Name)
	}
	if _, err := os.Stat(name); err == nil && len(l.path) == 1 {
		return usage("%s is a file, not a command: to judge it, lacuna analyze %s", name, name)
	}
	return usage("there is no command %q%s Commands: %s", strings.Join(append(l.path[1:], name), " "), didYouMean("", name, names), strings.Join(names, ", "))
}
