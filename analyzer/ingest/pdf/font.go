package pdf

import (
	"strings"
	"sync"
	"unicode/utf16"

	lib "github.com/ledongthuc/pdf"
	"golang.org/x/text/encoding/charmap"

	"lacuna/analyzer/ingest/lazy"
)

// font is what the text machine needs of one font.
type font struct {
	bold, italic bool
	doubt        bool               // its letters were read in a picture, and not surely
	wide         bool               // codes of two bytes
	text         [256]string        // text of one-byte codes
	width        [256]float32       // widths of one-byte codes, in thousandths of the size
	wideText     map[uint16]string  // text of two-byte codes
	wideWidth    map[uint16]float32 // widths of two-byte codes
	missing      float32            // width of two-byte codes that have none
	mute         bool               // nothing says which letters its codes stand for
}

// fontCache reads every font once, though many pages name it. Its keys are
// the dictionaries as written, references and all.
type fontCache struct {
	mu    sync.Mutex
	sets  map[string]map[string]*font // by a page's font dictionary
	fonts map[string]*font            // by a font's own dictionary
}

func newFontCache() *fontCache {
	return &fontCache{sets: map[string]map[string]*font{}, fonts: map[string]*font{}}
}

// set returns the fonts of a resource dictionary by their names.
func (c *fontCache) set(resources lib.Value) map[string]*font {
	c.mu.Lock()
	defer c.mu.Unlock()
	dict := resources.Key("Font")
	key := dict.String()
	if set, ok := c.sets[key]; ok {
		return set
	}
	set := map[string]*font{}
	for _, name := range dict.Keys() {
		value := dict.Key(name)
		id := value.String()
		if c.fonts[id] == nil {
			c.fonts[id] = readFont(value)
		}
		set[name] = c.fonts[id]
	}
	c.sets[key] = set
	return set
}

// smallCaps matches the names of fonts that show small letters as capitals.
// Their text is written as it is seen: section 377C, not 377c.
var smallCaps = lazy.Pattern(`(?i)small-?caps?|smcp|[-,]sc\d*$`)

func readFont(v lib.Value) *font {
	f := &font{}
	name := v.Key("BaseFont").Name()
	if i := strings.IndexByte(name, '+'); i == 6 {
		name = name[i+1:]
	}
	lower := strings.ToLower(name)
	f.bold = strings.Contains(lower, "bold") || strings.Contains(lower, "black") || strings.Contains(lower, "heavy") || strings.Contains(lower, "demi")
	f.italic = strings.Contains(lower, "italic") || strings.Contains(lower, "oblique")
	unicode := readCMap(v.Key("ToUnicode"))
	small := smallCaps().MatchString(name)
	for code, text := range unicode {
		if small {
			text = strings.ToUpper(text)
		}
		unicode[code] = strings.ReplaceAll(text, "\u00ad", "-") // a soft hyphen that is drawn is a hyphen
	}
	if v.Key("Subtype").Name() == "Type0" {
		f.readWide(v, unicode)
		return f
	}
	f.readSimple(v, name, unicode)
	return f
}

// readWide reads a composite font.
func (f *font) readWide(v lib.Value, unicode map[string]string) {
	f.wide = true
	f.wideText = make(map[uint16]string, len(unicode))
	for code, text := range unicode {
		if len(code) == 2 {
			f.wideText[uint16(code[0])<<8|uint16(code[1])] = text
		}
	}
	f.mute = len(f.wideText) == 0
	inner := v.Key("DescendantFonts").Index(0)
	f.missing = 1000
	if dw := inner.Key("DW"); !dw.IsNull() {
		f.missing = float32(dw.Float64())
	}
	f.wideWidth = map[uint16]float32{}
	w := inner.Key("W")
	for i := 0; i+1 < w.Len(); {
		first := int(w.Index(i).Int64())
		if list := w.Index(i + 1); list.Kind() == lib.Array {
			for j := 0; j < list.Len(); j++ {
				f.wideWidth[uint16(first+j)] = float32(list.Index(j).Float64())
			}
			i += 2
			continue
		}
		last, width := int(w.Index(i+1).Int64()), float32(w.Index(i+2).Float64())
		for code := first; code <= last && code <= 0xffff; code++ {
			f.wideWidth[uint16(code)] = width
		}
		i += 3
	}
}

// readSimple reads a font of one-byte codes.
func (f *font) readSimple(v lib.Value, name string, unicode map[string]string) {
	encoding := v.Key("Encoding")
	base := encoding.Name()
	if encoding.Kind() == lib.Dict {
		base = encoding.Key("BaseEncoding").Name()
	}
	embedded := !v.Key("FontDescriptor").IsNull()
	for c := 0; c < 256; c++ {
		f.text[c] = baseText(base, byte(c), embedded)
	}
	if embedded {
		f.hideControls()
	}
	if encoding.Kind() == lib.Dict {
		f.differences(v, encoding.Key("Differences"))
	}
	for code, text := range unicode {
		if len(code) == 1 {
			f.text[code[0]] = text
		}
	}
	f.simpleWidths(v, name)
}

// nameless is the text of a letter of which nothing says what it stands for.
const nameless = "\ufffd"

// hideControls makes the codes nameless at which no alphabet has letters: a
// font that uses them numbers its letters as they come.
func (f *font) hideControls() {
	for c := 1; c < ' '; c++ {
		if c != '\t' && c != '\n' && c != '\r' {
			f.text[c] = nameless
		}
	}
}

// differences writes the letters that a font's encoding changes.
func (f *font) differences(v lib.Value, list lib.Value) {
	coder := (&lib.Font{V: v}).Encoder()
	code := 0
	for i := 0; i < list.Len(); i++ {
		x := list.Index(i)
		if x.Kind() == lib.Integer {
			code = int(x.Int64())
			continue
		}
		if code >= 0 && code < 256 {
			f.text[code] = glyphText(x.Name(), coder.Decode(string([]byte{byte(code)})))
		}
		code++
	}
}

// glyphText is the text of a glyph's name: "uni0041", "u1F600", or what the
// library knows of it.
func glyphText(name, known string) string {
	if i := strings.IndexByte(name, '.'); i > 0 {
		name = name[:i]
	}
	if letters := strings.Split(name, "_"); len(letters) > 1 && len(name) == 2*len(letters)-1 { // a ligature: f_f_i
		return strings.Join(letters, "")
	}
	switch name {
	case "hyphen", "sfthyphen", "softhyphen":
		return "-"
	}
	digits := strings.TrimPrefix(name, "uni")
	if digits == name {
		digits = strings.TrimPrefix(name, "u")
	}
	if digits != name && len(digits) >= 4 {
		r := rune(0)
		for i := 0; i < len(digits); i++ {
			d, ok := hexDigit(digits[i])
			if !ok {
				return known
			}
			r = r<<4 | rune(d)
		}
		return string(r)
	}
	return known
}

// baseText is the text of a code in one of the named encodings. Fonts that
// name none are taken as standard where they are not embedded, else as WinAnsi.
func baseText(base string, c byte, embedded bool) string {
	switch {
	case base == "MacRomanEncoding":
		return string(charmap.Macintosh.DecodeByte(c))
	case base == "StandardEncoding" || base == "" && !embedded:
		if r, ok := standard[c]; ok {
			return string(r)
		}
	case c == 0xad:
		return "-"
	}
	if r := charmap.Windows1252.DecodeByte(c); r != '\ufffd' {
		return string(r)
	}
	return "•"
}

// standard holds where Adobe's standard encoding differs from WinAnsi.
var standard = map[byte]rune{
	0x27: '’', 0x60: '‘', 0xa4: '⁄', 0xa6: 'ƒ', 0xa8: '¤', 0xa9: '\'', 0xaa: '“', 0xac: '‹', 0xad: '›',
	0xae: 'ﬁ', 0xaf: 'ﬂ', 0xb1: '–', 0xb2: '†', 0xb3: '‡', 0xb4: '·', 0xb7: '•', 0xb8: '‚', 0xb9: '„',
	0xba: '”', 0xbc: '…', 0xbd: '‰', 0xc1: '`', 0xc2: '´', 0xd0: '—', 0xe1: 'Æ', 0xe3: 'ª', 0xe8: 'Ł',
	0xe9: 'Ø', 0xea: 'Œ', 0xeb: 'º', 0xf1: 'æ', 0xf5: 'ı', 0xf8: 'ł', 0xf9: 'ø', 0xfa: 'œ', 0xfb: 'ß',
}

func (f *font) simpleWidths(v lib.Value, name string) {
	list := v.Key("Widths")
	missing := float32(v.Key("FontDescriptor").Key("MissingWidth").Float64())
	if list.Len() == 0 {
		for c := range f.width {
			f.width[c] = coreWidth(name, f.bold, f.italic, f.text[c])
		}
		return
	}
	scale := float32(1)
	if v.Key("Subtype").Name() == "Type3" {
		if a := v.Key("FontMatrix").Index(0).Float64(); a > 0 {
			scale = float32(a * 1000)
		}
	}
	first := int(v.Key("FirstChar").Int64())
	for c := range f.width {
		f.width[c] = missing
		if i := c - first; i >= 0 && i < list.Len() {
			f.width[c] = float32(list.Index(i).Float64()) * scale
		}
	}
}

// utf16Text decodes big-endian UTF-16.
func utf16Text(s string) string {
	if len(s) == 1 {
		return string(rune(s[0]))
	}
	units := make([]uint16, 0, len(s)/2)
	for i := 0; i+1 < len(s); i += 2 {
		units = append(units, uint16(s[i])<<8|uint16(s[i+1]))
	}
	return string(utf16.Decode(units))
}
