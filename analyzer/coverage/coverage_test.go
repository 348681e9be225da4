package coverage

import (
	"strings"
	"testing"

	"lacuna/analyzer/checklist"
	"lacuna/analyzer/document"
	"lacuna/analyzer/match"
	"lacuna/analyzer/message"
	"lacuna/analyzer/norm"
)

func TestStatusOf(t *testing.T) {
	of := func(values ...Value) []Finding {
		var out []Finding
		for _, v := range values {
			out = append(out, Finding{Value: v})
		}
		return out
	}
	for _, c := range []struct {
		values []Value
		want   Status
	}{
		{[]Value{Yes, Yes}, Covered},
		{[]Value{No, No}, Gap},
		{[]Value{Yes, No}, PartlyCovered},
		{[]Value{Partial, No}, PartlyCovered},
		{[]Value{Unknown, Unknown}, NotKnown},
		{[]Value{Unknown, No}, NotKnown},
		{[]Value{Unknown, Yes}, PartlyCovered},
	} {
		if got := StatusOf(of(c.values...)); got != c.want {
			t.Errorf("StatusOf(%v) = %s, want %s", c.values, got, c.want)
		}
	}
}

var way = checklist.Way{Value: "yes"}

func TestAgesUnite(t *testing.T) {
	band := func(from, below int) graded {
		g := graded{value: Partial, decision: "narrowed"}
		g.Candidate = match.Candidate{Narrow: []string{"age"}, Target: norm.Target{Concept: "child", Ages: norm.Ages{From: from, Below: below}}}
		g.Way = &way
		return g
	}
	for _, c := range []struct {
		bands []graded
		want  bool
	}{
		{[]graded{band(0, 14), band(14, 18)}, true},
		{[]graded{band(14, 18), band(0, 14)}, true},
		{[]graded{band(0, 14), band(15, 18)}, false},
		{[]graded{band(0, 16)}, false},
		{[]graded{band(14, 18)}, false},
	} {
		if got := united(c.bands); got != c.want {
			t.Errorf("united(%v) = %v, want %v", c.bands, got, c.want)
		}
	}
}

func TestSanctionValue(t *testing.T) {
	for _, c := range []struct {
		sanction norm.Sanction
		want     Value
		reason   string
	}{
		{norm.Sanction{Class: norm.Imprisonment, Min: 24, Max: 60}, Yes, "5 years"},
		{norm.Sanction{Class: norm.Imprisonment, Max: 1200}, Yes, "for life"},
		{norm.Sanction{Class: norm.Imprisonment}, Yes, "imprisonment"},
		{norm.Sanction{Class: norm.Imprisonment, Max: 6}, Partial, "6 months"},
		{norm.Sanction{Class: norm.FineOnly}, Partial, "fine"},
		{norm.Sanction{Class: norm.ClassOnly}, Partial, "class"},
		{norm.Sanction{}, Partial, "no penalty"},
	} {
		got, _ := sanctionValue(&norm.Norm{Sanction: c.sanction})
		if got != c.want {
			t.Errorf("sanctionValue(%+v) = %s, want %s", c.sanction, got, c.want)
		}
		if reason := english(strings.ToUpper, sanctionReason(c.sanction))[0]; !strings.Contains(reason, c.reason) {
			t.Errorf("sanctionReason(%+v) = %q, want %q in it", c.sanction, reason, c.reason)
		}
	}
}

// TestMessagesHaveEnglishWords holds that every slot that narrows has a sentence,
// and that a sentence's places are filled.
func TestMessagesHaveEnglishWords(t *testing.T) {
	for _, slot := range []string{"age", "means", "sex", "gain", "purpose", "organised", "guardian", "consent", "money"} {
		m := narrowedBy(slot, match.Candidate{Target: norm.Target{Ages: norm.Ages{Below: 16}}})
		if message.English[m.Code] == "" {
			t.Errorf("the slot %q has no sentence under %q", slot, m.Code)
		}
	}
	title := func(concept string) string { return "<" + concept + ">" }
	for m, want := range map[string]Message{
		"only from 14 to under 16 years":                                            message.Say("only-ages", "from", "14", "below", "16"),
		"<sell>: by the definition of “{x}”":                                        message.Say("by-definition", "concept", "sell", "term", "{x}"),
		"not found in the texts given; the subject often stands in an act, another": message.Say("not-found-usually", "acts", "an act; another"),
	} {
		if got := english(title, want)[0]; got != m {
			t.Errorf("%v is said as %q, want %q", want, got, m)
		}
	}
}

func TestConfidenceIsCappedByHealth(t *testing.T) {
	grade := func(g string) []*document.Document {
		return []*document.Document{{Source: &document.Source{}, Health: document.Health{Grade: g}}}
	}
	good := confidence(Finding{Value: Yes, Decision: "express"}, grade("good"))
	if good < 700 || good > 1000 {
		t.Errorf("confidence of an express answer in a good text is %d", good)
	}
	if poor := confidence(Finding{Value: Yes, Decision: "express"}, grade("poor")); poor != 500 {
		t.Errorf("confidence in a poor text is %d, want 500", poor)
	}
	if got := confidence(Finding{Value: Unknown, Decision: "unreadable"}, grade("good")); got != 0 {
		t.Errorf("confidence of unknown is %d, want 0", got)
	}
	for name := range records() {
		if c := records()[name]; c < 1 || c > 1000 {
			t.Errorf("record of %q is %d, not per mille", name, c)
		}
	}
}
