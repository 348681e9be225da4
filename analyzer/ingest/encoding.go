package ingest

import (
	"bytes"
	"fmt"
	"regexp"
	"unicode/utf8"

	gogs "github.com/gogs/chardet"
	wlynxg "github.com/wlynxg/chardet"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"
)

// sure is the confidence below which a second detector is asked.
const sure = 0.5

// declared finds the encoding that a page of HTML names for itself.
var declared = regexp.MustCompile(`(?i)<meta[^>]+charset\s*=\s*["']?\s*([A-Za-z0-9_\-:]+)|<\?xml[^>]+encoding\s*=\s*["']([A-Za-z0-9_\-:]+)`)

// decode returns the data as UTF-8: by its byte order mark, else as UTF-8 if
// it is that, else by the encoding it declares, else by the one it looks like.
// warning is a plain sentence where that was a guess or letters were lost.
func decode(data []byte) (text, warning string) {
	if enc := wide(data); enc != nil {
		return convert(data, enc, "UTF-16")
	}
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	if utf8.Valid(data) {
		return string(data), ""
	}
	if damaged := invalid(data); damaged*1000 < highBytes(data) {
		return string(bytes.ToValidUTF8(data, []byte("\ufffd"))), fmt.Sprintf("%d bytes are not valid UTF-8 and were replaced", damaged)
	}
	if m := declared.FindSubmatch(head(data, 4096)); m != nil {
		name := string(m[1]) + string(m[2])
		if enc, label := charset.Lookup(name); enc != nil && label != "utf-8" {
			return convert(data, enc, label)
		}
	}
	name := detect(data)
	enc, label := charset.Lookup(name)
	if enc == nil {
		enc, label = charset.Lookup("windows-1252")
	}
	text, _ = convert(data, enc, label)
	return text, "the file does not say its encoding; it was read as " + label
}

func convert(data []byte, enc encoding.Encoding, label string) (string, string) {
	out, err := enc.NewDecoder().Bytes(data)
	if err != nil {
		return string(bytes.ToValidUTF8(out, []byte("\ufffd"))), "the file is not wholly " + label + ": " + err.Error()
	}
	return string(out), ""
}

// detect names the encoding that the bytes look like.
func detect(data []byte) string {
	sample := head(data, 256<<10)
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
// zero bytes of plain letters; nil where the data is no UTF-16.
func wide(data []byte) encoding.Encoding {
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		return unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
	}
	var zeros [2]int
	sample := head(data, 4096)
	for i, c := range sample {
		if c == 0 {
			zeros[i%2]++
		}
	}
	n := len(sample) / 2
	switch {
	case n > 4 && zeros[1]*10 > n*3 && zeros[0] == 0:
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case n > 4 && zeros[0]*10 > n*3 && zeros[1] == 0:
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	}
	return nil
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
