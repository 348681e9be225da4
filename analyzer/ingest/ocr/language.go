package ocr

import (
	"context"
	"slices"

	"github.com/abadojack/whatlanggo"
)

// A page is taken as read in the right script from this mean sureness on, and its
// language is believed from so many bytes of text on.
const (
	rightScript  = 70
	enoughToTell = 300
)

// choose sets the language in which the file is read: the user's, else the one
// that a page from the middle is found to be in.
func (r *reader) choose(ctx context.Context, n int) error {
	if pack, ok := packs[r.opt.Language]; ok && slices.Contains(r.languages, pack) {
		r.language = pack
		return nil
	}
	r.language = r.languages[0]
	if slices.Contains(r.languages, "eng") {
		r.language = "eng"
	}
	if len(r.languages) == 1 {
		return nil
	}
	p, err := r.draw(n / 2)
	if err != nil {
		return nil // the page says so itself when its turn comes
	}
	words, err := r.words(ctx, p, r.language)
	if err != nil {
		return err
	}
	if meanSure(words) >= rightScript || len(words) < 20 {
		if found := r.detect(words); found != "" {
			r.language = found
		}
		return nil
	}
	return r.trial(ctx, p, meanSure(words))
}

// trial reads a page in every language that is installed and takes the one in which
// the program is surest of its words.
func (r *reader) trial(ctx context.Context, p Picture, best int) error {
	for _, language := range r.languages {
		words, err := r.words(ctx, p, language)
		if err != nil {
			return err
		}
		if sure := meanSure(words); sure > best {
			best, r.language = sure, language
		}
	}
	return nil
}

// detect returns the language that words are in, as the program calls it, ""
// where that is not plain or the program cannot read it.
func (r *reader) detect(words []word) string {
	if pack := writtenIn(words); slices.Contains(r.languages, pack) {
		return pack
	}
	return ""
}

// lacking returns the package of Debian that would read words in their own language, ""
// where they are read in it or it is not plain. The user knows best which it is.
func (r *reader) lacking(words []word) string {
	pack := writtenIn(words)
	if r.opt.Language != "" {
		pack = packs[r.opt.Language]
	}
	if pack == "" || len(words) == 0 || slices.Contains(r.languages, pack) {
		return ""
	}
	return "tesseract-ocr-" + pack
}

// writtenIn returns the language that words are in, as the program calls it, ""
// where that is not plain.
func writtenIn(words []word) string {
	all := text(words)
	if len(all) < enoughToTell {
		return ""
	}
	found := whatlanggo.Detect(all)
	if !found.IsReliable() {
		return ""
	}
	return packs[found.Lang.Iso6391()]
}
