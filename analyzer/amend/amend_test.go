package amend_test

import (
	"context"
	"strings"
	"testing"

	"lacuna/analyzer/amend"
	"lacuna/analyzer/document"
	"lacuna/analyzer/ingest"
	"lacuna/analyzer/lexicon"
	"lacuna/analyzer/outline"
	"lacuna/checklists"
)

func read(t *testing.T, name, language, text string) *document.Document {
	t.Helper()
	src, err := ingest.Read(context.Background(), name+".txt", []byte(text), ingest.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	src.Language = language
	return outline.Read(src)
}

func apply(t *testing.T, language, law, act string) (string, []amend.Change) {
	t.Helper()
	lib, err := lexicon.LoadLibrary(checklists.FS)
	if err != nil {
		t.Fatal(err)
	}
	src, changes := amend.Apply(read(t, "law", language, law), read(t, "act", language, act), lib.Pack(language))
	for _, c := range changes {
		if got := src.Quote(c.Span); c.Applied && c.New != "" && !strings.Contains(got, strings.Split(c.New, "\n")[0]) {
			t.Errorf("%s: the trail points to %q, not to %q", c.Instruction, got, c.New)
		}
	}
	at := 0
	for _, b := range src.Blocks {
		if b.Start != at || b.End > len(src.Text) {
			t.Fatalf("block %v of %d bytes does not follow %d", b.Span, len(src.Text), at)
		}
		at = b.End + 1
	}
	return src.Text, changes
}

const law = `Penal Code
Section 58. Keeping
Any person who keeps a house for any woman is guilty of a felony.
Section 59. Carrying off
(1) Any person who carries off any woman is guilty of a felony.
(2) It is no defence that the woman agreed.
Section 60. Dealing
Any person who deals in any woman is fined.
Section 61. Fines
A fine goes to the Treasury.
`

func TestInstructionsAreCarriedOut(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, act, want string
		gone            string
	}{
		{"words", `1. In section 58, for the words "any woman" substitute "any person".`, "keeps a house for any person is guilty", "keeps a house for any woman"},
		{"new words first", `1. Section 58 is amended by substituting "any person" for "any woman".`, "keeps a house for any person is guilty", ""},
		{"words of a paragraph", `1. In section 59(2), the words "the woman" are replaced by the words "the victim".`, "no defence that the victim agreed", "that the woman"},
		{"throughout", `1. In the Penal Code, the words "any woman" are replaced by "any person" wherever they occur.`, "carries off any person", "any woman"},
		{"deleted", `1. In section 61, the words "to the Treasury" are deleted.`, "A fine goes .", "Treasury"},
		{"words inserted", `1. In section 61, after the words "A fine" insert "or a forfeiture".`, "A fine or a forfeiture goes", ""},
		{"repealed", `1. Section 60 is repealed.`, "Section 60. [Repealed]\nSection 61", "deals in"},
		{"a range repealed", `1. Sections 58 to 60 are repealed.`, "Section 59. [Repealed]\nSection 60. [Repealed]", "carries off"},
		{"a paragraph repealed", `1. Section 59(2) is repealed.`, "(2) [Repealed]\nSection 60", "no defence"},
		{"inserted", "1. After section 59 insert:\n\"59A. Sale of children\nAny person who sells a child is guilty of a felony.\"", "agreed.\n59A. Sale of children\nAny person who sells a child is guilty of a felony.\nSection 60", ""},
		{"replaced", "1. Section 60 is replaced by the following:\n\"Section 60. Trade\nAny person who trades in a person is guilty of a felony.\"", "Section 60. Trade\nAny person who trades", "deals in"},
		{"points", "1. The Penal Code is amended as follows:\n(a) in section 58, for \"any woman\" substitute \"any person\";\n(b) section 60 is repealed.", "house for any person is guilty", "deals in"},
	} {
		got, changes := apply(t, "en", law, "Penal Code (Amendment) Act\n"+c.act+"\n2. This Act comes into force on publication.\n")
		if !strings.Contains(got, c.want) || c.gone != "" && strings.Contains(got, c.gone) {
			t.Errorf("%s: %+v\n%s", c.name, changes, got)
		}
	}
}

func TestWhatIsNotMechanicalIsLeft(t *testing.T) {
	t.Parallel()
	for act, why := range map[string]string{
		`1. In section 59, for the word "woman" substitute "person".`:      "2 times",
		`1. In section 99, for the words "any woman" substitute "anyone".`: "no provision 99",
		`1. In section 58, for the words "any man" substitute "anyone".`:   "do not stand there",
		`1. Section 59(7) is repealed.`:                                    "was not found",
		`1. Section 60 is amended by raising the fine.`:                    "word for word",
		`1. In section 60, the last three words are deleted.`:              "word for word",
		`1. In section 58, the words "any man" are replaced by "woman".`:   "do not stand there",
	} {
		got, changes := apply(t, "en", law, "Penal Code (Amendment) Act\n"+act+"\n2. This Act comes into force on publication.\n")
		if len(changes) != 1 || changes[0].Applied || !strings.Contains(changes[0].Why.String(), why) || got != strings.TrimSpace(law) {
			t.Errorf("%s: %+v", act, changes)
		}
	}
}

// What an act says became of an instruction is a sentence that cites both texts,
// and the provisions that it touches are those of the law.
func TestTheTrailIsPlain(t *testing.T) {
	t.Parallel()
	_, changes := apply(t, "en", law, `Penal Code (Amendment) Act
1. In the Penal Code, the words "any woman" are replaced by "any person" wherever they occur.
2. Sections 59 to 61 are repealed.
3. Section 58 is amended as the Minister may direct by order.
4. This Act comes into force on publication.
`)
	want := []struct{ sentence, touched string }{
		{"act Section 1: “any woman” became “any person” in the whole law, 3 times.", "58 59 60"},
		{"act Section 2 was not carried out (repeal, Section 59 – Section 61): another instruction changes the same words.", "59 60 61"},
		{"act Section 3 was not carried out (other change, Section 58): it does not say word for word what is to stand there.", "58"},
	}
	for i, w := range want {
		if i >= len(changes) || changes[i].String() != w.sentence || strings.Join(changes[i].Touched, " ") != w.touched {
			t.Errorf("want %q touching %s; got %+v", w.sentence, w.touched, changes)
		}
	}
}

func TestInstructionsInOtherLanguages(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		language, law, act string
		want               []string
	}{
		{"fr", "Code pénal\nArticle 59\nQuiconque enlève une femme est puni.\nArticle 60\nLe rapt est puni.\nArticle 61\nLa peine est publique.\n",
			"Loi modifiant le code pénal\nArticle 1\nÀ l'article 59 du code pénal, les mots « une femme » sont remplacés par les mots « une personne ».\nArticle 2\nL'article 60 du code pénal est abrogé.\nArticle 3\nAprès l'article 59 du code pénal, il est inséré un article 59-1 ainsi rédigé :\n« Article 59-1. – Quiconque vend un enfant est puni. »\n",
			[]string{"enlève une personne est puni", "Article 60. [Abrogé]", "Article 59-1. – Quiconque vend un enfant est puni.\nArticle 60"}},
		{"es", "Código Penal\nArtículo 59\nEl que rapte a una mujer será castigado.\nArtículo 60\nEl rapto será castigado.\nArtículo 61\nLa pena es pública.\n",
			"Ley por la que se modifica el Código Penal\nArtículo 1\nEn el artículo 59 del Código Penal se sustituyen las palabras \"una mujer\" por \"una persona\".\nArtículo 2\nSe deroga el artículo 60 del Código Penal.\nArtículo 3\nSe añade al Código Penal un artículo 59 bis con la siguiente redacción:\n\"Artículo 59 bis. El que venda a un menor será castigado.\"\n",
			[]string{"rapte a una persona", "Artículo 60. [Derogado]", "Artículo 59 bis. El que venda a un menor será castigado.\nArtículo 60"}},
		{"pt", "Código Penal\nArt. 59\nQuem raptar uma mulher é punido.\nArt. 60\nO rapto é punido.\nArt. 61\nA pena é pública.\n",
			"Lei que altera o Código Penal\nArt. 1\nNo artigo 59 do Código Penal, as palavras \"uma mulher\" são substituídas por \"uma pessoa\".\nArt. 2\nÉ revogado o artigo 60 do Código Penal.\nArt. 3\nÉ aditado ao Código Penal o artigo 59-A, com a seguinte redação:\n\"Art. 59-A. Quem vender uma criança é punido.\"\n",
			[]string{"raptar uma pessoa", "Art. 60. [Revogado]", "Art. 59-A. Quem vender uma criança é punido.\nArt. 60"}},
		{"ru", "Уголовный кодекс\nСтатья 59. Похищение\nПохищение женщины наказывается.\nСтатья 60. Сделка\nСделка наказывается.\nСтатья 61. Штраф\nШтраф взыскивается.\n",
			"О внесении изменений в Уголовный кодекс\nСтатья 1\nВ статье 59 Уголовного кодекса слова «Похищение женщины» заменить словами «Похищение человека».\nСтатья 2\nСтатью 60 Уголовного кодекса признать утратившей силу.\nСтатья 3\nДополнить Уголовный кодекс статьей 59.1 следующего содержания:\n«Статья 59.1. Торговля детьми\nПродажа ребенка наказывается.»\n",
			[]string{"Похищение человека наказывается", "Статья 60. [Утратила силу]", "Статья 59.1. Торговля детьми\nПродажа ребенка наказывается.\nСтатья 60"}},
		{"de", "Strafgesetzbuch\n§ 59 Raub\nWer eine Frau entführt, wird bestraft.\n§ 60 Handel\nWer Handel treibt, wird bestraft.\n§ 61 Strafe\nDie Strafe ist öffentlich.\n",
			"Gesetz zur Änderung des Strafgesetzbuchs\n§ 1\nIn § 59 des Strafgesetzbuchs werden die Wörter „eine Frau“ durch die Wörter „eine Person“ ersetzt.\n§ 2\n§ 60 des Strafgesetzbuchs wird aufgehoben.\n§ 3\nNach § 59 des Strafgesetzbuchs wird folgender § 59a eingefügt:\n„§ 59a Kinderhandel\nWer ein Kind verkauft, wird bestraft.“\n",
			[]string{"Wer eine Person entführt", "§ 60. [Aufgehoben]", "§ 59a Kinderhandel\nWer ein Kind verkauft, wird bestraft.\n§ 60"}},
		{"ar", "قانون العقوبات\nالمادة 59\nيعاقب كل من خطف امرأة.\nالمادة 60\nيعاقب كل من تاجر بالناس.\nالمادة 61\nالعقوبة علنية.\n",
			"قانون بتعديل قانون العقوبات\nالمادة 1\nتستبدل عبارة «امرأة» الواردة في المادة 59 من قانون العقوبات بعبارة «شخصا».\nالمادة 2\nتلغى المادة 60 من قانون العقوبات.\n",
			[]string{"كل من خطف شخصا", "المادة 60. [ملغاة]"}},
	} {
		got, changes := apply(t, c.language, c.law, c.act)
		for _, want := range c.want {
			if !strings.Contains(got, want) {
				t.Errorf("%s: %q does not stand in\n%s\n%+v", c.language, want, got, changes)
			}
		}
	}
}
