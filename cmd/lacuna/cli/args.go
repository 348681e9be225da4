package cli

import (
	"os"
	"strings"

	"github.com/urfave/cli/v2"
)

// reorder puts the flags of a command before its file names, where the flag
// parser looks for them, and refuses flags and commands that do not exist.
// Flags are recognised by the command's own table; after "--" all are names.
func reorder(app *cli.App, args []string) ([]string, error) {
	path, commands, flags := []string{app.Name}, app.Commands, []cli.Flag{cli.VersionFlag}
	help := len(args) > 0 && args[0] == "help"
	if help {
		args = args[1:]
	}
	for len(args) > 0 && len(commands) > 0 && !strings.HasPrefix(args[0], "-") {
		c := findCommand(commands, args[0])
		if c == nil {
			return nil, unknownCommand(strings.Join(path[1:], " "), args[0], commands)
		}
		path, commands, flags, args = append(path, c.Name), c.Subcommands, c.Flags, args[1:]
	}
	given, names, err := sortOut(append(flags, cli.HelpFlag), args, strings.Join(path, " "))
	if err != nil {
		return nil, err
	}
	if help || has(given, "--help", "-h") {
		return append(path, "--help"), nil
	}
	return append(append(append(path, given...), "--"), names...), nil
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
				return nil, nil, usage("the flag %s needs a value; see %s --help", arg, command)
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
	return usage("%s knows no flag --%s%s; see %s --help", command, name, didYouMean("--", name, names), command)
}

func unknownCommand(above, name string, commands []*cli.Command) error {
	var names []string
	for _, c := range commands {
		names = append(names, c.Name)
	}
	if _, err := os.Stat(name); err == nil && above == "" {
		return usage("%s is a file, not a command: to judge it, lacuna analyze %s", name, name)
	}
	return usage("lacuna knows no command %s%s; commands: %s", strings.TrimSpace(above+" "+name), didYouMean("", name, names), strings.Join(names, ", "))
}
