package amend

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"lacuna/analyzer/document"
	"lacuna/analyzer/lexicon"
	"lacuna/analyzer/outline"
)

// Instruction is one thing that an amending act says is to be done.
type Instruction struct {
	Act        string
	Label      string        // the provision of the act, as a lawyer cites it
	Place      document.Span // its words in the act, with what it quotes
	Operation  Operation
	Targets    []string        // numbers of the provisions of the law, in order
	Range      bool            // the targets are the ends of a range
	Part       string          // number of the paragraph or point of the only target
	Quotes     []document.Span // what it quotes, without the marks
	Quoted     []string        // its words
	Before     bool            // what is inserted stands before the place, not behind it
	Becomes    string          // the new number, where the only target has another
	Throughout bool            // wherever the words stand
	Turned     bool            // the new words may stand before the old: "substitute B for A"
	named      bool            // its own words name a provision and do not lead into others
}

// Instructions lists what an amending act says is to be done, in reading order.
func Instructions(act *document.Document, pack *lexicon.Pack) []Instruction {
	quotes := outline.Quotations(act.Text)
	own := outline.Skeleton(act.Source)
	var units []unit
	for _, p := range own.Provisions() {
		if p.Kind != document.Schedule {
			units = append(units, leaves(own, p, "")...)
		}
	}
	if units == nil { // too short to be outlined
		for _, b := range own.Blocks {
			units = append(units, unit{&document.Section{}, b.Span, ""})
		}
	}
	var out []Instruction
	for i, u := range units {
		end := len(act.Text)
		if i+1 < len(units) {
			end = units[i+1].span.Start
		}
		r := &clauseReader{text: act.Text, pack: pack, act: act.ID, label: own.Label(u.section), context: u.context}
		start := u.span.Start
		if strings.HasPrefix(act.Text[start:], u.section.Mark) {
			start += len(u.section.Mark)
		}
		for _, clause := range clauses(act.Text, document.Span{Start: start, End: end}, quotes) {
			out = append(out, r.read(clause, within(quotes, clause))...)
		}
	}
	return out
}

// unit is the words of a leaf of the act, with the chapeau above it.
type unit struct {
	section *document.Section
	span    document.Span
	context string
}

// leaves lists the leaves of a provision; a chapeau is the context of its points.
func leaves(d *document.Document, s *document.Section, context string) []unit {
	if len(s.Children) == 0 {
		return []unit{{s, s.Span, context}}
	}
	var out []unit
	if !s.Lead.Empty() {
		context = strings.TrimSpace(context + " " + d.Quote(s.Lead))
	}
	for _, c := range s.Children {
		out = append(out, leaves(d, c, context)...)
	}
	return out
}

// clauses cuts a stretch at semicolons and at the ends of sentences outside
// quotations.
func clauses(text string, s document.Span, quotes []document.Span) []document.Span {
	var out []document.Span
	start := s.Start
	for i := s.Start; i < s.End; i++ {
		if q := holding(quotes, i); q != nil {
			i = q.End
			continue
		}
		stop := text[i] == ';' || text[i] == '.' && i+1 < s.End && (text[i+1] == ' ' || text[i+1] == '\n') && i > s.Start && text[i-1] > '9'
		if stop {
			out = append(out, document.Span{Start: start, End: i + 1})
			start = i + 1
		}
	}
	return append(out, document.Span{Start: start, End: s.End})
}

// holding returns the quotation that begins at or holds an offset.
func holding(quotes []document.Span, at int) *document.Span {
	i := slices.IndexFunc(quotes, func(q document.Span) bool { return q.Start <= at && at < q.End })
	if i < 0 {
		return nil
	}
	return &quotes[i]
}

func within(quotes []document.Span, s document.Span) []document.Span {
	var out []document.Span
	for _, q := range quotes {
		if s.Contains(q) {
			out = append(out, q)
		}
	}
	return out
}

// clauseReader reads the clauses of one provision of the act; a clause without a
// target of its own takes that of the words before it.
type clauseReader struct {
	text, act, label, context string
	pack                      *lexicon.Pack
	last                      []string
}

// number reads the number of a provision or its part behind a word for it.
var number = regexp.MustCompile(`^[\s.°:№]*\(?(\d+(?:[.\-–/]\d+)*(?:[ \x{a0}]?(?:bis|ter|quater|quinquies|sexies|مكرر)|[ \x{a0}]?[A-Za-z]\b)?)\)?`)

// head reads the number of a provision with which quoted words begin, behind the
// word for it: "59A. Sale of children", "Article 59-1. –", "§ 59a".
var head = regexp.MustCompile(`^(?:\pL+\.?\s+|§\s*)?(\d+(?:[.\-–/]\d+)*(?:[ \x{a0}]?(?:bis|ter|quater|quinquies|sexies|مكرر)|[ \x{a0}]?-?[A-Za-z]\b)?)(?:[.)\s:–—]|$)`)

// partMark reads the number of a paragraph: "(2)", "(a)".
var partMark = regexp.MustCompile(`^\s*\(([0-9]+[A-Za-z]?|[a-zа-я])\)`)

// more reads a further number of a list of targets.
var more = regexp.MustCompile(`^(\s*,\s*|\s+\pL{1,3}\s+|\s*[-–]\s*)(\d[\w.\-]*\w|\d)`)

// read reads what a clause orders; nothing where it orders nothing.
func (r *clauseReader) read(clause document.Span, quotes []document.Span) []Instruction {
	masked := mask(r.text, clause, quotes)
	in := Instruction{Act: r.act, Label: r.label, Place: clause, Quotes: quotes}
	hits := r.scan(masked, clause.Start)
	whole := hits
	in.Becomes, hits = r.becomes(masked, clause.Start, hits)
	in.Targets, in.Part, in.Range = r.targets(masked, clause.Start, hits)
	hits = whole
	in.named = in.Targets != nil && !leadsIn(masked)
	if in.Targets == nil && r.context != "" {
		in.Targets, in.Part, in.Range = r.targets(r.context, 0, r.scan(r.context, 0))
	}
	if in.Targets == nil {
		in.Targets = r.last
	}
	r.last = in.Targets
	for _, h := range hits {
		switch h.concept {
		case "amend_throughout":
			in.Throughout = true
		case "amend_before":
			in.Before = true
		case "amend_replace":
			in.Turned = in.Turned || len(quotes) > 0 && h.end <= quotes[0].Start
		}
	}
	for _, q := range quotes {
		in.Quoted = append(in.Quoted, strings.TrimSpace(r.text[q.Start:q.End]))
	}
	in.Operation = r.operation(hits, in)
	if in.Operation == "" {
		return nil
	}
	return []Instruction{in}
}

// leadsIn reports whether words end as those do that lead into others.
func leadsIn(words string) bool {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimSpace(words))
	return strings.ContainsRune(":—–-", last)
}

// becomes reads the number that a renumbered provision or part has now, the last
// that a text names, and returns the hits before it. It is empty where the text
// orders no other number, or anything else too.
func (r *clauseReader) becomes(text string, base int, hits []hit) (string, []hit) {
	renumbers, names, last, fresh := false, 0, 0, ""
	for i, h := range hits {
		switch h.concept {
		case "amend_renumber":
			renumbers = true
		case "amend_replace", "amend_insert", "amend_change", "amend_repeal":
			return "", hits
		case "provision_word", "part_word", "point_word":
			if m := number.FindStringSubmatch(text[h.end-base:]); m != nil {
				names, last, fresh = names+1, i, m[1]
			} else if m := partMark.FindStringSubmatch(text[h.end-base:]); m != nil {
				names, last, fresh = names+1, i, m[1]
			}
		}
	}
	if !renumbers || names < 2 {
		return "", hits
	}
	return fresh, hits[:last]
}

// hit is a concept at a place of a text.
type hit struct {
	concept    string
	start, end int
}

func (r *clauseReader) scan(text string, base int) []hit {
	tokens := r.pack.Tokens(text, base)
	var out []hit
	for _, h := range r.pack.Scan(tokens) {
		out = append(out, hit{r.pack.Concept(h), tokens[h.First].Start, tokens[h.Last-1].End})
	}
	return out
}

// mask blanks the quotations of a clause, so that their words order nothing.
func mask(text string, clause document.Span, quotes []document.Span) string {
	b := []byte(text[clause.Start:clause.End])
	for _, q := range quotes {
		for i := q.Start - clause.Start; i < q.End-clause.Start; i++ {
			b[i] = '_'
		}
	}
	return string(b)
}

// operation weighs the words of a clause: what is inserted may be "worded as
// follows" too, and words struck out may be replaced.
func (r *clauseReader) operation(hits []hit, in Instruction) Operation {
	has := func(c string) bool { return slices.ContainsFunc(hits, func(h hit) bool { return h.concept == c }) }
	long := slices.ContainsFunc(in.Quotes, func(q document.Span) bool {
		return outline.LongQuotation(r.text, q) || number.MatchString(r.text[q.Start:q.End])
	})
	switch n := len(in.Quotes); {
	case has("amend_insert") && n == 2 && !long:
		return InsertWords
	case has("amend_insert") && n > 0:
		return Insert
	case has("amend_replace") && n == 2:
		return ReplaceWords
	case has("amend_replace") && n == 1:
		return Replace
	case has("amend_repeal") && n > 0:
		return DeleteWords
	case has("amend_repeal") && len(in.Targets) > 0 && !has("amend_words"):
		return Repeal
	case n > 0 && (has("amend_replace") || has("amend_change")):
		return Replace
	case n == 0 && in.Becomes != "" && len(in.Targets) > 0:
		return Renumber
	case n == 0 && in.named && (has("amend_replace") || has("amend_insert") || has("amend_change") || has("amend_repeal")):
		return Other
	}
	return ""
}

// targets lists the provisions that a text names, with the part of a single one.
func (r *clauseReader) targets(text string, base int, hits []hit) (targets []string, part string, ranged bool) {
	for _, h := range hits {
		at := h.end - base
		switch h.concept {
		case "provision_word":
			m := number.FindStringSubmatchIndex(text[at:])
			if m == nil || len(targets) > 0 {
				continue
			}
			targets = append(targets, text[at+m[2]:at+m[3]])
			at += m[1]
			if p := partMark.FindStringSubmatch(text[at:]); p != nil {
				part = p[1]
				continue
			}
			for m := more.FindStringSubmatchIndex(text[at:]); m != nil; m = more.FindStringSubmatchIndex(text[at:]) {
				joint := strings.TrimSpace(text[at+m[2] : at+m[3]])
				ranged = ranged || joint == "-" || joint == "–" || r.pack.Range(lexicon.Fold(joint))
				targets = append(targets, text[at+m[4]:at+m[5]])
				at += m[1]
			}
		case "part_word", "point_word":
			if m := number.FindStringSubmatch(text[at:]); m != nil && part == "" {
				part = m[1]
			} else if m := partMark.FindStringSubmatch(text[at:]); m != nil {
				part = m[1]
			} else if part == "" {
				part = unreadPart
			}
		}
	}
	return targets, part, ranged
}

// unreadPart stands for a paragraph that is named in a way that was not read.
const unreadPart = "?"

// level levels a number for comparison: small letters, no blanks.
func level(n string) string {
	return strings.Map(func(c rune) rune {
		if c == ' ' || c == '\u00a0' || c == '.' || c == '-' || c == '–' {
			return -1
		}
		return c
	}, strings.ReplaceAll(lexicon.Fold(n), "–", "-"))
}
