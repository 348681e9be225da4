package ingest

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"

	"lacuna/analyzer/ingest/ingesttest"
)

func TestArchiveOfFiles(t *testing.T) {
	data := ingesttest.Zip(
		ingesttest.Part{Name: "b/law.txt", Content: "Article 2. Candles."}, ingesttest.Part{Name: "../../a/law.html", Content: "<html><body>Article 1. Lanterns."},
		ingesttest.Part{Name: "__MACOSX/._law.txt", Content: "x"}, ingesttest.Part{Name: "provenance.json", Content: "{}"}, ingesttest.Part{Name: ".hidden", Content: "x"},
		ingesttest.Part{Name: "c.docx", Content: string(revised())}, ingesttest.Part{Name: "empty.txt"}, ingesttest.Part{Name: "p.png", Content: "\x89PNG\r\n"},
		ingesttest.Part{Name: "z.zip", Content: string(ingesttest.Zip(ingesttest.Part{Name: "in.txt", Content: "x"}))})
	path := filepath.Join(t.TempDir(), "acts.zip")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	list, err := Files(context.Background(), path, Limits{})
	var got []string
	for _, src := range list {
		got = append(got, src.ID+" "+src.Format+" "+strings.TrimPrefix(src.Path, path))
	}
	if want := "a-law.html html /a/law.html|b-law.txt text /b/law.txt|c docx /c.docx"; strings.Join(got, "|") != want {
		t.Errorf("sources %q", got)
	}
	for _, want := range []string{"empty.txt: the file is empty", "p.png: the picture is damaged", "z.zip: this is an archive within an archive"} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("errors %v, without %q", err, want)
		}
	}
	if _, err := File(context.Background(), path, Limits{}); err == nil || !strings.Contains(err.Error(), "archive of 6 files") {
		t.Errorf("an archive read as one text: %v", err)
	}
}

func TestArchiveOfOneFileIsThatFile(t *testing.T) {
	src, err := Read(context.Background(), "law.zip", ingesttest.Zip(ingesttest.Part{Name: "act/law.txt", Content: "Article 1."}), Limits{})
	if err != nil || src.ID != "law" || src.Path != "law.zip/act/law.txt" || src.Format != "text" {
		t.Errorf("source %+v, error %v", src, err)
	}
}

func TestArchivesThatUnpackTooFar(t *testing.T) {
	bomb := strings.Repeat("<w:p/>", 2_000_000)
	for name, data := range map[string][]byte{
		"a text":          ingesttest.Zip(ingesttest.Part{Name: "law.txt", Content: bomb}),
		"an OpenDocument": ingesttest.ODT(bomb, "", ""),
		"a file of Word":  ingesttest.DOCX(bomb),
	} {
		if len(data) > 100_000 {
			t.Fatalf("%s: %d bytes are no bomb", name, len(data))
		}
		_, err := Read(context.Background(), "bomb", data, Limits{Unpacked: 1 << 20})
		var e *Error
		if !errors.As(err, &e) || !strings.Contains(e.Reason, "unpacks to more than the limit") {
			t.Errorf("%s: %v", name, err)
		}
	}
	deep := ingesttest.DOCX(strings.Repeat("<w:sdt><w:sdtContent>", 3000) + strings.Repeat("</w:sdtContent></w:sdt>", 3000))
	if _, err := Read(context.Background(), "deep", deep, Limits{}); err == nil || !strings.Contains(err.Error(), "nests more than") {
		t.Errorf("a deep file: %v", err)
	}
}

func TestDamagedArchives(t *testing.T) {
	whole := revised()
	for i := 4; i < len(whole); i += 97 {
		cut := whole[:i]
		if _, err := Read(context.Background(), "cut.docx", cut, Limits{}); err == nil {
			t.Errorf("a file cut off at %d was read", i)
		}
		bent := bytes.Clone(whole)
		bent[i] ^= 0x55
		_, err := Read(context.Background(), "bent.docx", bent, Limits{})
		var e *Error
		if err != nil && !errors.As(err, &e) {
			t.Errorf("byte %d bent: %v is no *Error", i, err)
		}
	}
}

func TestNamesInArchivesOfOtherSystems(t *testing.T) {
	name, err := charmap.CodePage866.NewEncoder().String("законы/закон.txt")
	if err != nil {
		t.Fatal(err)
	}
	list, err := ReadAll(context.Background(), "acts.zip", ingesttest.Zip(ingesttest.Part{Name: name, Content: "One."}, ingesttest.Part{Name: "a/b-c.txt", Content: "Two."},
		ingesttest.Part{Name: "a-b/c.txt", Content: "Three."}, ingesttest.Part{Name: `a\b\c.txt`, Content: "Four."}), Limits{})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, src := range list {
		got = append(got, src.ID)
	}
	if want := "a-b-c.txt|b-c|a-b-c.txt-2|закон"; strings.Join(got, "|") != want {
		t.Errorf("sources %q, want %s", got, want)
	}
}
