package ocr

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"os"
	"runtime"
	"slices"
	"strings"
	"time"

	"lacuna/analyzer/ingest/pdf"
	"lacuna/analyzer/ingest/program"
)

// PageTime bounds how long the program may work on one picture.
const PageTime = 3 * time.Minute

// packs are the names that the program gives to languages, by ISO 639-1.
var packs = map[string]string{
	"am": "amh", "ar": "ara", "az": "aze", "be": "bel", "bg": "bul", "bn": "ben", "bs": "bos", "ca": "cat", "cs": "ces", "da": "dan",
	"de": "deu", "el": "ell", "en": "eng", "es": "spa", "et": "est", "fa": "fas", "fi": "fin", "fr": "fra", "he": "heb", "hi": "hin",
	"hr": "hrv", "hu": "hun", "hy": "hye", "id": "ind", "is": "isl", "it": "ita", "ka": "kat", "kk": "kaz", "km": "khm", "ky": "kir",
	"lo": "lao", "lt": "lit", "lv": "lav", "mk": "mkd", "mn": "mon", "ms": "msa", "mt": "mlt", "my": "mya", "ne": "nep", "nl": "nld",
	"no": "nor", "pl": "pol", "pt": "por", "ro": "ron", "ru": "rus", "si": "sin", "sk": "slk", "sl": "slv", "sq": "sqi", "sr": "srp",
	"sv": "swe", "sw": "swa", "ta": "tam", "tg": "tgk", "th": "tha", "tr": "tur", "uk": "ukr", "ur": "urd", "uz": "uzb", "vi": "vie",
}

// tesseract is the program that is installed.
type tesseract struct {
	path      string
	version   string
	languages []string // its names of languages, sorted
}

// find looks for the program, and for the languages that it can read.
func find(ctx context.Context) (*tesseract, error) {
	t := &tesseract{path: program.First("tesseract")}
	if t.path == "" {
		return nil, pdf.ErrMissing
	}
	out, said, err := t.run(ctx, nil, "--version")
	if err != nil {
		return nil, fmt.Errorf("tesseract does not run: %w", err)
	}
	version, _, _ := strings.Cut(string(append(out, said...)), "\n")
	t.version = strings.TrimSpace(version)
	out, _, err = t.run(ctx, nil, "--list-langs")
	if err != nil {
		return nil, fmt.Errorf("tesseract does not list its languages: %w", err)
	}
	for _, name := range strings.Fields(string(out)) {
		if known(name) {
			t.languages = append(t.languages, name)
		}
	}
	if len(t.languages) == 0 {
		return nil, errors.New("tesseract is installed without languages; on Debian and Ubuntu: apt-get install tesseract-ocr-eng")
	}
	slices.Sort(t.languages)
	return t, nil
}

func known(pack string) bool {
	for _, p := range packs {
		if p == pack {
			return true
		}
	}
	return false
}

// run runs the program in one thread: pages are read side by side instead.
func (t *tesseract) run(ctx context.Context, stdin []byte, args ...string) (out, said []byte, err error) {
	env := []string{"OMP_THREAD_LIMIT=1"}
	if dir := os.Getenv("TESSDATA_PREFIX"); dir != "" {
		env = append(env, "TESSDATA_PREFIX="+dir)
	}
	return program.Run(ctx, os.TempDir(), stdin, env, t.path, args...)
}

// slots bounds how many pictures are read at the same time, whichever files they are of.
var slots = make(chan struct{}, runtime.GOMAXPROCS(0))

// layout tells the program that it sees one column of text of various sizes.
const layout = "4"

// read reads the words of a picture.
func (t *tesseract) read(ctx context.Context, page *image.Gray, dpi int, language string) ([]word, error) {
	slots <- struct{}{}
	defer func() { <-slots }()
	ctx, cancel := context.WithTimeout(ctx, PageTime)
	defer cancel()
	out, said, err := t.run(ctx, portable(page), "-", "-", "--dpi", fmt.Sprint(dpi), "--psm", layout, "-l", language, "tsv")
	if err != nil {
		said, _, _ = bytes.Cut(bytes.TrimSpace(said), []byte("\n"))
		return nil, fmt.Errorf("tesseract gave up on it: %w (%s)", err, said)
	}
	return parse(out), nil
}

// portable writes a picture as a portable greymap, which costs no packing; the
// program gets it through a pipe, and nothing is written to a disk.
func portable(page *image.Gray) []byte {
	b := page.Bounds()
	out := fmt.Appendf(make([]byte, 0, b.Dx()*b.Dy()+32), "P5\n%d %d\n255\n", b.Dx(), b.Dy())
	for y := range b.Dy() {
		out = append(out, page.Pix[y*page.Stride:y*page.Stride+b.Dx()]...)
	}
	return out
}
