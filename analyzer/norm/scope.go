package norm

import (
	"cmp"
	"slices"
	"strings"

	"lacuna/analyzer/document"
	"lacuna/analyzer/lexicon"
)

// Scope says which offences a general rule speaks of.
type Scope struct {
	All       bool                // every offence
	Text      *document.Document  // of this text alone; nil of every text of the dossier
	Sections  []*document.Section // provisions and chapters named, or the rule's own
	Felony    bool                // felonies alone
	Traffick  bool                // offences of trafficking alone
	Express   bool                // only offences whose own provision says so
	Lowest    bool                // Threshold is held against the least penalty an offence carries, not the most
	Threshold int                 // least penalty, in months, of the offences it speaks of; 0 none
}

// Own reports whether a scope is no wider than the section itself.
func (s Scope) Own(provision *document.Section) bool {
	return !s.All && !s.Express && len(s.Sections) == 1 && s.Sections[0] == provision
}

// Reaches reports whether an offence lies inside the scope.
func (s Scope) Reaches(offence *Norm) bool {
	if s.Threshold > 0 && (offence.Sanction.Class == FineOnly || offence.Sanction.Class == ShortArrest) {
		return false
	}
	if penalty := s.penalty(offence.Sanction); penalty > 0 && penalty < s.Threshold {
		return false
	}
	if s.Text != nil && offence.Doc != s.Text {
		return false
	}
	if s.Traffick && !offence.Has("traffick") {
		return false
	}
	if s.Felony && offence.own("misdemeanour") && !offence.own("felony") {
		return false
	}
	if s.All {
		return true
	}
	for _, sec := range s.Sections {
		if offence.Provision.Within(sec) {
			return true
		}
	}
	return false
}

// penalty is what a threshold is held against, in months; 0 where it is unknown.
func (s Scope) penalty(sanction Sanction) int {
	if s.Lowest {
		return sanction.Min
	}
	return sanction.Max
}

// scopes reads the scope of every norm of a document, once all are read: a rule
// in a chapter that hardly punishes anything is a general one.
func scopes(refs *references, norms []*Norm) {
	punishes := punishing(norms)
	general := generalChapters(punishes)
	refs.schedules(norms)
	var first *Norm // the rule that sets the scope of its provision
	for _, n := range norms {
		n.Scope = scope(n, refs, general, punishes)
		switch {
		case n.Kind == Rule && n.Scope.All && punishes[n.Provision] && !n.own("this_text"):
			n.Scope.All, n.Scope.Sections = false, []*document.Section{n.Provision} // "attempt of the offence", beside the offence
		case first == nil || first.Provision != n.Provision, n.Kind == Rule && n.Scope.All && n.own("any_offence", "intentional_offence"):
			first = n // "it may be ordered for other offences" widens what was said before
		case n.goesOn(first):
			n.Scope = first.Scope
		}
	}
	chainScopes(norms)
	closeLists(norms)
	laterParagraphs(norms)
	thingsSeized(norms)
}

// laterParagraphs gives a paragraph that says nothing of its scope that of the
// first one of its provision, where this speaks of offences named by number:
// "(2) In the meantime, provisional closure may be ordered".
func laterParagraphs(norms []*Norm) {
	var lead *Norm
	for _, n := range norms {
		switch {
		case lead == nil || lead.Provision != n.Provision:
			lead = n
		case n.Kind == Rule && lead.Kind == Rule && n.Scope.All && !lead.Scope.All && len(lead.Refs) > 0 && lead.own("listed_offences") &&
			!n.own("any_offence", "intentional_offence", "any_felony", "serious_offence", "any_law", "this_text"):
			n.Scope = lead.Scope
		}
	}
}

// goesOn reports whether a rule that names no offences goes on where the first of
// its provision, which names some, left off: "(2) Closure may be provisional."
func (n *Norm) goesOn(first *Norm) bool {
	limited := !first.Scope.All && !first.Scope.Own(first.Provision) || first.Scope.Threshold > 0 || first.Scope.Felony
	return n.Kind == Rule && first.Kind == Rule && limited && (n.Scope.All || n.Scope.Own(n.Provision)) &&
		!n.own("any_offence", "intentional_offence", "any_felony", "serious_offence", "this_text", "any_law")
}

// chainScopes gives a rule that builds on another rule, "a legal person liable
// under article 30", the scope of that rule. One that names an offence first is about it.
func chainScopes(norms []*Norm) {
	rules := map[*document.Section]*Norm{} // the first rule of a provision that punishes nothing, or that which lists offences
	for _, n := range norms {
		_, seen := rules[n.Provision]
		switch {
		case n.Kind == Offence || n.Kind == Aggravation:
			rules[n.Provision] = nil
		case n.Kind == Rule && (!seen || rules[n.Provision] != nil && !rules[n.Provision].own("listed_offences") && n.own("listed_offences")):
			rules[n.Provision] = n
		}
	}
	for _, n := range norms {
		if n.Kind == Offence && !n.own("legal_person") || n.Scope.All || !n.own("listed_offences") || len(n.Scope.Sections) == 0 {
			continue
		}
		if first := n.Scope.Sections[0]; first != n.Provision && rules[first] == nil {
			continue // "in the case of article 30, by written matter (article 4)"
		}
		for _, p := range n.Scope.Sections {
			if rule := rules[p]; rule != nil && p != n.Provision && !rule.Scope.Own(p) {
				n.Scope = rule.Scope
				break
			}
		}
	}
}

// threshold reads the least penalty of the offences that a rule speaks of.
func threshold(n *Norm) Scope {
	var s Scope
	for _, h := range n.Hits {
		if h.Concept == "serious_offence" && len(h.Numbers) > 0 && h.Via == "" {
			s.Threshold, s.Lowest = h.Numbers[0]*12, n.own("lowest_penalty")
		}
	}
	return s
}

func scope(n *Norm, refs *references, general, punishes map[*document.Section]bool) Scope {
	s := threshold(n)
	s.Traffick = (n.Kind == Rule || n.attributes()) && n.own("traffick") && !n.own("any_offence", "intentional_offence", "this_text", "this_chapter", "listed_offences")
	provisions, groups := refs.in(n)
	n.Refs = append(slices.Clone(provisions), groups...)
	if n.own("this_text") && !n.own("any_law") || !n.own("any_offence", "intentional_offence", "any_felony", "serious_offence", "any_law") {
		s.Text = n.Doc
	}
	listed := refs.scheduled(n)
	if slices.ContainsFunc(slices.Concat(provisions, groups, listed), func(p *document.Section) bool { return !p.Within(n.Doc.Root) }) {
		s.Text = nil // it names offences of another act
	}
	switch {
	case len(listed) > 0:
		s.Sections = slices.Concat(provisions, groups, listed)
		if n.own("this_text") {
			s.Sections = append(s.Sections, n.Doc.Root)
		}
	case n.Kind == Definition && n.own("this_section") && !n.namesGroup(refs.pack):
		s.Sections = []*document.Section{n.Provision}
	case len(groups) > 0:
		s.Sections = groups
	case n.own("this_chapter") || n.namesGroup(refs.pack):
		s.Sections = []*document.Section{refs.group(n)}
	case s.Threshold == 0 && n.expressly():
		s.Express = true
	case n.own("listed_offences") && len(provisions) > 0:
		s.Sections = append(provisions, n.Provision)
	case n.own("listed_offences") && n.own("chapter_word"):
		s.Sections = []*document.Section{n.Provision} // chapters that the text does not hold
	case n.own("offence_here"):
		s.Sections = []*document.Section{n.Provision}
	case n.own("any_felony") && !n.own("any_offence"):
		s.Felony, s.All = true, true
	case n.Kind == Offence && n.speaksOf("any_offence") && !n.own("this_text") && !n.own(aroundOffences...) && !n.attributes():
		s.Sections = []*document.Section{n.Provision} // "armed with intent to commit any offence"
	case n.speaksOf("any_offence", "intentional_offence", "this_text"):
		s.All = n.Kind != Rule || general[n.Provision.Parent] || len(n.Provision.Parent.Children) <= smallChapter || n.own("this_text") && n.own("abroad")
		s.Sections = []*document.Section{n.Provision.Parent}
	case len(provisions) > 0:
		s.Sections = append(provisions, n.Provision)
	case general[n.Provision.Parent] && (n.Kind != Offence && n.Kind != Aggravation || n.attributes()):
		s.All = true
	case n.Provision.Parent.Kind.Groups() && (n.Kind == Rule && n.own("closure", "confiscation", "seizure") || n.answers() && !punishes[n.Provision]):
		s.Sections = []*document.Section{n.Provision.Parent}
	default:
		s.Sections = []*document.Section{n.Provision}
	}
	return s
}

// expressly reports whether a rule holds only where the law expressly says so. What
// a later sentence adds, "for petty offences only where the law says so", takes
// nothing from the offences named before.
func (n *Norm) expressly() bool {
	if !n.reads("express_only") && (!n.own("express_only") || n.reads("any_felony")) {
		return false
	}
	for _, h := range n.Hits {
		if h.Concept != "express_only" || h.Via != "" {
			continue
		}
		for _, o := range n.Hits {
			if o.Concept == "any_offence" && o.Via == "" && o.Last <= h.First && broken(n.tokens[o.Last:h.First]) {
				return false
			}
		}
	}
	return true
}

// broken reports whether a sentence ends among the tokens.
func broken(tokens []lexicon.Token) bool {
	return slices.ContainsFunc(tokens, func(t lexicon.Token) bool { return t.Break })
}

// namesGroup reports whether an article means the group of articles around it by
// "this section": its words are not those for the article itself or a part of it.
func (n *Norm) namesGroup(pack *lexicon.Pack) bool {
	if n.Provision.Kind != document.Article {
		return false
	}
	mark := pack.Tokens(n.Provision.Mark, 0)
	return slices.ContainsFunc(n.Hits, func(h Hit) bool {
		return h.Concept == "this_section" && h.Via == "" && !slices.ContainsFunc(n.Hits, func(p Hit) bool {
			return p.Concept == "part_word" && p.Via == "" && p.Span.Overlaps(h.Span)
		}) && !(len(mark) > 0 && akin(mark[0].Word, n.tokens[h.Last-1].Word))
	})
}

// group returns the group of sections that a norm means by "this title": the one
// around it that bears this word, else the nearest.
func (r *references) group(n *Norm) *document.Section {
	for _, h := range n.Hits {
		if h.Concept != "this_chapter" || h.Via != "" {
			continue
		}
		for s := n.Provision.Parent; s != nil; s = s.Parent {
			if mark := r.pack.Tokens(s.Mark, 0); len(mark) > 0 && akin(mark[0].Word, n.tokens[h.Last-1].Word) {
				return s
			}
		}
	}
	return n.Provision.Parent
}

// attributes reports whether a norm, in words that punish, says no more than who
// answers for an offence, and where: "whoever aids is punished as an accomplice",
// "as authors of a felony are punished those who commit it together", "the legal
// person is punished by a fine", "shall be tried for acts done abroad".
func (n *Norm) attributes() bool {
	return n.answers() || n.Sanction.Class == NoSanction && n.reads("jurisdiction") ||
		n.Sanction.Class == ClassOnly && n.reads("jurisdiction") && n.reads("abroad")
}

// answers reports whether a norm says no more than who answers for an offence
// beside the one who completes it.
func (n *Norm) answers() bool {
	beside := n.own("attempt", "complicity", "participation", "instigation")
	return n.own("legal_person_liable") || n.Sanction.Class == NoSanction && beside ||
		n.Sanction.Class == ClassOnly && beside && n.own("any_offence", "any_felony")
}

// aroundOffences are what an offence may make punishable of any other offence:
// its attempt, help with it, its commission by a legal person or abroad.
var aroundOffences = []string{"attempt", "preparation", "complicity", "instigation", "conspiracy", "participation",
	"legal_person_liable", "officer_liable", "abroad", "offender_national", "not_extradited"}

// own reports whether one of the concepts stands in the norm's own words.
func (n *Norm) own(concepts ...string) bool {
	for _, h := range n.Hits {
		if h.Via == "" && slices.Contains(concepts, h.Concept) {
			return true
		}
	}
	return false
}

// smallChapter is how many sections a chapter may have whose rules on "any
// offence" are taken at their word, though it also punishes: "Chapter XXIII,
// Attempts".
const smallChapter = 3

// speaksOf reports whether one of the concepts stands in the norm's own words,
// before any penalty: "shall forfeit what was used for the offence" after a
// penalty speaks of that offence alone. A penalty that stands before the words
// for who is punished, "est puni de la même peine quiconque …", hides nothing.
func (n *Norm) speaksOf(concepts ...string) bool {
	opened := -1 // the last token of the first words for who is punished
	for _, h := range n.Hits {
		if h.Concept == "opener" && h.Via == "" && (opened < 0 || h.Last < opened) {
			opened = h.Last
		}
	}
	for _, h := range n.Hits {
		switch h.Concept {
		case "imprisonment", "fine", "death":
			if n.Kind == Offence && h.Via == "" && h.First >= opened {
				return false
			}
		}
		if h.Via == "" && slices.Contains(concepts, h.Concept) {
			return true
		}
	}
	return false
}

// punishing tells the provisions in force that state a penalty for an offence from
// those that do not.
func punishing(norms []*Norm) map[*document.Section]bool {
	punishes := map[*document.Section]bool{}
	for _, n := range norms {
		if n.Kind != Repealed {
			punishes[n.Provision] = punishes[n.Provision] || n.Kind == Offence && n.Sanction.Class != NoSanction && !n.attributes()
		}
	}
	return punishes
}

// generalChapters lists the groups of sections of whose sections fewer than one
// in three states a penalty for an offence.
func generalChapters(punishes map[*document.Section]bool) map[*document.Section]bool {
	all, offences := map[*document.Section]int{}, map[*document.Section]int{}
	for provision, does := range punishes {
		all[provision.Parent]++
		if does {
			offences[provision.Parent]++
		}
	}
	general := map[*document.Section]bool{}
	for group, count := range all {
		general[group] = offences[group]*3 < count || !group.Kind.Groups()
	}
	return general
}

// references finds the provisions and chapters that a norm names by number.
type references struct {
	pack       *lexicon.Pack
	provisions []*document.Section
	groups     []*document.Section
	byNumber   map[string]int // index into provisions
	groupBy    map[string]int // index into groups
	titles     [][]string     // the ways in which the text is cited
	others     []*references  // those of the dossier's other texts
	lists      []list         // the schedules of the text
}

func newReferences(doc *document.Document, pack *lexicon.Pack) *references {
	r := &references{pack: pack, byNumber: map[string]int{}, groupBy: map[string]int{}, titles: titles(doc, pack)}
	doc.Root.Walk(func(s *document.Section) bool {
		key := plainNumber(s.Number)
		if s.Citable() {
			if _, ok := r.byNumber[key]; !ok {
				r.byNumber[key] = len(r.provisions)
			}
			r.provisions = append(r.provisions, s)
			return false
		}
		if key != "" {
			if _, ok := r.groupBy[key]; !ok {
				r.groupBy[key] = len(r.groups)
			}
			r.groups = append(r.groups, s)
		}
		return true
	})
	return r
}

// plainNumber levels a number: its letters and digits, in lower case.
func plainNumber(number string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(number) {
		if r >= '0' && r <= '9' || r >= 'a' && r <= 'z' {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// in returns the provisions and groups that a norm's own words name. A range
// runs in document order, so that "12 to 13" takes in 12 bis.
func (r *references) in(n *Norm) (provisions, groups []*document.Section) {
	for _, h := range n.Hits {
		if h.Via != "" {
			continue
		}
		switch h.Concept {
		case "provision_word":
			in := cmp.Or(r.elsewhere(n.tokens, h.Last), r)
			provisions = append(provisions, in.run(n.tokens, h.Last, in.byNumber, in.provisions)...)
		case "chapter_word":
			in := cmp.Or(r.elsewhere(n.tokens, h.Last), r)
			groups = append(groups, in.run(n.tokens, h.Last, in.groupBy, in.groups)...)
		}
	}
	return provisions, groups
}

// run reads numbers from token i on: "5, 7 and 12 to 14", "149-A", "225-12-1".
// A number that the text does not have is passed over.
func (r *references) run(tokens []lexicon.Token, i int, index map[string]int, list []*document.Section) []*document.Section {
	var out []*document.Section
	last, ranged := -1, false
	for i < len(tokens) {
		at, n := longest(tokens, i, index)
		word := tokens[i].Word
		switch {
		case n > 0:
			if ranged && last >= 0 && at > last {
				out = append(out, list[last+1:at]...)
			}
			out = append(out, list[at])
			last, ranged = at, false
		case r.pack.Range(word):
			n, ranged = 1, true
		case r.pack.Light(word) || len(word) <= 2 || word[0] >= '0' && word[0] <= '9':
			n = 1 // "5 (1) and", "5, paragraph 2": goes on
		default:
			return out
		}
		i += n
		if n > 0 && last >= 0 && i < len(tokens) && tokens[i].Dash {
			ranged = true
		}
	}
	return out
}

// longest returns the section whose number the tokens from i on make, joined
// where they stand close together, and how many tokens that is; 0 for none.
func longest(tokens []lexicon.Token, i int, index map[string]int) (at, n int) {
	key := ""
	for k := i; k < len(tokens) && k < i+4; k++ {
		if k > i && !adjacent(tokens[k-1], tokens[k]) {
			break
		}
		key += tokens[k].Word
		if found, ok := index[key]; ok {
			at, n = found, k-i+1
		}
	}
	return at, n
}
