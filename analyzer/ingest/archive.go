package ingest

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
	"unicode/utf8"
)

var errUnpacked = errors.New("the file unpacks to more than the limit")

// archive is an open ZIP file whose parts may not unpack to more than a limit.
type archive struct {
	parts map[string]*zip.File
	files []*zip.File // in the archive's own order
	room  int64       // bytes that may still be unpacked
	limit int64
	depth int // of the elements in its parts of XML
}

// openArchive opens a ZIP file. The limits bound how many files it holds and
// the bytes that all of them may unpack to, together.
func openArchive(data []byte, lim Limits) (*archive, error) {
	lim = lim.OrDefault()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	switch {
	case errors.Is(err, zip.ErrInsecurePath): // names are only ever looked up, never written to
	case err != nil:
		return nil, fmt.Errorf("the file is damaged: it is no whole ZIP archive (%w)", err)
	}
	if len(z.File) > lim.Entries {
		return nil, fmt.Errorf("the archive holds %d files, more than the limit of %d", len(z.File), lim.Entries)
	}
	a := &archive{parts: map[string]*zip.File{}, files: z.File, room: lim.Unpacked, limit: lim.Unpacked, depth: lim.Depth}
	for _, f := range z.File {
		if name := cleanName(f.Name); a.parts[name] == nil {
			a.parts[name] = f
		}
	}
	return a, nil
}

// cleanName is the name of a part without leading slashes and ways upwards. One
// that is not UTF-8 is read in the encoding that its letters fit.
func cleanName(name string) string {
	if !utf8.ValidString(name) {
		name, _ = decode([]byte(name))
	}
	name = strings.ReplaceAll(name, `\`, "/")
	return strings.TrimPrefix(path.Clean("/"+name), "/")
}

func (a *archive) has(name string) bool { return a.parts[name] != nil }

// read unpacks a part; nil where the archive does not hold it.
func (a *archive) read(name string) ([]byte, error) {
	f := a.parts[name]
	if f == nil {
		return nil, nil
	}
	return a.unpack(f)
}

func (a *archive) unpack(f *zip.File) ([]byte, error) {
	name := cleanName(f.Name)
	if f.Flags&1 != 0 {
		return nil, fmt.Errorf("%s is protected by a password", name)
	}
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("%s inside the file is damaged: %w", name, err)
	}
	defer r.Close()
	data, err := io.ReadAll(io.LimitReader(r, a.room+1))
	if int64(len(data)) > a.room {
		return nil, fmt.Errorf("%w of %d bytes", errUnpacked, a.limit)
	}
	if err != nil {
		return nil, fmt.Errorf("%s inside the file is damaged: %w", name, err)
	}
	a.room -= int64(len(data))
	return data, nil
}

// tree unpacks a part and reads it as XML; nil where the archive does not hold it.
func (a *archive) tree(name string) (*node, error) {
	data, err := a.read(name)
	if data == nil || err != nil {
		return nil, err
	}
	root, err := parseXML(data, a.depth)
	if err != nil {
		return nil, fmt.Errorf("%s inside the file is damaged: %w", name, err)
	}
	return root, nil
}

// zipKinds are the kinds of files that are ZIP archives inside: what part
// gives them away, in the order in which they are tried.
var zipKinds = []struct{ kind, part, content string }{
	{"docx", "word/document.xml", ""},
	{"odt", "mimetype", "opendocument.text"},
	{"workbook", "xl/workbook.xml", ""},
	{"workbook", "mimetype", "opendocument.spreadsheet"},
	{"slides", "ppt/presentation.xml", ""},
	{"slides", "mimetype", "opendocument.presentation"},
	{"docx", "[Content_Types].xml", "wordprocessingml"},
	{"epub", "mimetype", "epub"},
}

// zipKind names what kind of file a ZIP archive is: "zip" where it is only an archive.
func zipKind(data []byte) string {
	if !bytes.HasPrefix(data, []byte("PK\x03\x04")) && !bytes.HasPrefix(data, []byte("PK\x05\x06")) {
		return ""
	}
	a, err := openArchive(data, Limits{Unpacked: 1 << 20})
	if err != nil {
		return "zip"
	}
	for _, k := range zipKinds {
		if !a.has(k.part) {
			continue
		}
		if k.content == "" {
			return k.kind
		}
		if content, _ := a.read(k.part); strings.Contains(string(content), k.content) {
			return k.kind
		}
	}
	return "zip"
}

func isZip(kind string) func([]byte) bool {
	return func(data []byte) bool { return zipKind(data) == kind }
}
