package analyzer_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"lacuna/analyzer"
	"lacuna/analyzer/coverage"
	"lacuna/analyzer/document"
)

// values are the answers of a matrix by element.
func answers(m *coverage.Matrix) map[string]coverage.Value {
	out := map[string]coverage.Value{}
	each(m, func(name string, f coverage.Finding) { out[name] = f.Value })
	return out
}

// without cuts a text from the first of two strings to the second.
func without(t *testing.T, text, from, to string) string {
	t.Helper()
	i := strings.Index(text, from)
	j := strings.Index(text[max(i, 0):], to)
	if i < 0 || j < 0 {
		t.Fatalf("no %q … %q in the sample", from, to)
	}
	return text[:i] + text[i+j:]
}

// body is the sample of 1987 without its table of contents.
func body(t *testing.T) string {
	return without(t, sample(t, "valmora-penal-code-1987"), "## Arrangement", "## PART I. GENERAL")
}

// damageCases are damaged laws: what must turn unknown, and nothing else.
// An element is named by its beginning.
func TestDamageTurnsUnknownWhatItCouldHold(t *testing.T) {
	t.Parallel()
	old, draft := sample(t, "valmora-penal-code-1987"), sample(t, "valmora-draft-code-2026")
	contents, law, _ := strings.Cut(old, "## PART I. GENERAL")
	law = "## PART I. GENERAL" + law
	garbled := func(text, from, to string) string {
		i := strings.Index(text, from)
		j := i + strings.Index(text[i:], to)
		return text[:i] + strings.NewReplacer("e", "\ufffd", "a", "\ufffd", "o", "Ã©").Replace(text[i:j]) + text[j:]
	}
	pornography := []string{"2.c/", "2.age/pornography", "3.1.c/", "3.3/pornography"}
	offences := []string{"2.", "3.1.", "3.3/", "3.5/"}
	for _, c := range []struct {
		name, whole, damaged string
		unknown              []string
		words                string // of a note of the health
	}{
		{"a chapter is missing that the contents announce", old, contents + without(t, law, "### Chapter XI.", "### Chapter XII."),
			append(pornography, "3.1.b/offering"), "announces 73 “Obscene publications”"},
		{"a chapter is missing, and its number with it", body(t), without(t, body(t), "### Chapter XI.", "### Chapter XII."),
			[]string{"2.", "3.1.", "3.3/pornography"}, "number of a chapter is left out"},
		{"a chapter on property is missing", old, contents + without(t, law, "### Chapter XIII.", "### Chapter XIV."), nil, "announces 81 “Theft”"},
		{"the file stops in the offences", draft, draft[:strings.Index(draft, "#### Article 75.")+len("#### Article 75. Offences relating to child pornography\n\n(1) Whoever produces, distributes, disse")],
			offences, "breaks off in the middle of a sentence in Article 75"},
		{"the file stops before its contents say", old, old[:strings.Index(old, "**70.")],
			append(pornography, "3.1.a.ii/", "3.1.b/offering", "3.1.b/providing", "3.5/", "7.c/"), "Missing after Section 69"},
		{"a paragraph on child pornography cannot be read", draft, garbled(draft, "Whoever produces, distributes", "(2) The same penalty"),
			[]string{"2.age/pornography", "3.1.c/", "3.3/pornography"}, "Article 75 holds letters that could not be read"},
		{"a paragraph on theft cannot be read", old, garbled(old, "Any person who dishonestly takes", "**82."), nil, ""},
		{"two true holes", body(t), without(t, without(t, body(t), "**37.", "**39."), "**83.", "**86."), nil, ""},
		{"what the contents say is repealed", old, old, nil, ""},
	} {
		m := judge(t, "law.md", c.damaged)
		after := answers(m)
		turned := 0
		for name, was := range answers(judge(t, "law.md", c.whole)) {
			may := slices.ContainsFunc(c.unknown, func(p string) bool { return strings.HasPrefix(name, p) })
			if after[name] == coverage.Unknown {
				turned++
			}
			if after[name] == coverage.Unknown && !may || after[name] != was && !may {
				t.Errorf("%s: %s is %s, was %s", c.name, name, after[name], was)
			}
			if may && after[name] == coverage.No {
				t.Errorf("%s: %s is no", c.name, name)
			}
		}
		if len(c.unknown) > 0 && turned == 0 {
			t.Errorf("%s: nothing is unknown", c.name)
		}
		if notes := strings.Join(m.Texts[0].Health.Notes.English(), "\n"); !strings.Contains(notes, c.words) {
			t.Errorf("%s: the notes lack %q:\n%s", c.name, c.words, notes)
		}
	}
}

// paged lays a text out on pages of so many blocks, numbered at the foot; a page
// is cut out (its number is left out as well) or gives no text.
func paged(t *testing.T, text string, perPage, page int, blank bool) *document.Source {
	t.Helper()
	src := read(t, "law.md", []byte(text))
	var blocks []document.Block
	file := 1
	for i, b := range src.Blocks {
		printed := i/perPage + 1
		if i%perPage == 0 && (printed != page || blank) {
			src.Pages = append(src.Pages, b.Start)
			file = len(src.Pages)
			src.Left = append(src.Left, document.Left{Kind: "page number", Page: file, Text: fmt.Sprint(printed), Times: 1})
		}
		if printed == page {
			continue
		}
		b.Page = file
		blocks = append(blocks, b)
	}
	if blank {
		src.EmptyPages = []int{page}
	}
	src.Blocks = blocks
	return src
}

// A page that is lost, or gives no text, turns unknown what it could have held.
func TestLostPages(t *testing.T) {
	t.Parallel()
	text := body(t)
	whole := read(t, "law.md", []byte(text))
	const perPage = 8
	pageOf := func(words string) int {
		for i, b := range whole.Blocks {
			if strings.Contains(whole.Quote(b.Span), words) {
				return i/perPage + 1
			}
		}
		t.Fatalf("no %q", words)
		return 0
	}
	before := answers(judge(t, "law.md", text))
	for _, c := range []struct {
		words   string
		unknown bool
	}{{"Obscene publications", true}, {"Breach of trust", false}} {
		for _, blank := range []bool{true, false} {
			m := analyzer.Analyze([]*document.Source{paged(t, text, perPage, pageOf(c.words), blank)}, builtIn(t)).Matrix
			found := false
			for name, v := range answers(m) {
				found = found || v == coverage.Unknown
				if v == coverage.No && before[name] != coverage.No && c.unknown {
					t.Errorf("%s: %s is no where a page is lost", c.words, name)
				}
				if v == coverage.Unknown && (!c.unknown || strings.HasPrefix(name, "4.") || strings.HasPrefix(name, "6.")) {
					t.Errorf("%s: %s is unknown", c.words, name)
				}
			}
			if found != c.unknown {
				t.Errorf("%s, blank %v: unknown %v; regions %+v", c.words, blank, found, m.Texts[0].Health.Regions)
			}
		}
	}
}
