package cli

import (
	"html"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"

	"lacuna/analyzer/message"
	"lacuna/analyzer/report"
	"lacuna/checklists"
)

// TestNoEnglishIsLeftInOtherLanguages runs every command that speaks the reader's
// language, over laws that are not English, and looks for words of English reports, of
// the checklist and of the stages, for ids of concepts, and for places left open.
func TestNoEnglishIsLeftInOtherLanguages(t *testing.T) {
	english := englishPhrases(t)
	law := filepath.Join("..", "..", "..", "corpora", "parallel", "ardenia-")
	cut := cutOff(t, law+"es-1994.md")
	formats := filepath.Join("..", "..", "..", "testdata", "formats")
	commands := [][]string{
		{"analyze", law + "es-1994.md", "-o", "table=TABLE", "-o", "md=MD", "-o", "html=HTML"},
		{"analyze", law + "de-1994.md", cut},
		{"explain", "3.1.c", law + "ar-1994.md"},
		{"explain", "5.1", cut},
		{"compare", law + "es-1994.md", law + "fr-1994.md", "-o", "table=TABLE", "-o", "md=MD", "-o", "html=HTML"},
		{"diff", law + "es-1994.md", cut, "-o", "table=TABLE", "-o", "md=MD", "-o", "html=HTML"},
		{"diff", filepath.Join(formats, "revised.docx")},
		{"wording", "3.1.c/producing", law + "es-1994.md", "-o", "table=TABLE", "-o", "md=MD", "-o", "html=HTML"},
		{"outline", cut},
		{"health", cut},
		{"checklist", "show"},
	}
	for _, language := range report.Languages() {
		if language == "en" {
			continue
		}
		t.Run(language, func(t *testing.T) {
			for _, command := range commands {
				said := spoken(t, command, language)
				for _, phrase := range english {
					if at := strings.Index(said, phrase); at >= 0 {
						t.Errorf("lacuna %s --ui %s says %q in English: …%s…", strings.Join(command[:2], " "), language, phrase, said[max(0, at-80):min(len(said), at+80)])
					}
				}
				if open := openPlace.FindString(said); open != "" {
					t.Errorf("lacuna %s --ui %s leaves a place open: %s", strings.Join(command[:2], " "), language, open)
				}
			}
		})
	}
}

// openPlace is a place of a wording that nothing filled, or a key that has no words.
var openPlace = regexp.MustCompile(`\{[a-z0-9]+\}|\b(?:message|count|known|diff|health|change)\.[a-z-]+`)

// cutOff writes the first three quarters of a law, which break off, and leaves out some of
// its articles.
func cutOff(t *testing.T, path string) string {
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	text := string(data)
	third := len(text) / 3
	broken := strings.ToValidUTF8(text[:third], "") + "\n\n" + strings.ToValidUTF8(text[third+third/2:3*third-third/4], "")
	file := filepath.Join(t.TempDir(), "cut.md")
	if err := os.WriteFile(file, []byte(broken), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

var markup = regexp.MustCompile(`(?s)<style>.*?</style>|<[^>]*>`)

// spoken runs a command in a language, with files for the formats that it names, and
// returns all that it said as plain words.
func spoken(t *testing.T, command []string, language string) string {
	t.Helper()
	var args []string
	var files []string
	for _, a := range command {
		if name, format, ok := strings.Cut(a, "="); ok && format == strings.ToUpper(name) {
			files = append(files, filepath.Join(t.TempDir(), name))
			a = name + "=" + files[len(files)-1]
		}
		args = append(args, a)
	}
	said := string(run(t, append(args, "--ui", language)...))
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		said += "\n" + markup.ReplaceAllString(string(data), " ")
	}
	return plainWords(html.UnescapeString(said))
}

func plainWords(s string) string {
	return strings.Join(strings.Fields(strings.NewReplacer("\u2068", "", "\u2069", "", "\\", "", "│", " ", "*", "").Replace(s)), " ")
}

// englishPhrases are pieces, of two words or more (not "1 element", which may be Spanish), of all that reports, stages and the
// checklist say in English, but for what the treaty itself says.
func englishPhrases(t *testing.T) []string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "..", "..", "analyzer", "report", "words", "en.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	var words map[string]any
	if err := yaml.Unmarshal(data, &words); err != nil {
		t.Fatal(err)
	}
	lists, lib, err := loadAll()
	if err != nil {
		t.Fatal(err)
	}
	treaty, err := checklists.FS.ReadFile("treaty/opsc.txt")
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	var out []string
	add := func(sentence string) {
		for _, phrase := range regexp.MustCompile(`\{[^}]*\}`).Split(sentence, -1) {
			phrase = strings.Trim(plainWords(phrase), " .,:;()“”?→–")
			if len(phrase) >= 8 && strings.Contains(phrase, " ") && !strings.HasPrefix(phrase, "1 ") && !seen[phrase] && !strings.Contains(plainWords(string(treaty)), phrase) {
				seen[phrase] = true
				out = append(out, phrase)
			}
		}
	}
	for _, value := range words {
		switch v := value.(type) {
		case string:
			add(v)
		case map[string]any:
			for _, form := range v {
				add(form.(string))
			}
		}
	}
	for _, sentence := range message.English {
		add(sentence)
	}
	for sentence := range sentencesOf(lists[0], lib) {
		if id, ok := strings.CutPrefix(sentence, "{"); ok {
			id = strings.TrimSuffix(id, "}")
			add(strings.ReplaceAll(id, "_", " "))
			if strings.Contains(id, "_") {
				out = append(out, id)
			}
			continue
		}
		add(sentence)
	}
	return out
}
