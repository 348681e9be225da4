package ingest

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"lacuna/analyzer/document"
	"lacuna/analyzer/ingest/program"
	"lacuna/analyzer/message"
)

// oleMagic opens the files of Office before 2007, and protected ones of today.
const oleMagic = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

// readDOC reads an old file of Word through a program that is installed.
func readDOC(ctx context.Context, in input) (*document.Source, error) {
	switch {
	case holdsStream(in.data, "EncryptedPackage"):
		return nil, errors.New("the file is protected by a password")
	case !holdsStream(in.data, "WordDocument"):
		return nil, errors.New("the file is an old Office file, but none of Word; save it as PDF or text")
	}
	dir, err := os.MkdirTemp("", "lacuna-doc-") // for its owner alone
	if err != nil {
		return nil, fmt.Errorf("there is no room for the work on a .doc file: %w", err)
	}
	defer os.RemoveAll(dir)
	path := filepath.Join(dir, "law.doc")
	if err := os.WriteFile(path, in.data, 0o600); err != nil {
		return nil, fmt.Errorf("there is no room for the work on a .doc file: %w", err)
	}
	if office := program.First("soffice", "libreoffice"); office != "" {
		return throughOffice(ctx, in, office, dir, path)
	}
	if antiword := program.First("antiword"); antiword != "" {
		text, _, err := program.Run(ctx, dir, nil, nil, antiword, "-m", "UTF-8.txt", "-w", "0", path)
		if err != nil {
			return nil, fmt.Errorf("antiword could not read the file: %w", err)
		}
		src, err := readText(ctx, input{data: text, limits: in.limits})
		if err != nil {
			return nil, err
		}
		src.Warnings = append(src.Warnings, message.Say("by-antiword"))
		return src, nil
	}
	return nil, errors.New("old Word files (.doc) are read through LibreOffice or antiword, and neither is installed; install one of them, or save the file as DOCX or PDF")
}

// throughOffice has LibreOffice write the file anew, as one of today's Word.
func throughOffice(ctx context.Context, in input, office, dir, path string) (*document.Source, error) {
	profile := "-env:UserInstallation=file://" + filepath.ToSlash(filepath.Join(dir, "profile"))
	_, said, err := program.Run(ctx, dir, nil, nil, office, profile, "--headless", "--norestore", "--nodefault", "--convert-to", "docx", "--outdir", dir, path)
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	data, readErr := os.ReadFile(strings.TrimSuffix(path, ".doc") + ".docx")
	if err != nil || readErr != nil {
		return nil, fmt.Errorf("LibreOffice could not read the file: %s", strings.TrimSpace(string(head(bytes.ToValidUTF8(said, nil), 300))))
	}
	in.data = data
	src, err := readDOCX(ctx, in)
	if err != nil {
		return nil, err
	}
	src.Warnings = append(src.Warnings, message.Say("by-libreoffice"))
	return src, nil
}

// holdsStream reports whether an old Office file has a part of a name.
func holdsStream(data []byte, name string) bool {
	var wideName []byte
	for i := range len(name) {
		wideName = append(wideName, name[i], 0)
	}
	return bytes.Contains(data, wideName)
}
