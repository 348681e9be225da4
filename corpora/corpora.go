// Package corpora holds the sample codes written for this project, the reading
// of each, and the catalogue of real codes with their official publishers.
package corpora

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"
)

//go:embed *.md parallel/*.md labels/*.yaml catalog.yaml
var files embed.FS

// Sample is a code of a country that does not exist.
type Sample struct {
	Name  string // "valmora-penal-code-1987"
	Title string // its first heading
	Year  int    // at the end of its name; 0 where there is none
	Text  []byte // Markdown
}

// File is the name under which a sample is read: its name with ".md".
func (s Sample) File() string { return s.Name + ".md" }

// Samples lists the sample codes in English, sorted by name.
func Samples() []Sample { return list("*.md") }

// Parallel lists one sample code in every language that has a lexicon, as the
// traditions of that language draft. The language stands in the name: "ardenia-fr-2021".
func Parallel() []Sample { return list("parallel/*.md") }

func list(pattern string) []Sample {
	names, _ := fs.Glob(files, pattern) // fails on a malformed pattern only
	var all []Sample
	for _, file := range names {
		data, err := files.ReadFile(file)
		if err != nil || file == "README.md" {
			continue
		}
		name := strings.TrimSuffix(path.Base(file), ".md")
		all = append(all, Sample{Name: name, Title: heading(string(data)), Year: year(name), Text: data})
	}
	return all
}

// Find returns the sample of that name. The error for an unknown name lists
// those there are.
func Find(name string) (Sample, error) {
	var names []string
	for _, s := range slices.Concat(Samples(), Parallel()) {
		if s.Name == name {
			return s, nil
		}
		names = append(names, s.Name)
	}
	return Sample{}, fmt.Errorf("there is no sample %q; there are: %s", name, strings.Join(names, ", "))
}

// Labels returns the file of labels for a sample, in the form in which evaluate
// reads gold labels.
func Labels(name string) ([]byte, error) {
	data, err := files.ReadFile(path.Join("labels", name+".yaml"))
	if err != nil {
		return nil, fmt.Errorf("there are no labels for the sample %q", name)
	}
	return data, nil
}

func heading(text string) string {
	for line := range strings.Lines(text) {
		if title, found := strings.CutPrefix(line, "# "); found {
			return strings.TrimSpace(title)
		}
	}
	return ""
}

func year(name string) int {
	n, err := strconv.Atoi(name[strings.LastIndex(name, "-")+1:])
	if err != nil {
		return 0
	}
	return n
}

// Catalog says where the law of real countries is found.
type Catalog struct {
	Schema    string // "lacuna/catalog/1"
	Countries []Country
}

// Country is one country of the catalogue, with the acts that belong in its dossier.
type Country struct {
	ISO3      string `yaml:"iso3" json:"iso3"`
	Name      string `yaml:"country" json:"country"`
	Continent string `yaml:"continent" json:"continent"`
	Publisher struct {
		Name string `yaml:"name" json:"name"`
		URL  string `yaml:"url" json:"url,omitempty"` // empty where it was not certain
	} `yaml:"publisher" json:"publisher"`
	Texts []Act `yaml:"texts" json:"texts"`
}

// Act is one act of the catalogue. Number and Year are those of its adoption,
// empty and 0 where they were not certain.
type Act struct {
	Title    string `yaml:"title" json:"title"`
	English  string `yaml:"english" json:"english,omitempty"` // empty where Title is English
	Language string `yaml:"language" json:"language"`         // ISO 639-1
	Kind     string `yaml:"kind" json:"kind"`                 // one of Kinds
	Number   string `yaml:"number" json:"number,omitempty"`
	Year     int    `yaml:"year" json:"year,omitempty"`
}

// Kinds are the kinds of acts in the catalogue. catalog.yaml says what they hold.
var Kinds = []string{
	"penal-code", "child-act", "trafficking-act", "sexual-offences",
	"cybercrime", "procedure", "extradition", "mutual-assistance",
}

// LoadCatalog reads the catalogue that lacuna is built with.
func LoadCatalog() (*Catalog, error) {
	data, err := files.ReadFile("catalog.yaml")
	if err != nil {
		return nil, fmt.Errorf("the catalogue of codes: %w", err)
	}
	var c Catalog
	if err := yaml.Load(data, &c, yaml.WithKnownFields()); err != nil {
		return nil, fmt.Errorf("catalog.yaml: %w", err)
	}
	return &c, nil
}

// Country returns the country with that ISO 3166 code ("KEN", in any case), or
// nil where the catalogue has none.
func (c *Catalog) Country(iso3 string) *Country {
	for i := range c.Countries {
		if strings.EqualFold(c.Countries[i].ISO3, iso3) {
			return &c.Countries[i]
		}
	}
	return nil
}
