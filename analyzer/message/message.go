// Package message holds what the stages say in sentences as data: a code of a table
// of English sentences, and what fills its places. So a report can say it in its
// reader's language, and every stage in English.
package message

import (
	"encoding/json"
	"strconv"
	"strings"
)

// Message is a sentence as data.
type Message struct {
	Code  string            `json:"code"`
	Args  map[string]string `json:"args,omitempty"`  // by place
	Parts []Message         `json:"parts,omitempty"` // sentences inside it, for {parts}, and {1}, {2} of them alone
	// English are its words, where no table holds them or they were said already.
	English string `json:"-"`
}

// Say makes a message of a code of the tables; args are places and what fills them,
// in turn.
func Say(code string, args ...string) Message {
	m := Message{Code: code}
	for i := 0; i+1 < len(args); i += 2 {
		if m.Args == nil {
			m.Args = map[string]string{}
		}
		m.Args[args[i]] = args[i+1]
	}
	return m
}

// Plain makes a message of English words that stand in no table, such as those of an error.
func Plain(english string) Message { return Message{English: english} }

// With gives a message the sentences inside it.
func (m Message) With(parts ...Message) Message {
	m.Parts = parts
	return m
}

// Sentences are messages that stand in JSON as their English words.
type Sentences []Message

// MarshalJSON writes the English sentences.
func (s Sentences) MarshalJSON() ([]byte, error) {
	return json.Marshal(append([]string{}, s.English()...))
}

// UnmarshalJSON reads English sentences.
func (s *Sentences) UnmarshalJSON(data []byte) error {
	var said []string
	if err := json.Unmarshal(data, &said); err != nil {
		return err
	}
	*s = Sentences{}
	for _, words := range said {
		*s = append(*s, Plain(words))
	}
	return nil
}

// English says each in English.
func (s Sentences) English() []string {
	var out []string
	for _, m := range s {
		out = append(out, m.String())
	}
	return out
}

// Sentence is a message that stands in JSON as its English words.
type Sentence struct{ Message }

// MarshalJSON writes the English sentence.
func (s Sentence) MarshalJSON() ([]byte, error) { return json.Marshal(s.String()) }

// UnmarshalJSON reads an English sentence.
func (s *Sentence) UnmarshalJSON(data []byte) error { return json.Unmarshal(data, &s.Message.English) }

// IsZero reports whether nothing is said.
func (s Sentence) IsZero() bool { return s.Code == "" && s.Message.English == "" }

// Put gives what fills a place its words.
type Put func(place, value string) string

// Fill puts what fills the places of a message into a sentence. Of a place
// {n page|pages} the number and the word that goes with it are written.
func (m Message) Fill(sentence string, put Put) string {
	var out strings.Builder
	for {
		before, rest, ok := strings.Cut(sentence, "{")
		out.WriteString(before)
		if !ok {
			return out.String()
		}
		place, after, _ := strings.Cut(rest, "}")
		place, words, counted := strings.Cut(place, " ")
		out.WriteString(put(place, m.Args[place]))
		if counted {
			one, more, _ := strings.Cut(words, "|")
			out.WriteString(" " + map[bool]string{true: one, false: more}[m.Args[place] == "1"])
		}
		sentence = after
	}
}

// Part is the sentence that a place names: {1} the first, {2} the second.
func (m Message) Part(place string) (Message, bool) {
	n, err := strconv.Atoi(place)
	if err != nil || n < 1 || n > len(m.Parts) {
		return Message{}, false
	}
	return m.Parts[n-1], true
}
