package ingest

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"image"
	"image/jpeg"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"lacuna/analyzer/document"
	"lacuna/analyzer/ingest/cache"
	"lacuna/analyzer/ingest/ingesttest"
	"lacuna/analyzer/ingest/pdfium"
)

// harbourPages are the content streams of n pages of a law about harbours.
func harbourPages(n int) []string {
	var pages []string
	for page := range n {
		var b strings.Builder
		for i := range 6 {
			a := page*6 + i + 1
			fmt.Fprintf(&b, "BT /F2 12 Tf 72 %d Td (Article %d. Of harbours) Tj ET\n", 770-90*i, a)
			fmt.Fprintf(&b, "BT /F1 11 Tf 72 %d Td (Whoever moors a ship in the harbour without leave, or) Tj 0 -16 Td (hides it from the harbour master, is fined %d crowns.) Tj ET\n", 750-90*i, a*a)
		}
		pages = append(pages, b.String())
	}
	return pages
}

// photographs draws the pages of a PDF.
func photographs(t *testing.T, data []byte) []*image.Gray {
	t.Helper()
	f, err := pdfium.Open(context.Background(), data, "")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out []*image.Gray
	for i := range f.Count() {
		p, _, err := f.Picture(i + 1)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, p)
	}
	return out
}

// needTesseract skips a test where pictures cannot be read.
func needTesseract(t *testing.T) {
	t.Helper()
	if _, err := exec.LookPath("tesseract"); err != nil {
		t.Skip("tesseract is not installed (Debian: tesseract-ocr)")
	}
	if testing.Short() {
		t.Skip("reading pictures takes seconds")
	}
}

func sameWords(t *testing.T, got, want *document.Source) {
	t.Helper()
	if got.Text != want.Text {
		t.Errorf("text:\n%s\nwant:\n%s", got.Text, want.Text)
	}
}

func TestAScanGivesTheTextOfItsPages(t *testing.T) {
	needTesseract(t)
	native := ingesttest.PDF(harbourPages(3)...)
	want := readPDFBytes(t, native)
	scan := ingesttest.Scan(photographs(t, native)...)
	keep := cache.Folder(filepath.Join(t.TempDir(), "lacuna"))
	src, err := Read(context.Background(), "scan.pdf", scan, Limits{Cache: keep, Language: "en"})
	if err != nil {
		t.Fatal(err)
	}
	sameWords(t, src, want)
	if notes := strings.Join(src.Warnings.English(), "\n"); !strings.Contains(notes, "pages 1 to 3: read by optical character recognition") {
		t.Errorf("notes %q", notes)
	}

	before := kept(t, keep)
	if len(before) != 3 {
		t.Errorf("%d pages are kept, want 3", len(before))
	}
	t.Setenv("PATH", fakeTesseract(t)) // it knows its version and reads nothing
	again, err := Read(context.Background(), "scan.pdf", scan, Limits{Cache: keep, Language: "en"})
	if err != nil {
		t.Fatal(err)
	}
	sameWords(t, again, want)
}

// kept lists the files of the cache for pages.
func kept(t *testing.T, keep cache.Folder) []os.DirEntry {
	t.Helper()
	entries, err := os.ReadDir(filepath.Join(string(keep), "ocr"))
	if err != nil {
		t.Fatal(err)
	}
	return entries
}

// fakeTesseract makes a folder with a program that says the version and languages
// of the real one and fails at reading.
func fakeTesseract(t *testing.T) string {
	t.Helper()
	version, _ := exec.Command("tesseract", "--version").CombinedOutput()
	first, _, _ := strings.Cut(string(version), "\n")
	dir := t.TempDir()
	script := "#!/bin/sh\ncase $1 in --version) echo '" + first + "';; --list-langs) echo eng;; *) exit 1;; esac\n"
	if err := os.WriteFile(filepath.Join(dir, "tesseract"), []byte(script), 0o700); err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestABrokenOffScanGoesOnWhereItStopped(t *testing.T) {
	needTesseract(t)
	native := ingesttest.PDF(harbourPages(5)...)
	scan := ingesttest.Scan(photographs(t, native)...)
	keep := cache.Folder(filepath.Join(t.TempDir(), "lacuna"))
	ctx, cancel := context.WithCancel(context.Background())
	first := Limits{Cache: keep, Language: "en", Progress: func(done, _ int) {
		if done == 2 {
			cancel()
		}
	}}
	if _, err := Read(ctx, "scan.pdf", scan, first); err == nil || !strings.Contains(err.Error(), "broken off") {
		t.Fatalf("broken off: %v", err)
	}
	before := map[string]int64{}
	for _, e := range kept(t, keep) {
		info, err := e.Info()
		if err != nil {
			t.Fatal(err)
		}
		before[e.Name()] = info.ModTime().UnixNano()
	}
	if len(before) < 2 || len(before) == 5 {
		t.Fatalf("%d pages are kept of the run that was broken off", len(before))
	}
	var most atomic.Int64
	second := Limits{Cache: keep, Language: "en", Progress: func(done, _ int) { most.Store(int64(done)) }}
	src, err := Read(context.Background(), "scan.pdf", scan, second)
	if err != nil {
		t.Fatal(err)
	}
	sameWords(t, src, readPDFBytes(t, native))
	if most.Load() != 5 {
		t.Errorf("progress to %d of 5", most.Load())
	}
	for _, e := range kept(t, keep) {
		if info, err := e.Info(); err != nil || before[e.Name()] != 0 && before[e.Name()] != info.ModTime().UnixNano() {
			t.Errorf("a page was read twice (%v)", err)
		}
	}
}

func TestAScanWithoutTesseract(t *testing.T) {
	if testing.Short() {
		t.Skip("starting the second reader takes seconds")
	}
	native := harbourPages(2)
	scan := ingesttest.Scan(photographs(t, ingesttest.PDF(native...))...)
	t.Setenv("PATH", t.TempDir())
	_, err := Read(context.Background(), "scan.pdf", scan, Limits{})
	if err == nil || !strings.HasPrefix(err.Error(), "scan.pdf: ") || !strings.Contains(err.Error(), "apt-get install tesseract") {
		t.Errorf("a scan: %v", err)
	}
	var page bytes.Buffer
	if err := png.Encode(&page, image.NewGray(image.Rect(0, 0, 400, 600))); err != nil {
		t.Fatal(err)
	}
	if _, err = Read(context.Background(), "page.png", page.Bytes(), Limits{}); err == nil || !strings.Contains(err.Error(), "apt-get install tesseract") {
		t.Errorf("a picture: %v", err)
	}
	mixed := ingesttest.PDF(append(native, "q 595 0 0 842 0 0 cm 0 0 m 1 1 l 0 1 l f Q")...)
	src, err := Read(context.Background(), "mixed.pdf", mixed, Limits{})
	if err != nil {
		t.Fatal(err)
	}
	if notes := strings.Join(src.Warnings.English(), "\n"); len(src.EmptyPages) != 1 || !strings.Contains(notes, "page 3: ") || !strings.Contains(notes, "apt-get install tesseract") {
		t.Errorf("one page of a picture: empty %v, notes %q", src.EmptyPages, notes)
	}
}

// TestAScanInALanguageThatTesseractLacks: the note says what is to be installed, and
// where the language is known by the user alone as well.
func TestAScanInALanguageThatTesseractLacks(t *testing.T) {
	needTesseract(t)
	packs, err := exec.Command("tesseract", "--list-langs").CombinedOutput()
	if err != nil || strings.Contains(string(packs), "dan") || !strings.Contains(string(packs), "eng") {
		t.Skip("tesseract must know English and not Danish")
	}
	scan := ingesttest.Scan(photographs(t, ingesttest.PDF(harbourPages(1)...))...)
	for language, want := range map[string]bool{"da": true, "en": false, "": false} {
		src, err := Read(context.Background(), "scan.pdf", scan, Limits{Language: language})
		if err != nil {
			t.Fatal(err)
		}
		if notes := strings.Join(src.Warnings.English(), "\n"); strings.Contains(notes, "apt-get install tesseract-ocr-dan") != want {
			t.Errorf("language %q: notes %q", language, notes)
		}
	}
}

func TestPicturesAreRead(t *testing.T) {
	needTesseract(t)
	native := ingesttest.PDF(harbourPages(2)...)
	want := readPDFBytes(t, native)
	drawn := photographs(t, native)
	folder := t.TempDir()
	for i, write := range []func(*bytes.Buffer, image.Image) error{
		func(b *bytes.Buffer, p image.Image) error { return png.Encode(b, p) },
		func(b *bytes.Buffer, p image.Image) error { return jpeg.Encode(b, p, &jpeg.Options{Quality: 80}) },
	} {
		var b bytes.Buffer
		if err := write(&b, drawn[i]); err != nil {
			t.Fatal(err)
		}
		name := []string{"page-9.png", "page-10.jpg"}[i]
		if err := os.WriteFile(filepath.Join(folder, name), b.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	list, err := Files(context.Background(), folder, Limits{Language: "en"})
	if err != nil {
		t.Fatal(err)
	}
	sameWords(t, list[0], want)
	if list[0].Format != "image" || len(list[0].Pages) != 2 {
		t.Errorf("format %s, %d pages", list[0].Format, len(list[0].Pages))
	}
	src, err := Read(context.Background(), "law.tif", tiffOf(drawn...), Limits{Language: "en"})
	if err != nil {
		t.Fatal(err)
	}
	sameWords(t, src, want)
}

// tiffOf writes pictures as one TIFF file, unpacked.
func tiffOf(pages ...*image.Gray) []byte {
	out := []byte("II*\x00\x00\x00\x00\x00")
	link := 4 // where the place of the next description is written
	for _, p := range pages {
		strip := uint32(len(out))
		for y := range p.Rect.Dy() {
			out = append(out, p.Pix[y*p.Stride:y*p.Stride+p.Rect.Dx()]...)
		}
		out = append(out, make([]byte, len(out)%2)...)
		binary.LittleEndian.PutUint32(out[link:], uint32(len(out)))
		w, h := uint32(p.Rect.Dx()), uint32(p.Rect.Dy())
		fields := [][2]uint32{{256, w}, {257, h}, {258, 8}, {259, 1}, {262, 1}, {273, strip}, {277, 1}, {278, h}, {279, w * h}}
		out = binary.LittleEndian.AppendUint16(out, uint16(len(fields)))
		for _, f := range fields {
			out = binary.LittleEndian.AppendUint16(out, uint16(f[0]))
			out = binary.LittleEndian.AppendUint16(out, 4)
			out = binary.LittleEndian.AppendUint32(out, 1)
			out = binary.LittleEndian.AppendUint32(out, f[1])
		}
		link = len(out)
		out = append(out, 0, 0, 0, 0)
	}
	return out
}

func TestBadPictures(t *testing.T) {
	for name, data := range map[string][]byte{
		"gif":     []byte("GIF89a" + strings.Repeat("x", 100)),
		"png":     []byte("\x89PNG\r\n\x1a\n" + strings.Repeat("x", 100)),
		"tiff":    []byte("II*\x00\x08\x00\x00\x00" + strings.Repeat("\xff", 100)),
		"looping": []byte("II*\x00\x08\x00\x00\x00\x00\x00\x08\x00\x00\x00" + strings.Repeat("\x00", 100)),
	} {
		for _, f := range frames(data) {
			if f.check() == nil {
				t.Errorf("%s: no error", name)
			}
		}
	}
}

func TestPagesOfAFolderComeInTheOrderOfTheirNumbers(t *testing.T) {
	folder := t.TempDir()
	write := func(name string) {
		if err := os.WriteFile(filepath.Join(folder, name), []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if IsPictures(folder) {
		t.Error("an empty folder")
	}
	for _, name := range []string{"p10.png", "p9.PNG", "p1.tif", "p010b.jpg", ".hidden", "provenance.json"} {
		write(name)
	}
	if names, err := pictureNames(folder); err != nil || strings.Join(names, " ") != "p1.tif p9.PNG p10.png p010b.jpg" {
		t.Errorf("order %v, %v", names, err)
	}
	write("law.pdf")
	if IsPictures(folder) {
		t.Error("a folder with a text among its pictures is taken as one text")
	}
	_, err := Files(context.Background(), folder, Limits{})
	var e *Error
	if !errors.As(err, &e) || e.Reason != "this is a folder, not a file" {
		t.Errorf("read as a file: %v", err)
	}
}
