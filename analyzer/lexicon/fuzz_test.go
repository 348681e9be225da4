package lexicon_test

import (
	"errors"
	"io/fs"
	"strings"
	"testing"

	"lacuna/analyzer/datafile"
	"lacuna/analyzer/lexicon"
	"lacuna/checklists"
)

// FuzzLint reads anything as a lexicon: a pack, or faults each of which has a place.
func FuzzLint(f *testing.F) {
	for _, name := range []string{"lexicon/en.yaml", "lexicon/ar.yaml"} {
		data, err := fs.ReadFile(checklists.FS, name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data[:min(len(data), 3000)])
	}
	for _, seed := range []string{"", "name: X\nconcepts:\n  child:\n    - word/PARADIGM a|b word? {child|person} # @ ..4 =18\n", "name: [\n", "concepts: &a {child: *a}\n", "concepts:\n  child:\n    - \"{child}\"\n"} {
		f.Add([]byte(seed))
	}
	lib, err := lexicon.LoadLibrary(checklists.FS)
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := lib.Lint("xx.yaml", data)
		var faults datafile.Faults
		if err != nil && !errors.As(err, &faults) {
			t.Fatalf("the error has no place: %v", err)
		}
		for _, fault := range faults {
			if fault.Line < 1 || fault.Column < 1 {
				t.Errorf("a fault at line %d, column %d: %v", fault.Line, fault.Column, fault)
			}
		}
		if p != nil {
			p.Scan(p.Tokens("Whoever sells a child under 18 years is punished.", 0))
		}
	})
}

// FuzzMend reads anything as the text of a picture, every other word of it with doubt: what
// is likely stands in its order and inside the text, and a text that no picture gave is
// left alone.
func FuzzMend(f *testing.F) {
	for _, seed := range []string{
		"Section l. Whoever disseminetes child pornographv is liab1e to impri sonment.\n2, achild\n{a) rn vv cl\n", "Article12\nArticle l3\nArticle 14\n§ I\n§ 2",
		"5 5 5O l1 0f 5erá\n", "\u0301\u202e\x00 \xff", strings.Repeat("a", 70) + " " + strings.Repeat("rn", 40), "المادة ا\nالمادة ٢\n", "ни ьі ш\n",
	} {
		f.Add("en", seed)
	}
	lib, err := lexicon.LoadLibrary(checklists.FS)
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, language, text string) {
		pack := lib.Pack(language)
		if pack == nil {
			pack = lib.Pack("de")
		}
		if got := pack.Mend(text, nil, nil); len(got) > 0 {
			t.Fatalf("a text that no picture gave is mended: %v", got)
		}
		var doubts []lexicon.Seen
		at := 0
		for i, word := range strings.SplitAfter(text, " ") {
			if i%2 == 0 {
				doubts = append(doubts, lexicon.Seen{Start: at, End: at + len(word)})
			}
			at += len(word)
		}
		end := 0
		for _, r := range pack.Mend(text, []lexicon.Seen{{End: len(text)}}, doubts) {
			if r.Start < end || r.End < r.Start || r.End > len(text) {
				t.Fatalf("%q is likely at %d to %d, behind %d of %d bytes", r.Word, r.Start, r.End, end, len(text))
			}
			end = r.End
		}
	})
}
