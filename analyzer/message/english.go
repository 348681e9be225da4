package message

import (
	"maps"
	"strconv"
	"strings"
)

// English holds the English sentence of every code. A place {concept} holds the id of
// a concept, {subject} that of a subject, {slot} the name of a slot; {because} and
// {acts} (parted by "; ") hold the checklist's own English words; {term}, {words}, {old}
// and {new} hold words of the law; {text}, {act} and {law} the name of a text; {error}
// what a program said.
//
// {label} is a provision as a lawyer cites it, {labels} several, parted by "; ";
// {provisions} one or several of one kind, "Article 3, 4" or "Article 3–7", and so are {first} and {last};
// {numbers}, {answers}, {pages} and {onpage} are lists parted by ", ", in which pages
// may be ranges ("3-5"); the others are numbers.
var English = tables(judgement, reading, amendment, change)

func tables(all ...map[string]string) map[string]string {
	out := map[string]string{}
	for _, t := range all {
		maps.Copy(out, t)
	}
	return out
}

// String says a message in English.
func (m Message) String() string { return m.InEnglish(nil) }

// InEnglish says a message in English; title names a concept, by its id where it is nil.
func (m Message) InEnglish(title func(id string) string) string {
	if m.English != "" {
		return m.English
	}
	return m.Fill(English[m.Code], func(place, value string) string {
		if part, ok := m.Part(place); ok {
			return part.InEnglish(title)
		}
		switch place {
		case "parts":
			var said []string
			for _, p := range m.Parts {
				said = append(said, p.InEnglish(title))
			}
			return strings.Join(said, "; ")
		case "concept":
			if title != nil {
				return title(value)
			}
		case "acts":
			return strings.ReplaceAll(value, "; ", ", ")
		case "labels":
			return Listed(value, "; ", MostListed, more)
		case "provisions", "first", "last":
			return provisions(value)
		case "numbers", "answers":
			return Listed(value, ", ", MostListed, more)
		case "pages":
			return paged(value)
		case "lost":
			return ranges(value)
		case "where":
			if value == "" {
				return "the whole law"
			}
			return Listed(value, "; ", MostListed, more)
		case "onpage":
			if value != "" {
				return " (" + paged(value) + ")"
			}
		}
		return value
	})
}

// MostListed is how many numbers, answers or pages of a list are named.
const MostListed = 8

// Listed names the first of a list and, by more, how many others there are.
func Listed(list, parted string, most int, more func(n int) string) string {
	all := strings.Split(list, parted)
	shown := strings.Join(all[:min(most, len(all))], ", ")
	if n := len(all) - most; n > 0 {
		shown += more(n)
	}
	return shown
}

func more(n int) string { return " and " + strconv.Itoa(n) + " more" }

// provisions cites "Article 3" or "Articles 3, 4".
func provisions(value string) string {
	word, numbers, ok := strings.Cut(value, " ")
	if !ok {
		return value
	}
	if strings.Contains(numbers, ", ") || strings.Contains(numbers, "–") {
		word += "s"
	}
	return word + " " + strings.ReplaceAll(Listed(numbers, ", ", MostListed, more), "–", " to ")
}

// paged names pages: "page 3", "pages 3, 5 to 9".
func paged(value string) string {
	word := "page "
	if strings.ContainsAny(value, ",-") {
		word = "pages "
	}
	return word + ranges(value)
}

func ranges(value string) string {
	return strings.ReplaceAll(Listed(value, ", ", MostListed, more), "-", " to ")
}
