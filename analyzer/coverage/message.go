package coverage

import "lacuna/analyzer/message"

// Message is a sentence of a judgement as data, so that a report can say it in its
// reader's language.
type Message = message.Message

// english says messages in English; title names a concept.
func english(title func(string) string, messages ...Message) []string {
	out := []string{}
	for _, m := range messages {
		out = append(out, m.InEnglish(title))
	}
	return out
}
