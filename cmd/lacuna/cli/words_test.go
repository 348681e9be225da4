package cli

import (
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"

	"lacuna/analyzer/checklist"
	"lacuna/analyzer/lexicon"
	"lacuna/analyzer/report"
	"lacuna/checklists"
)

// TestChecklistsAreSaidInEveryLanguage holds that each sentence of a built-in
// checklist, and each concept that a reason may name, has words in each language of
// reports, and that none is left over.
func TestChecklistsAreSaidInEveryLanguage(t *testing.T) {
	lists, lib, err := loadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, list := range lists {
		want := sentencesOf(list, lib)
		for _, language := range report.Languages() {
			if language == "en" {
				continue
			}
			got := map[string]string{}
			for _, data := range checklists.Words(list.ID, language) {
				if err := yaml.Unmarshal(data, &got); err != nil {
					t.Fatal(err)
				}
			}
			for sentence := range want {
				if strings.TrimSpace(got[sentence]) == "" {
					t.Errorf("checklists/words: %s has no words in %q for %q", list.ID, language, sentence)
				}
			}
			for sentence := range got {
				if !want[sentence] && !strings.HasPrefix(sentence, "{") {
					t.Errorf("checklists/words/%s.%s.yaml: the checklist does not say %q", list.ID, language, sentence)
				}
			}
		}
	}
}

// sentencesOf lists the sentences of a checklist, and {id} of the concepts that a reason may
// name: the acts of its ways and what necessarily takes them in, and what a near miss
// may lack or hold.
func sentencesOf(list *checklist.Checklist, lib *lexicon.Library) map[string]bool {
	out := map[string]bool{}
	add := func(sentences ...string) {
		for _, s := range sentences {
			if s != "" {
				out[strings.Join(strings.Fields(s), " ")] = true
			}
		}
	}
	add(list.Title)
	for _, g := range list.Groups {
		add(g.Title)
	}
	for _, s := range list.Subjects {
		add(s.Title)
	}
	for _, it := range list.Items {
		add(it.Title, it.Question, it.Source)
		add(it.Usually...)
		for _, e := range it.Elements {
			add(e.Title, e.Question)
			for _, w := range e.Find {
				add(w.Because)
				for _, concept := range named(w, lib) {
					add("{" + concept + "}")
				}
			}
		}
	}
	return out
}

func named(w checklist.Way, lib *lexicon.Library) []string {
	var out []string
	for _, act := range w.Act {
		out = append(out, lib.Covering(act)...)
	}
	for _, group := range w.Has {
		out = append(out, group[0])
	}
	if len(w.Not) > 0 {
		out = append(out, w.Not[0])
	}
	return out
}
