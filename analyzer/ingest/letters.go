package ingest

import (
	"strings"
	"unicode"

	"golang.org/x/net/html/charset"
)

// alphabet is an encoding of one byte a letter, and the letters and signs
// beyond ASCII that the texts written in it use most.
type alphabet struct {
	label string // of the encoding
	usual string // small letters and signs
}

const (
	westernLetters  = "éèàçêôîâûùëïœáíóúñãõäöüßåæøºª¿¡ÉÀÇÊÔÁÍÓÚÑÃÕÄÖÜ"
	easternLetters  = "ąćęłńóśźżčřšžýáíéěůúťďňőűöüäăâîşţĄĆĘŁŚŻČŘŠŽ"
	cyrillicLetters = "оеаинтсрвлкмдпуОЕАИНТСРВЛКМДПУ"
	arabicLetters   = "اليمونرتبعهدفسةكأق"
	greekLetters    = "αοιετσνηρπκςόίάέήύΑΟΙΕΤΣΝΗΡΠΚ"
	hebrewLetters   = "יולהאמתרשבנ"
	closingSigns    = "’‘“”»–—…ºª°\u00a0،؛؟"
	openingSigns    = "’‘“”„«–—…§№€£¿¡\u00a0"
	usualSigns      = closingSigns + openingSigns
)

// alphabets of the encodings that are told apart by their letters; of two that
// fit as well the first is taken.
var byteAlphabets = []alphabet{
	{"windows-1252", westernLetters}, {"iso-8859-15", westernLetters},
	{"windows-1251", cyrillicLetters}, {"koi8-r", cyrillicLetters}, {"iso-8859-5", cyrillicLetters}, {"ibm866", cyrillicLetters},
	{"windows-1256", arabicLetters}, {"iso-8859-6", arabicLetters},
	{"windows-1250", easternLetters}, {"iso-8859-2", easternLetters},
	{"windows-1253", greekLetters}, {"iso-8859-7", greekLetters},
	{"windows-1255", hebrewLetters}, {"iso-8859-8", hebrewLetters},
}

// fits is the share of usual letters from which an alphabet is believed.
const fits = .45

// byLetters names the encoding in which the bytes make the most usual letters
// and the fewest impossible words; "" where none makes enough.
func byLetters(data []byte) string {
	best, label := fits, ""
	for _, a := range byteAlphabets {
		enc, _ := charset.Lookup(a.label)
		text, err := enc.NewDecoder().Bytes(data)
		if err != nil {
			continue
		}
		if score := a.score(string(text)); score > best {
			best, label = score, a.label
		}
	}
	return label
}

// score is the share of usual letters among those beyond ASCII, less thrice
// that of the impossible ones.
func (a alphabet) score(text string) float64 {
	good, bad, all := 0, 0, 0
	runes := []rune(text)
	for i, r := range runes {
		if r < 0x80 {
			continue
		}
		all++
		before, after := ' ', ' '
		if i > 0 {
			before = runes[i-1]
		}
		if i+1 < len(runes) {
			after = runes[i+1]
		}
		switch {
		case a.impossible(before, r, after):
			bad++
		case strings.ContainsRune(a.usual, r), strings.ContainsRune(usualSigns, r):
			good++
		}
	}
	if all == 0 {
		return 0
	}
	return float64(good-3*bad) / float64(all)
}

// impossible reports whether no word has a letter between its neighbours: a
// sign amid letters, two scripts in one word, a capital behind a small letter,
// and in Latin letters two with accents side by side.
func (a alphabet) impossible(before, r, after rune) bool {
	switch {
	case r == unicode.ReplacementChar || r < 0xa0 || r >= 0x2500 && r < 0x25a0: // controls, frames
		return true
	case !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r):
		return unicode.IsLetter(before) && !strings.ContainsRune(closingSigns, r) || unicode.IsLetter(after) && !strings.ContainsRune(openingSigns, r)
	case !unicode.IsLetter(before):
		return false
	case unicode.IsUpper(r) && unicode.IsLower(before):
		return true
	case unicode.Is(unicode.Latin, r) != unicode.Is(unicode.Latin, before):
		return true
	}
	return before >= 0x80 && unicode.Is(unicode.Latin, r)
}
