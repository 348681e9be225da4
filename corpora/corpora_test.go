package corpora_test

import (
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"lacuna/analyzer/evaluate"
	"lacuna/corpora"
)

func TestSamples(t *testing.T) {
	samples := corpora.Samples()
	if len(samples) != 2 {
		t.Fatalf("%d samples, want 2", len(samples))
	}
	for _, s := range samples {
		if s.Title == "" || s.Year < 1900 || len(s.Text) < 10_000 {
			t.Errorf("%s: title %q, year %d, %d bytes", s.Name, s.Title, s.Year, len(s.Text))
		}
		found, err := corpora.Find(s.Name)
		if err != nil || found.Title != s.Title {
			t.Errorf("Find(%q) gives %q, %v", s.Name, found.Title, err)
		}
	}
	if _, err := corpora.Find("README"); err == nil || !strings.Contains(err.Error(), samples[0].Name) {
		t.Errorf("error %v, want one that lists the samples", err)
	}
}

func TestParallel(t *testing.T) {
	var languages []string
	for _, s := range corpora.Parallel() {
		if s.Title == "" || s.Year != 1994 && s.Year != 2021 || len(s.Text) < 6_000 {
			t.Errorf("%s: title %q, year %d, %d bytes", s.Name, s.Title, s.Year, len(s.Text))
		}
		if found, err := corpora.Find(s.Name); err != nil || found.Title != s.Title {
			t.Errorf("Find(%q) gives %q, %v", s.Name, found.Title, err)
		}
		languages = append(languages, strings.Split(s.Name, "-")[1])
	}
	if want := []string{"ar", "ar", "de", "de", "en", "es", "es", "fr", "fr", "it", "pt", "pt", "ru", "ru"}; !slices.Equal(languages, want) {
		t.Errorf("the languages are %v, want %v", languages, want)
	}
}

// Every label cites provisions that stand in its sample.
func TestLabels(t *testing.T) {
	for _, s := range slices.Concat(corpora.Samples(), corpora.Parallel()) {
		data, err := corpora.Labels(s.Name)
		if err != nil {
			t.Error(err)
			continue
		}
		gold, err := evaluate.ParseGold("labels/"+s.Name+".yaml", data)
		if err != nil {
			t.Error(err)
			continue
		}
		if len(gold.Items) != 29 {
			t.Errorf("%s: %d items, want 29", gold.Path, len(gold.Items))
		}
		for _, item := range gold.Items {
			for _, p := range item.Provisions {
				if !regexp.MustCompile(`(?m)^#*\W*((Article|Section|Artículo|Artigo|Art\.?|Статья|§|المادة|مادة) )?` + regexp.QuoteMeta(p) + `(\.|:|º?\s|$)`).Match(s.Text) {
					t.Errorf("%s:%d: %s has no provision %s", gold.Path, item.Line, s.Name, p)
				}
			}
		}
	}
	if _, err := corpora.Labels("no-such-code"); err == nil {
		t.Error("labels of a sample that is not there")
	}
}

func TestCatalog(t *testing.T) {
	c, err := corpora.LoadCatalog()
	if err != nil {
		t.Fatal(err)
	}
	if c.Schema != "lacuna/catalog/1" || len(c.Countries) < 60 {
		t.Errorf("schema %q, %d countries, want at least 60", c.Schema, len(c.Countries))
	}
	seen, continents := map[string]bool{}, map[string]int{}
	for _, country := range c.Countries {
		if seen[country.ISO3] || !regexp.MustCompile(`^[A-Z]{3}$`).MatchString(country.ISO3) {
			t.Errorf("%s stands twice, or %q is no ISO 3166 code", country.Name, country.ISO3)
		}
		seen[country.ISO3] = true
		continents[country.Continent]++
		checkPublisher(t, country)
		checkActs(t, country)
	}
	for _, continent := range []string{"Africa", "Americas", "Asia", "Europe", "Oceania"} {
		if continents[continent] == 0 {
			t.Errorf("no country of %s", continent)
		}
		delete(continents, continent)
	}
	if len(continents) > 0 {
		t.Errorf("unknown continents: %v", continents)
	}
	if kenya := c.Country("ken"); kenya == nil || kenya.Name != "Kenya" {
		t.Errorf("Country(ken) is %v", kenya)
	}
	if c.Country("XXX") != nil {
		t.Error("a country that is not there")
	}
}

func checkPublisher(t *testing.T, c corpora.Country) {
	t.Helper()
	if c.Publisher.Name == "" {
		t.Errorf("%s: no publisher", c.ISO3)
	}
	if c.Publisher.URL == "" {
		return
	}
	if u, err := url.Parse(c.Publisher.URL); err != nil || u.Scheme != "https" || !strings.Contains(u.Host, ".") {
		t.Errorf("%s: the publisher's address %q is not an https address", c.ISO3, c.Publisher.URL)
	}
}

func checkActs(t *testing.T, c corpora.Country) {
	t.Helper()
	if len(c.Texts) < 2 {
		t.Errorf("%s: %d acts, want at least two", c.ISO3, len(c.Texts))
	}
	for _, act := range c.Texts {
		if act.Title == "" || !slices.Contains(corpora.Kinds, act.Kind) {
			t.Errorf("%s: %q is of kind %q, must be one of %v", c.ISO3, act.Title, act.Kind, corpora.Kinds)
		}
		if !regexp.MustCompile(`^[a-z]{2}$`).MatchString(act.Language) {
			t.Errorf("%s: %q is in language %q", c.ISO3, act.Title, act.Language)
		}
		if (act.Language == "en") == (act.English != "") {
			t.Errorf("%s: %q (%s) has the English title %q", c.ISO3, act.Title, act.Language, act.English)
		}
		if act.Year != 0 && (act.Year < 1800 || act.Year > 2030) {
			t.Errorf("%s: %q is of the year %d", c.ISO3, act.Title, act.Year)
		}
		if script := scripts[act.Language]; script != nil && !strings.ContainsFunc(act.Title, func(r rune) bool { return unicode.Is(script, r) }) {
			t.Errorf("%s: %q is not written in the script of %q", c.ISO3, act.Title, act.Language)
		}
	}
}

// scripts are those in which titles of some languages must be written.
var scripts = map[string]*unicode.RangeTable{
	"ar": unicode.Arabic, "bg": unicode.Cyrillic, "bn": unicode.Bengali, "el": unicode.Greek, "he": unicode.Hebrew,
	"hy": unicode.Armenian, "ja": unicode.Han, "ka": unicode.Georgian, "kk": unicode.Cyrillic, "ko": unicode.Hangul,
	"mn": unicode.Cyrillic, "ne": unicode.Devanagari, "ru": unicode.Cyrillic, "sr": unicode.Cyrillic, "th": unicode.Thai,
	"uk": unicode.Cyrillic, "zh": unicode.Han,
}
