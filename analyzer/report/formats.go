package report

import "io"

// Options say how a report is laid out; formats ignore what does not touch them.
type Options struct {
	Width int    // columns of a terminal or page; 0 is 100
	Color bool   // mark statuses with colour
	Words *Words // the language in which to speak; nil is English
}

// words returns the language to speak.
func (o Options) words() *Words {
	if o.Words == nil {
		return english()
	}
	return o.Words
}

// columns returns the width to fill, never too narrow for five columns.
func (o Options) columns() int {
	if o.Width == 0 {
		return 100
	}
	return max(o.Width, 60)
}

// Format is one way to print a report. WriteEach prints reports that stand
// alone; it is nil where one file can hold but one.
type Format struct {
	Name        string
	Extension   string // of a file in this format, without the point
	Description string
	Write       func(io.Writer, *Report, Options) error
	WriteEach   func(io.Writer, []*Report, Options) error
}

// Formats is the one table of formats: look-up, help and errors read it.
var Formats = []Format{
	{"table", "txt", "a table for the terminal, wrapped to its width", writeTable, inTurn(writeTable)},
	{"md", "md", "Markdown, with the quotes below the matrix", writeMarkdown, inTurn(writeMarkdown)},
	{"csv", "csv", "one row for each piece of evidence, for spreadsheets and statistics", writeCSV, writeEachCSV},
	{"json", "json", "everything, in the stable shape lacuna/assessment/1", writeJSON, writeEachJSON},
	{"html", "html", "one page that opens anywhere and prints well, with quotes in context", writeHTML, nil},
}

// inTurn writes reports one after another.
func inTurn(write func(io.Writer, *Report, Options) error) func(io.Writer, []*Report, Options) error {
	return func(w io.Writer, reports []*Report, o Options) error {
		for i, r := range reports {
			if i > 0 {
				if _, err := io.WriteString(w, "\n"); err != nil {
					return err
				}
			}
			if err := write(w, r, o); err != nil {
				return err
			}
		}
		return nil
	}
}

// FormatNames lists the names of all formats.
func FormatNames() []string {
	var names []string
	for _, f := range Formats {
		names = append(names, f.Name)
	}
	return names
}

// FindFormat returns the format of that name.
func FindFormat(name string) (Format, bool) {
	for _, f := range Formats {
		if f.Name == name {
			return f, true
		}
	}
	return Format{}, false
}
