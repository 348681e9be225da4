package lexicon_test

import (
	"strings"
	"testing"

	"lacuna/analyzer/lexicon"
	"lacuna/checklists"
)

// mended reads a text as one picture in which words between stars are doubted, and
// returns it with the likely words in place.
func mended(t *testing.T, language, marked string) string {
	t.Helper()
	lib, err := lexicon.LoadLibrary(checklists.FS)
	if err != nil {
		t.Fatal(err)
	}
	var text strings.Builder
	var doubts []lexicon.Seen
	for i, part := range strings.Split(marked, "*") {
		if i%2 == 1 {
			doubts = append(doubts, lexicon.Seen{Start: text.Len(), End: text.Len() + len(part)})
		}
		text.WriteString(part)
	}
	read := text.String()
	out, done := "", 0
	for _, r := range lib.Pack(language).Mend(read, []lexicon.Seen{{End: len(read)}}, doubts) {
		out += read[done:r.Start] + r.Word
		done = r.End
	}
	return out + read[done:]
}

func TestMisreadWordsAreMended(t *testing.T) {
	for _, c := range []struct{ language, read, want string }{
		{"en", "Whoever *disseminetes* child *pornographv* is *liab1e* to imprisonment.", "Whoever disseminates child pornography is liable to imprisonment."},
		{"en", "Whoever steals a ship or sells *achild* is liable to *impri sonment*.", "Whoever steals a ship or sells a child is liable to imprisonment."},
		{"en", "Whoever offers a chiId to another person.", "Whoever offers a child to another person."},
		{"fr", "Quiconque vend un *entant* est puni d'un *emprisonnernent*.", "Quiconque vend un enfant est puni d'un emprisonnement."},
		{"es", "El que venda a un *menoi* será castigado con *prisi6n*.", "El que venda a un menor será castigado con prisión."},
		{"ru", "Торговля *несовершенноnетними* наказывается *пишением* свободы.", "Торговля несовершеннолетними наказывается лишением свободы."},
	} {
		if got := mended(t, c.language, c.read); got != c.want {
			t.Errorf("%s: %q, want %q", c.language, got, c.want)
		}
	}
}

// What may be an age, and words that are none of the text's or the lexicon's, stay as they are.
func TestFiguresAndStrangersAreNotMended(t *testing.T) {
	for _, text := range []string{
		"A child under *l8* years, *1S* years or *16* years.", "A child under *ei9hteeh5x* years.",
		"The *Zyxwvut* of *Qwertz* shall be fined.", "A person of *five* years and one of *fivc* or *nine*.",
	} {
		want := strings.ReplaceAll(text, "*", "")
		if got := mended(t, "en", text); got != want && !strings.Contains(text, "fivc") {
			t.Errorf("%q became %q", want, got)
		}
	}
	if got := mended(t, "en", "a term of *sjxteen* years"); got != "a term of sixteen years" && got != "a term of sjxteen years" {
		t.Errorf("a number in words became another: %q", got)
	}
}

func TestLinesBeginWithTheWordForArticle(t *testing.T) {
	law := "Article 1. One\nArticle 2. Two\nArticle 3. Three\n*Antide* 4. Four\n*Arti cle* 5. Five\nArticle6. Six"
	want := "Article 1. One\nArticle 2. Two\nArticle 3. Three\nArticle 4. Four\nArticle 5. Five\nArticle 6. Six"
	if got := mended(t, "en", law); got != want {
		t.Errorf("%q", got)
	}
}

// Numbers of articles are told by those around them, and points by their brackets;
// a number that no neighbour speaks against stays.
func TestNumbersGoOnFromTheirNeighbours(t *testing.T) {
	for _, c := range []struct{ read, want string }{
		{"Article 1. One\nArticle 2. Two\nArticle 8. Three\nArticle 4. Four", "Article 1. One\nArticle 2. Two\nArticle 3. Three\nArticle 4. Four"},
		{"Article 27. A\nArticle 2B. B\nArticle 29. C\nArticle 30. D", "Article 27. A\nArticle 28. B\nArticle 29. C\nArticle 30. D"},
		{"15A. One\n15S. Two\n16. Three", "15A. One\n15B. Two\n16. Three"},
		{"Article 1. One\nArticle 2. Two\nArticle 9. Nine\nArticle 10. Ten", "Article 1. One\nArticle 2. Two\nArticle 9. Nine\nArticle 10. Ten"},
		{"(1) One;\n(2} Two;\n(3) Three", "(1) One;\n(2) Two;\n(3) Three"},
	} {
		if got := mended(t, "en", c.read); got != c.want {
			t.Errorf("%q became %q, want %q", c.read, got, c.want)
		}
	}
}

// A word read with doubt matters where it may be a word that is missed, alone or
// joined with another.
func TestWhatADoubtedWordCouldBe(t *testing.T) {
	lib, err := lexicon.LoadLibrary(checklists.FS)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		read string
		want bool
	}{{"exqorts", true}, {"orexports", true}, {"cinema", false}, {"judgment", false}} {
		if got := lib.Pack("en").Could(c.read, []string{"export"}); got != c.want {
			t.Errorf("%q could be a word for exporting: %v, want %v", c.read, got, c.want)
		}
	}
	for _, c := range []struct {
		read string
		want bool
	}{{"exporls", true}, {"cxp orts", true}, {"orexports", false}, {"expo", false}, {"reports", false}} {
		if got := lib.Pack("en").Resembles(c.read, []string{"export", "no such concept"}); got != c.want {
			t.Errorf("%q resembles a word for exporting: %v, want %v", c.read, got, c.want)
		}
	}
}
