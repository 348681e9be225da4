package lexicon

// leastShare is the share of a text's words that must be small words of a
// language for a guess; sureShare is more than related languages share.
const (
	leastShare = 0.12
	sureShare  = 0.35
)

// Guess returns the language, among those with a lexicon, whose small words make
// up the largest share of a text; empty where none makes up enough. likely is
// tried first. It settles what guessing by letters gets wrong, as Arabic taken
// for Urdu.
func (l *Library) Guess(text, likely string) string {
	if l.share(text, likely) >= sureShare {
		return likely
	}
	best, language := leastShare, ""
	for _, name := range l.Languages() {
		if share := l.share(text, name); share > best {
			best, language = share, name
		}
	}
	return language
}

// share is how many of a text's words are small words of a language; 0 where it
// has no lexicon.
func (l *Library) share(text, language string) float64 {
	p := l.Pack(language)
	if p == nil {
		return 0
	}
	tokens := p.Tokens(text, 0)
	small := 0
	for _, t := range tokens {
		if p.light[t.Word] || p.clauses[t.Word] {
			small++
		}
	}
	return float64(small) / float64(max(1, len(tokens)))
}
