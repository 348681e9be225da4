package report

import (
	"bytes"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"lacuna/analyzer/coverage"
	"lacuna/analyzer/message"
)

// sentences are those of the made protocol, in words that show whence they come:
// for languages that run to the right, and for those that run to the left.
var sentences = map[string]string{
	"ltr": `{A made protocol: PROTOCOL, "Article 3: offences": OFFENCES, "Article 4: jurisdiction": PLACE, Images of abuse: IMAGES,
Is making punished?: "MAKING?", Are images of the abuse of children punished?: "IMAGES?", "{child}": CHILD}`,
	"rtl": `{A made protocol: بروتوكول, "Article 3: offences": جرائم, "Article 4: jurisdiction": ولاية, Images of abuse: صور,
Everyone under eighteen: الجميع, Attempt and taking part: الشروع, Nationals abroad: المواطنون, Treaty as a basis: معاهدة, act on citizenship: قانون الجنسية,
Is making punished?: هل يعاقب؟, Are images of the abuse of children punished?: هل الصور؟, "Convention on the Rights of the Child, Article 1": الاتفاقية, "{child}": طفل}`,
}

func speak(t *testing.T, language string) *Words {
	t.Helper()
	w, err := LoadWords(language, []byte(sentences[direction(language)]))
	if err != nil {
		t.Fatal(err)
	}
	return w
}

var place = regexp.MustCompile(`\{[^} ]*`)

func places(s string) []string {
	found := place.FindAllString(s, -1)
	slices.Sort(found)
	return slices.Compact(found)
}

// TestCataloguesAreComplete holds every language against English: the same keys, the
// same places in each, and a form for every number.
func TestCataloguesAreComplete(t *testing.T) {
	want := map[string]string{}
	for key, f := range english().forms {
		want[key] = f["other"]
	}
	for code, sentence := range message.English {
		want["message."+code] = sentence
	}
	if len(Languages()) < 7 {
		t.Errorf("reports are written in %v, seven languages are wanted", Languages())
	}
	for _, language := range Languages() {
		if language == "en" {
			continue
		}
		w := speak(t, language)
		for _, key := range slices.Sorted(maps.Keys(want)) {
			f, ok := w.forms[key]
			if !ok {
				t.Errorf("words/%s.yaml lacks %q", language, key)
			}
			if f["other"] == "" && want[key] != "" {
				t.Errorf("words/%s.yaml says nothing under %q", language, key)
			}
			if got := places(f["other"]); !slices.Equal(got, places(want[key])) {
				t.Errorf("words/%s.yaml: %q has the places %v, want %v", language, key, got, places(want[key]))
			}
		}
		for key := range w.forms {
			if _, ok := want[key]; !ok {
				t.Errorf("words/%s.yaml: no report says %q", language, key)
			}
		}
		for _, key := range slices.Sorted(maps.Keys(w.forms)) {
			if what, ok := strings.CutPrefix(key, "count."); ok {
				testCounts(t, w, what)
			}
		}
	}
}

// testCounts holds that every count of one thing is said by the language's own form.
func testCounts(t *testing.T, w *Words, what string) {
	t.Helper()
	for n := range 1200 {
		said := w.count(what, n)
		if said == "" || strings.Contains(said, "{") || n > 2 && !strings.Contains(said, w.number(n)) {
			t.Errorf("%s: %d %s is said as %q", w.Language, n, what, said)
		}
	}
}

func TestCountsAreSaidByTheLanguagesOwnRules(t *testing.T) {
	for _, c := range []struct {
		language string
		n        int
		want     string
	}{
		{"en", 1, "1 page"}, {"en", 1200, "1,200 pages"}, {"fr", 0, "0 page"}, {"fr", 1200, "1\u00a0200 pages"}, {"de", 1200, "1.200 Seiten"},
		{"ru", 1, "1 страница"}, {"ru", 2, "2 страницы"}, {"ru", 5, "5 страниц"}, {"ru", 21, "21 страница"}, {"ru", 12, "12 страниц"},
		{"ar", 1, "صفحة واحدة"}, {"ar", 2, "صفحتان"}, {"ar", 3, "3 صفحات"}, {"ar", 11, "11 صفحة"}, {"ar", 100, "100 صفحة"},
	} {
		if got := speak(t, c.language).count("page", c.n); got != c.want {
			t.Errorf("%s: %d pages are said as %q, want %q", c.language, c.n, got, c.want)
		}
	}
}

func TestSentencesAgreeWithTheirNumbers(t *testing.T) {
	for _, c := range []struct{ language, years, want string }{
		{"fr", "1", "puni d'un emprisonnement de 1 an au plus"}, {"es", "5", "castigado con prisión de hasta 5 años"},
		{"ru", "21", "карается лишением свободы до 21 года"}, {"ru", "5", "карается лишением свободы до 5 лет"},
		{"ar", "2", "عقوبته السجن أو الحبس حتى سنتين"}, {"ar", "6", "عقوبته السجن أو الحبس حتى 6 سنوات"}, {"ar", "15", "عقوبته السجن أو الحبس حتى 15 سنة"},
	} {
		m := coverage.Message{Code: "carries-years", Args: map[string]string{"years": c.years}}
		if got := speak(t, c.language).message(m, nil); got != c.want {
			t.Errorf("%s: %s years are said as %q, want %q", c.language, c.years, got, c.want)
		}
	}
}

func TestReportsSpeakEveryLanguage(t *testing.T) {
	for _, language := range Languages() {
		o := Options{Words: speak(t, language)}
		var table, md, why bytes.Buffer
		r := made()
		if writeTable(&table, r, o) != nil || writeMarkdown(&md, r, o) != nil || Explain(&why, r, r.Items()[1], "", o) != nil {
			t.Fatal("writing failed")
		}
		golden(t, "made."+language+".txt", []byte(table.String()+"\n"+why.String()))
		if language == "en" {
			continue
		}
		for _, english := range []string{"A made protocol", "Article 3: offences", "Images of abuse"} {
			if said := o.Words.sentence(english); said == english || !strings.Contains(md.String(), said) {
				t.Errorf("%s: the Markdown does not say %q of the checklist in its words", language, english)
			}
		}
		for _, english := range []string{"not found in the texts", "narrower", "carries imprisonment", "does not speak", "Missing", "covered"} {
			if strings.Contains(table.String()+md.String()+why.String(), english) {
				t.Errorf("%s: the report says %q in English", language, english)
			}
		}
		if law := "Whoever, with images of a child"; !strings.Contains(why.String(), law) || !strings.Contains(why.String(), "Making, passing on") {
			t.Errorf("%s: the words of law and treaty are not those of law and treaty", language)
		}
	}
}

func TestHTMLAndCSVSpeakTheLanguage(t *testing.T) {
	for language, needs := range map[string][]string{
		"ar": {`<html lang="ar" dir="rtl">`, `<blockquote lang="en" dir="ltr">“Making`, `<ul><li>بلا نص: الصفحة 7`, "المصفوفة", `<blockquote lang="ar" dir="rtl">`},
		"fr": {`<html lang="fr" dir="ltr">`, "La matrice", `<blockquote lang="ar" dir="rtl">`},
	} {
		var page, table bytes.Buffer
		o := Options{Words: speak(t, language)}
		if writeHTML(&page, made(), o) != nil || writeCSV(&table, made(), o) != nil {
			t.Fatal("writing failed")
		}
		for _, need := range needs {
			if !strings.Contains(page.String(), need) {
				t.Errorf("%s: the page lacks %q", language, need)
			}
		}
		head, _, _ := strings.Cut(table.String(), "\n")
		if strings.Contains(head, "reasons") || strings.Contains(table.String(), isolate) {
			t.Errorf("%s: the table's head is %q, or isolates stand in it", language, head)
		}
	}
}

// isolated is a run set apart.
var isolated = regexp.MustCompile(isolate + "[^" + isolate + popIsolate + "\n]*" + popIsolate)

// TestRunsOfTheOtherDirectionAreSetApart holds that every isolate ends on its line,
// and that in Arabic no Latin letter stands outside of one.
func TestRunsOfTheOtherDirectionAreSetApart(t *testing.T) {
	for _, language := range Languages() {
		o := Options{Words: speak(t, language), Width: 72}
		r := made()
		var all bytes.Buffer
		if writeTable(&all, r, o) != nil || writeMarkdown(&all, r, o) != nil || Explain(&all, r, r.Items()[1], "", o) != nil || Explain(&all, r, r.Items()[0], "", o) != nil {
			t.Fatal("writing failed")
		}
		for line := range strings.Lines(all.String()) {
			rest := isolated.ReplaceAllString(line, "")
			if strings.ContainsAny(rest, isolate+popIsolate) {
				t.Errorf("%s: an isolate does not end on its line: %q", language, line)
			}
			if direction(language) == "rtl" && strings.ContainsFunc(rest, leftToRight) {
				t.Errorf("%s: letters that run from left to right are not set apart: %q", language, line)
			}
			if direction(language) == "ltr" && strings.ContainsFunc(rest, rightToLeft) {
				t.Errorf("%s: letters that run from right to left are not set apart: %q", language, line)
			}
		}
	}
}

func TestApart(t *testing.T) {
	en, ar := speak(t, "en"), speak(t, "ar")
	for run, want := range map[string][2]string{
		"640":      {"640", "640"},
		"640(1)":   {"640(1)", isolate + "640(1)" + popIsolate},
		"3.1.c":    {"3.1.c", isolate + "3.1.c" + popIsolate},
		"قانون":    {isolate + "قانون" + popIsolate, "قانون"},
		"قانون 12": {isolate + "قانون 12" + popIsolate, "قانون 12"},
	} {
		if got := [2]string{en.apart(run), ar.apart(run)}; got != want {
			t.Errorf("apart(%q) = %q, want %q", run, got, want)
		}
	}
}
