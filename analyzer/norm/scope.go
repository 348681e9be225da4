package norm

import (
	"slices"

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
	leaves(norms)
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
	case n.Provision.Parent.Kind.Groups() && (n.Kind == Rule && n.own("closure", "confiscation", "seizure") || (n.answers() || n.own("jurisdiction") && n.own("abroad")) && !punishes[n.Provision]):
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
