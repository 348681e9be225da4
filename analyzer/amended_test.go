package analyzer_test

import (
	"strings"
	"testing"

	"lacuna/analyzer"
	"lacuna/analyzer/coverage"
	"lacuna/analyzer/document"
)

const amending = `Penal Code (Amendment) Act, 2021

1. This Act may be cited as the Penal Code (Amendment) Act, 2021.

2. In section 68 of the Penal Code, for the words "no such words" substitute "any person".

3. After section 59 of the Penal Code insert:

"59A. Sale of children. Any person who sells, buys, offers, delivers or accepts a child for reward, whatever the purpose, is guilty of a felony and is liable to imprisonment for ten years."

4. Section 61 of the Penal Code is repealed.
`

// An amending act alone is read as the law that it would make; what it does not
// hold is unknown, for the law that it amends may hold it.
func TestAnAmendingActAlone(t *testing.T) {
	t.Parallel()
	m := judge(t, "act.md", amending)
	if m.Texts[0].Kind != document.AmendingAct {
		t.Fatalf("kind %q", m.Texts[0].Kind)
	}
	found := false
	each(m, func(name string, f coverage.Finding) {
		if f.Value == coverage.No {
			t.Errorf("%s is no in an amending act alone", name)
		}
		if name == "3.1.a.i.a/offering" {
			found = f.Value == coverage.Yes && f.Evidence[0].Provision == "59A" && strings.Contains(amending, f.Evidence[0].Quote)
			if !found {
				t.Errorf("%s: %s, %+v", name, f.Value, f.Evidence)
			}
		}
	})
	if notes := strings.Join(m.Texts[0].Health.Notes.English(), "\n"); !strings.Contains(notes, "59A") {
		t.Errorf("the notes do not name what it puts in: %s", notes)
	}
}

// Beside the law that it amends, the amended text is judged.
func TestAnAmendingActBesideItsLaw(t *testing.T) {
	t.Parallel()
	sources := []*document.Source{read(t, "code.md", []byte(sample(t, "valmora-penal-code-1987"))), read(t, "act.md", []byte(amending))}
	d := analyzer.Analyze(sources, builtIn(t))
	if len(d.Amendments) != 1 || len(d.Documents) != 3 || d.Amendments[0].Text != "code+act" {
		t.Fatalf("amendments %+v of %d documents", d.Amendments, len(d.Documents))
	}
	applied := 0
	for _, c := range d.Amendments[0].Changes {
		if c.Applied {
			applied++
		}
	}
	if applied != 2 || len(d.Amendments[0].Changes) != 3 {
		t.Errorf("changes %+v", d.Amendments[0].Changes)
	}
	amended := d.Documents[2]
	got := map[string]coverage.Finding{}
	each(d.Matrix, func(name string, f coverage.Finding) {
		got[name] = f
		for _, e := range f.Evidence {
			if e.Text != amended.ID || amended.Text[e.Start:e.End] != e.Quote {
				t.Errorf("%s cites %s, %q", name, e.Text, e.Quote)
			}
		}
	})
	if f := got["3.1.a.i.a/offering"]; f.Value != coverage.Yes || f.Evidence[0].Provision != "59A" {
		t.Errorf("the inserted section is not read: %s %+v", f.Value, f.Evidence)
	}
	if f := got["3.1.b/procuring"]; f.Value == coverage.No {
		t.Errorf("section 68, which could not be amended, decides: %s", f.Value)
	}
	if f := got["3.1.c/exporting"]; f.Value != coverage.No {
		t.Errorf("what no amendment touches is %s", f.Value)
	}
}

// Acts are carried out one after the other, and what the first could not do is
// not forgotten when the second is done.
func TestSeveralAmendingActs(t *testing.T) {
	t.Parallel()
	second := `Penal Code (Second Amendment) Act, 2022

1. In section 59A of the Penal Code, the words "buys," are deleted.

2. Section 60 of the Penal Code is repealed.

3. This Act comes into force on publication.
`
	sources := []*document.Source{read(t, "code.md", []byte(sample(t, "valmora-penal-code-1987"))), read(t, "first.md", []byte(amending)), read(t, "second.md", []byte(second))}
	d := analyzer.Analyze(sources, builtIn(t))
	if len(d.Amendments) != 2 || len(d.Documents) != 4 || len(d.InForce) != 1 {
		t.Fatalf("%d amendments of %d documents, %d in force", len(d.Amendments), len(d.Documents), len(d.InForce))
	}
	for _, a := range d.Amendments {
		if a.Law != "code" || a.Text != "code+first+second" {
			t.Errorf("%s amends %s into %s", a.Act, a.Law, a.Text)
		}
	}
	states := map[string]document.State{}
	for _, p := range d.InForce[0].Provisions() {
		states[p.Number] = p.State
	}
	want := map[string]document.State{"59": document.InForce, "59A": document.InForce, "60": document.Repealed, "61": document.Repealed, "68": document.NotInForce}
	for number, state := range want {
		if states[number] != state {
			t.Errorf("section %s is %v, want %v", number, states[number], state)
		}
	}
	if text := d.InForce[0].Text; strings.Contains(text, "sells, buys") || !strings.Contains(text, "sells, offers") {
		t.Error("the second act did not change what the first put in")
	}
}
