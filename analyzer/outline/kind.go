package outline

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"lacuna/analyzer/document"
	"lacuna/analyzer/lexicon"
	"lacuna/analyzer/message"
)

// How the kind of a text is told, in per cent of its provisions where nothing
// else is said.
const (
	headLines    = 12   // lines in which a text names itself
	headLine     = 300  // bytes; a longer line is no title
	mostSampled  = 120  // provisions that are read for it, evenly spread
	sampledBytes = 1500 // of each

	partyShare   = 40 // speak of States Parties: a treaty
	closingShare = 20 // enough where it also says how it is signed and ratified
	amendShare   = 60 // change another act: an amending act
	titledAmend  = 25 // enough where the title says so
	bearingShare = 10 // bear on crimes, children, extradition …: fewer, and the subject is another
	titledOther  = 60 // so many outweigh a title of another subject
	codeOffences = 40 // offences, with homicide and theft among them, make a code without a title

	shortestBody  = 15  // bytes behind the number of a quoted provision
	contentsLine  = 160 // bytes; the longest line of a table of contents
	contentsMean  = 90  // bytes; as long are they on average at most
	fewestLines   = 5   // a table of contents has more
	fewestToJudge = 8   // provisions from which shares say something of the subject
)

// Characterise tells what kind of text a document is, by its title, its words
// and its structure. pack is the lexicon of its language; without one, nothing
// but a table of contents can be told, and the kind stays empty.
func Characterise(d *document.Document, pack *lexicon.Pack) document.Character {
	if promised := contentsOnly(d, pack); promised != nil {
		return document.Character{Kind: document.ContentsPage, Promised: promised,
			Why: message.Sentence{Message: measured("kind-headings", len(promised))}}
	}
	if pack == nil {
		return document.Character{}
	}
	t := survey(d, pack)
	kind, why := t.kind()
	return document.Character{Kind: kind, Why: message.Sentence{Message: why}}
}

// traits are what the kind of a text is told by.
type traits struct {
	title      map[string]bool // concepts of the lines in which it names itself
	headed     map[string]bool // concepts of the headings of chapters and provisions
	provisions int             // that were read
	sampled    int             // provisions for one that was read, times a hundred
	share      map[string]int  // how many of them read a concept
	bearing    int             // how many bear on criminal law
	punishing  int             // how many punish
	amending   int             // share of its own provisions that change another act, per cent
}

// survey reads the title and a sample of the provisions.
func survey(d *document.Document, pack *lexicon.Pack) *traits {
	t := &traits{title: map[string]bool{}, headed: map[string]bool{}, share: map[string]int{}}
	for _, line := range head(d) {
		for c := range concepts(pack, line) {
			t.title[c] = true
		}
	}
	all := slices.DeleteFunc(d.Provisions(), func(s *document.Section) bool { return s.Kind == document.Schedule })
	step := max(1, (len(all)+mostSampled-1)/mostSampled)
	t.sampled = step
	for i := 0; i < len(all); i += step {
		read := concepts(pack, clip(d.Quote(all[i].Span), sampledBytes))
		t.provisions++
		for c := range read {
			t.share[c]++
		}
		if read["offence_cue"] || read["punishable"] || read["imprisonment"] {
			t.punishing++
		}
		if slices.ContainsFunc(bearing, func(c string) bool { return read[c] }) {
			t.bearing++
		}
	}
	for c := range concepts(pack, headings(d)) {
		t.headed[c] = true
	}
	if t.title["amending_title"] || t.percent(t.share["amend_change"]+t.share["amend_replace"]+t.share["amend_insert"]+t.share["amend_repeal"]) >= titledAmend {
		t.amending = amendingShare(d, pack)
	}
	return t
}

// bearing are concepts by which a provision bears on criminal law and its
// enforcement, or on the protection of children.
var bearing = []string{"offence_cue", "punishable", "imprisonment", "child", "extradition", "assistance", "traffick", "prostitution",
	"sexual_act", "kidnap", "enslave", "seizure", "confiscation", "any_offence"}

// speaks reports whether a heading or a provision that was read holds a concept.
func (t *traits) speaks(concept string) bool { return t.headed[concept] || t.share[concept] > 0 }

func (t *traits) percent(n int) int { return n * 100 / max(1, t.provisions) }

// kind weighs the traits. The order is that of belief: what changes another act
// is no code, however many offences its quotations hold.
func (t *traits) kind() (document.TextKind, message.Message) {
	parties := t.percent(t.share["treaty_party"])
	switch {
	case parties >= partyShare && t.share["treaty_party"] >= 3 || parties >= closingShare && t.share["treaty_closing"] > 0:
		return document.Treaty, measured("kind-parties", parties)
	case t.title["ratification"] && t.punishing == 0:
		return document.Treaty, message.Say("kind-ratifies")
	case t.amending >= amendShare || t.title["amending_title"] && t.amending >= titledAmend:
		return document.AmendingAct, measured("kind-changes", t.amending)
	case t.title["code_title"]:
		return document.Code, message.Say("kind-titled")
	case t.punishing*t.sampled >= codeOffences && t.speaks("homicide") && t.speaks("theft"):
		return document.Code, measured("kind-punishes", t.punishing*t.sampled)
	case t.title["other_subject"] && !t.title["penal_subject"] && t.percent(t.bearing) < titledOther:
		return document.OtherText, message.Say("kind-far")
	case t.provisions >= fewestToJudge && t.percent(t.bearing) < bearingShare:
		return document.OtherText, measured("kind-bears", t.percent(t.bearing))
	}
	return document.SpecialAct, measured("kind-own", t.percent(t.punishing))
}

func measured(code string, n int) message.Message { return message.Say(code, "n", strconv.Itoa(n)) }

// amendingShare is the share, per cent, of a text's own provisions that change
// another act. What it quotes is the other act's.
func amendingShare(d *document.Document, pack *lexicon.Pack) int {
	own, change := 0, 0
	for _, p := range Skeleton(d.Source).Provisions() {
		if p.Kind == document.Schedule {
			continue
		}
		own++
		read := concepts(pack, clip(d.Quote(p.Span), sampledBytes))
		operates := read["amend_change"] || read["amend_replace"] || read["amend_insert"] || read["amend_repeal"]
		if operates && (read["provision_word"] || read["code_title"] || read["amend_words"]) {
			change++
		}
	}
	return change * 100 / max(1, own)
}

// Skeleton outlines a text without its long quotations: of an amending act, its
// own provisions alone. Offsets are those of the text.
func Skeleton(src *document.Source) *document.Document {
	long := slices.DeleteFunc(Quotations(src.Text), func(q document.Span) bool { return !LongQuotation(src.Text, q) })
	for i, q := range long { // the marks go with the words
		_, open := utf8.DecodeLastRuneInString(src.Text[:q.Start])
		_, shut := utf8.DecodeRuneInString(src.Text[q.End:])
		long[i] = document.Span{Start: q.Start - open, End: q.End + shut}
	}
	return Read(Within(src, Outside(src.Text, long)))
}

// LongQuotation tells a quotation of provisions from one of mere words: it has
// several lines, is longer than a phrase, or begins as a provision does.
func LongQuotation(text string, q document.Span) bool {
	words := strings.TrimSpace(text[q.Start:q.End])
	_, mark, _ := readForm(words, 0, nil)
	return len(words) > contentsLine || strings.Contains(words, "\n") || mark > 0 && len(words) > mark+shortestBody
}

// head lists the lines in which a text names itself: its title and the short
// lines that stand before its provisions.
func head(d *document.Document) []string {
	lines := []string{d.Title}
	body := len(d.Text)
	if all := d.Provisions(); len(all) > 0 {
		body = all[0].Span.Start
	}
	for i, b := range d.Blocks {
		if i == headLines || b.Start >= body {
			break
		}
		if line := d.Text[b.Start:b.End]; len(line) <= headLine {
			lines = append(lines, line)
		}
	}
	return lines
}

// headings joins the headings of chapters and provisions, one a line.
func headings(d *document.Document) string {
	var b strings.Builder
	d.Root.Walk(func(s *document.Section) bool {
		b.WriteString(d.Quote(s.Title))
		b.WriteByte('\n')
		return !s.Citable()
	})
	return b.String()
}

// concepts are those that a stretch of text reads.
func concepts(pack *lexicon.Pack, text string) map[string]bool {
	out := map[string]bool{}
	for _, h := range pack.Scan(pack.Tokens(text, 0)) {
		out[pack.Concept(h)] = true
	}
	return out
}

// clip cuts a text to so many bytes, between letters.
func clip(text string, most int) string {
	if len(text) > most {
		text = strings.ToValidUTF8(text[:most], "")
	}
	return text
}

// contentsOnly lists what a text announces that is nothing but a table of
// contents; nil where it holds provisions.
func contentsOnly(d *document.Document, pack *lexicon.Pack) []document.Promise {
	all := d.Provisions()
	if len(all) == 0 {
		return contentsLines(d)
	}
	lines, bytes := 0, 0
	for _, p := range all {
		words := strings.TrimSpace(d.Quote(p.Span))
		bytes += len(words)
		if len(words) <= contentsLine && len(p.Children) == 0 {
			lines++
		}
	}
	if lines < fewestLines || lines*10 < len(all)*9 || bytes > contentsMean*len(all) {
		return nil
	}
	var promised []document.Promise
	rules := 0 // lines that punish or change another act, as headings do not
	for _, p := range all {
		words := strings.TrimSpace(d.Quote(p.Span))
		if pack != nil && (pack.Read(words, "imprisonment") || pack.Read(words, "amend_change") || pack.Read(words, "amend_words") && pack.Read(words, "amend_replace")) {
			rules++
		}
		heading := strings.TrimSpace(strings.TrimPrefix(words, p.Mark))
		promised = append(promised, document.Promise{Number: p.Number, Heading: flat(heading)})
	}
	if rules*20 > len(all) {
		return nil
	}
	return promised
}

// contentsLines reads promises off the lines that the layout gave away as a
// table of contents.
func contentsLines(d *document.Document) []document.Promise {
	var out []document.Promise
	for _, b := range d.Blocks {
		if b.Kind == document.Contents {
			out = append(out, document.Promise{Heading: flat(strings.TrimRight(d.Text[b.Start:b.End], " .…0123456789"))})
		}
	}
	if len(out) < fewestLines {
		return nil
	}
	return out
}

// flat puts a heading on one line.
func flat(s string) string { return strings.Join(strings.Fields(s), " ") }
