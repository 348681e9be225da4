package analyzer_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lacuna/analyzer"
	"lacuna/analyzer/coverage"
	"lacuna/analyzer/document"
)

// foreign are two articles of a law that does not exist, in languages that have no
// lexicon, some of them near one that has.
var foreign = map[string]string{
	"pl": "Art. 1. Kto sprzedaje dziecko innej osobie za pieniądze, podlega karze pozbawienia wolności od roku do lat dziesięciu.\n\nArt. 2. Kto kradnie cudzą rzecz w celu przywłaszczenia, podlega karze pozbawienia wolności do lat dwóch.",
	"zh": "第一条 凡以金钱向他人出卖儿童者,处一年以上十年以下有期徒刑。\n\n第二条 盗窃他人财物者,处二年以下有期徒刑或者罚金。",
	"tr": "Madde 1 – Bir çocuğu para karşılığında başkasına satan kişi, bir yıldan on yıla kadar hapis cezası ile cezalandırılır.\n\nMadde 2 – Başkasının malını çalan kişi iki yıla kadar hapis cezası ile cezalandırılır.",
	"fa": "ماده ۱ – هر کس کودکی را در برابر پول به دیگری بفروشد به حبس از یک تا ده سال محکوم می‌شود.\n\nماده ۲ – هر کس مال دیگری را برباید به حبس تا دو سال محکوم خواهد شد و اگر آن را به کسی بدهد نیز مجازات می‌شود.",
	"uk": "Стаття 1. Той, хто продає дитину іншій особі за гроші, карається позбавленням волі на строк від одного до десяти років.\n\nСтаття 2. Крадіжка чужого майна карається позбавленням волі на строк до двох років, якщо особа діяла з корисливих мотивів або вчинила її повторно.",
	"gl": "Artigo 1. Quen venda unha crianza a outra persoa a cambio de diñeiro será castigado coa pena de prisión dun a dez anos.\n\nArtigo 2. Quen subtraia as cousas alleas sen a vontade do seu dono será castigado coa pena de prisión de ata dous anos, se non o fixo por necesidade.",
	"ca": "Article 1. Qui vengui un infant a una altra persona a canvi de diners serà castigat amb la pena de presó d'un a deu anys.\n\nArticle 2. Qui s'apoderi de les coses dels altres sense la voluntat del seu amo serà castigat amb la pena de presó de fins a dos anys.",
	"nl": "Artikel 1. Hij die een kind aan een ander verkoopt voor geld wordt gestraft met gevangenisstraf van ten hoogste tien jaren.\n\nArtikel 2. Hij die enig goed dat aan een ander toebehoort wegneemt, wordt gestraft met gevangenisstraf van ten hoogste twee jaren.",
	"lb": "Artikel 1. Deen, deen e Kand un eng aner Persoun fir Suen verkeeft, gëtt mat Prisong vun engem bis zéng Joer bestrooft.\n\nArtikel 2. Deen, deen enger anerer Persoun hir Saachen hëlt, ouni datt si et wëll, gëtt mat Prisong bis zu zwee Joer bestrooft.",
	"ro": "Articolul 1. Cel care vinde un copil unei alte persoane pentru bani se pedepsește cu închisoare de la unu la zece ani.\n\nArticolul 2. Cel care ia un bun al altuia fără voia acestuia se pedepsește cu închisoare de până la doi ani sau cu amendă.",
}

// TestALanguageWithoutALexiconIsUnknownAndNeverNo holds that a text in a language
// without a lexicon is not read with the words of a neighbour.
func TestALanguageWithoutALexiconIsUnknownAndNeverNo(t *testing.T) {
	opt := builtIn(t)
	for name, text := range foreign {
		d := analyzer.Analyze([]*document.Source{read(t, name+".txt", []byte(text))}, opt)
		if got := d.Documents[0].Language; got != name {
			t.Errorf("a text in %q is taken for %q", name, got)
		}
		for _, it := range d.Matrix.Items {
			for _, f := range it.Elements {
				if f.Value != coverage.Unknown || len(f.ReasonCodes) == 0 || f.ReasonCodes[0].Code != "no-lexicon" {
					t.Fatalf("a text in %q: %s/%s is %q because %v", name, it.ID, f.ID, f.Value, f.Reasons)
				}
			}
		}
	}
}

// TestTheSampleCodesAreReadInTheirLanguages holds that no neighbour takes over a
// language that has a lexicon.
func TestTheSampleCodesAreReadInTheirLanguages(t *testing.T) {
	files, err := filepath.Glob("../corpora/parallel/*.md")
	if err != nil || len(files) < 7 {
		t.Fatalf("%d sample codes: %v", len(files), err)
	}
	opt := builtIn(t)
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		doc := analyzer.Analyze([]*document.Source{read(t, "code.md", data)}, opt).Documents[0]
		if want := strings.Split(filepath.Base(file), "-")[1]; doc.Language != want {
			t.Errorf("%s is taken for %q", file, doc.Language)
		}
		if notes := strings.Join(doc.Health.Notes.English(), " "); strings.Contains(notes, "several languages") {
			t.Errorf("%s: %s", file, notes)
		}
	}
}

// TestATextInTwoLanguagesIsSaidToBe lays two languages under each other, article by
// article, and one after the other. Read in the one, the other does not disturb it.
func TestATextInTwoLanguagesIsSaidToBe(t *testing.T) {
	opt := builtIn(t)
	articles := func(language string) []string {
		data, err := os.ReadFile("../corpora/parallel/ardenia-" + language + "-2021.md")
		if err != nil {
			t.Fatal(err)
		}
		return strings.Split(string(data), "\n\n#### ")
	}
	for _, two := range [][2]string{{"fr", "ar"}, {"en", "fr"}, {"de", "ru"}, {"es", "pt"}} {
		a, b := articles(two[0]), articles(two[1])
		var turns []string
		for i := range max(len(a), len(b)) {
			if i < len(a) {
				turns = append(turns, a[i])
			}
			if i < len(b) {
				turns = append(turns, b[i])
			}
		}
		for how, text := range map[string]string{"in turns": strings.Join(turns, "\n\n#### "), "one after the other": strings.Join(a, "\n\n#### ") + "\n\n" + strings.Join(b, "\n\n#### ")} {
			doc := analyzer.Analyze([]*document.Source{read(t, "act.md", []byte(text))}, opt).Documents[0]
			other := two[0]
			if doc.Language == other {
				other = two[1]
			}
			if doc.Language != two[0] && doc.Language != two[1] || !strings.Contains(strings.Join(doc.Health.Notes.English(), " "), "--language "+other+" reads the rest") {
				t.Errorf("%v %s: read in %q; %q", two, how, doc.Language, doc.Health.Notes)
			}
			for i, law := range [][]string{a, b} {
				one := opt
				one.Language = two[i]
				want := values(read(t, "act.md", []byte(strings.Join(law, "\n\n#### "))), one)
				got := values(read(t, "act.md", []byte(text)), one)
				var differ []string
				for k := range want {
					if got[k] != want[k] {
						differ = append(differ, got[k])
					}
				}
				// In turns, a short line between two languages may be told wrongly.
				if len(differ) > 1 || len(differ) > 0 && how != "in turns" {
					t.Errorf("%v %s, read in %s: not as in the law alone: %q", two, how, two[i], differ)
				}
			}
		}
	}
}

// TestALanguageGivenWronglyIsUnknown holds that --language does not turn a text in
// another language into gaps.
func TestALanguageGivenWronglyIsUnknown(t *testing.T) {
	opt := builtIn(t)
	opt.Language = "en"
	for _, name := range []string{"pl", "zh", "uk", "fa"} {
		each(analyzer.Analyze([]*document.Source{read(t, name+".txt", []byte(foreign[name]))}, opt).Matrix, func(element string, f coverage.Finding) {
			if f.Value != coverage.Unknown {
				t.Fatalf("a text in %q read as English: %s is %q", name, element, f.Value)
			}
		})
	}
}
