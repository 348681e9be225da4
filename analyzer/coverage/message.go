package coverage

import "strings"

// Message is a sentence of a judgement as data, so that a report can say it in
// its reader's language: a code of the table Messages, and what fills its places.
type Message struct {
	Code string            `json:"code"`
	Args map[string]string `json:"args,omitempty"` // place → a number, a concept's id, a subject's id, or words
}

// Messages are the sentences in English. A place {concept} holds the id of a
// concept, {subject} that of a subject, {slot} the name of a slot; {because} and
// {acts} (parted by "; ") hold the checklist's own English words; {term} holds words
// of the law, {labels} provisions, {text} the name of a text; the others are numbers.
var Messages = map[string]string{
	"not-found":         "not found in the texts given",
	"not-found-usually": "not found in the texts given; the subject often stands in {acts}",
	"struck":            "{labels}: repealed; the heading is on the point",
	"struck-moved":      "{labels}: repealed, and another act is named; the heading is on the point",
	"unplaced":          "offences that name a child could not be placed: {labels}; read them before relying on this",
	"unplaced-object":   "{labels}: about what is sought, in words that are not known; a person must read it",
	"no-offence":        "no offence on the point was found",
	"nearest-narrower":  "no offence on the point; the nearest one is narrower",

	"no-lexicon":     "{text}: there is no lexicon for the language “{language}”; there are lexicons for {languages}",
	"other-language": "{text}: its words are not those of the language “{language}”",
	"no-provisions":  "{text}: no articles or sections were found in it",
	"unreadable":     "{text}: could not be read: {notes}",

	"kind-treaty":   "{text} is a treaty, or ratifies one: it is not the country's criminal law",
	"kind-contents": "{text} holds headings alone: the words that they announce were not given",
	"kind-other":    "{text} is no criminal law: its subject is another, and its silence proves nothing",
	"kind-amending": "{text} changes another act, which is not among the texts and may hold it",
	"promised":      "{text} announces “{heading}”, whose words were not given",
	"damaged":       "{text}: {note}",

	"because":          "{because}",
	"pointer":          "it only points to another act, which is not among the texts (ruling 4)",
	"ages-united":      "several offences together protect everyone under 18",
	"rules-together":   "several rules together reach every main offence found",
	"misses-offences":  "does not reach the offences found on {subject}",
	"by-definition":    "{concept}: by the definition of “{term}”",
	"inherited":        "{concept}: taken over from the offence it refers to",
	"takes-in":         "{concept} necessarily takes it in",
	"majority-assumed": "the text does not define the child here; {below} years, its majority, is assumed (ruling 39)",
	"threshold":        "for offences that carry {years} years or more",
	"protects-below":   "protects persons under {below}",
	"protects-all":     "protects persons of any age",

	"only-ages":      "only from {from} to under {below} years",
	"only-below":     "only below {below} years",
	"only-sex":       "only one sex",
	"only-means":     "only by force, deceit or abuse",
	"only-gain":      "only for gain",
	"only-organised": "only by an organised group",
	"only-guardian":  "only by a parent or guardian",
	"only-purpose":   "only for one purpose",
	"only-money":     "only for money",
	"only-consent":   "only without consent",
	"misses":         "does not reach {subject}",

	"carries-life":         "carries imprisonment for life",
	"carries-years":        "carries imprisonment of up to {years} years",
	"carries-months":       "carries imprisonment of {months} months at most",
	"carries-least":        "carries imprisonment of at least {years} years",
	"carries-imprisonment": "carries imprisonment",
	"carries-fine":         "carries a fine alone",
	"carries-arrest":       "carries a short arrest alone",
	"carries-class":        "names a class of offence and no penalty",
	"carries-none":         "no penalty was read",

	"near-act":     "it does not name this act",
	"near-purpose": "another purpose, or none, is named",
	"near-adult":   "it protects adults only",
	"near-reach":   "it speaks of other offences only",
	"near-kind":    "it is of another kind: {concept}",
	"near-lacks":   "it does not speak of: {concept}",
	"near-other":   "one of its conditions is not met",

	"tried-repealed":     "repealed: no",
	"tried-own-words":    "pointer to another act: no, it states the rule itself",
	"tried-no-exception": "exception: none in its words",
	"tried-exception":    "exception: there is one, and what is sought stands outside it",
	"tried-slot":         "{slot}: does not narrow it",
	"tried-reach":        "reach: every main offence found",
}

// say makes a message; args are places and what fills them, in turn.
func say(code string, args ...string) Message {
	m := Message{Code: code}
	for i := 0; i+1 < len(args); i += 2 {
		if m.Args == nil {
			m.Args = map[string]string{}
		}
		m.Args[args[i]] = args[i+1]
	}
	return m
}

// Fill puts what fills the places of a message into a sentence; put gives each
// its words.
func (m Message) Fill(sentence string, put func(place, value string) string) string {
	var out strings.Builder
	for {
		before, rest, ok := strings.Cut(sentence, "{")
		out.WriteString(before)
		if !ok {
			return out.String()
		}
		place, after, _ := strings.Cut(rest, "}")
		out.WriteString(put(place, m.Args[place]))
		sentence = after
	}
}

// english says messages in English; title names a concept.
func english(title func(string) string, messages ...Message) []string {
	out := []string{}
	for _, m := range messages {
		out = append(out, m.Fill(Messages[m.Code], func(place, value string) string {
			switch place {
			case "concept":
				return title(value)
			case "acts":
				return strings.ReplaceAll(value, "; ", ", ")
			}
			return value
		}))
	}
	return out
}
