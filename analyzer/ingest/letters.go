package ingest

import (
	"strings"
	"unicode"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
)

// alphabet is an encoding of one byte a letter, and the letters and signs
// beyond ASCII that the texts written in it use most.
type alphabet struct {
	label string // of the encoding
	usual string // small letters and signs
	proof string // letters of which one must be there, if others fit as well; "" none
	pairs bool   // letters beyond ASCII often stand side by side
}

const (
	westernLetters  = "éèàçêôîâûùëïœáíóúñãõäöüßåæøºª¿¡ÉÀÇÊÔÁÍÓÚÑÃÕÄÖÜ"
	easternLetters  = "ąćęłńóśźżčřšžýáíéěůúťďňőűöüäăâîşţĄĆĘŁŚŻČŘŠŽ"
	cyrillicLetters = "оеаинтсрвлкмдпуОЕАИНТСРВЛКМДПУ"
	arabicLetters   = "اليمونرتبعهدفسةكأق"
	greekLetters    = "αοιετσνηρπκςόίάέήύΑΟΙΕΤΣΝΗΡΠΚΆΈΉΊΌΎΏώϊΰΐ"
	hebrewLetters   = "יולהאמתרשבנ"
	ukrainianExtra  = "іїєґІЇЄҐ"
	hungarian       = "áéíóöőúüűÁÉÍÓÖŐÚÜŰ"
	turkish         = "çğıiöşüâîûÇĞİÖŞÜÂÎ"
	vietnamese      = "ăâđêôơưĂÂĐÊÔƠƯàáãèéìíòóõùúýÀÁ\u0300\u0301\u0303\u0309\u0323"
	baltic          = "ąčęėįšųūžāēģīķļņĄČĘĖĮŠŲŪŽĀĒĢĪĶĻŅ"
	closingSigns    = "’‘“”»–—…ºª°\u00a0،؛؟"
	openingSigns    = "’‘“”„«–—…§№€£¿¡\u00a0"
	usualSigns      = closingSigns + openingSigns
)

// alphabets of the encodings that are told apart by their letters; of two that
// fit as well the first is taken.
var byteAlphabets = []alphabet{
	{label: "windows-1252", usual: westernLetters}, {label: "iso-8859-15", usual: westernLetters},
	{label: "windows-1250", usual: hungarian, proof: "őűŐŰ"}, {label: "windows-1254", usual: turkish, proof: "ğışĞİŞ", pairs: true},
	{label: "windows-1251", usual: cyrillicLetters + ukrainianExtra}, {label: "koi8-r", usual: cyrillicLetters},
	{label: "koi8-u", usual: cyrillicLetters + ukrainianExtra, proof: ukrainianExtra},
	{label: "iso-8859-5", usual: cyrillicLetters + ukrainianExtra}, {label: "ibm866", usual: cyrillicLetters},
	{label: "windows-1256", usual: arabicLetters}, {label: "iso-8859-6", usual: arabicLetters},
	{label: "windows-1250", usual: easternLetters}, {label: "iso-8859-2", usual: easternLetters},
	{label: "windows-1257", usual: baltic},
	{label: "windows-1258", usual: vietnamese, proof: "ươđƯƠĐ", pairs: true},
	{label: "windows-1253", usual: greekLetters}, {label: "iso-8859-7", usual: greekLetters},
	{label: "windows-1255", usual: hebrewLetters}, {label: "iso-8859-8", usual: hebrewLetters},
	{label: "macintosh", usual: westernLetters}, {label: "ibm850", usual: westernLetters},
}

// codePages are encodings that pages of the web do not name.
var codePages = map[string]encoding.Encoding{"ibm850": charmap.CodePage850}

// encodingOf returns the encoding of a label; nil where it is not known.
func encodingOf(label string) encoding.Encoding {
	if enc := codePages[label]; enc != nil {
		return enc
	}
	enc, _ := charset.Lookup(label)
	return enc
}

// fits is the share of usual letters from which an alphabet is believed, proved
// that from which letters of its own speak for it.
const (
	fits   = .45
	proved = .6
)

// byLetters names the encoding in which the bytes make the most usual letters
// and the fewest impossible words; "" where none makes enough. Of two that fit
// alike, one whose own letters are there is taken.
func byLetters(data []byte) string {
	best, label := fits, ""
	for _, a := range byteAlphabets {
		if score := a.fit(data); score > best {
			best, label = score, a.label
		}
	}
	return label
}

// fit is how well the data, read in the alphabet's encoding, makes words of its
// letters: 1 is wholly, 0 and less not at all.
func (a alphabet) fit(data []byte) float64 {
	text, err := encodingOf(a.label).NewDecoder().Bytes(data)
	if err != nil {
		return 0
	}
	score := a.score(string(text))
	switch {
	case a.proof == "":
		return score
	case strings.ContainsAny(string(text), a.proof) && score > proved:
		return score + 0.05
	}
	return 0
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
	case unicode.Is(unicode.Mn, r):
		return !unicode.IsLetter(before) && !unicode.Is(unicode.Mn, before)
	case !unicode.IsLetter(r):
		return unicode.IsLetter(before) && !strings.ContainsRune(closingSigns, r) || unicode.IsLetter(after) && !strings.ContainsRune(openingSigns, r)
	case !unicode.IsLetter(before):
		return false
	case unicode.IsUpper(r) && unicode.IsLower(before):
		return true
	case unicode.Is(unicode.Latin, r) != unicode.Is(unicode.Latin, before):
		return true
	}
	return before >= 0x80 && unicode.Is(unicode.Latin, r) && !a.pairs
}
