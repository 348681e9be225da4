package outline

import "strings"

// ordinals are numbers in words, of articles and of parts and chapters; in
// small letters.
var ordinals = map[string]int{
	"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
	"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
	"eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19,
	"twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50,
	"premier": 1, "première": 1, "unique": 1, "deuxième": 2, "seconde": 2, "troisième": 3, "quatrième": 4, "cinquième": 5,
	"sixième": 6, "septième": 7, "huitième": 8, "neuvième": 9, "dixième": 10,
	"primero": 1, "primera": 1, "único": 1, "única": 1, "segundo": 2, "segunda": 2, "tercero": 3, "tercera": 3, "cuarto": 4, "cuarta": 4, "quinto": 5, "quinta": 5,
	"sexto": 6, "sexta": 6, "séptimo": 7, "séptima": 7, "octavo": 8, "octava": 8, "noveno": 9, "novena": 9, "décimo": 10, "décima": 10,
	"primeiro": 1, "primeira": 1, "terceiro": 3, "terceira": 3, "quarto": 4, "quarta": 4, "primo": 1, "prima": 1, "secondo": 2, "seconda": 2, "terzo": 3, "terza": 3, "sesto": 6, "settimo": 7, "ottavo": 8, "nono": 9,
	"preliminar": 1, "preliminary": 1, "préliminaire": 1, "preliminare": 1,
	"erster": 1, "erstes": 1, "erste": 1, "zweiter": 2, "zweites": 2, "zweite": 2, "dritter": 3, "drittes": 3, "vierter": 4, "viertes": 4,
	"fünfter": 5, "fünftes": 5, "sechster": 6, "siebenter": 7, "siebter": 7, "achter": 8, "neunter": 9, "zehnter": 10, "elfter": 11,
	"zwölfter": 12, "dreizehnter": 13, "vierzehnter": 14, "fünfzehnter": 15, "sechzehnter": 16, "siebzehnter": 17, "achtzehnter": 18,
	"neunzehnter": 19, "zwanzigster": 20, "einundzwanzigster": 21, "zweiundzwanzigster": 22, "dreiundzwanzigster": 23,
	"vierundzwanzigster": 24, "fünfundzwanzigster": 25, "sechsundzwanzigster": 26, "siebenundzwanzigster": 27,
	"achtundzwanzigster": 28, "neunundzwanzigster": 29, "dreißigster": 30,
	"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "vijfde": 5,
	"první": 1, "druhá": 2, "třetí": 3, "čtvrtá": 4, "pátá": 5, "šestá": 6, "prvá": 1, "tretia": 3, "štvrtá": 4, "piata": 5,
	"prvi": 1, "prva": 1, "prvo": 1, "drugi": 2, "druga": 2, "drugo": 2, "treći": 3, "treća": 3, "treće": 3, "tretje": 3, "četvrti": 4, "četvrta": 4, "četrto": 4, "peti": 5, "peta": 5, "peto": 5,
	"pierwszy": 1, "pierwsza": 1, "drugie": 2, "trzeci": 3, "trzecia": 3, "czwarta": 4, "piąta": 5, "pirmoji": 1, "antroji": 2, "trečioji": 3,
	"первый": 1, "первая": 1, "второй": 2, "вторая": 2, "третий": 3, "третья": 3, "четвертый": 4, "четвертая": 4, "пятый": 5, "пятая": 5, "шестой": 6, "шестая": 6,
	"перша": 1, "перший": 1, "друга": 2, "третя": 3, "прва": 1, "трећа": 3, "четврта": 4, "пета": 5, "шеста": 6, "първа": 1, "първи": 1, "втора": 2, "втори": 2, "трета": 3, "трети": 3, "четвърта": 4,
	"πρώτο": 1, "πρωτο": 1, "δεύτερο": 2, "δευτερο": 2, "τρίτο": 3, "τριτο": 3, "τέταρτο": 4, "τεταρτο": 4, "πέμπτο": 5, "πεμπτο": 5,
	"birinci": 1, "ikinci": 2, "üçüncü": 3, "dördüncü": 4, "beşinci": 5, "altıncı": 6, "yedinci": 7, "sekizinci": 8,
	"dokuzuncu": 9, "onuncu": 10, "onbirinci": 11, "kesatu": 1, "kedua": 2, "ketiga": 3, "keempat": 4, "mbere": 1, "kabiri": 2, "gatatu": 3,
	"нэгдүгээр": 1, "хоёрдугаар": 2, "гуравдугаар": 3, "дөрөвдүгээр": 4, "тавдугаар": 5, "አንድ": 1, "ሁለት": 2, "ሦስት": 3, "አራት": 4, "አምስት": 5,
	"kwanza": 1, "pili": 2, "tatu": 3, "nne": 4, "tano": 5, "প্রথম": 1, "দ্বিতীয়": 2, "তৃতীয়": 3, "চতুর্থ": 4,
	"الأول": 1, "الأولى": 1, "الاول": 1, "الاولى": 1, "الثاني": 2, "الثانية": 2, "الثالث": 3, "الثالثة": 3, "الرابع": 4, "الرابعة": 4,
	"الخامس": 5, "الخامسة": 5, "السادس": 6, "السادسة": 6, "السابع": 7, "السابعة": 7, "الثامن": 8, "الثامنة": 8,
	"التاسع": 9, "التاسعة": 9, "العاشر": 10, "العاشرة": 10, "التمهيدي": 1, "تمهيدي": 1, "الحادي": 1, "الحادية": 1,
	"اول": 1, "دوم": 2, "سوم": 3, "چهارم": 4, "پنجم": 5, "ششم": 6, "هفتم": 7, "هشتم": 8, "نهم": 9, "دهم": 10, "یازدهم": 11, "دوازدهم": 12,
	"سیزدهم": 13, "چهاردهم": 14, "پانزدهم": 15, "شانزدهم": 16, "هفدهم": 17, "هجدهم": 18, "نوزدهم": 19, "بیستم": 20, "سی‌ام": 30, "یکم": 1,
}

// addends are the tens and hundreds of numbers in words, which stand before or
// behind the ones: "twenty-first", "الحادية والعشرون", "الثانية بعد المائة".
var addends = map[string]int{
	"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
	"عشر": 10, "عشرة": 10, "العشرون": 20, "العشرين": 20, "الثلاثون": 30, "الثلاثين": 30, "الأربعون": 40, "الأربعين": 40, "الخمسون": 50, "الخمسين": 50,
	"الستون": 60, "الستين": 60, "السبعون": 70, "السبعين": 70, "الثمانون": 80, "الثمانين": 80, "التسعون": 90, "التسعين": 90,
	"المائة": 100, "المئة": 100, "المائتين": 200, "المئتين": 200, "المائتان": 200, "الثلاثمائة": 300, "الأربعمائة": 400, "الخمسمائة": 500,
	"بیست": 20, "سی": 30, "چهل": 40, "پنجاه": 50, "شصت": 60, "هفتاد": 70, "هشتاد": 80, "نود": 90, "صد": 100,
}

// linkers stand between the words of one number.
var linkers = []string{"و", "و ", "بعد ", "-", ""}

// ordinalWords reads a number in words at the start of s, and returns it and
// its length; 0 where there is none. Each of ones, tens and hundreds is said
// once.
func ordinalWords(s string) (value, size int) {
	word := fold(leadingWord(s))
	value, ok := ordinals[word]
	if !ok {
		value = addends[word]
	}
	if value == 0 {
		return 0, 0
	}
	size = len(leadingWord(s))
	said := magnitude(value)
	for {
		v, n := nextAddend(s[size:])
		if v == 0 || said&magnitude(v) != 0 {
			return value, size
		}
		said |= magnitude(v)
		value, size = value+v, size+n
	}
}

// nextAddend reads what is added to a number in words, with the link before it.
func nextAddend(s string) (value, size int) {
	blank := len(s) - len(strings.TrimLeft(s, " \u00a0"))
	for _, link := range linkers {
		if blank == 0 && link != "-" || !strings.HasPrefix(s[blank:], link) {
			continue
		}
		rest := s[blank+len(link):]
		word := leadingWord(rest)
		v := addends[fold(word)]
		if v == 0 && link != "" {
			v = ordinals[fold(word)]
		}
		if v > 0 {
			return v, blank + len(link) + len(word)
		}
	}
	return 0, 0
}

// magnitude returns a bit for each of ones, tens and hundreds that a number holds.
func magnitude(v int) (bits int) {
	if v%10 > 0 {
		bits |= 1
	}
	if v/10%10 > 0 {
		bits |= 2
	}
	if v >= 100 {
		bits |= 4
	}
	return bits
}
