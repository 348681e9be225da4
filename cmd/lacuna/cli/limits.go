package cli

import (
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"lacuna/analyzer/ingest"
	"lacuna/analyzer/ingest/cache"
)

// readingFlags say how files are read, and what reading one of them may take.
func readingFlags() []cli.Flag {
	d := ingest.Limits{}.OrDefault()
	most := func(name string, def int, what string) cli.Flag {
		return &cli.IntFlag{Name: name, Value: def, Usage: what}
	}
	return []cli.Flag{
		&cli.StringFlag{Name: "language", Usage: "`CODE` of the text's language (en, fr, es …), and of the columns to read where pages hold it in several; otherwise it is found"},
		&cli.StringFlag{Name: "revisions", Value: ingest.Accepted,
			Usage: "`READING` of tracked changes: accepted, original, or " + ingest.ByAuthor + "NAME for those of one person"},
		&cli.BoolFlag{Name: "no-cache", Usage: "keep nothing that is slow to make anew in your cache folder, and use nothing kept there"},
		most("max-size", int(d.Bytes>>20), "most `MIB` of one file"),
		most("max-unpacked", int(d.Unpacked>>20), "most `MIB` to which an archive, .docx or .odt unpacks"),
		most("max-entries", d.Entries, "most `FILES` in an archive"),
		most("max-depth", d.Depth, "most `ELEMENTS` inside each other in HTML, XML, .docx, .odt and RTF"),
		most("max-pages", d.Pages, "most `PAGES` of a PDF"),
		most("max-text", int(d.Text>>20), "most `MIB` of the text read in one file"),
		most("max-memory", int(d.Memory>>20), "most `MIB` of memory for reading one file (on Linux)"),
		&cli.DurationFlag{Name: "max-time", Value: d.Time, Usage: "most `TIME` for reading one file, such as 90s"},
	}
}

// limits reads readingFlags.
func limits(c *cli.Context) (ingest.Limits, error) {
	reading := c.String("revisions")
	if author, by := strings.CutPrefix(reading, ingest.ByAuthor); reading != "" && (!by || author == "") {
		if err := choice("revisions", reading, ingest.Accepted, ingest.Original); err != nil {
			return ingest.Limits{}, err
		}
	}
	for _, f := range readingFlags() {
		name := f.Names()[0]
		if n, ok := c.Value(name).(int); ok && (n < 1 || n > 1<<20) {
			return ingest.Limits{}, usage("--%s takes a whole number from 1 to %d, not %d", name, 1<<20, n)
		}
	}
	if t := c.Duration("max-time"); c.IsSet("max-time") && (t < time.Second || t > 24*time.Hour) {
		return ingest.Limits{}, usage("--max-time takes from 1s to 24h, not %v", t)
	}
	mib := func(name string) int64 { return int64(c.Int(name)) << 20 }
	lim := ingest.Limits{Language: c.String("language"), Revisions: reading, Bytes: mib("max-size"), Unpacked: mib("max-unpacked"), Entries: c.Int("max-entries"),
		Depth: c.Int("max-depth"), Pages: c.Int("max-pages"), Text: mib("max-text"), Memory: mib("max-memory"), Time: c.Duration("max-time")}
	if !c.Bool("no-cache") {
		lim.Cache = cache.User()
	}
	return lim, nil
}
