package ingest

import (
	"fmt"
	"sort"
	"strconv"
	"strings"

	"lacuna/analyzer/document"
	"lacuna/analyzer/message"
)

// The readings of tracked changes that Limits.Revisions names.
const (
	Accepted = "accepted" // as if all changes were accepted: the default
	Original = "original" // as if none had been made
	ByAuthor = "by:"      // followed by a name: that author's accepted, the others' not
)

// change is a tracked change that encloses some text.
type change struct {
	kind         document.RevisionKind
	author, date string
}

// tracked reads tracked changes one way, and lists them.
type tracked struct {
	reading string
	list    []*document.Revision
	run     []*document.Revision // the changes that the last text stood in
}

// checkReading returns an error where a reading has no meaning.
func checkReading(reading string) error {
	if reading == "" || reading == Accepted || reading == Original || strings.HasPrefix(reading, ByAuthor) && len(reading) > len(ByAuthor) {
		return nil
	}
	return fmt.Errorf("tracked changes cannot be read as %q; the readings are %q, %q and \"%sNAME\"", reading, Accepted, Original, ByAuthor)
}

// accepts reports whether this reading takes an author's changes as made.
func (t *tracked) accepts(author string) bool {
	if name, ok := strings.CutPrefix(t.reading, ByAuthor); ok {
		return strings.EqualFold(strings.TrimSpace(name), strings.TrimSpace(author))
	}
	return t.reading != Original
}

// keeps reports whether what stands in the changes belongs to this reading.
func (t *tracked) keeps(changes []change) bool {
	for _, c := range changes {
		adds := c.kind == document.Inserted || c.kind == document.MovedTo
		if adds != t.accepts(c.author) {
			return false
		}
	}
	return true
}

// note lists text that stands in changes, and returns what must be told where
// it came to stand. Text that goes on with a change is one with it.
func (t *tracked) note(changes []change, text string) []*document.Span {
	var run []*document.Revision
	var spans []*document.Span
	for _, c := range changes {
		r := t.open(c)
		if r == nil {
			r = &document.Revision{Kind: c.kind, Author: c.author, Date: c.date}
			t.list = append(t.list, r)
		}
		r.Text += text
		run = append(run, r)
		spans = append(spans, &r.Span)
	}
	t.run = run
	return spans
}

// open returns the change that the last text stood in and that c goes on with.
func (t *tracked) open(c change) *document.Revision {
	for _, r := range t.run {
		if r.Kind == c.kind && r.Author == c.author && r.Date == c.date {
			return r
		}
	}
	return nil
}

// report puts the changes on the source: the list, what was left out, and a
// sentence that counts them.
func (t *tracked) report(src *document.Source) {
	if len(t.list) == 0 {
		return
	}
	count := map[string]int{}
	for _, r := range t.list {
		src.Revisions = append(src.Revisions, *r)
		count[nameOf(r.Author)]++
		if words := strings.Trim(r.Text, "¶ \t"); r.Span.Empty() && words != "" {
			src.Left = append(src.Left, document.Left{Kind: fmt.Sprintf("%s by %s", r.Kind, nameOf(r.Author)), Text: words, Times: 1})
		}
	}
	var names []string
	for name := range count {
		names = append(names, name)
	}
	sort.Strings(names)
	var by []message.Message
	for _, name := range names {
		by = append(by, message.Say(map[bool]string{true: "changes-unnamed", false: "changes-by"}[name == unnamed], "n", strconv.Itoa(count[name]), "name", name))
	}
	src.Warnings = append(src.Warnings, t.manner().With(by...))
	if name, ok := strings.CutPrefix(t.reading, ByAuthor); ok && !t.known() {
		src.Warnings = append(src.Warnings, message.Say("tracked-none", "name", name))
	}
}

// manner says how the changes were read.
func (t *tracked) manner() message.Message {
	switch name, by := strings.CutPrefix(t.reading, ByAuthor); {
	case by:
		return message.Say("tracked-author", "name", name)
	case t.reading == Original:
		return message.Say("tracked-original")
	}
	return message.Say("tracked-accepted")
}

func (t *tracked) known() bool {
	for _, r := range t.list {
		if t.accepts(r.Author) {
			return true
		}
	}
	return false
}

func nameOf(author string) string {
	if strings.TrimSpace(author) == "" {
		return unnamed
	}
	return strings.TrimSpace(author)
}

// unnamed stands for an author of whom the file says nothing.
const unnamed = "an unnamed author"
