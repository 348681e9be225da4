package norm

import (
	"runtime"
	"slices"
	"sync"

	"lacuna/analyzer/document"
	"lacuna/analyzer/lexicon"
)

// cues are the concepts by which provisions are taken apart into readings.
var cues = []string{"opener", "finite", "offence_cue", "definer", "imprisonment", "fine", "illustration"}

// scan reads the concepts of all provisions, on all cores.
func scan(drafts []*draft) {
	var group sync.WaitGroup
	next := make(chan *draft)
	for range runtime.GOMAXPROCS(0) {
		group.Go(func() {
			for d := range next {
				d.read()
			}
		})
	}
	for _, d := range drafts {
		next <- d
	}
	close(next)
	group.Wait()
}

// draft is a provision whose words were scanned.
type draft struct {
	doc       *document.Document
	provision *document.Section
	pack      *lexicon.Pack
	cues      *lexicon.Pack // the same, of the concepts alone by which provisions are taken apart
	refs      *references
	readings  []reading
	hits      [][]lexicon.Hit // by reading
	defs      [][]definition  // by reading
	heading   heading
	moved     bool // it was struck, and names another act
}

func (d *draft) concept(h lexicon.Hit) string { return d.pack.Concept(h) }

// reads reports whether reading i holds the concept.
func (d *draft) reads(i int, concepts ...string) bool {
	_, ok := d.first(i, concepts...)
	return ok
}

func (d *draft) first(i int, concepts ...string) (lexicon.Hit, bool) {
	for _, h := range d.hits[i] {
		for _, c := range concepts {
			if d.concept(h) == c {
				return h, true
			}
		}
	}
	return lexicon.Hit{}, false
}

// punishes reports whether reading i holds a cue that someone is punished or
// commits an offence: "shall not be punished" does not.
func (d *draft) punishes(i int, cue string) bool {
	for _, h := range d.hits[i] {
		if d.concept(h) == cue && !slices.ContainsFunc(d.hits[i], func(e lexicon.Hit) bool {
			c := d.concept(e)
			return (c == "exception" || c == "set_aside") && e.First < h.Last && h.First < e.Last
		}) {
			return true
		}
	}
	return false
}

// penal reports whether reading i states a term of imprisonment, and not as the
// threshold of a rule on offences in general.
func (d *draft) penal(i int) bool {
	return d.reads(i, "imprisonment") && d.reads(i, "years", "months") && !d.reads(i, "serious_offence", "any_offence", "extradition")
}

// anywhere reports whether any reading of the provision holds the cue.
func (d *draft) anywhere(cue string) bool {
	for i := range d.readings {
		if d.punishes(i, cue) {
			return true
		}
	}
	return false
}

// read takes a provision in force apart and reads its concepts.
func (d *draft) read() {
	d.heading.read(d.pack, d.tokens(d.provision.Title))
	if d.provision.State != document.InForce {
		d.moved = d.pointsOn()
		return
	}
	d.readings = d.split()
	for i := range d.readings {
		d.hits = append(d.hits, d.withinClauses(i, d.pack.Scan(d.readings[i].tokens)))
		d.defs = append(d.defs, d.defined(i))
	}
}

// withinClauses drops what was read across the border between what is done and the
// closing words that punish it: "(a) takes part in an indecent show, | commits the
// offence of exploitation of children" shows no children.
func (d *draft) withinClauses(i int, hits []lexicon.Hit) []lexicon.Hit {
	r := &d.readings[i]
	border := slices.IndexFunc(r.piece, func(p int) bool { return r.pieces[p].Role == Closing })
	if border <= 0 || !slices.ContainsFunc(hits, func(h lexicon.Hit) bool { return h.First == border && d.concept(h) == "offence_cue" }) {
		return hits
	}
	return slices.DeleteFunc(hits, func(h lexicon.Hit) bool {
		c := d.concept(h)
		return h.First < border && border < h.Last && (c == "child_pornography" || c == "depicts_child" || c == "obscene_matter")
	})
}

// pointsOn reports whether what stands in place of a struck provision, its notes
// among it, names another act: "[Repealed by the Child Protection Act]".
func (d *draft) pointsOn() bool {
	words := d.tokens(d.provision.Span)
	return slices.ContainsFunc(d.pack.Scan(words), func(h lexicon.Hit) bool { return d.concept(h) == "other_act" })
}

// rules reports whether words neither punish nor define: their sentences make
// one rule, read together.
func (d *draft) rules(tokens []lexicon.Token) bool {
	for _, h := range d.cues.Scan(tokens) {
		switch d.concept(h) {
		case "offence_cue", "definer":
			return false
		}
	}
	return true
}

// convert turns a reading's hits from token after on into a norm's hits.
func (b *builder) convert(d *draft, i, after int) []Hit {
	r := &d.readings[i]
	exempt := exceptions(d, i)
	out := make([]Hit, 0, len(d.hits[i]))
	for _, h := range d.hits[i] {
		if h.First < after {
			continue
		}
		out = append(out, Hit{
			Concept: d.concept(h),
			Span:    document.Span{Start: r.tokens[h.First].Start, End: r.tokens[h.Last-1].End},
			Piece:   r.piece[h.First],
			First:   h.First, Last: h.Last,
			Numbers: h.Numbers,
			Exempt:  exempt[h.First],
		})
	}
	return out
}

// leads reports whether a hit ends a chapeau: "Confiscation shall not affect:"
// speaks of the points.
func (d *draft) leads(i int, h lexicon.Hit) bool {
	r := &d.readings[i]
	p := r.piece[h.First]
	return r.pieces[p].Role == Chapeau && h.Last < len(r.piece) && r.piece[h.Last] != p
}

// exceptions marks the words that stand in an exception: those after "except",
// "unless", "provided that", and the whole clause that "does not apply", up to
// the end of the sentence or of the piece.
func exceptions(d *draft, i int) []bool {
	r := &d.readings[i]
	out := make([]bool, len(r.tokens))
	for _, h := range d.hits[i] {
		first := h.Last
		switch d.concept(h) {
		case "exception":
			if h.First < 3 {
				continue
			}
		case "set_aside":
			for first = h.First; first > 0 && !r.tokens[first].Comma && !r.tokens[first].Break && r.piece[first-1] == r.piece[first]; first-- {
			}
		default:
			continue
		}
		for k := first; k < len(r.tokens) && (r.piece[k] == r.piece[h.First] || d.leads(i, h)) && (k <= h.Last || !r.tokens[k].Break); k++ {
			out[k] = true
		}
	}
	return out
}
