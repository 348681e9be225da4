package ingest

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
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
	"ar": "المادة 4 كل من احتفظ بصورة طفل في بيته دون إذن من السلطة المختصة يعاقب بالحبس من سنة إلى ثلاث سنوات وبغرامة، وتضاعف العقوبة إذا كان الفاعل موظفا أو من أقارب الطفل، ولا يعاقب من أبلغ عن الجريمة قبل الحكم.",
}

// encodings are those in which texts of a language are found.
var encodings = map[string][]encoding.Encoding{
	"en": {charmap.Windows1252},
	"fr": {charmap.Windows1252, charmap.ISO8859_1, charmap.ISO8859_15},
	"es": {charmap.Windows1252, charmap.ISO8859_1, charmap.ISO8859_15},
	"pt": {charmap.Windows1252, charmap.ISO8859_1, charmap.ISO8859_15},
	"de": {charmap.Windows1252, charmap.ISO8859_1, charmap.ISO8859_15},
	"ru": {charmap.Windows1251, charmap.KOI8R, charmap.ISO8859_5, charmap.CodePage866},
	"ar": {charmap.Windows1256, charmap.ISO8859_6},
}

// wideEncodings hold every language.
var wideEncodings = []encoding.Encoding{
	unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), unicode.UTF16(unicode.BigEndian, unicode.UseBOM),
	unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), unicode.UTF8BOM, unicode.UTF8,
}

func TestEncodingsOfEveryLanguage(t *testing.T) {
	for language, sentence := range sentences {
		for _, times := range []int{1, 30} {
			for i, enc := range append(encodings[language], wideEncodings...) {
				want := strings.TrimSpace(strings.Repeat(sentence+"\n", times))
				if i < len(encodings[language]) && enc != charmap.Windows1252 && enc != charmap.Windows1251 && enc != charmap.Windows1256 { // they have no quotes and dashes
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
