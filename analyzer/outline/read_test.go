package outline

import (
	"fmt"
	"strings"
	"testing"

	"lacuna/analyzer/document"
)

func TestChapeauPointsAndClosingWords(t *testing.T) {
	d := Read(made(
		"Article 1.- Boats.",
		"   (1) Whoever:",
		"     a) hides a boat; or",
		"     b) sinks one,",
		"      is punishable with a fine.",
		"   (2) The fine is doubled where the boat:",
		"     a) is new;",
		"     b) is lent.",
		"Article 2.- Nets.",
		"   Nets are free.",
		"   They must be marked.",
		"Article 3.- Lines.",
		"   Lines are forbidden.",
	))
	expect(t, d,
		`1 "Boats."`,
		`  1 Whoever: | is punishable with a fine.`,
		`    a hides a boat; or`,
		`    b sinks one,`,
		`  2 The fine is doubled where the boat:`,
		`    a is new;`,
		`    b is lent.`,
		`2 "Nets."`,
		`  paragraph Nets are free.`,
		`  paragraph They must be marked.`,
		`3 "Lines." Lines are forbidden.`,
	)
	if label := d.Label(d.Provisions()[0].Children[0].Children[1]); label != "Article 1(1)(b)" {
		t.Errorf("label of the point: %s", label)
	}
}

func TestHeadingAboveNumberAndDeeperTails(t *testing.T) {
	d := Read(made(
		"Hiding a person",
		"7. (1) Whoever—",
		"(a) hides a person; or",
		"(b) keeps any person—",
		"(i) who was sold; or",
		"(ii) who was lent,",
		"knowing of it; or",
		"(c) helps in this,",
		"shall be punished.",
		"(2) “Person” means a person of any age.",
		"Selling a person",
		"8. Whoever sells a person shall be punished.",
		"Lending a person",
		"8A. Whoever lends a person shall be punished.",
	))
	expect(t, d,
		`7 "Hiding a person"`,
		`  1 Whoever— | shall be punished.`,
		`    a hides a person; or`,
		`    b keeps any person— | knowing of it; or`,
		`      i who was sold; or`,
		`      ii who was lent,`,
		`    c helps in this,`,
		`  2 “Person” means a person of any age.`,
		`8 "Selling a person" Whoever sells a person shall be punished.`,
		`8A "Lending a person" Whoever lends a person shall be punished.`,
	)
}

func TestExplanationsStandApart(t *testing.T) {
	d := Read(made(
		"40. Theft of nets.—(1) Whoever takes a net by—",
		"First.—force, or",
		"Secondly.—fraud,",
		"commits theft of nets.",
		"Explanation 1.—A line is a net.",
		"Illustrations",
		"(a) A takes Z's net.",
		"(b) A takes his own net.",
		"(2) Whoever commits theft of nets shall be fined.",
		"1[41. Theft of boats.—Whoever takes a boat shall be fined.]",
		"42. Theft of oars.—Whoever takes an oar shall be fined.",
		"Exception.—An oar adrift is free.",
	))
	expect(t, d,
		`40 "Theft of nets"`,
		`  1 Whoever takes a net by— | commits theft of nets.`,
		`    1 force, or`,
		`    2 fraud,`,
		`  Explanation 1 A line is a net.`,
		`  Illustrations`,
		`    a A takes Z's net.`,
		`    b A takes his own net.`,
		`  2 Whoever commits theft of nets shall be fined.`,
		`41 "Theft of boats" Whoever takes a boat shall be fined.]`,
		`42 "Theft of oars" Whoever takes an oar shall be fined.`,
		`  Exception An oar adrift is free.`,
	)
}

func TestLetterOrRomanFigure(t *testing.T) {
	letters := Read(made("1. Any of these:", "(g) gulls;", "(h) herons;", "(i) ibises;", "(j) jays.", "2. None."))
	expect(t, letters, `1 Any of these:`, `  g gulls;`, `  h herons;`, `  i ibises;`, `  j jays.`, `2 None.`)
	romans := Read(made("1. Any of these:", "(h) birds, such as:", "(i) herons;", "(ii) ibises.", "2. None."))
	expect(t, romans, `1 Any of these:`, `  h birds, such as:`, `    i herons;`, `    ii ibises.`, `2 None.`)
}

func TestFiguresThatWereRomanBeforeOCR(t *testing.T) {
	d := Read(made(
		"Article 1", "1. States shall forbid:",
		"(a) In the matter of nets:", "(1) Lending them for:", "a. fishing;", "b. rowing;", "(11) Selling them;",
		"(b) In the matter of boats, renting.",
		"2. States shall punish this.",
		"Article 2", "States shall take:", "(a) As appropriate:", "(1) boats;", "(i1) nets;", "(b) lines.",
	))
	expect(t, d,
		`1`,
		`  1 States shall forbid:`,
		`    a In the matter of nets:`,
		`      i Lending them for:`,
		`        a fishing;`,
		`        b rowing;`,
		`      ii Selling them;`,
		`    b In the matter of boats, renting.`,
		`  2 States shall punish this.`,
		`2 States shall take:`,
		`  a As appropriate:`,
		`    i boats;`,
		`    ii nets;`,
		`  b lines.`,
	)
}

func TestParagraphSignsPenaltyLinesAndRubrics(t *testing.T) {
	d := Read(made(
		"Tráfico de redes",
		"Art. 1º - Vender redes, para: (Incluído pela Lei nº 1, de 1999)",
		"I - pescar;",
		"II - remar.",
		"Pena - multa.",
		"§ 1º A pena é dobrada se o agente:",
		"I - é menor.",
		"Forma culposa",
		"§ 2º Se é culposo:",
		"Pena - advertência.",
		"Furto de barcos",
		"Art. 2º - Furtar barcos.",
		"Pena - multa.",
		"Parágrafo único. Não há furto de remos.",
		"Remos",
		"Art. 3º - (Revogado pela Lei nº 2, de 2001)",
	))
	expect(t, d,
		`1 "Tráfico de redes"`,
		`  paragraph Vender redes, para: (Incluído pela Lei nº 1, de 1999) | Pena - multa.`,
		`    I pescar;`,
		`    II remar.`,
		`  1 A pena é dobrada se o agente:`,
		`    I é menor.`,
		`  2 "Forma culposa" Se é culposo:`,
		`Pena - advertência.`,
		`2 "Furto de barcos"`,
		`  paragraph Furtar barcos.`,
		`Pena - multa.`,
		`  1 Não há furto de remos.`,
		`3 "Remos" <repealed> (Revogado pela Lei nº 2, de 2001)`,
	)
}

func TestAlineasAndOrdinals(t *testing.T) {
	d := Read(made(
		"## Livre Ier : Des filets",
		"### Chapitre II : Des prix",
		"##### Article 12-1",
		"I. - La vente est le fait de céder un filet :",
		"1° Soit neuf ;",
		"2° Soit usé.",
		"Elle est punie d'une amende.",
		"II. - La tentative est punie.",
		"##### Article 12-2",
		"Le don est libre.",
		"Le prêt aussi.",
		"##### Article 12-2-1",
		"Le vol est puni.",
		"##### Article 13-1",
		"(Abrogé)",
	))
	expect(t, d,
		`book I "Des filets"`,
		`  chapter II "Des prix"`,
		`    12-1`,
		`      I`,
		`        paragraph La vente est le fait de céder un filet :`,
		`          1 Soit neuf ;`,
		`          2 Soit usé.`,
		`        paragraph Elle est punie d'une amende.`,
		`      II La tentative est punie.`,
		`    12-2`,
		`      paragraph Le don est libre.`,
		`      paragraph Le prêt aussi.`,
		`    12-2-1 Le vol est puni.`,
		`    13-1 <repealed> (Abrogé)`,
	)
	if len(d.Health.NumberingGaps) > 0 {
		t.Errorf("gaps in compound numbers: %v", d.Health.NumberingGaps)
	}
}

func TestParagraphsInsideAList(t *testing.T) {
	d := Read(made(
		"##### Artículo 1.", "Son atenuantes:", "1.ª La edad.", "Hay edad desde los 18 años.", "También antes.", "2.ª La lluvia.", "3.ª El viento.", "Se aplicarán a todos.",
		"##### Artículo 2.", "Nada más.",
	))
	expect(t, d,
		`1`,
		`  paragraph Son atenuantes:`,
		`    1`,
		`      paragraph La edad.`,
		`      paragraph Hay edad desde los 18 años.`,
		`      paragraph También antes.`,
		`    2 La lluvia.`,
		`    3 El viento.`,
		`  paragraph Se aplicarán a todos.`,
		`2 Nada más.`,
	)
}

func TestInsertedParagraphs(t *testing.T) {
	d := Read(made("Статья 1. Сети", "1. Сети запрещены.", "2. Лодки запрещены.", "21. Вёсла запрещены, если они:", "а) новые;", "а1) старые;", "б) чужие.", "3. Верёвки разрешены.", "Статья 2. Лодки", "Нет."))
	expect(t, d,
		`1 "Сети"`, `  1 Сети запрещены.`, `  2 Лодки запрещены.`, `  2.1 Вёсла запрещены, если они:`, `    а новые;`, `    а.1 старые;`, `    б чужие.`, `  3 Верёвки разрешены.`, `2 "Лодки" Нет.`,
	)
	d = Read(made("##### Article 1", "Les filets :", "5° Soit neufs ;", "5° bis Soit usés ;", "6° Soit perdus.", "##### Article 2", "Rien."))
	expect(t, d, `1 Les filets :`, `  5 Soit neufs ;`, `  5 bis Soit usés ;`, `  6 Soit perdus.`, `2 Rien.`)
}

func TestSectionSignsAndOpenClosingWords(t *testing.T) {
	d := Read(made(
		"### Erster Abschnitt - Netze",
		"#### § 1 Verkauf",
		"(1) Wer",
		"1. Netze verkauft oder",
		"2. verleiht,",
		"wird bestraft.",
		"(2) Der Versuch ist strafbar.",
		"#### § 1a (weggefallen)",
		"#### §§ 2 bis 4 (weggefallen)",
		"#### § 5 Boote",
		"Boote sind frei.",
	))
	expect(t, d,
		`chapter erster "Netze"`,
		`  1 "Verkauf"`,
		`    1 Wer | wird bestraft.`,
		`      1 Netze verkauft oder`,
		`      2 verleiht,`,
		`    2 Der Versuch ist strafbar.`,
		`  1a "(weggefallen)" <repealed>`,
		`  5 "Boote" Boote sind frei.`,
	)
	if len(d.Health.NumberingGaps) > 0 || !strings.Contains(strings.Join(d.Health.Notes.English(), " "), "Articles 2 to 4 are repealed under one heading") {
		t.Errorf("gaps %v, notes %v", d.Health.NumberingGaps, d.Health.Notes)
	}
}

func TestFormsOfTheWorld(t *testing.T) {
	for _, c := range []struct {
		name, want string
		lines      []string
	}{
		{"Russian superscript", "24 24.1 25", []string{"Статья 24. Сети", "Сети запрещены.", "Статья 241. Лодки", "Лодки запрещены.", "Статья 25. Вёсла", "Вёсла разрешены."}},
		{"Arabic", "1 2 2 مكرر 3", []string{"المادة الأولى", "تمنع الشباك.", "المادة 2", "تمنع القوارب.", "المادة 2 مكرر", "تمنع المجاديف.", "المادة ٣", "تباح الحبال."}},
		{"Chinese", "11 12 12-1 13", []string{"第十一条 禁止渔网。", "第十二条 禁止船只。", "第十二条之一 禁止船桨。", "第十三条 允许绳索。"}},
		{"Turkish", "1 2 3", []string{"Madde 1- Ağ yasaktır.", "Madde 2- Tekne yasaktır.", "Madde 3- Kürek serbesttir."}},
		{"Hungarian", "1 2 3", []string{"1. § A háló tilos.", "2. § A csónak tilos.", "3. § Az evező szabad."}},
		{"Kazakh", "1 2 3", []string{"1-бап. Торлар", "Торға тыйым салынады.", "2-бап. Қайықтар", "Қайыққа тыйым салынады.", "3-бап. Ескектер", "Ескек еркін."}},
		{"Spanish bis", "7 7 bis 7 ter 8", []string{"Artículo 7.", "Se prohíben las redes.", "Artículo 7 bis.", "Se prohíben los botes.", "Artículo 7 ter.", "Se prohíben los remos.", "Artículo 8.", "Se permiten las cuerdas."}},
		{"Indonesian", "1 2 3", []string{"Pasal 1", "Jaring dilarang.", "Pasal 2", "Perahu dilarang.", "Pasal 3", "Dayung boleh."}},
		{"decimal sections", "2.1 2.2 3.1", []string{"2.1 Nets", "Nets are forbidden.", "2.2 Boats", "Boats are forbidden.", "3.1 Oars", "Oars are free."}},
		{"first article in words", "1 2 3", []string{"Article premier", "Les filets sont interdits.", "Art. 2", "Les barques aussi.", "Art. 3", "Les rames sont libres."}},
	} {
		if got := provisions(Read(made(c.lines...))); got != c.want {
			t.Errorf("%s: provisions %q, want %q", c.name, got, c.want)
		}
	}
}

func TestRaisedFigures(t *testing.T) {
	number := Read(raise(made("Статья 242. А", "Один.", "Статья 2421. Б", "Два.", "Статья 243. В", "Три."), "Статья 2421", 1))
	if got := provisions(number); got != "242 242.1 243" {
		t.Errorf("raised figure of an inserted article: %s", got)
	}
	footnote := Read(raise(made("§ 14", "Eins.", "§ 1521", "Zwei.", "§ 16", "Drei."), "§ 1521", 2))
	if got := provisions(footnote); got != "14 15 16" {
		t.Errorf("raised figure of a footnote: %s", got)
	}
}

func TestContentsAndOtherLawsAreLeftOut(t *testing.T) {
	lines := []string{"Law on the adoption of the code", "Article 1", "The code is adopted.", "Article 2", "It enters into force at once.", "CODE"}
	for _, n := range []string{"1", "2", "3", "4", "5", "6"} {
		lines = append(lines, "Article "+n, "Rule number "+n+" of the code, which goes on for quite a while so that it is law.")
	}
	d := Read(made(lines...))
	if got := provisions(d); got != "1 2 3 4 5 6" || !strings.Contains(d.Quote(d.Provisions()[0].Span), "Rule number 1") {
		t.Errorf("the longer law is the one to read, got %s, first %q", got, d.Quote(d.Provisions()[0].Span))
	}
	contents := Read(made(
		"ARRANGEMENT OF SECTIONS", "1. Nets", "2. Boats", "3. Oars", "PART I", "Nets", "1. No person shall keep a net in the harbour.",
		"Boats", "2. No person shall keep a boat in the harbour under section", "12.", "Oars", "3. Oars are free.", "| SCHEDULE", "1. Harbours of the north."))
	expect(t, contents,
		`part I`,
		`  1 "Nets" No person shall keep a net in the harbour.`,
		`  2 "Boats" No person shall keep a boat in the harbour under section`,
		`12.`,
		`  3 "Oars" Oars are free.`,
		`Schedule`,
		`  1 Harbours of the north.`,
	)
}

// TestContentsBeforeABodyWithHoles: in a scan numbers of the body are misread, so that
// all its contents and the end of the body make the longest sequence.
func TestContentsBeforeABodyWithHoles(t *testing.T) {
	lines := []string{"ARRANGEMENT OF SECTIONS"}
	for n := 1; n <= 9; n++ {
		lines = append(lines, fmt.Sprintf("%d. Nets of kind %d.", n, n))
	}
	lines = append(lines, "B 10. Oars.", "B 11. Buoys.", "AN ACT")
	for _, n := range []string{"1.", "2.", "3.", "Nets 4.", "5.", "6.", "Nets 7.", "Nets 8.", "9.", "10.", "11."} {
		lines = append(lines, n+" No person shall keep in the harbour any net of a kind that the harbour master has not allowed in writing, "+
			"nor mend such a net there, nor lend it to others, nor leave it on the quay at night, save in a storm.")
	}
	d := Read(made(lines...))
	if got := provisions(d); got != "1 2 3 5 6 9 10 11" || !strings.Contains(d.Quote(d.Provisions()[0].Span), "harbour master") {
		t.Errorf("got %s, first %q", got, d.Quote(d.Provisions()[0].Span))
	}
}

func TestASignBehindANumberMisreadInAPicture(t *testing.T) {
	lines := []string{"Article 1 :", "Nets are free.", "Article 2 ;", "Boats are free.", "Article 3 :", "Oars are free."}
	scan := made(lines...)
	scan.Pictures = []int{1}
	if got := provisions(Read(scan)); got != "1 2 3" {
		t.Errorf("a picture: %s", got)
	}
	if got := provisions(Read(made(lines...))); got != "1 3" {
		t.Errorf("set in type a semicolon is one: %s", got)
	}
}

func TestStatesAndNotes(t *testing.T) {
	d := Read(made(
		"1. Nets", "Nets are forbidden.", "[Act No. 5 of 1999, s. 3.]",
		"2. [Deleted by Act No. 4 of 2001, s. 2.]",
		"3. Boats", "^ 1. Subs. by Act 4 of 1999.", "Boats are forbidden.", "(a) [Repealed by Act No. 3 of 2003]",
		"5. Oars", "Oars are free. 6[The words “and lines”",
	))
	var states []string
	for _, s := range d.Provisions() {
		states = append(states, s.Number+" "+string(s.State))
	}
	if got := strings.Join(states, ", "); got != "1 in force, 2 repealed, 3 in force, 5 in force" {
		t.Errorf("states: %s", got)
	}
	first := d.Provisions()[0]
	if len(first.Notes) != 1 || d.Quote(first.Notes[0]) != "[Act No. 5 of 1999, s. 3.]" || d.Quote(first.Lead) != "Nets are forbidden." {
		t.Errorf("note %v, lead %q", first.Notes, d.Quote(first.Lead))
	}
	if got := d.Health.NumberingGaps; len(got) != 1 || got[0] != "4" {
		t.Errorf("gaps: %v", got)
	}
}

func TestNothingToRead(t *testing.T) {
	if d := Read(made()); d.Health.Grade != "unreadable" || len(d.Provisions()) != 0 {
		t.Errorf("empty text: %+v", d.Health)
	}
	d := Read(made("A letter to a friend.", "It has no sections at all."))
	if d.Health.Grade != "poor" || d.Root == nil || len(d.Health.Notes) == 0 {
		t.Errorf("a letter: %+v", d.Health)
	}
	pages := made("Article 1", "Nets are forbidden.", "Article 2", "Boats too.", "Article 3", "Oars are free.")
	pages.Pages, pages.EmptyPages = []int{0, 0, 20, 20}, []int{1, 3, 4}
	if d := Read(pages); d.Health.Grade != "unreadable" || !strings.Contains(d.Health.Notes[0].String(), "pages 1, 3, 4") {
		t.Errorf("three of four pages gave no text: %+v", d.Health)
	}
}

// TestSpansNest checks on several made laws what every later stage relies on.
func TestSpansNest(t *testing.T) {
	d := Read(made("CHAPTER I", "1. Nets", "(1) Whoever—", "(a) takes a net; (b) lends it: (i) today; (ii) tomorrow,", "shall pay.", "Explanation.—Nets are lines.", "2. Boats", "Boats are free.", "Oars too.", "3. Oars", "None."))
	checkNesting(t, d)
}

// checkNesting checks that every section lies in its parent behind its elder
// sibling, that leads stand before the children and tails behind them, and
// that a point is preceded by its mark.
func checkNesting(t *testing.T, d *document.Document) {
	t.Helper()
	d.Root.Walk(func(s *document.Section) bool {
		end := s.Lead.End
		for _, c := range s.Children {
			if !s.Span.Contains(c.Span) || c.Parent != s || c.Span.Start < end {
				t.Errorf("%s [%d,%d) in %s [%d,%d), behind %d", d.Label(c), c.Span.Start, c.Span.End, d.Label(s), s.Span.Start, s.Span.End, end)
			}
			end = c.Span.End
			if c.Mark != "" && !strings.HasPrefix(d.Quote(c.Span), c.Mark) {
				t.Errorf("%s does not begin with its mark %q: %.40q", d.Label(c), c.Mark, d.Quote(c.Span))
			}
		}
		if !s.Tail.Empty() && (s.Tail.End > s.Span.End || s.Lead.Overlaps(s.Tail)) || !s.Lead.Empty() && !s.Span.Contains(s.Lead) {
			t.Errorf("%s [%d,%d): lead [%d,%d), tail [%d,%d)", d.Label(s), s.Span.Start, s.Span.End, s.Lead.Start, s.Lead.End, s.Tail.Start, s.Tail.End)
		}
		return true
	})
}

// FuzzRead looks for texts that bring the reading down or spoil the tree.
func FuzzRead(f *testing.F) {
	f.Add("Article 1\n(1) Whoever:\n(a) x; or\n(i) y,\nis punished.\nArticle 2\nRepealed")
	f.Add("1. Nets.—No nets.\n1[2. Boats.—(1) None: (a) one; (b) two.]\nExplanation.—All.\nSCHEDULE\n3–4. (Deleted)")
	f.Add("§ 1º Redes\nArt. 2-A. I - a)\nPena - multa.\n第十一条之一\nالمادة 2 مكرر")
	f.Fuzz(func(t *testing.T, text string) {
		checkNesting(t, Read(made(strings.Split(strings.ToValidUTF8(text, ""), "\n")...)))
	})
}
