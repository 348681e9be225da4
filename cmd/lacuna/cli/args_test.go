package cli

import (
	"strings"
	"testing"

	"github.com/urfave/cli/v2"
)

func TestFlagsMayStandAnywhere(t *testing.T) {
	app := (&session{}).app()
	root := &cli.Command{Name: "lacuna", Subcommands: app.Commands, Flags: []cli.Flag{cli.VersionFlag}}
	for given, want := range map[string]string{
		"analyze a.pdf --format json b.pdf":     "lacuna analyze --format json -- a.pdf b.pdf",
		"analyze a.pdf -o md=x -o csv=y --each": "lacuna analyze -o md=x -o csv=y --each -- a.pdf",
		"analyze --format=json a.pdf":           "lacuna analyze --format=json -- a.pdf",
		"analyze a -- --format json":            "lacuna analyze -- a --format json",
		"analyze --title --each a":              "lacuna analyze --title --each -- a",
		"text - 5":                              "lacuna text -- - 5",
		"text help":                             "lacuna text -- help",
		"checklist show 4.1 --width 80":         "lacuna checklist show --width 80 -- 4.1",
		"--version":                             "lacuna --version --",
	} {
		l, err := parse(root, strings.Fields(given))
		if err != nil || l.help || strings.Join(l.ordered(), " ") != want {
			t.Errorf("%s gives %v (%v), want %s", given, l, err, want)
		}
	}
	for _, given := range []string{"", "help", "--help", "analyze a.pdf --help", "help checklist show", "checklist", "analyze -h"} {
		if l, err := parse(root, strings.Fields(given)); err != nil || !l.help {
			t.Errorf("%q asks for help, got %+v, %v", given, l, err)
		}
	}
	for _, given := range []string{"analyse", "checklist lst", "analyze --nope", "analyze a --format", "--format json analyze", "help nope"} {
		if _, err := parse(root, strings.Fields(given)); err == nil {
			t.Errorf("%q passes", given)
		}
	}
}
