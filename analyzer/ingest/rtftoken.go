package ingest

import (
	"strconv"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
)

// rtfKind is a kind of token.
type rtfKind uint8

const (
	rtfOpen   rtfKind = iota // {
	rtfClose                 // }
	rtfWord                  // \word, \word12
	rtfSymbol                // \~
	rtfByte                  // \'e9, or a byte of text
	rtfEnd
)

// rtfToken is one token of an RTF file.
type rtfToken struct {
	kind  rtfKind
	word  string
	value int  // of a word's number, or the byte
	given bool // the word has a number
}

// rtfLexer cuts an RTF file into tokens.
type rtfLexer struct {
	data []byte
	at   int
}

func (l *rtfLexer) next() rtfToken {
	for l.at < len(l.data) && (l.data[l.at] == '\r' || l.data[l.at] == '\n' || l.data[l.at] == 0) {
		l.at++
	}
	if l.at >= len(l.data) {
		return rtfToken{kind: rtfEnd}
	}
	c := l.data[l.at]
	l.at++
	switch c {
	case '{':
		return rtfToken{kind: rtfOpen}
	case '}':
		return rtfToken{kind: rtfClose}
	case '\\':
		return l.control()
	}
	return rtfToken{kind: rtfByte, value: int(c)}
}

// control reads what stands behind a backslash.
func (l *rtfLexer) control() rtfToken {
	if l.at >= len(l.data) {
		return rtfToken{kind: rtfEnd}
	}
	c := l.data[l.at]
	if !isASCIILetter(c) {
		l.at++
		if c == '\'' && l.at+2 <= len(l.data) {
			if v, err := strconv.ParseUint(string(l.data[l.at:l.at+2]), 16, 8); err == nil {
				l.at += 2
				return rtfToken{kind: rtfByte, value: int(v)}
			}
		}
		return rtfToken{kind: rtfSymbol, word: string(rune(c))}
	}
	start := l.at
	for l.at < len(l.data) && isASCIILetter(l.data[l.at]) && l.at-start < 40 {
		l.at++
	}
	t := rtfToken{kind: rtfWord, word: string(l.data[start:l.at])}
	start = l.at
	if l.at < len(l.data) && l.data[l.at] == '-' {
		l.at++
	}
	for l.at < len(l.data) && l.data[l.at] >= '0' && l.data[l.at] <= '9' && l.at-start < 12 {
		l.at++
	}
	if v, err := strconv.Atoi(string(l.data[start:l.at])); err == nil {
		t.value, t.given = v, true
	}
	if l.at < len(l.data) && l.data[l.at] == ' ' {
		l.at++
	}
	if t.word == "bin" { // raw bytes of a picture
		l.at = min(l.at+max(t.value, 0), len(l.data))
	}
	return t
}

func isASCIILetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }

// fontPages are the code pages of the character sets that fonts name.
var fontPages = map[int]int{
	2:  symbolPage,
	77: 10000, 128: 932, 129: 949, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258, 177: 1255, 178: 1256, 186: 1257,
	204: 1251, 222: 874, 238: 1250, 255: 437,
}

// symbolPage stands for fonts of signs.
const symbolPage = 42

// codePage returns the encoding of a code page of Windows, cp1252 where it is unknown.
func codePage(n int) encoding.Encoding {
	names := map[int]string{932: "shift_jis", 936: "gbk", 949: "euc-kr", 950: "big5", 10000: "macintosh", 65001: "utf-8", 20866: "koi8-r", 866: "ibm866", 10007: "x-mac-cyrillic"}
	switch n {
	case 437:
		return charmap.CodePage437
	case 850:
		return charmap.CodePage850
	case 852:
		return charmap.CodePage852
	}
	name, ok := names[n]
	if !ok {
		name = "windows-" + strconv.Itoa(n)
	}
	if enc, _ := charset.Lookup(name); enc != nil {
		return enc
	}
	return charmap.Windows1252
}
