package ingest

import (
	"bytes"
	"slices"
	"strconv"
	"unicode/utf8"

	gogs "github.com/gogs/chardet"
	wlynxg "github.com/wlynxg/chardet"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"

	"lacuna/analyzer/ingest/lazy"
	"lacuna/analyzer/message"
)

// sure is the confidence below which a second detector is asked.
const sure = 0.5

// declared finds the encoding that a page of HTML names for itself.
var declared = lazy.Pattern(`(?i)<meta[^>]+charset\s*=\s*["']?\s*([A-Za-z0-9_\-:]+)|<\?xml[^>]+encoding\s*=\s*["']([A-Za-z0-9_\-:]+)`)

// decode returns the data as UTF-8: by its byte order mark, else as UTF-8 if
// it is that, else by the encoding it declares, else by the one it looks like.
// warning says where that was a guess or letters were lost; else it is empty.
func decode(data []byte) (text string, warning message.Sentences) {
	if enc := wide(data); enc != nil {
		return convert(data, enc, "UTF-16")
	}
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	if bytes.Contains(data, []byte("\x1b$")) { // it shifts between alphabets of seven bits
		return convert(data, encodingOf("iso-2022-jp"), "iso-2022-jp")
	}
	if utf8.Valid(data) {
		return string(data), nil
	}
	if damaged := invalid(data); damaged*1000 < highBytes(data) {
		return string(bytes.ToValidUTF8(data, []byte("\ufffd"))), message.Sentences{message.Say("bytes-replaced", "n", strconv.Itoa(damaged))}
	}
	if m := declared().FindSubmatch(head(data, 4096)); m != nil {
		name := string(m[1]) + string(m[2])
		if enc, label := charset.Lookup(name); enc != nil && label != "utf-8" {
			if other := overruling(data, label); other != "" {
				text, _ = convert(data, encodingOf(other), other)
				return text, message.Sentences{message.Say("encoding-overrule", "name", name, "other", other)}
			}
			return convert(data, enc, label)
		}
	}
	name := detect(data)
	enc := encodingOf(name)
	if enc == nil {
		name = "windows-1252"
		enc = encodingOf(name)
	}
	text, _ = convert(data, enc, name)
	return text, message.Sentences{message.Say("encoding-guessed", "name", name)}
}

// overruling returns the encoding in which the bytes surely make words, where
// they make none in the one that the file declares; "" else.
func overruling(data []byte, declared string) string {
	sample := head(data, 256<<10)
	best, own, label, known := proved, 0.0, "", false
	for _, a := range byteAlphabets {
		score := a.fit(sample)
		if a.label == declared {
			own, known = max(own, score), true
		} else if score > best {
			best, label = score, a.label
		}
	}
	if !known || best < own+0.2 {
		return ""
	}
	return label
}

func convert(data []byte, enc encoding.Encoding, label string) (string, message.Sentences) {
	out, err := enc.NewDecoder().Bytes(data)
	if err != nil {
		return string(bytes.ToValidUTF8(out, []byte("\ufffd"))), message.Sentences{message.Say("encoding-damaged", "name", label, "error", err.Error())}
	}
	return string(out), nil
}

// detect names the encoding that the bytes look like.
func detect(data []byte) string {
	sample := head(data, 256<<10)
	if label := byLetters(sample); label != "" {
		return label
	}
	r := wlynxg.Detect(sample)
	if r.Confidence >= sure && r.Encoding != "" {
		return r.Encoding
	}
	if best, err := gogs.NewTextDetector().DetectBest(sample); err == nil {
		return best.Charset
	}
	return r.Encoding
}

// invalid counts the bytes that are not part of valid UTF-8.
func invalid(data []byte) int {
	n := 0
	for len(data) > 0 {
		r, size := utf8.DecodeRune(data)
		if r == utf8.RuneError && size == 1 {
			n++
		}
		data = data[size:]
	}
	return n
}

func highBytes(data []byte) int {
	n := 0
	for _, c := range data {
		if c >= 0x80 {
			n++
		}
	}
	return n
}

// wide returns the decoder of UTF-16 data, by its byte order mark or by the
// rows of Unicode it uses; nil where the data is no UTF-16.
func wide(data []byte) encoding.Encoding {
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		return unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
	}
	sample := head(data, 4096)
	for half, enc := range []encoding.Encoding{unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)} {
		if fewRows(sample, half) || eastAsian(sample, half) {
			return enc
		}
	}
	return nil
}

// eastAsian reports whether the data is UTF-16 of a text in Chinese, Japanese or
// Korean: nearly all of its letters are of these scripts or plain ones. half is
// the place of the byte that tells the row. Other encodings have no zero bytes.
func eastAsian(data []byte, half int) bool {
	good, n := 0, len(data)/2
	for i := range n {
		r := rune(data[2*i+half])<<8 | rune(data[2*i+1-half])
		switch {
		case r == '\n' || r == '\r' || r == '\t' || r >= ' ' && r <= '~',
			r >= 0x2010 && r <= 0x206f, r >= 0x3000 && r <= 0x30ff, r >= 0x4e00 && r <= 0x9fff, r >= 0xac00 && r <= 0xd7a3, r >= 0xff00 && r <= 0xffef:
			good++
		}
	}
	return n > 4 && good*20 >= n*19 && bytes.IndexByte(data, 0) >= 0
}

// fewRows reports whether every other byte of the data, beginning with the
// first or the second, tells rows of Unicode apart, as in UTF-16: the row of
// spaces and plain letters is among them, there are few others, and none of
// the bytes between is zero.
func fewRows(data []byte, half int) bool {
	var rows [256]int
	n := len(data) / 2
	for i := range n {
		rows[data[2*i+half]]++
		if data[2*i+1-half] == 0 {
			return false
		}
	}
	plain := rows[0]
	slices.Sort(rows[:])
	return n > 4 && plain*50 > n && (rows[255]+rows[254]+rows[253])*20 >= n*19
}

// narrowed returns the data with UTF-16 turned to UTF-8, for sniffing.
func narrowed(data []byte) []byte {
	enc := wide(data)
	if enc == nil {
		return data
	}
	out, _ := enc.NewDecoder().Bytes(data[:len(data)&^1])
	return out
}
