package outline

import (
	"strings"
	"unicode"

	"lacuna/analyzer/document"
)

// fold returns a word as the tables below have it: in small letters, without the
// stretches and vowel signs of Arabic.
func fold(word string) string {
	return strings.Map(func(r rune) rune {
		if r == 'ـ' || r >= '\u064b' && r <= '\u0652' {
			return -1
		}
		return unicode.ToLower(r)
	}, word)
}

// articleWords are the words for the unit that a lawyer cites, in small
// letters; "." at the end is cut before looking up.
var articleWords = map[string]int{
	"article": formArticle, "art": formArticle, "arts": formArticle, "artículo": formArticle, "articulo": formArticle, "artigo": formArticle,
	"articolo": formArticle, "articol": formArticle, "articolul": formArticle, "artikel": formArticle, "artykuł": formArticle, "articles": formArticle,
	"artículos": formArticle, "artigos": formArticle, "artikkel": formArticle, "artikla": formArticle,
	"статья": formArticle, "статьи": formArticle, "ст": formArticle, "стаття": formArticle, "статті": formArticle, "артыкул": formArticle,
	"член": formArticle, "чл": formArticle, "члан": formArticle, "članak": formArticle, "članku": formArticle, "čl": formArticle,
	"člen": formArticle, "členu": formArticle, "článek": formArticle, "článok": formArticle, "clanak": formArticle, "član": formArticle,
	"madde": formArticle, "maddə": formArticle, "pasal": formArticle, "neni": formArticle, "nenit": formArticle, "άρθρο": formArticle, "άρθρον": formArticle, "αρθρο": formArticle, "αρθρον": formArticle, "סעיף": formArticle,
	"հոդված": formArticle, "მუხლი": formArticle, "điều": formArticle, "มาตรา": formArticle, "មាត្រា": formArticle, "ມາດຕາ": formArticle,
	"अनुच्छेद": formArticle, "दफा": formArticle, "धारा": formArticle, "ধারা": formArticle, "பிரிவு": formArticle, "ಪ್ರಕರಣ": formArticle, "సెక్షన్": formArticle, "વિભાગ": formArticle, "कलम": formArticle, "ਧਾਰਾ": formArticle, "دفعہ": formArticle, "ماده": formArticle, "مادهٔ": formArticle,
	"المادة": formArticle, "مادة": formArticle, "አንቀጽ": formArticle, "ingingo": formArticle,
	"kifungu": formSection, "ibara": formArticle, "artikulu": formArticle, "artiklo": formArticle, "erthygl": formArticle, "airteagal": formArticle,
	"section": formSection, "sections": formSection, "sec": formSection, "sect": formSection, "secs": formSection, "seksyen": formSection, "seksiyen": formSection,
	"qodobka": formArticle, "andininy": formArticle, "artikulo": formArticle, "madda": formArticle,
	"adran": formSection, "seksioni": formSection, "seksyon": formSection,
	"الفصل": formFasl, "فصل": formFasl,
}

// articleWordsAfter are the words that stand behind their number.
var articleWordsAfter = map[string]int{
	"бап": formArticleAfter, "берене": formArticleAfter, "статья": formArticleAfter, "modda": formArticleAfter, "модда": formArticleAfter,
	"зүйл": formArticleAfter, "pants": formArticleAfter, "straipsnis": formArticleAfter, "artikulua": formArticleAfter, "gr": formArticleAfter,
	"člen": formArticleAfter, "člena": formArticleAfter, "artikla": formArticleAfter, "artikel": formArticleAfter,
	"madde": formArticleAfter, "cikk": formArticleAfter, "maddesi": formArticleAfter,
}

// groupWords are the words for ranks above the article, in small letters.
var groupWords = map[string]document.Kind{
	"book": document.Book, "livre": document.Book, "libro": document.Book, "livro": document.Book, "buch": document.Book, "книга": document.Book,
	"الكتاب": document.Book, "kitap": document.Book, "carte": document.Book, "cartea": document.Book, "buku": document.Book, "libri": document.Book,
	"part": document.Part, "partie": document.Part, "parte": document.Part, "teil": document.Part, "часть": document.Part, "частина": document.Part,
	"الجزء": document.Part, "kısım": document.Part, "bahagian": document.Part, "bagian": document.Part, "pjesa": document.Part, "část": document.Part, "część": document.Part, "deel": document.Part, "igice": document.Part,
	"قسم": document.Part, "القسم": document.Part, "hissə": document.Part,
	"title": document.Title, "titre": document.Title, "título": document.Title, "titulo": document.Title, "titolo": document.Title, "titel": document.Title,
	"titlul": document.Title, "раздел": document.Title, "розділ": document.Title, "الباب": document.Title, "titull": document.Title, "titulli": document.Title, "dział": document.Title, "bölmə": document.Title, "interuro": document.Title,
	"chapter": document.Chapter, "chapitre": document.Chapter, "capítulo": document.Chapter, "capitulo": document.Chapter, "capitolo": document.Chapter, "capo": document.Chapter,
	"kapitel": document.Chapter, "kapittel": document.Chapter, "hoofdstuk": document.Chapter, "глава": document.Chapter, "الفصل": document.Chapter, "bölüm": document.Chapter,
	"bab": document.Chapter, "penggal": document.Chapter, "kapitull": document.Chapter, "kapitulli": document.Chapter, "rozdział": document.Chapter, "hlava": document.Chapter, "fəsil": document.Chapter, "capitolul": document.Chapter,
	"umutwe": document.Chapter, "abschnitt": document.Chapter, "hauptstück": document.Chapter,
	"division": document.Division, "subdivision": document.Division, "section": document.Division, "sous-section": document.Division, "sección": document.Division, "seccion": document.Division,
	"seção": document.Division, "secção": document.Division, "sezione": document.Division, "subsección": document.Division, "unterabschnitt": document.Division, "untertitel": document.Division, "afdeling": document.Division,
	"paragraphe": document.Division, "subpart": document.Division, "subsection": document.Division, "sub-section": document.Division, "подраздел": document.Division, "الفرع": document.Division,
	"المبحث": document.Division, "ayrım": document.Division, "seksi": document.Division, "oddíl": document.Division, "oddział": document.Division, "icyiciro": document.Division, "параграф": document.Division,
	"schedule": document.Schedule, "annex": document.Schedule, "annexe": document.Schedule, "anexo": document.Schedule, "anlage": document.Schedule, "allegato": document.Schedule,
	"appendix": document.Schedule, "приложение": document.Schedule, "додаток": document.Schedule, "الملحق": document.Schedule, "ملحق": document.Schedule, "jadual": document.Schedule, "lampiran": document.Schedule, "bijlage": document.Schedule,
	"книг": document.Book, "deo": document.Part, "део": document.Part, "дел": document.Part, "dio": document.Part, "kisim": document.Part, "sehemu": document.Part, "bahagi": document.Part,
	"odeljak": document.Title, "razdel": document.Title, "раздзел": document.Title, "hauptteil": document.Part,
	"kap": document.Chapter, "luku": document.Chapter, "kafli": document.Chapter, "peatükk": document.Chapter, "nodaļa": document.Chapter, "skyrius": document.Chapter, "kreu": document.Chapter,
	"κεφάλαιο": document.Chapter, "κεφαλαιο": document.Chapter, "βιβλίο": document.Book, "βιβλιο": document.Book, "μέρος": document.Part, "μεροσ": document.Part, "τμήμα": document.Division,
	"poglavje": document.Chapter, "poglavlje": document.Chapter, "glava": document.Chapter, "fejezet": document.Chapter, "rész": document.Part, "cím": document.Title,
	"тарау": document.Chapter, "бөлім": document.Part, "бөлүм": document.Part, "bob": document.Chapter, "бүлэг": document.Chapter, "თავი": document.Chapter, "კარი": document.Title, "ნაწილი": document.Part,
	"գլուխ": document.Chapter, "բաժին": document.Title, "մաս": document.Part,
	"chương": document.Chapter, "phần": document.Part, "mục": document.Division, "หมวด": document.Chapter, "ลักษณะ": document.Title, "ภาค": document.Book, "ส่วน": document.Division,
	"ជំពូក": document.Chapter, "ជំពូកទី": document.Chapter, "គន្ថី": document.Book, "មាតិកា": document.Title, "ໝວດ": document.Chapter, "ໝວດທີ": document.Chapter, "ພາກ": document.Part, "ພາກທີ": document.Part, "အခန်း": document.Chapter,
	"অধ্যায়": document.Chapter, "परिच्छेद": document.Chapter, "अध्याय": document.Chapter, "भाग": document.Part, "فصل": document.Chapter, "باب": document.Title, "بخش": document.Part, "کتاب": document.Book, "مبحث": document.Division,
	"ምዕራፍ": document.Chapter, "ክፍል": document.Part, "መጽሐፍ": document.Book, "toko": document.Chapter, "kabanata": document.Chapter, "sura": document.Chapter, "hoofstuk": document.Chapter, "qaybta": document.Part, "cutubka": document.Chapter,
	"article": document.Division, "artículo": document.Division, "artigo": document.Division,
	"פרק": document.Chapter, "חלק": document.Part, "סימן": document.Division,
}
