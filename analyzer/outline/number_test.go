package outline

import (
	"fmt"
	"testing"
)

func TestReadForm(t *testing.T) {
	for _, c := range []struct{ text, form, number, parts string }{
		{"Article 640.- Books", "article", "640", "[0 640]"},
		{"Art. 1er. Des filets", "article", "1", "[0 1]"},
		{"Art. 218-A. Vender", "article", "218-A", "[0 218 1]"},
		{"Artículo 570 quáter. Redes", "article", "570 quáter", "[0 570 4]"},
		{"Article R. 225-12-1", "article", "R225-12-1", "[1 225 12 1]"},
		{"Article 5bis Nets", "article", "5bis", "[0 5 2]"},
		{"Article 503 - 1", "article", "503-1", "[0 503 1]"},
		{"Article premier", "article", "1", "[0 1]"},
		{"Article IV Nets", "article", "4", "[0 4]"},
		{"Статья 242¹. Сети", "article", "242.1", "[0 242 1]"},
		{"المادة ٣٣٣ مكرر 1", "article", "333 مكرر 1", "[0 333 2 1]"},
		{"第一百二十条之一 网", "article", "120-1", "[0 120 1]"},
		{"الفصل 503", "الفصل", "503", "[0 503]"},
		{"§ 184b Netze", "§", "184b", "[0 184 2]"},
		{"§ 116 bis 119", "§", "116", "[0 116]"},
		{"Section 5 A person who", "section", "5", "[0 5]"},
		{"SEC. 12a. Nets", "section", "12A", "[0 12 1]"},
		{"12. § A háló", "§ after", "12", "[0 12]"},
		{"12-бап. Торлар", "article after", "12", "[0 12]"},
		{"376DA. Nets", "bare", "376DA", "[0 376 4 1]"},
		{"121 b . Whoever", "bare", "121B", "[0 121 2]"},
		{"108.A. Nets", "bare", "108A", "[0 108 1]"},
		{"375. A man", "bare", "375", "[0 375]"},
		{"15.1 Nets", "bare without stop", "15.1", "[0 15 1]"},
		{"15.011 Nets", "bare without stop", "15.011", "[0 15 0 1 1]"},
		{"15.02 Nets", "bare without stop", "15.02", "[0 15 0 2]"},
	} {
		f, size, n := readForm(c.text, 0, nil)
		if size == 0 || forms[f].name != c.form || n.text != c.number || fmt.Sprint(n.parts) != c.parts {
			t.Errorf("%q: form %q, number %q %v (%d bytes), want %q %q %s", c.text, forms[f].name, n.text, n.parts, size, c.form, c.number, c.parts)
		}
	}
	for _, text := range []string{"", "Artful dodging", "Article of faith", "A man", "(1) Whoever", "第三章 网"} {
		if f, size, n := readForm(text, 0, nil); size > 0 {
			t.Errorf("%q was read as %s %s", text, forms[f].name, n.text)
		}
	}
}

func TestReadMark(t *testing.T) {
	for _, c := range []struct {
		text, number string
		class        class
		value        int
	}{
		{"(a) nets", "a", classLower, 1}, {"( b ) nets", "b", classLower, 2}, {"c) nets", "c", classLower, 3}, {"d. nets", "d", classLower, 4},
		{"(ii) nets", "ii", classRoman, 2}, {"(1v) nets", "iv", classRoman, 4}, {"(i1) nets", "ii", classRoman, 2},
		{"(aa) nets", "aa", classDouble, 1}, {"(2A) nets", "2A", classDigit, 2}, {"1° filets", "1", classDigit, 1}, {"2.º redes", "2", classDigit, 2},
		{"IV - redes", "IV", classRomanUpper, 4}, {"§ 3º Redes", "3", classSign, 3}, {"Parágrafo único. Redes", "1", classSign, 1},
		{"Thirdly.—nets", "3", classWord, 3}, {"2ndly.—nets", "2", classWord, 2}, {"– nets", "", classDash, 0}, {"б) сети", "б", classLower, 2}, {"أ) شباك", "أ", classLetter, 1},
	} {
		m, ok := readMark(c.text)
		if !ok || m.number != c.number || m.class != c.class || m.value != c.value {
			t.Errorf("%q: %+v, %v", c.text, m, ok)
		}
	}
	for _, text := range []string{"", "A man", "nets", "1999", "12.5 grams", "First of all", "I am", "(see section 3) nets"} {
		if m, ok := readMark(text); ok {
			t.Errorf("%q was read as a mark: %+v", text, m)
		}
	}
}
