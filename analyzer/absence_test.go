package analyzer_test

import (
	"testing"

	"lacuna/analyzer/coverage"
)

// struckLaw is a code two of whose sections were repealed, one of them in favour
// of another act.
const struckLaw = `# Penal Code

**Section 1. Murder**

Whoever kills a person shall be imprisoned for life.

**Section 2. Sale of minors**

[Repealed by the Child Welfare Act, 2019.]

**Section 3. Procuring a child for prostitution**

[Repealed.]

**Section 4. Bigamy**

Whoever marries again shall be imprisoned for two years.
`

// TestStruckLaw wants a gap that a repealed heading explains to say so, and a
// general rule held against each main offence.
func TestStruckLaw(t *testing.T) {
	t.Parallel()
	want := map[string]string{
		"3.1.a.i.a/delivering": coverage.Moved,
		"3.1.b/procuring":      coverage.RepealedLaw,
		"3.1.c/producing":      coverage.OtherActLikely,
	}
	each(judge(t, "struck.md", struckLaw), func(name string, f coverage.Finding) {
		if absence, asked := want[name]; asked && (f.Value != coverage.No || f.Absence != absence) {
			t.Errorf("%s is %s, absence %q, want no and %q: %v", name, f.Value, f.Absence, absence, f.Reasons)
		}
	})
}

// reachLaw has an attempt rule with a threshold that one of two offences misses.
const reachLaw = `# Penal Code

## General part

**Article 1. Attempt**

An attempt is punishable where the completed offence carries imprisonment of at least two years.

## Special part

**Article 2. Child prostitution**

Whoever procures a child for prostitution shall be punished with imprisonment of one to five years.

**Article 3. Child pornography**

Whoever sells child pornography shall be punished with imprisonment of up to one year.
`

// TestRulesAgainstOffences wants the table of a general rule to name each main
// offence and whether the rule reaches it.
func TestRulesAgainstOffences(t *testing.T) {
	t.Parallel()
	want := map[string]coverage.Value{"Article 2": coverage.Yes, "Article 3": coverage.No}
	each(judge(t, "reach.md", reachLaw), func(name string, f coverage.Finding) {
		if name != "3.2/attempt" {
			return
		}
		if f.Value != coverage.Partial || f.Reach == nil || len(f.Reach.Offences) != len(want) {
			t.Fatalf("attempt is %s, reach %+v, want partial and two offences", f.Value, f.Reach)
		}
		for _, o := range f.Reach.Offences {
			if o.Reached[0] != want[o.Label] {
				t.Errorf("%s reached: %s, want %s", o.Label, o.Reached[0], want[o.Label])
			}
		}
	})
}
