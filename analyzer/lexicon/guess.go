package lexicon

// leastShare is the share of a text's words that must be small words of a
// language (articles, prepositions, conjunctions) for the text to be in it.
const leastShare = 0.12

// guessed is how many bytes of a text are looked at.
const guessed = 200_000

// Guess returns the language, among those with a lexicon, whose small words make
// up the largest share of a text; empty where none makes up enough. It settles
// what guessing by letters gets wrong, as Arabic taken for Urdu.
func (l *Library) Guess(text string) string {
	best, language := leastShare, ""
	for _, name := range l.Languages() {
		p := l.Pack(name)
		if p == nil {
			continue
		}
		tokens := p.Tokens(text[:min(len(text), guessed)], 0)
		small := 0
		for _, t := range tokens {
			if p.light[t.Word] || p.clauses[t.Word] {
				small++
			}
		}
		if share := float64(small) / float64(max(1, len(tokens))); share > best {
			best, language = share, name
		}
	}
	return language
}
