package cli

import (
	"fmt"
	"io"
	"strings"

	"github.com/urfave/cli/v2"
)

// writeHelp prints what a command does, how it is called and its flags.
func writeHelp(w io.Writer, path []string, c *cli.Command) error {
	var b strings.Builder
	name := strings.Join(path, " ")
	fmt.Fprintf(&b, "%s: %s\n\n", name, c.Usage)
	switch {
	case len(c.Subcommands) > 0:
		fmt.Fprintf(&b, "  %s COMMAND …\n", name)
	default:
		fmt.Fprintf(&b, "  %s\n", strings.TrimSpace(name+" [FLAGS] "+c.ArgsUsage))
	}
	if c.Description != "" {
		fmt.Fprintf(&b, "\n%s\n", c.Description)
	}
	if len(c.Subcommands) > 0 {
		b.WriteString("\nCommands\n")
		for _, sub := range c.Subcommands {
			fmt.Fprintf(&b, "  %-10s %s\n", sub.Name, sub.Usage)
		}
	}
	b.WriteString("\nFlags\n")
	for _, f := range append(append([]cli.Flag(nil), c.Flags...), cli.HelpFlag) {
		fmt.Fprintf(&b, "  %-24s %s\n", flagNames(f), flagUsage(f))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// flagNames shows how a flag is written: "-o, --output FORMAT=FILE".
func flagNames(f cli.Flag) string {
	short, long := "   ", ""
	for _, n := range f.Names() {
		if len(n) == 1 {
			short = "-" + n + ","
		} else {
			long = "--" + n
		}
	}
	if d, ok := f.(cli.DocGenerationFlag); ok && d.TakesValue() {
		if _, rest, ok := strings.Cut(d.GetUsage(), "`"); ok {
			value, _, _ := strings.Cut(rest, "`")
			long += " " + value
		}
	}
	return short + " " + long
}

// flagUsage says what a flag does, and its default where it has one.
func flagUsage(f cli.Flag) string {
	d, ok := f.(cli.DocGenerationFlag)
	if !ok {
		return ""
	}
	usage := strings.ReplaceAll(d.GetUsage(), "`", "")
	if v := d.GetValue(); d.TakesValue() && v != "" && v != "0" && v != "[]" {
		usage += " (" + v + ")"
	}
	return usage
}
