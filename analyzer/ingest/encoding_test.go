package ingest

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

// sentences are of the kind that laws hold, in the languages that are read.
var sentences = map[string]string{
	"en": "Article 4. Whoever keeps a child’s picture – even one – in a drawer is fined up to £200, and the café’s owner with him.",
	"fr": "Article 4. Quiconque a gardé chez lui l’image d’un élève, même âgé de plus de dix-huit ans, est puni d’une amende de 3 000 euros à payer où il réside ; la peine est doublée en cas de récidive, sauf s’il l’a détruite aussitôt reçue.",
	"es": "Artículo 4. El que guardare la imagen de un niño será castigado con multa de doce a dieciocho días; si fuere el dueño de la compañía, la pena será además de prisión de un año. ¿Quién responde? También el señor que la encargó.",
	"pt": "Artigo 4.º Quem guardar a imagem de uma criança é punido com pena de prisão até três anos ou com multa; a condenação não impede a indemnização, salvo se o réu já a tiver pago às vítimas até à decisão.",
	"de": "§ 4 Wer das Bild eines Schülers ohne Erlaubnis aufbewahrt, wird mit Geldstrafe bis zu dreißig Tagessätzen bestraft. Für Ärzte, die es zur Prüfung benötigen, gilt dies nicht; über Ausnahmen entscheidet die Behörde.",
	"ru": "Статья 4. Хранение изображения ребёнка без разрешения органа опеки наказывается штрафом в размере до двухсот тысяч рублей либо лишением свободы на срок до двух лет. То же деяние, совершённое группой лиц, наказывается строже.",
	"hu": "4. § Aki engedély nélkül képet őriz egy gyermekről, bűntettet követ el, és három évig terjedő szabadságvesztéssel büntetendő. Az őrizetbe vett dolgot el kell kobozni.",
	"pl": "Art. 4. Kto przechowuje podobiznę dziecka bez zgody sądu, podlega karze pozbawienia wolności od trzech miesięcy do lat pięciu. Nie podlega karze, kto zniszczył ją niezwłocznie.",
	"tr": "Madde 4. Bir çocuğun resmini izinsiz saklayan kişi, altı aydan üç yıla kadar hapis cezası ile cezalandırılır. Suçun yakınları tarafından işlenmesi hâlinde ceza yarı oranında artırılır.",
	"el": "Άρθρο 4. Όποιος φυλάσσει εικόνα παιδιού χωρίς άδεια τιμωρείται με φυλάκιση έως τρία έτη. Αν η πράξη τελέστηκε από υπάλληλο, επιβάλλεται κάθειρξη.",
	"lt": "4 straipsnis. Tas, kas be leidimo laikė vaiko atvaizdą, baudžiamas laisvės atėmimu iki trejų metų. Šį nusikaltimą tiria policija, jeigu yra skundas arba žinia apie jį.",
	"uk": "Стаття 4. Зберігання зображення дитини без дозволу органу опіки карається штрафом або позбавленням волі на строк до двох років. Її власник не карається, якщо знищив його негайно.",
	"vi": "Điều 4. Người nào giữ hình ảnh của trẻ em mà không được phép thì bị phạt tù từ sáu tháng đến ba năm.",
	"he": "סעיף 4. המחזיק תמונה של ילד ללא רשות, דינו מאסר שלוש שנים. נעברה העבירה בידי קרוב, דינו מאסר חמש שנים.",
	"zh": "第四条 未经许可保存儿童图像的，处三年以下有期徒刑、拘役或者罚金。国家工作人员犯前款罪的，从重处罚。",
	"ja": "第四条　許可を受けないで児童の画像を保管した者は、三年以下の拘禁刑又は五十万円以下の罰金に処する。",
	"ko": "제4조(보관) 허가를 받지 아니하고 아동의 영상을 보관한 자는 3년 이하의 징역 또는 벌금에 처한다.",
	"ar": "المادة 4 كل من احتفظ بصورة طفل في بيته دون إذن من السلطة المختصة يعاقب بالحبس من سنة إلى ثلاث سنوات وبغرامة، وتضاعف العقوبة إذا كان الفاعل موظفا أو من أقارب الطفل، ولا يعاقب من أبلغ عن الجريمة قبل الحكم.",
}

// encodings are those in which texts of a language are found.
var encodings = map[string][]encoding.Encoding{
	"en": {charmap.Windows1252},
	"fr": {charmap.Windows1252, charmap.ISO8859_1, charmap.ISO8859_15, charmap.Macintosh, charmap.CodePage850},
	"es": {charmap.Windows1252, charmap.ISO8859_1, charmap.ISO8859_15},
	"pt": {charmap.Windows1252, charmap.ISO8859_1, charmap.ISO8859_15},
	"de": {charmap.Windows1252, charmap.ISO8859_1, charmap.ISO8859_15},
	"ru": {charmap.Windows1251, charmap.KOI8R, charmap.ISO8859_5, charmap.CodePage866},
	"hu": {charmap.Windows1250, charmap.ISO8859_2},
	"pl": {charmap.Windows1250, charmap.ISO8859_2},
	"tr": {charmap.Windows1254, charmap.ISO8859_9},
	"el": {charmap.Windows1253, charmap.ISO8859_7},
	"lt": {charmap.Windows1257},
	"uk": {charmap.Windows1251, charmap.KOI8U, charmap.ISO8859_5},
	"he": {charmap.Windows1255, charmap.ISO8859_8},
	"zh": {simplifiedchinese.GBK, simplifiedchinese.GB18030},
	"ja": {japanese.ShiftJIS, japanese.EUCJP, japanese.ISO2022JP},
	"ko": {korean.EUCKR},
	"ar": {charmap.Windows1256, charmap.ISO8859_6},
}

// wideEncodings hold every language.
var wideEncodings = []encoding.Encoding{
	unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), unicode.UTF16(unicode.BigEndian, unicode.UseBOM),
	unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), unicode.UTF8BOM, unicode.UTF8,
}

// plainQuotes are encodings without typographic quotes and dashes.
var plainQuotes = []encoding.Encoding{
	charmap.ISO8859_1, charmap.ISO8859_2, charmap.ISO8859_5, charmap.ISO8859_6, charmap.ISO8859_7, charmap.ISO8859_8, charmap.ISO8859_9,
	charmap.ISO8859_15, charmap.KOI8R, charmap.KOI8U, charmap.CodePage866, charmap.CodePage850,
}

func TestEncodingsOfEveryLanguage(t *testing.T) {
	for language, sentence := range sentences {
		for _, times := range []int{1, 30} {
			for i, enc := range append(encodings[language], wideEncodings...) {
				want := strings.TrimSpace(strings.Repeat(sentence+"\n", times))
				if i < len(encodings[language]) && slices.Contains(plainQuotes, enc) { // they have no quotes and dashes
					want = strings.NewReplacer("’", "'", "–", "-").Replace(want)
				}
				data, err := enc.NewEncoder().String(want)
				if err != nil {
					t.Fatal(err)
				}
				if got, _ := decode([]byte(data)); strings.TrimPrefix(got, "\ufeff") != want {
					t.Errorf("%s in %v, %d times: read as %.80q", language, enc, times, got)
				}
			}
		}
	}
}

func TestAWrongDeclarationIsOverruled(t *testing.T) {
	for _, c := range []struct {
		declared, language string
		enc                encoding.Encoding
	}{
		{"iso-8859-1", "ru", charmap.Windows1251}, {"windows-1252", "ar", charmap.Windows1256}, {"windows-1251", "ru", charmap.KOI8R},
		{"windows-1252", "fr", charmap.Windows1252}, {"windows-1250", "de", charmap.Windows1252}, {"utf-8", "fr", charmap.Windows1252},
	} {
		data, err := c.enc.NewEncoder().String(`<html><head><meta charset="` + c.declared + `"></head><body><p>` + sentences[c.language] + `</p></body></html>`)
		if err != nil {
			t.Fatal(err)
		}
		if got, _ := decode([]byte(data)); !strings.Contains(got, sentences[c.language]) {
			t.Errorf("%s declared as %s: read as %q", c.language, c.declared, got)
		}
	}
}
