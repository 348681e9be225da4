package lexicon_test

import (
	"testing"

	"lacuna/analyzer/lexicon"
	"lacuna/checklists"
)

// What Arabic writes in one word with a noun or verb is taken off where a word of
// the lexicon remains, and nowhere else.
func TestWordsWithoutWhatIsWrittenTogetherWithThem(t *testing.T) {
	lib, err := lexicon.LoadLibrary(checklists.FS)
	if err != nil {
		t.Fatal(err)
	}
	for word, want := range map[string]string{"وتعد": "تعد", "فلمواطني": "لمواطني", "ورق": "", "وسيلة": ""} {
		tokens := lib.Pack("ar").Tokens(word, 0)
		if len(tokens) != 1 || tokens[0].Bare != want {
			t.Errorf("%s without what is written together with it is %q, want %q", word, tokens[0].Bare, want)
		}
	}
	if tokens := lib.Pack("fr").Tokens("vendent", 0); tokens[0].Bare != "" {
		t.Errorf("French has no such words, and %q was read", tokens[0].Bare)
	}
	for word, want := range map[string]string{"الطفل": "طفل", "للطفل": "طفل", "الى": "الى", "child": "child"} {
		if got := lexicon.Root(word); got != want {
			t.Errorf("the root of %s is %q, want %q", word, got, want)
		}
	}
}
