package cli

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"

	"github.com/urfave/cli/v2"

	"lacuna/corpora"
)

// firstSample is judged where the user names no text.
const firstSample = "valmora-penal-code-1987"

func (s *session) corpusCommand() *cli.Command {
	return &cli.Command{
		Name:  "corpus",
		Usage: "where the codes of real countries are published, and the sample codes",
		Subcommands: []*cli.Command{
			{Name: "list", Usage: "list the countries of the catalogue, or the samples",
				Flags: []cli.Flag{&cli.BoolFlag{Name: "samples", Usage: "list the sample codes"}}, Action: s.corpusList},
			{Name: "show", Usage: "show the acts of a country, or print a sample code", ArgsUsage: "COUNTRY|SAMPLE",
				Description: "COUNTRY is a name or its three letters (KEN).", Action: s.corpusShow},
		},
	}
}

func (s *session) corpusList(c *cli.Context) error {
	if c.NArg() > 0 {
		return usage("corpus list takes no arguments; corpus show COUNTRY shows one country")
	}
	out := tabwriter.NewWriter(s.stdout, 0, 0, 2, ' ', 0)
	if c.Bool("samples") {
		for _, sample := range slices.Concat(corpora.Samples(), corpora.Parallel()) {
			fmt.Fprintf(out, "%s\t%s\n", sample.Name, sample.Title)
		}
		return out.Flush()
	}
	catalog, err := corpora.LoadCatalog()
	if err != nil {
		return err
	}
	for _, land := range catalog.Countries {
		fmt.Fprintf(out, "%s\t%s\t%d acts\t%s\n", land.ISO3, land.Name, len(land.Texts), land.Publisher.Name)
	}
	return out.Flush()
}

func (s *session) corpusShow(c *cli.Context) error {
	if c.NArg() != 1 {
		return usage("corpus show takes the name of a country or of a sample; corpus list and corpus list --samples list them")
	}
	name := c.Args().First()
	if sample, err := corpora.Find(strings.TrimSuffix(name, ".md")); err == nil {
		_, err := s.stdout.Write(sample.Text)
		return err
	}
	catalog, err := corpora.LoadCatalog()
	if err != nil {
		return err
	}
	var names []string
	for i, land := range catalog.Countries {
		if strings.EqualFold(land.Name, name) || strings.EqualFold(land.ISO3, name) {
			return s.showCountry(&catalog.Countries[i])
		}
		names = append(names, land.Name)
	}
	for _, sample := range slices.Concat(corpora.Samples(), corpora.Parallel()) {
		names = append(names, sample.Name)
	}
	return usage("there is no country or sample %q%s", name, offer(name, names))
}

func (s *session) showCountry(land *corpora.Country) error {
	_, head := fmt.Fprintf(s.stdout, "%s (%s)\n%s\n\n", land.Name, land.ISO3, strings.TrimSpace(land.Publisher.Name+" "+land.Publisher.URL))
	out := tabwriter.NewWriter(s.stdout, 0, 0, 2, ' ', 0)
	for _, act := range land.Texts {
		title := act.Title
		if act.English != "" {
			title += " (" + act.English + ")"
		}
		number := act.Number
		if year := strconv.Itoa(act.Year); act.Year > 0 && !strings.Contains(number, year) {
			number = strings.TrimPrefix(number+", "+year, ", ")
		}
		fmt.Fprintf(out, "%s\t%s\t%s\t%s\n", act.Kind, act.Language, number, title)
	}
	return errors.Join(head, out.Flush())
}
