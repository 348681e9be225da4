package ingest

import (
	"bytes"
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"strings"
	"unicode/utf8"

	"lacuna/analyzer/document"
	"lacuna/analyzer/ingest/lazy"
)

var mimeHead = lazy.Pattern(`(?i)^(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*content-type:\s*multipart/related`)

// isMHTML reports whether the data is a page of HTML saved with its pictures in one file.
func isMHTML(data []byte) bool { return mimeHead().Match(unmarked(head(data, 8<<10))) }

// readMHTML reads the page in a file that browsers save as one (.mht).
func readMHTML(ctx context.Context, in input) (*document.Source, error) {
	m, err := mail.ReadMessage(bytes.NewReader(bytes.TrimLeft(in.data, "\r\n \t")))
	if err != nil {
		return nil, fmt.Errorf("the saved page is damaged: %w", err)
	}
	_, params, err := mime.ParseMediaType(m.Header.Get("Content-Type"))
	if err != nil {
		return nil, fmt.Errorf("the saved page is damaged: %w", err)
	}
	parts := multipart.NewReader(m.Body, params["boundary"])
	for ctx.Err() == nil {
		p, err := parts.NextRawPart()
		if err != nil {
			break
		}
		kind, attributes, _ := mime.ParseMediaType(p.Header.Get("Content-Type"))
		if kind != "text/html" && kind != "application/xhtml+xml" {
			continue
		}
		data, err := io.ReadAll(io.LimitReader(decoded(p, p.Header.Get("Content-Transfer-Encoding")), in.limits.Unpacked))
		if err != nil {
			return nil, fmt.Errorf("the saved page is damaged: %w", err)
		}
		if enc := encodingOf(attributes["charset"]); enc != nil && !utf8.Valid(data) {
			text, _ := convert(data, enc, attributes["charset"])
			data = []byte(text)
		}
		return readHTML(ctx, input{data, in.limits, in.clock})
	}
	return nil, errors.New("there is no page of HTML in the file")
}

// decoded undoes the encoding in which mail carries bytes.
func decoded(r io.Reader, encoding string) io.Reader {
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "quoted-printable":
		return quotedprintable.NewReader(r)
	case "base64":
		return base64.NewDecoder(base64.StdEncoding, r)
	}
	return r
}
