package analyzer_test

import (
	"fmt"
	"strings"
	"testing"

	"lacuna/analyzer"
	"lacuna/analyzer/coverage"
	"lacuna/analyzer/document"
)

// statute is one act of a dossier.
type statute struct{ name, title, text string }

// together judges acts as one dossier, each element by its id.
func together(t *testing.T, acts ...statute) map[string]coverage.Finding {
	t.Helper()
	var sources []*document.Source
	for _, a := range acts {
		src := read(t, a.name+".txt", []byte(a.text))
		src.Title = a.title
		sources = append(sources, src)
	}
	opt := builtIn(t)
	opt.Language = "en"
	m := analyzer.Analyze(sources, opt).Matrix
	out := map[string]coverage.Finding{}
	each(m, func(name string, f coverage.Finding) { out[name] = f })
	for name, f := range out {
		for _, e := range f.Evidence {
			for _, p := range append(e.Spans, coverage.Piece{Text: e.Text, Start: e.Start, End: e.End, Quote: e.Quote}) {
				for _, src := range sources {
					if (p.Text == src.ID || p.Text == "" && e.Text == src.ID) && src.Text[p.Start:p.End] != p.Quote {
						t.Errorf("%s: the quote of %s is not what stands in %s: %q", name, e.Label, src.ID, p.Quote)
					}
				}
			}
		}
	}
	return out
}

var (
	penal = statute{"PC", "Penal Code (Act 5)", `Section 1. Child prostitution
Whoever procures a child for prostitution shall be punished with imprisonment for five years.
Section 2. Carriage
Whoever conveys any person through Valmora for terrorism shall be punished with imprisonment for five years.
`}
	traffic = statute{"AT", "Anti-Trafficking Act 2001", `Section 1. Interpretation
In this Act, "conveying" means the selling and buying of a child for the purpose of sexual exploitation.
Section 2. Conveying
Whoever engages in conveying shall be punished with imprisonment for ten years.
`}
	images = statute{"IM", "Indecent Images Act", `Section 1. Images
Whoever produces or distributes child pornography shall be punished with imprisonment for five years.
Section 2. Offences abroad
Any offence under this Act, or any offence specified in the Schedule, that is committed by a citizen of Valmora in any place outside Valmora may be dealt with as if it had been committed in Valmora.
SCHEDULE
1. Section 1 of the Penal Code [Act 5].
2. Section 2 of the Anti-Trafficking Act 2001.
`}
)

// cites reports whether a provision of an act is among the evidence.
func cites(f coverage.Finding, place string) bool {
	for _, e := range f.Evidence {
		if e.Text+" "+e.Provision == place {
			return true
		}
	}
	return false
}

// TestADefinitionHoldsInItsAct: "in this Act" reaches no other act, and the
// definition is cited beside the offence that rests on it.
func TestADefinitionHoldsInItsAct(t *testing.T) {
	f := together(t, penal, traffic)["3.1.a.i.a/offering"]
	if f.Value != coverage.Yes || !cites(f, "AT 2") || !cites(f, "AT 1") {
		t.Errorf("3.1.a.i.a/offering is %s by %s, want yes by AT 2 and its definition", f.Value, places(f))
	}
	if cites(f, "PC 2") {
		t.Errorf("a definition of another act is read into PC 2: %s", places(f))
	}
	free := traffic
	free.text = strings.Replace(free.text, `In this Act, "conveying"`, `"Conveying"`, 1)
	if f := together(t, penal, free)["3.1.a.i.a/offering"]; !cites(f, "PC 2") {
		t.Errorf("a definition for all law does not reach PC 2: %s", places(f))
	}
}

// TestAScheduleReachesOtherActs: a closed list names offences of other acts by
// their titles, and a rule on it reaches these and no others.
func TestAScheduleReachesOtherActs(t *testing.T) {
	if f := together(t, penal, traffic, images)["4.2.a/national"]; f.Value != coverage.Yes {
		t.Errorf("4.2.a/national is %s: %v", f.Value, f.Reasons)
	}
	for _, gone := range []string{"1. Section 1 of the Penal Code [Act 5].\n", "2. Section 2 of the Anti-Trafficking Act 2001.\n"} {
		less := images
		less.text = strings.Replace(less.text, gone, "", 1)
		if f := together(t, penal, traffic, less)["4.2.a/national"]; f.Value != coverage.Partial {
			t.Errorf("without %q 4.2.a/national is %s, want partial", gone, f.Value)
		}
	}
}

func places(f coverage.Finding) string {
	var out []string
	for _, e := range f.Evidence {
		out = append(out, fmt.Sprintf("%s %s", e.Text, e.Provision))
	}
	return strings.Join(out, ", ")
}
