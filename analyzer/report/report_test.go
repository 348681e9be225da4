package report

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lacuna/analyzer/checklist"
	"lacuna/analyzer/coverage"
	"lacuna/analyzer/document"
	"lacuna/analyzer/ledger"
	"lacuna/analyzer/message"
)

var update = flag.Bool("update", false, "write the expected reports anew")

// code is a text made for these tests; the quotes of made are cut out of it.
const code = `Chapter 4 Offences against children
Article 9 Unlawful images
(1) Whoever, with images of a child engaged in <sexual> acts,
(a) makes or copies them; or
(b) hands them to another for gain,
shall be imprisoned for two to six years.
(2) =SUM or * and | are only signs.
Article 12 Public morals
Whoever shows obscene matter in public shall be fined.
`

// quote finds words in code.
func quote(words string) (string, int, int) {
	at := strings.Index(code, words)
	return words, at, at + len(words)
}

func piece(role, words string) coverage.Piece {
	q, start, end := quote(words)
	return coverage.Piece{Role: role, Start: start, End: end, Quote: q}
}

func evidence(text, provision, label string, narrow []string, pieces ...string) coverage.Evidence {
	q, start, end := quote(pieces[len(pieces)-1])
	e := coverage.Evidence{Text: text, Provision: provision, Label: label, Path: []string{"Chapter 4 Offences against children"},
		Start: start, End: end, Page: 3, Quote: q, NarrowedBy: narrow}
	for _, p := range pieces {
		e.Spans = append(e.Spans, piece("point", p))
	}
	return e
}

// made is a small dossier of two texts with every kind of answer in it.
func made() *Report {
	c := &checklist.Checklist{ID: "made", Version: "1", Title: "A made protocol", SHA256: "c0ffee",
		Groups: []checklist.Group{{ID: "3", Title: "Article 3: offences"}, {ID: "4", Title: "Article 4: jurisdiction"}},
		Items: []checklist.Item{
			{ID: "2.age", Group: "3", Source: "Convention on the Rights of the Child, Article 1"},
			{ID: "3.1.c", Group: "3", Question: "Are images of the abuse of children punished?"},
			{ID: "3.2", Group: "3"}, {ID: "4.2.a", Group: "4", Usually: []string{"act on citizenship"}}, {ID: "5.2", Group: "4"},
		}}
	chapeau := "Whoever, with images of a child engaged in <sexual> acts,"
	makes := evidence("penal", "9", "Article 9(1)(a)", nil, chapeau, "makes or copies them")
	hands := evidence("penal", "9", "Article 9(1)(b)", []string{"only for gain"}, chapeau, "hands them to another for gain")
	hands.NarrowedCodes = []coverage.Message{{Code: "only-gain"}}
	signs := evidence("minors", "2 bis", "Section 2 bis(2)", []string{}, "=SUM or * and | are only signs.")
	m := &coverage.Matrix{
		Texts: []coverage.Text{
			{ID: "penal", Title: "Penal Code", Language: "en", Format: "pdf", SHA256: "aa11", AsOf: "2005-05-09", Official: "translation", Pages: 12, Sections: 40,
				Health: document.Health{Grade: "fair", NumberingGaps: []string{"17", "18"}, Notes: message.Sentences{message.Say("pages-empty", "pages", "7")}}},
			{ID: "minors", Title: "قانون الطفل", Language: "ar", Format: "text", SHA256: "bb22", AsOf: "unknown", Official: "unknown", Sections: 9, Health: document.Health{Grade: "good"}},
		},
		Summary: coverage.Summary{Covered: 1, Partial: 2, Gap: 1, Unknown: 1},
		Items: []coverage.Item{
			{ID: "2.age", Title: "Everyone under eighteen", Force: "definition", Treaty: coverage.Treaty{Article: "2"}, Status: coverage.Covered,
				Elements: []coverage.Finding{{ID: "images", Value: coverage.Yes, Confidence: 905, Decision: "term-resolved", Evidence: []coverage.Evidence{signs},
					Tried: []string{"a lower age: none stands in the provision"}}}},
			{ID: "3.1.c", Title: "Images of abuse", Force: "shall", Treaty: coverage.Treaty{Article: "3", Paragraph: "1", Point: "c", Quote: "Making, passing on and bringing in such images;"}, Status: coverage.PartlyCovered,
				Elements: []coverage.Finding{
					{ID: "producing", Question: "Is making punished?", Value: coverage.Yes, Confidence: 940, Decision: "express", Evidence: []coverage.Evidence{makes}, Reasons: []string{"carries imprisonment of up to 6 years"},
						ReasonCodes: []coverage.Message{{Code: "carries-years", Args: map[string]string{"years": "6"}}}},
					{ID: "distributing", Value: coverage.Partial, Confidence: 700, Decision: "express", Evidence: []coverage.Evidence{hands, signs}},
					{ID: "importing", Value: coverage.No, Confidence: 610, Decision: "earned-no", Absence: "turned-down", Reasons: []string{"no provision names bringing in"},
						NearMisses: []coverage.NearMiss{{Text: "penal", Provision: "12", Label: "Article 12", Quote: "Whoever shows obscene matter in public", WhyNot: "it does not speak of: a child", Page: 4,
							WhyNotCode: coverage.Message{Code: "near-lacks", Args: map[string]string{"concept": "child"}}}}},
				}},
			{ID: "3.2", Title: "Attempt and taking part", Force: "shall", Treaty: coverage.Treaty{Article: "3", Paragraph: "2"}, Status: coverage.PartlyCovered,
				Elements: []coverage.Finding{
					{ID: "attempt", Value: coverage.Partial, Confidence: 500, Decision: "reach", Evidence: []coverage.Evidence{evidence("penal", "5", "Article 5", []string{"grave crimes only"}, "shall be imprisoned")}},
					{ID: "complicity", Value: coverage.Partial, Confidence: 500, Decision: "reach", Evidence: []coverage.Evidence{evidence("minors", "7", "Section 7", []string{"grave crimes only"}, "shall be fined")}},
				}},
			{ID: "4.2.a", Title: "Nationals abroad", Force: "may", Treaty: coverage.Treaty{Article: "4", Paragraph: "2", Point: "a"}, Status: coverage.Gap,
				Elements: []coverage.Finding{{ID: "national", Value: coverage.No, Confidence: 600, Decision: "earned-no", Absence: "other-act-likely"}}},
			{ID: "5.2", Title: "Treaty as a basis", Force: "may", Condition: "treaty-required", Treaty: coverage.Treaty{Article: "5", Paragraph: "2"}, Status: coverage.NotKnown,
				Elements: []coverage.Finding{{ID: "treaty-basis", Value: coverage.Unknown, Decision: "unread", Reasons: []string{"page 7 of penal gave no text"}}}},
		},
	}
	src := func(id string) *document.Source { return &document.Source{ID: id, Text: code} }
	return New(c, m, []*document.Source{src("penal"), src("minors")}, Made{"0.0.0", ledger.Dossier{Name: "made", ISO3: "XXX"}, "1e8"})
}

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	is, should := strings.Split(string(got), "\n"), strings.Split(string(want), "\n")
	for i := range max(len(is), len(should)) {
		if i >= len(is) || i >= len(should) || is[i] != should[i] {
			t.Errorf("%s differs from line %d on (%d lines, want %d); run with -update and read the diff", path, i+1, len(is), len(should))
			return
		}
	}
}

func TestFormatsMatchTheirGoldenReports(t *testing.T) {
	for _, f := range Formats {
		var first, second bytes.Buffer
		if err := f.Write(&first, made(), Options{}); err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
		if err := f.Write(&second, made(), Options{}); err != nil || !bytes.Equal(first.Bytes(), second.Bytes()) {
			t.Errorf("%s: a second run gives other bytes (%v)", f.Name, err)
		}
		golden(t, "made."+f.Extension, first.Bytes())
	}
	var narrow, why bytes.Buffer
	if err := writeTable(&narrow, made(), Options{Width: 80}); err != nil {
		t.Fatal(err)
	}
	golden(t, "made-80.txt", narrow.Bytes())
	r := made()
	if err := Explain(&why, r, r.Items()[1], "", Options{Width: 80}); err != nil {
		t.Fatal(err)
	}
	golden(t, "made-explain.txt", why.Bytes())
}

func TestTableKeepsItsWidth(t *testing.T) {
	for _, width := range []int{60, 72, 80, 100, 140} {
		var out bytes.Buffer
		if err := writeTable(&out, made(), Options{Width: width}); err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(out.String()) {
			if n := cells(strings.TrimRight(line, "\n")); n > width {
				t.Errorf("at width %d a line has %d cells: %s", width, n, line)
			}
		}
	}
}

func TestColourOnlyWhenAsked(t *testing.T) {
	var plain, coloured bytes.Buffer
	if writeTable(&plain, made(), Options{}) != nil || writeTable(&coloured, made(), Options{Color: true}) != nil {
		t.Fatal("writing failed")
	}
	if strings.Contains(plain.String(), "\x1b") {
		t.Error("colour without asking")
	}
	if !strings.Contains(coloured.String(), "\x1b[31mnot found\x1b[0m") {
		t.Error("no colour on what was not found")
	}
	bare := coloured.String()
	for _, code := range []string{"\x1b[31m", "\x1b[32m", "\x1b[33m", "\x1b[35m", "\x1b[0m"} {
		bare = strings.ReplaceAll(bare, code, "")
	}
	if bare != plain.String() {
		t.Error("colour changes the layout")
	}
}

func TestLongTableIsInertAndWhole(t *testing.T) {
	var out bytes.Buffer
	if err := writeCSV(&out, made(), Options{}); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&out).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	column := map[string]int{}
	for i, name := range rows[0] {
		column[name] = i
	}
	elements := map[string]bool{}
	for _, row := range rows[1:] {
		for _, cell := range row {
			if cell != "" && strings.ContainsRune("=+-@", rune(cell[0])) {
				t.Errorf("a spreadsheet would run the cell %q", cell)
			}
		}
		if rank := row[column["rank"]]; rank == "0" || rank == "1" {
			elements[row[column["item"]]+"/"+row[column["element"]]] = true
		}
	}
	if len(elements) != 8 || len(rows) != 10 {
		t.Errorf("%d elements in %d rows, want 8 in 10", len(elements), len(rows))
	}
}

func TestJSONHasListsAndNeverNull(t *testing.T) {
	var out bytes.Buffer
	if err := writeEachJSON(&out, []*Report{made(), made()}, Options{}); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(out.String(), "null") {
		t.Error("null in the JSON")
	}
	var back struct {
		Schema      string
		Assessments []struct{ Items []coverage.Item }
	}
	if err := json.Unmarshal(out.Bytes(), &back); err != nil || back.Schema != "lacuna/assessments/1" || len(back.Assessments) != 2 {
		t.Fatalf("shape is wrong: %v %+v", err, back.Schema)
	}
	for _, it := range back.Assessments[0].Items {
		for _, f := range it.Elements {
			for _, e := range f.Evidence {
				if code[e.Start:e.End] != e.Quote {
					t.Errorf("%s/%s: quote %q is not the text between its offsets", it.ID, f.ID, e.Quote)
				}
			}
		}
	}
}

func TestHTMLNeedsNothingFromOutside(t *testing.T) {
	var out bytes.Buffer
	if err := writeHTML(&out, made(), Options{}); err != nil {
		t.Fatal(err)
	}
	page := out.String()
	for _, bad := range []string{"<script", "http://", "https://", "<link", "<img", "<sexual>", "ZgotmplZ"} {
		if strings.Contains(page, bad) {
			t.Errorf("the page holds %q", bad)
		}
	}
	for _, need := range []string{`lang="ar" dir="rtl"`, `&lt;sexual&gt;`, "<mark>makes or copies them</mark>", `scope="row"`, "@media print", `id="p-3.1.c--importing"`} {
		if !strings.Contains(page, need) {
			t.Errorf("the page lacks %q", need)
		}
	}
}

func TestBetweenPiecesStandsTheMarkOrWhatWasLeftOut(t *testing.T) {
	r := made()
	chapeau := "engaged in <sexual> acts,"
	for point, want := range map[string]string{
		"makes or copies them": chapeau + " (a) makes or copies them",
		"hands them":           chapeau + " […] hands them",
	} {
		e := coverage.Evidence{Text: "penal", Spans: []coverage.Piece{piece("chapeau", chapeau), piece("point", point)}}
		if got := r.together(e); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestReportsAccuseNobody(t *testing.T) {
	for _, f := range Formats {
		var out bytes.Buffer
		if err := f.Write(&out, made(), Options{}); err != nil {
			t.Fatal(err)
		}
		if strings.Contains(strings.ToLower(out.String()), "violat") || strings.Contains(out.String(), " %") {
			t.Errorf("%s speaks of violations or percentages", f.Name)
		}
	}
}

func TestOutlineListsArticlesButNoSchedules(t *testing.T) {
	at := func(words string) document.Span {
		_, start, end := quote(words)
		return document.Span{Start: start, End: end}
	}
	root := &document.Section{Kind: document.Root}
	chapter := &document.Section{Kind: document.Chapter, Mark: "Chapter 4", Title: at("Offences against children"), Parent: root}
	article := &document.Section{Kind: document.Article, Number: "9", Mark: "Article 9", Title: at("Unlawful images"), Span: at("Article 9 Unlawful images"), Parent: chapter, State: document.Repealed}
	schedule := &document.Section{Kind: document.Schedule, Number: "Schedule", Mark: "Schedule", Parent: root}
	chapter.Children, root.Children = []*document.Section{article}, []*document.Section{chapter, schedule}
	d := &document.Document{Source: &document.Source{ID: "penal", Format: "text", Text: code}, Root: root, Health: document.Health{Grade: "good"}}
	var tree, list bytes.Buffer
	if Outline(&tree, []*document.Document{d}, Options{}) != nil || OutlineJSON(&list, []*document.Document{d}) != nil {
		t.Fatal("writing failed")
	}
	if want := "\nChapter 4 Offences against children\n  Article 9 Unlawful images [repealed]\nSchedule\n"; !strings.HasSuffix(tree.String(), want) {
		t.Errorf("the tree is\n%s", tree.String())
	}
	var got struct {
		Text     coverage.Text
		Sections []entry
	}
	if err := json.Unmarshal(list.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	if len(got.Sections) != 1 || got.Sections[0].Provision != "9" || got.Sections[0].Heading != "Unlawful images" || got.Sections[0].State != document.Repealed ||
		got.Text.AsOf != "unknown" || code[got.Sections[0].Start:got.Sections[0].End] != "Article 9 Unlawful images" {
		t.Errorf("the list is %+v", got)
	}
}
