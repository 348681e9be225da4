package outline

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// alphabets are the letters of each script in the order in which laws count
// their points and inserted articles; letters that are passed over are left out.
var alphabets = []string{
	"abcdefghijklmnopqrstuvwxyz",
	"абвгдежзиклмнопрстуфхцчшщэюя",
	"αβγδεζηθικλμνξοπρστυφχψω",
	"אבגדהוזחטיכלמנסעפצקרשת",
	"أبجدهوزحطيكلمنسعفصقرشت",
	"აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
	"աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆ",
	"কখগঘঙচছজঝঞটঠডঢণতথদধনপফবভমযরলশষসহ",
	"कखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसह",
	"ਕਖਗਘਙਚਛਜਝਞਟਠਡਢਣਤਥਦਧਨਪਫਬਭਮਯਰਲਵਸਹ",
	"ကခဂဃငစဆဇဈညဋဌဍဎဏတထဒဓနပဖဗဘမယရလဝသဟဠအ",
	"ሀለሐመሠረሰሸቀበተቸኀነኘአከኸወዐዘዠየደጀገጠጨጰጸፀፈፐ",
	"กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ",
	"កខគឃងចឆជឈញដឋឌឍណតថទធនបផពភមយរលវសហឡអ",
	"ກຂຄງຈສຊຍດຕຖທນບປຜຝພຟມຢຣລວຫອຮ",
	"가나다라마바사아자차카타파하",
	"イロハニホヘトチリヌルヲ",
}

// betweenLetters are letters that follow another one of the table above, as the
// alphabets of some languages have them.
var betweenLetters = map[rune]string{
	'đ': "d1", 'ç': "c1", 'č': "c1", 'ć': "c2", 'ğ': "g1", 'ı': "h1", 'ñ': "n1", 'ö': "o1", 'ş': "s1", 'š': "s1", 'ü': "u1", 'ž': "z1", 'ë': "e1", 'ə': "e1",
	'ґ': "г1", 'ђ': "д1", 'ѓ': "г1", 'є': "е1", 'ё': "е1", 'ѕ': "з1", 'і': "и1", 'ї': "и2", 'й': "и3", 'ј': "и1", 'љ': "л1", 'њ': "н1", 'ћ': "т1", 'ќ': "т1",
	'ا': "أ0", 'پ': "ب1", 'چ': "ج1", 'ة': "ه1",
}

// letterPlace returns the place of a small letter in its alphabet, from 1, and
// the place behind it of one that is put between; 0 where it counts nothing.
func letterPlace(r rune) (place, sub int) {
	if r < utf8.RuneSelf {
		if r < 'a' || r > 'z' {
			return 0, 0
		}
		return int(r-'a') + 1, 0
	}
	if after, ok := betweenLetters[r]; ok {
		r, sub = firstRune(after), int(after[len(after)-1]-'0')
	}
	for _, a := range alphabets {
		if i := strings.IndexRune(a, r); i >= 0 {
			return utf8.RuneCountInString(a[:i]) + 1, sub
		}
	}
	return 0, 0
}

// wideLetter reads one letter of another script than Latin at the start of s
// that no letter follows, as in "1а", "2Α", "2ক".
func wideLetter(s string) (place, sub, size int) {
	r, w := utf8.DecodeRuneInString(s)
	if w < 2 || !unicode.IsLetter(r) || len(leadingWord(s)) != w || unicode.Is(unicode.Arabic, r) || unicode.Is(unicode.Han, r) || unicode.Is(unicode.Hangul, r) {
		return 0, 0, 0
	}
	if place, sub = letterPlace(unicode.ToLower(r)); place == 0 {
		return 0, 0, 0
	}
	return place, sub, w
}
