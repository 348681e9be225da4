package ingest

import (
	"bytes"

	"lacuna/analyzer/ingest/lazy"
)

func magic(prefix string) func([]byte) bool {
	return func(data []byte) bool { return bytes.HasPrefix(data, []byte(prefix)) }
}

func magicWithin(mark string, limit int) func([]byte) bool {
	return func(data []byte) bool { return bytes.Contains(head(data, limit), []byte(mark)) }
}

func head(data []byte, n int) []byte { return data[:min(n, len(data))] }

// images are the first bytes of picture files.
var images = []string{"\x89PNG", "\xff\xd8\xff", "GIF8", "II*\x00", "MM\x00*", "BM\x00", "RIFF"}

func isImage(data []byte) bool {
	for _, m := range images {
		if bytes.HasPrefix(data, []byte(m)) {
			return true
		}
	}
	return false
}

// isBinary reports whether the data cannot be text in any encoding: control
// bytes that no text has, and no sign of UTF-16.
func isBinary(data []byte) bool {
	sample := head(data, 64<<10)
	if wide(sample) != nil {
		return false
	}
	odd := 0
	for _, c := range sample {
		if c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1b || c == 0x7f {
			odd++
		}
	}
	return odd*100 > len(sample)
}

var (
	htmlSign = lazy.Pattern(`(?i)<(?:!doctype html|html|head|body|title|p|div|table|h[1-6]|br)\b[^>]*>`)
	atxLine  = lazy.Pattern(`(?m)^#{1,6} +\S`)
	boldLine = lazy.Pattern(`(?m)^(?:\*\*|__)\S[^\n]*(?:\*\*|__)`)
	linkSign = lazy.Pattern(`\]\((?:https?:|/|#)[^)\s]+\)`)
	ruleLine = lazy.Pattern(`^(?:---|\+\+\+)\r?\n`)
)

// isHTML reports whether the data opens as a page of HTML does, or holds many of its tags.
func isHTML(data []byte) bool {
	sample := unmarked(head(data, 32<<10))
	if bytes.HasPrefix(sample, []byte("<?xml")) && !bytes.Contains(bytes.ToLower(head(sample, 1024)), []byte("<html")) {
		return false
	}
	start := htmlSign().FindIndex(sample)
	if start == nil {
		return false
	}
	opens := bytes.HasPrefix(sample, []byte("<"))
	return opens || len(htmlSign().FindAllIndex(sample, 40)) >= 20 && len(atxLine().FindAllIndex(sample, 3)) < 3
}

func isXML(data []byte) bool { return bytes.HasPrefix(unmarked(head(data, 1024)), []byte("<?xml")) }

// unmarked returns the data as UTF-8 without byte order mark and white space
// at its start, for sniffing.
func unmarked(data []byte) []byte {
	return bytes.TrimSpace(bytes.TrimPrefix(bytes.TrimSpace(narrowed(data)), []byte("\xef\xbb\xbf")))
}

// isMarkdown reports whether the data has headings, bold lines or links as Markdown writes them.
func isMarkdown(data []byte) bool {
	sample := narrowed(head(data, 256<<10))
	if atxLine().Match(sample) && (ruleLine().Match(sample) || len(atxLine().FindAllIndex(sample, 2)) == 2) {
		return true
	}
	return atxLine().Match(sample) && bytes.HasPrefix(bytes.TrimSpace(sample), []byte("#")) ||
		len(boldLine().FindAllIndex(sample, 3)) == 3 || len(linkSign().FindAllIndex(sample, 3)) == 3
}
