package amend

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"lacuna/analyzer/document"
	"lacuna/analyzer/message"
)

// editor gathers edits of a law and writes the amended text.
type editor struct {
	law    *document.Document
	edits  []edit
	count  int
	placed map[int]document.Span // by number of the change: where its words stand now
}

// edit replaces a stretch of the law's text. One of whole blocks replaces them by
// blocks of its own, one a line; where its span is empty they stand at its place.
type edit struct {
	document.Span
	text   string
	block  bool
	change int
}

func (e edit) clashes(o edit) bool { return !e.Empty() && !o.Empty() && e.Overlaps(o.Span) }

// carryOut turns an instruction into edits, or says why it cannot.
func (e *editor) carryOut(in Instruction) Change {
	c := Change{Act: in.Act, Instruction: in.Label, Place: in.Place, Operation: in.Operation, Target: strings.Join(in.Targets, ", "), Where: e.where(in)}
	n := e.count
	e.count++
	edits, why := e.plan(in, &c)
	for i := range edits {
		edits[i].change = n
		if slices.ContainsFunc(e.edits, func(o edit) bool { return o.clashes(edits[i]) }) {
			why = message.Say("amend-clash")
		}
	}
	if why.Code != "" {
		c.Why.Message, c.Touched = why, e.meant(in)
		return c
	}
	e.edits = append(e.edits, edits...)
	c.Applied, c.Times, c.Touched = true, len(edits), e.touched(edits)
	return c
}

// where cites what an instruction names, as the law writes it where it has it.
func (e *editor) where(in Instruction) string {
	var out []string
	for _, t := range in.Targets {
		label := t
		if p, why := e.find(t); why.Code == "" {
			label = e.law.Label(p)
			if part := e.part(p, in.Part); part != nil && len(in.Targets) == 1 {
				label = e.law.Label(part)
			}
		}
		out = append(out, label)
	}
	if in.Range {
		return strings.Join(out, " – ")
	}
	return strings.Join(out, "; ")
}

// touched lists the numbers of the provisions that hold words of the edits; what
// is put between provisions touches none.
func (e *editor) touched(edits []edit) []string {
	out := []string{}
	for _, p := range e.law.Provisions() {
		if slices.ContainsFunc(edits, func(ed edit) bool { return ed.Overlaps(p.Span) }) {
			out = append(out, p.Number)
		}
	}
	return out
}

// meant lists the numbers of the provisions that an instruction names, as the law
// writes them where it has them.
func (e *editor) meant(in Instruction) []string {
	out := slices.Clone(in.Targets)
	if list, why := e.named(in); why.Code == "" {
		out = nil
		for _, p := range list {
			out = append(out, p.Number)
		}
	}
	return append([]string{}, out...)
}

// plan lists the edits of an instruction, or says why there are none.
func (e *editor) plan(in Instruction, c *Change) ([]edit, message.Message) {
	switch in.Operation {
	case ReplaceWords:
		c.Old, c.New = in.Quoted[0], in.Quoted[1]
		return e.inWords(in, c)
	case InsertWords:
		c.Old, c.New = in.Quoted[0], in.Quoted[1]
		return e.inWords(in, c)
	case DeleteWords:
		c.Old = in.Quoted[0]
		if len(in.Quoted) > 1 {
			return nil, message.Say("amend-several")
		}
		return e.inWords(in, c)
	case Replace:
		c.New = in.Quoted[0]
		return e.replace(in)
	case Insert:
		c.New = in.Quoted[len(in.Quoted)-1]
		return e.insert(in)
	case Renumber:
		c.New = in.Becomes
		return e.renumber(in, c)
	case Other:
		return nil, message.Say("amend-vague")
	}
	return e.repeal(in)
}

// inWords plans a change of words. Where they stand more than once, it must be
// said that all are meant. The new words may have been named first.
func (e *editor) inWords(in Instruction, c *Change) ([]edit, message.Message) {
	scope, why := e.scope(in)
	if why.Code != "" {
		return nil, why
	}
	places := occurrences(e.law.Text, scope, c.Old)
	if len(places) == 0 && in.Operation == ReplaceWords && in.Turned {
		if places = occurrences(e.law.Text, scope, c.New); len(places) > 0 {
			c.Old, c.New = c.New, c.Old
		}
	}
	switch {
	case len(places) == 0:
		return nil, message.Say("amend-no-words", "words", c.Old)
	case len(places) > 1 && !in.Throughout:
		return nil, message.Say("amend-ambiguous", "words", c.Old, "n", strconv.Itoa(len(places)))
	}
	var out []edit
	for _, at := range places {
		text := c.New
		switch {
		case in.Operation == InsertWords && in.Before:
			text = c.New + " " + e.law.Quote(at)
		case in.Operation == InsertWords:
			text = e.law.Quote(at) + " " + c.New
		case in.Operation == DeleteWords && strings.HasPrefix(e.law.Text[at.End:], " "):
			at.End++
		}
		out = append(out, edit{Span: at, text: text})
	}
	return out, message.Message{}
}

// scope is the stretch of the law in which words are changed.
func (e *editor) scope(in Instruction) (document.Span, message.Message) {
	if len(in.Targets) == 0 {
		if in.Throughout {
			return document.Span{End: len(e.law.Text)}, message.Message{}
		}
		return document.Span{}, message.Say("amend-unnamed")
	}
	if len(in.Targets) > 1 {
		return document.Span{}, message.Say("amend-many")
	}
	p, why := e.find(in.Targets[0])
	if why.Code != "" {
		return document.Span{}, why
	}
	if part := e.part(p, in.Part); part != nil {
		return part.Span, message.Message{}
	}
	return p.Span, message.Message{}
}

// find returns the provision of a number.
func (e *editor) find(number string) (*document.Section, message.Message) {
	var found []*document.Section
	for _, p := range e.law.Provisions() {
		if p.Kind != document.Schedule && level(p.Number) == level(number) {
			found = append(found, p)
		}
	}
	switch len(found) {
	case 0:
		return nil, message.Say("amend-absent", "number", number)
	case 1:
		return found[0], message.Message{}
	}
	return nil, message.Say("amend-twice", "n", strconv.Itoa(len(found)), "number", number)
}

// part returns the paragraph or point of a number in a provision; nil where none
// was named or the number does not tell it.
func (e *editor) part(p *document.Section, number string) *document.Section {
	var found []*document.Section
	p.Walk(func(s *document.Section) bool {
		if s != p && s.Number != "" && level(s.Number) == level(number) {
			found = append(found, s)
			return false
		}
		return true
	})
	if len(found) != 1 {
		return nil
	}
	return found[0]
}

// occurrences lists where words stand in a stretch, as words of their own. White
// space and the case of letters are the text's.
func occurrences(text string, s document.Span, words string) []document.Span {
	var out []document.Span
	for at := s.Start; words != "" && at < s.End; {
		i := strings.Index(text[at:s.End], words)
		if i < 0 {
			break
		}
		start, end := at+i, at+i+len(words)
		before, _ := utf8.DecodeLastRuneInString(text[:start])
		after, _ := utf8.DecodeRuneInString(text[end:])
		if !(unicode.IsLetter(before) && letterAt(words, true)) && !(unicode.IsLetter(after) && letterAt(words, false)) {
			out = append(out, document.Span{Start: start, End: end})
		}
		at = end
	}
	return out
}

func letterAt(words string, first bool) bool {
	r, _ := utf8.DecodeLastRuneInString(words)
	if first {
		r, _ = utf8.DecodeRuneInString(words)
	}
	return unicode.IsLetter(r)
}

// replace plans a new wording of a whole provision, or of a part of it.
func (e *editor) replace(in Instruction) ([]edit, message.Message) {
	if len(in.Targets) != 1 {
		return nil, message.Say("amend-not-one")
	}
	p, why := e.find(in.Targets[0])
	if why.Code != "" {
		return nil, why
	}
	s, text := p, in.Quoted[0]
	if in.Part != "" && !e.opensWith(text, p) {
		if s = e.part(p, in.Part); s == nil {
			return nil, message.Say("amend-no-part")
		}
	}
	if !number.MatchString(text) && !e.opensWith(text, p) && s.Mark != "" {
		text = s.Mark + " " + text
	}
	return e.wholeBlocks(s.Span, text)
}

// renumber plans another number of a provision, or of a part of it, in its mark;
// the change keeps the old number of a whole provision.
func (e *editor) renumber(in Instruction, c *Change) ([]edit, message.Message) {
	if len(in.Targets) != 1 {
		return nil, message.Say("amend-not-one")
	}
	s, why := e.find(in.Targets[0])
	if why.Code != "" {
		return nil, why
	}
	if in.Part == "" {
		c.Old = s.Number
	} else if s = e.part(s, in.Part); s == nil {
		return nil, message.Say("amend-no-part")
	}
	at := strings.Index(s.Mark, s.Number)
	if at < 0 || s.Number == "" || !strings.HasPrefix(e.law.Text[s.Span.Start:], s.Mark) {
		return nil, message.Say("amend-vague")
	}
	at += s.Span.Start
	return []edit{{Span: document.Span{Start: at, End: at + len(s.Number)}, text: in.Becomes}}, message.Message{}
}

// opensWith reports whether words begin with the number of a provision.
func (e *editor) opensWith(words string, p *document.Section) bool {
	head, _, _ := strings.Cut(words, "\n")
	return strings.HasPrefix(level(head), level(p.Mark)) || strings.HasPrefix(level(head), level(p.Number))
}

// wholeBlocks makes an edit of whole blocks of a stretch that begins and ends
// with them.
func (e *editor) wholeBlocks(s document.Span, text string) ([]edit, message.Message) {
	for _, b := range e.law.Blocks {
		if b.Start < s.Start && s.Start < b.End && strings.TrimSpace(e.law.Text[b.Start:s.Start]) != "" || b.Start < s.End && s.End < b.End && strings.TrimSpace(e.law.Text[s.End:b.End]) != "" {
			return []edit{{Span: s, text: strings.ReplaceAll(text, "\n", " ")}}, message.Message{}
		}
	}
	return []edit{{Span: s, text: text, block: true}}, message.Message{}
}

// insert plans new provisions, behind or before the one named, else where their
// number belongs; or a new paragraph at the end of the one named.
func (e *editor) insert(in Instruction) ([]edit, message.Message) {
	text := in.Quoted[len(in.Quoted)-1]
	fresh := ""
	if m := head.FindStringSubmatch(text); m != nil {
		fresh = m[1]
	}
	var at *document.Section
	if len(in.Targets) > 0 {
		at, _ = e.find(in.Targets[0])
	}
	switch {
	case fresh == "" && at != nil: // a paragraph or point
		if in.Part == "" || in.Part == unreadPart || in.Before {
			return []edit{{Span: document.Span{Start: at.Span.End, End: at.Span.End}, text: text, block: true}}, message.Message{}
		}
		if s := e.part(at, in.Part); s != nil {
			return []edit{{Span: document.Span{Start: s.Span.End, End: s.Span.End}, text: text, block: true}}, message.Message{}
		}
		return []edit{{Span: document.Span{Start: at.Span.End, End: at.Span.End}, text: text, block: true}}, message.Message{}
	case fresh == "":
		return nil, message.Say("amend-nowhere")
	case at == nil || level(at.Number) == level(fresh):
		if at = e.predecessor(fresh); at == nil {
			return nil, message.Say("amend-no-place", "number", fresh)
		}
	case in.Before:
		return []edit{{Span: document.Span{Start: at.Span.Start, End: at.Span.Start}, text: text, block: true}}, message.Message{}
	}
	return []edit{{Span: document.Span{Start: at.Span.End, End: at.Span.End}, text: text, block: true}}, message.Message{}
}

// predecessor returns the provision whose number is the beginning of a new one:
// 59 of 59A, 59-1 or 59 bis; else the one before it in whole numbers.
func (e *editor) predecessor(fresh string) *document.Section {
	digits := strings.IndexFunc(fresh, func(c rune) bool { return !unicode.IsDigit(c) })
	if digits < 0 {
		digits = len(fresh)
	}
	var last *document.Section
	for _, p := range e.law.Provisions() {
		if p.Kind == document.Schedule {
			continue
		}
		if base := leadingDigits(p.Number); base == fresh[:digits] && level(p.Number) < level(fresh) || digits == len(fresh) && less(base, fresh) {
			last = p
		}
	}
	return last
}

func leadingDigits(n string) string {
	if i := strings.IndexFunc(n, func(c rune) bool { return !unicode.IsDigit(c) }); i >= 0 {
		return n[:i]
	}
	return n
}

// less compares whole numbers by their figures.
func less(a, b string) bool { return len(a) < len(b) || len(a) == len(b) && a < b }

// repeal plans the repeal of provisions, or of a part of one.
func (e *editor) repeal(in Instruction) ([]edit, message.Message) {
	var out []edit
	if in.Part != "" {
		p, why := e.find(in.Targets[0])
		if why.Code != "" {
			return nil, why
		}
		s := e.part(p, in.Part)
		if s == nil || len(in.Targets) > 1 {
			return nil, message.Say("amend-no-part")
		}
		return e.wholeBlocks(s.Span, strings.TrimSpace(s.Mark+" ["+e.repealed()+"]"))
	}
	list, why := e.named(in)
	for _, p := range list {
		edits, _ := e.wholeBlocks(p.Span, strings.TrimSpace(strings.TrimRight(p.Mark, " .")+". ["+e.repealed()+"]"))
		out = append(out, edits...)
	}
	return out, why
}

// named lists the provisions that an instruction names, those of a range in the
// order of the law.
func (e *editor) named(in Instruction) ([]*document.Section, message.Message) {
	var out []*document.Section
	for _, t := range in.Targets {
		p, why := e.find(t)
		if why.Code != "" {
			return nil, why
		}
		out = append(out, p)
	}
	if !in.Range {
		return out, message.Message{}
	}
	all := e.law.Provisions()
	from, to := slices.Index(all, out[0]), slices.Index(all, out[len(out)-1])
	if from > to {
		return nil, message.Say("amend-range")
	}
	return all[from : to+1], message.Message{}
}

// repealed is the remark that takes the place of a repealed provision.
func (e *editor) repealed() string {
	if word := remarks[e.law.Language]; word != "" {
		return word
	}
	return remarks["en"]
}

var remarks = map[string]string{"en": "Repealed", "fr": "Abrogé", "es": "Derogado", "pt": "Revogado", "ru": "Утратила силу", "de": "Aufgehoben", "ar": "ملغاة"}
