package outline

import (
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"lacuna/analyzer/document"
	"lacuna/analyzer/ingest"
)

// floors are what the reading of real codes must reach, text by text: shares
// of provisions found and right, and of states and of first and last words
// right among those found.
var floors = []struct {
	text                                   string
	precision, recall, state, begins, ends float64
}{
	{"eth-criminal-code", .998, .998, 1, .99, .98},
	{"ken-penal-code", .998, .998, 1, .99, .98},
	{"mys-penal-code", .998, .998, 1, .99, .99},
	{"mys-sexual-offences-children", 1, 1, 1, .99, .99},
	{"ind-ipc", .998, .998, .998, .99, .99},
	{"pak-ppc", .998, .998, .995, .98, .98},
	{"fra-code-penal", .98, .998, 1, .99, .99},
	{"esp-codigo-penal", .998, .998, 1, .99, .99},
	{"bra-codigo-penal", .998, .998, 1, .99, .98},
	{"deu-stgb", .998, .998, 1, .99, .99},
	{"rus-uk", .998, .998, .998, .99, .99},
}

// gold is a list of the sections of a real text.
type gold struct {
	Sections []struct {
		Provision, State, Begins, Ends string
	}
	File string `json:"source_file"`
}

// score counts what of a gold list a reading has right.
type score struct {
	listed, wanted, found, state, begins, begun, ends, ended int
}

func TestGoldOutlines(t *testing.T) {
	for _, floor := range floors {
		t.Run(floor.text, func(t *testing.T) {
			var want gold
			raw := readShared(t, filepath.Join("..", "gold", "outline", floor.text+".json"))
			if err := json.Unmarshal(raw, &want); err != nil {
				t.Fatal(err)
			}
			d := readCorpus(t, filepath.Join(floor.text, want.File))
			checkNesting(t, d)
			s := compare(d, want)
			check := func(name string, part, whole int, floor float64) {
				if share := float64(part) / float64(max(whole, 1)); share < floor {
					t.Errorf("%s %.3f (%d of %d), floor %.3f", name, share, part, whole, floor)
				}
			}
			t.Logf("%+v", s)
			check("precision", s.found, s.listed, floor.precision)
			check("recall", s.found, s.wanted, floor.recall)
			check("state", s.state, s.found, floor.state)
			check("first words", s.begun, s.begins, floor.begins)
			check("last words", s.ended, s.ends, floor.ends)
		})
	}
}

// counts tell of real codes without a list of their sections how many
// provisions they have, how many of them are repealed, and how many numbers
// are missing, as the raw texts show them: numbers that the law has lost, as in
// Singapore and France, or that a page lacks, as in Algeria.
var counts = []struct {
	file, first, last        string
	found, repealed, missing int
}{
	{"unlabelled/aus-criminal-code-1995/AUS_Criminal_Code_1995_vol1.md", "1.1", "261.3", 382, 0, 5},
	{"unlabelled/aus-criminal-code-1995/AUS_Criminal_Code_1995_vol2.md", "268.1", "480.6", 490, 0, 8},
	{"unlabelled/dza-code-penal-ar/code-penal-ar.txt", "1", "468", 642, 76, 16},
	{"unlabelled/esp-codigo-penal-pdf/codigo_penal.pdf", "1", "616 quáter", 723, 23, 0},
	{"unlabelled/fra-code-penal-pdf/code_penal.pdf", "111-1", "R722-7", 1281, 0, 74},
	{"unlabelled/ind-bns-2023/IND_BNS_2023.md", "1", "358", 358, 0, 0},
	{"unlabelled/lie-stgb/LGBl-1988-037.md", "1", "322", 414, 7, 0},
	{"unlabelled/lux-code-penal/leg-loi-1879-06-18-n1.md", "1", "567", 691, 20, 0},
	{"unlabelled/pak-ppc-2006/PAK_ppc.md", "1", "511", 577, 0, 16},
	{"unlabelled/phl-cybercrime/PHL_RA10175.html", "1", "31", 31, 0, 0},
	{"unlabelled/phl-revised-penal-code/PHL_Act3815_Revised_Penal_Code.html", "1", "367", 367, 0, 0},
	{"unlabelled/sgp-penal-code/penal-code.txt", "1", "512", 561, 37, 40},
	{"mar-code-penal-ar/code-penal-ar.txt", "1", "612", 728, 0, 8},
	{"mar-code-penal-fr/code_penal.pdf", "1", "612", 681, 0, 3},
	{"bra-dossier/ECA.txt", "1", "267", 322, 2, 0},
	{"rwa-penal-code-2018/RWA_Law_68-2018_Penal_Code_gazette_trilingual.pdf", "1", "335", 335, 0, 0},
}

func TestProvisionsOfCodesWithoutLists(t *testing.T) {
	for _, c := range counts {
		t.Run(c.file, func(t *testing.T) {
			d := readCorpus(t, c.file)
			checkNesting(t, d)
			var list []*document.Section
			repealed := 0
			for _, s := range d.Provisions() {
				if s.Kind == document.Schedule {
					continue
				}
				list = append(list, s)
				if s.State == document.Repealed {
					repealed++
				}
			}
			first, last := list[0].Number, list[len(list)-1].Number
			if first != c.first || last != c.last || len(list) != c.found || repealed != c.repealed || len(d.Health.NumberingGaps) != c.missing {
				t.Errorf("%s to %s, %d provisions, %d repealed, %d missing; want %s to %s, %d, %d, %d",
					first, last, len(list), repealed, len(d.Health.NumberingGaps), c.first, c.last, c.found, c.repealed, c.missing)
			}
		})
	}
}

func TestTreatyWithOCRNoise(t *testing.T) {
	d := readCorpus(t, filepath.Join("..", "treaty", "opsc-kazakhstan-law-2001.txt"))
	if got := provisions(d); got != "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17" {
		t.Fatalf("articles: %s", got)
	}
	var labels []string
	for _, article := range d.Provisions()[2:7] {
		article.Walk(func(s *document.Section) bool {
			if len(s.Children) == 0 {
				labels = append(labels, strings.TrimPrefix(d.Label(s), "Article "))
			}
			return true
		})
	}
	want := "3(1)(a)(i)(a) 3(1)(a)(i)(b) 3(1)(a)(i)(c) 3(1)(a)(ii) 3(1)(b) 3(1)(c) 3(2) 3(3) 3(4) 3(5) " +
		"4(1) 4(2)(a) 4(2)(b) 4(3) 4(4) 5(1) 5(2) 5(3) 5(4) 5(5) 6(1) 6(2) 7(a)(i) 7(a)(ii) 7(b) 7(c)"
	if got := strings.Join(labels, " "); got != want {
		t.Errorf("leaves of Articles 3 to 7\n got %s\nwant %s", got, want)
	}
}

// corpora returns the folder of real texts, or skips.
func corpora(t *testing.T) string {
	dir := os.Getenv("LACUNA_CORPORA")
	if dir == "" {
		here, err := os.Getwd()
		if err != nil {
			t.Fatal(err)
		}
		for !exists(filepath.Join(here, "go.mod")) && here != filepath.Dir(here) {
			here = filepath.Dir(here)
		}
		dir = filepath.Join(here, "..", "shared", "corpora")
	}
	if !exists(dir) {
		t.Skip("the real texts are not here: set LACUNA_CORPORA to their folder")
	}
	return dir
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// readShared reads a file given by its path from the corpora, or skips.
func readShared(t *testing.T, path string) []byte {
	raw, err := os.ReadFile(filepath.Join(corpora(t), path))
	if errors.Is(err, fs.ErrNotExist) {
		t.Skipf("%s is not here", path)
	}
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

// readCorpus ingests and outlines a file given by its path from the corpora, or skips.
func readCorpus(t *testing.T, path string) *document.Document {
	full := filepath.Join(corpora(t), path)
	if !exists(full) {
		t.Skipf("%s is not here", path)
	}
	src, err := ingest.File(context.Background(), full, ingest.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	return Read(src)
}

// compare scores a reading against a gold list, provisions in order.
func compare(d *document.Document, want gold) score {
	var got []*document.Section
	for _, s := range d.Provisions() {
		if s.Kind != document.Schedule {
			got = append(got, s)
		}
	}
	s := score{listed: len(got), wanted: len(want.Sections)}
	for i, j := range align(got, want) {
		g, w := got[i], want.Sections[j]
		s.found++
		if w.State == "" || w.State == string(g.State) {
			s.state++
		}
		body := letters(lawText(d, g))
		if w.Begins != "" {
			s.begins++
			if strings.HasPrefix(body, letters(w.Begins)) {
				s.begun++
			}
		}
		if w.Ends != "" {
			s.ends++
			if strings.HasSuffix(body, letters(w.Ends)) {
				s.ended++
			}
		}
	}
	return s
}

// align returns the longest common sequence of numbers, as pairs of places.
func align(got []*document.Section, want gold) map[int]int {
	n, m := len(got), len(want.Sections)
	same := make([][]bool, n)
	best := make([][]int16, n+1)
	best[n] = make([]int16, m+1)
	for i := n - 1; i >= 0; i-- {
		best[i], same[i] = make([]int16, m+1), make([]bool, m)
		for j := m - 1; j >= 0; j-- {
			same[i][j] = letters(got[i].Number) == letters(want.Sections[j].Provision)
			best[i][j] = max(best[i+1][j], best[i][j+1])
			if same[i][j] {
				best[i][j] = best[i+1][j+1] + 1
			}
		}
	}
	pairs := map[int]int{}
	for i, j := 0, 0; i < n && j < m; {
		switch {
		case same[i][j]:
			pairs[i] = j
			i, j = i+1, j+1
		case best[i+1][j] >= best[i][j+1]:
			i++
		default:
			j++
		}
	}
	return pairs
}

// letters keeps the letters and figures of a text, in small letters.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, norm.NFKC.String(s))
}

// lawText returns the words of a provision without mark, heading and notes.
func lawText(d *document.Document, s *document.Section) string {
	at := s.Span.Start + len(s.Mark)
	if s.Title.Start >= s.Span.Start {
		at = max(at, s.Title.End)
	}
	var law strings.Builder
	for _, note := range s.Notes {
		if note.Start > at {
			law.WriteString(d.Text[at:note.Start])
		}
		at = max(at, note.End)
	}
	law.WriteString(d.Text[min(at, s.Span.End):s.Span.End])
	return law.String()
}

// TestBothLanguagesOfOneAct reads the English and the French text of an act,
// which number their sections alike: 1 to 165, the amendments of 166 to 198
// under one heading, and the last two.
func TestBothLanguagesOfOneAct(t *testing.T) {
	en := readCorpus(t, filepath.Join("can-youth-criminal-justice-en", "Y-1.5.xml"))
	fr := readCorpus(t, filepath.Join("can-youth-criminal-justice-fr", "Y-1.5.xml"))
	if provisions(en) != provisions(fr) {
		t.Errorf("sections differ\nEnglish %s\nFrench  %s", provisions(en), provisions(fr))
	}
	if got := strings.TrimSuffix(provisions(en), " Schedule"); !strings.HasSuffix(got, " 164 165 199 200") || len(en.Health.NumberingGaps) > 0 {
		t.Errorf("the last sections: …%s, gaps %v", got[max(0, len(got)-30):], en.Health.NumberingGaps)
	}
}
