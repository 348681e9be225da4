package pdf

import "testing"

// drawn sets the letters one after the other from the left, as they are seen.
func drawn(text string) []chunk {
	f := &font{}
	var glyphs []glyph
	for i, r := range []rune(text) {
		glyphs = append(glyphs, glyph{x: 100 + 6*float32(i), y: 700, w: 6, size: 10, font: f, text: string(r)})
	}
	return []chunk{{glyphs: glyphs, x0: 100, x1: 100 + 6*float32(len(glyphs)), size: 10, ink: len(glyphs)}}
}

func TestLinesFromRightToLeft(t *testing.T) {
	for seen, want := range map[string]string{
		"308-1 لصفلا":            "الفصل 308-1",
		"1-308 لصفلا":            "الفصل 308-1",
		"١٨ ةنس":                 "سنة ١٨",
		")أ( ةرقف":               "فقرة (أ)",
		"(أ) ةرقف":               "فقرة (أ)",
		"(12.5) مهرد":            "درهم (12.5)",
		"يئانجلا Code A نوناقلا": "القانون Code A الجنائي",
	} {
		l := writeLine(drawn(seen), 1, 0, 100, 400)
		if l.text != want || !l.leftward {
			t.Errorf("%q is read as %q, want %q, leftward %v", seen, l.text, want, l.leftward)
		}
	}
	if l := writeLine(drawn("Article 5 of the باب"), 1, 0, 100, 400); l.leftward {
		t.Errorf("%q is taken to run from right to left", l.text)
	}
}
