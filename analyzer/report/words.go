package report

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"strconv"
	"strings"
	"sync"

	"go.yaml.in/yaml/v4"
	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
	printing "golang.org/x/text/message"
	decimal "golang.org/x/text/number"

	"lacuna/analyzer/message"
)

// catalogues holds the words of reports, one file a language.
//
//go:embed words/*.yaml
var catalogues embed.FS

// Words are the words of one language in which reports speak.
type Words struct {
	Language  string // ISO 639-1
	forms     map[string]forms
	sentences map[string]string // of a checklist: English → this language
	tag       language.Tag
	printer   *printing.Printer
}

// forms are the wordings of one key, by the number they are said with; "other"
// is the one of a key without numbers.
type forms map[string]string

// UnmarshalYAML reads one wording, or several by number.
func (f *forms) UnmarshalYAML(n *yaml.Node) error {
	if n.Kind == yaml.ScalarNode {
		*f = forms{"other": n.Value}
		return nil
	}
	var several map[string]string
	err := n.Decode(&several)
	*f = several
	return err
}

// Languages lists the languages in which reports are written, sorted.
func Languages() []string {
	files, _ := fs.Glob(catalogues, "words/*.yaml") // fails on a malformed pattern only
	var out []string
	for _, f := range files {
		out = append(out, strings.TrimSuffix(path.Base(f), ".yaml"))
	}
	return out
}

// LoadWords reads the words of a language, one of Languages. sentences are files of
// a checklist's sentences: what each says in English, and in the language; what they
// lack is said in English.
func LoadWords(code string, sentences ...[]byte) (*Words, error) {
	data, err := catalogues.ReadFile("words/" + code + ".yaml")
	if err != nil {
		return nil, fmt.Errorf("reports are not written in the language %q; there are: %s", code, strings.Join(Languages(), ", "))
	}
	w := &Words{Language: code, sentences: map[string]string{}}
	if err := yaml.Unmarshal(data, &w.forms); err != nil {
		return nil, fmt.Errorf("words/%s.yaml: %w", code, err)
	}
	for _, data := range sentences {
		if err := yaml.Unmarshal(data, &w.sentences); err != nil {
			return nil, fmt.Errorf("the sentences of a checklist in %q: %w", code, err)
		}
	}
	// Numbers of provisions are written in the figures of the law, so that counts are too.
	w.tag = language.Make(code + "-u-nu-latn")
	w.printer = printing.NewPrinter(w.tag)
	return w, nil
}

// english is the language of reports where none is asked for.
var english = sync.OnceValue(func() *Words {
	w, err := LoadWords("en")
	if err != nil {
		panic(err) // built in, and read by every test
	}
	return w
})

// say puts a key into words; args are places and what fills them, in turn.
func (w *Words) say(key string, args ...string) string {
	return fill(w.forms[key]["other"], args)
}

// known says a key, or the code after its point where there are no words for it.
func (w *Words) known(kind, code string) string {
	if words, ok := w.forms[kind+"."+code]; ok {
		return words["other"]
	}
	return w.apart(code)
}

// count says how many there are of something: "3 pages".
func (w *Words) count(what string, n int) string {
	return fill(w.form("count."+what, n), []string{"n", w.number(n)})
}

// form is the wording of a key that goes with a number.
func (w *Words) form(key string, n int) string { return w.formOf(w.forms[key], n) }

func (w *Words) formOf(all forms, n int) string {
	names := map[plural.Form]string{plural.Zero: "zero", plural.One: "one", plural.Two: "two", plural.Few: "few", plural.Many: "many"}
	if words, ok := all[names[plural.Cardinal.MatchPlural(w.tag, n, 0, 0, 0, 0)]]; ok {
		return words
	}
	return all["other"]
}

// number writes a count with the separators of the language.
func (w *Words) number(n int) string { return w.printer.Sprint(decimal.Decimal(n)) }

// sentence says a sentence of the checklist, given in English.
func (w *Words) sentence(english string) string {
	if s, ok := w.sentences[strings.Join(strings.Fields(english), " ")]; ok {
		return s
	}
	return w.apart(english)
}

func (w *Words) sentenceList(english []string) string {
	var out []string
	for _, s := range english {
		out = append(out, w.sentence(s))
	}
	return w.list(out)
}

func (w *Words) list(parts []string) string { return strings.Join(parts, w.say("list.comma")) }

func (w *Words) quoted(s string) string { return w.say("quote", "words", w.apart(flat(s))) }

// message says a sentence of a stage. subjects names the subjects in English.
func (w *Words) message(m message.Message, subjects map[string]string) string {
	words, ok := w.forms["message."+m.Code]
	if !ok || m.Code == "" {
		return w.apart(m.String())
	}
	n := 0 // what the sentence counts: the last of its numbers
	for _, place := range []string{"years", "months", "below", "n"} {
		if v, err := strconv.Atoi(m.Args[place]); err == nil {
			n = v
		}
	}
	return m.Fill(w.formOf(words, n), func(place, value string) string {
		if part, ok := m.Part(place); ok {
			return w.message(part, subjects)
		}
		switch place {
		case "parts":
			var said []string
			for _, p := range m.Parts {
				said = append(said, w.message(p, subjects))
			}
			return strings.Join(said, w.say("list.semicolon"))
		case "concept":
			return w.concept(value)
		case "subject":
			return w.sentence(subjects[value])
		case "because":
			return w.sentence(value)
		case "acts":
			return w.sentenceList(strings.Split(value, "; "))
		case "slot", "operation":
			return w.known(place, value)
		}
		return w.filled(place, value)
	})
}

// filled says what fills a place of a message with citations, pages and numbers.
func (w *Words) filled(place, value string) string {
	more := func(n int) string { return w.say("cite.more", "n", w.number(n)) }
	list := func(parted string, each func(string) string) string {
		all := strings.Split(value, parted)
		shown := all[:min(message.MostListed, len(all))]
		for i, s := range shown {
			shown[i] = each(s)
		}
		if n := len(all) - len(shown); n > 0 {
			return w.list(shown) + more(n)
		}
		return w.list(shown)
	}
	switch place {
	case "n", "all":
		if n, err := strconv.Atoi(value); err == nil {
			return w.number(n)
		}
	case "label", "home", "other":
		return w.label(value)
	case "labels":
		return list("; ", w.label)
	case "where":
		if value == "" {
			return w.say("amend.whole-law")
		}
		return list("; ", w.label)
	case "provisions", "first", "last":
		word, numbers, _ := strings.Cut(value, " ")
		value = numbers
		return w.say(map[bool]string{true: "cite.s", false: "cite.art"}[word == "Section"]) + hard + list(", ", w.apart)
	case "numbers", "answers", "languages":
		return list(", ", w.apart)
	case "lost":
		return list(", ", w.pageRange)
	case "pages":
		return w.pages(value, list(", ", w.pageRange))
	case "onpage":
		return w.bracketed(w.pages(value, list(", ", w.pageRange)))
	}
	return w.apart(value)
}

// pages names pages, given in English and in the language: "pages 3, 5–9".
func (w *Words) pages(english, list string) string {
	switch {
	case english == "":
		return ""
	case strings.ContainsAny(english, ",-"):
		return w.say("cite.pages", "pages", list)
	}
	return w.say("cite.page", "page", list)
}

func (w *Words) pageRange(s string) string {
	return w.apart(strings.ReplaceAll(s, "-", "–"))
}

// concept names a concept, which stands among the sentences as {id}.
func (w *Words) concept(id string) string {
	if s, ok := w.sentences["{"+id+"}"]; ok {
		return s
	}
	return w.apart(strings.ReplaceAll(id, "_", " "))
}

// fill puts args, places and values in turn, into the places of a wording.
func fill(words string, args []string) string {
	for i := 0; i+1 < len(args); i += 2 {
		args[i] = "{" + args[i] + "}"
	}
	return strings.NewReplacer(args...).Replace(words)
}
