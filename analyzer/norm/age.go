package norm

import "lacuna/analyzer/lexicon"

// agesOf reads the interval of ages in a hit that speaks of persons under an age.
func agesOf(concept string, numbers []int) (Ages, bool) {
	var ages []int
	for _, n := range numbers {
		if n >= 3 && n <= 30 {
			ages = append(ages, n)
		}
	}
	switch {
	case len(ages) == 0:
		return Ages{}, false
	case concept == "age_of":
		return Ages{From: ages[0], Below: ages[len(ages)-1] + 1}, true
	case concept == "age_from":
		return Ages{From: ages[0], Below: Any}, true
	case len(ages) >= 2 && ages[0] != ages[1]:
		return Ages{From: min(ages[0], ages[1]), Below: max(ages[0], ages[1])}, true
	default:
		return Ages{Below: ages[0]}, true
	}
}

// child resolves the age of a hit that names a child: the age it states, else
// that of the term's definition in scope, else the majority, else 18 (assumed).
func (b *builder) child(h lexicon.Hit, r *reading, hits []lexicon.Hit) Target {
	t := Target{Concept: "child"}
	for _, a := range hits {
		if c := b.pack.Concept(a); (c == "age_below" || c == "age_of") && a.First >= h.First && (a.First == h.First || a.Last <= h.Last+1) {
			if ages, ok := agesOf(c, a.Numbers); ok {
				t.Ages = ages
				return b.lower(t, h, hits)
			}
		}
	}
	if ages, ok := agesOf("age_below", h.Numbers); ok {
		t.Ages = ages
		return t
	}
	if ages, ok := b.earlier(h, hits); ok {
		t.Ages = ages
		return t
	}
	if ages, by := b.terms.age(b.pack, r.tokens[h.First:h.Last], r.unit); by != nil {
		t.Ages, t.By = ages, by
		return t
	}
	t.Ages, t.Assumed = Ages{Below: b.majority}, true
	return t
}

// lower raises the lowest age to that which the hit states beside the highest:
// "above twelve but under sixteen".
func (b *builder) lower(t Target, h lexicon.Hit, hits []lexicon.Hit) Target {
	for _, a := range hits {
		if b.pack.Concept(a) == "age_from" && a.First >= h.First && a.Last <= h.Last {
			if ages, ok := agesOf("age_from", a.Numbers); ok && ages.From < t.Ages.Below {
				t.Ages.From = max(t.Ages.From, ages.From)
			}
		}
	}
	return t
}

// earlier returns the ages stated of a child named before in the same reading:
// "a child under fourteen … takes the child".
func (b *builder) earlier(h lexicon.Hit, hits []lexicon.Hit) (Ages, bool) {
	for i := len(hits) - 1; i >= 0; i-- {
		if a := hits[i]; a.First < h.First && b.pack.Concept(a) == "child" {
			if ages, ok := agesOf("age_below", a.Numbers); ok {
				return ages, true
			}
		}
	}
	return Ages{}, false
}
