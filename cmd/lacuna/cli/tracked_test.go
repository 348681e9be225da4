package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"lacuna/analyzer/ingest/ingesttest"
)

// Runs and paragraphs of a draft on which three people worked.
func stays(s string) string { return `<w:r><w:t xml:space="preserve">` + s + `</w:t></w:r>` }

var revisionIDs int

// changedBy marks content as one person's change: ins, del, moveFrom or moveTo.
func changedBy(kind, author, s string) string {
	revisionIDs++
	text := `<w:r><w:t xml:space="preserve">` + s + `</w:t></w:r>`
	if kind == "del" {
		text = `<w:r><w:delText xml:space="preserve">` + s + `</w:delText></w:r>`
	}
	return fmt.Sprintf(`<w:%s w:id="%d" w:author="%s" w:date="2026-03-0%dT10:00:00Z">%s</w:%s>`, kind, revisionIDs, author, len(author)%9, text, kind)
}

// para is a paragraph; mark says that its end is a change of that kind by that person.
func para(content string, mark ...string) string {
	props := ""
	if len(mark) == 2 {
		revisionIDs++
		props = fmt.Sprintf(`<w:pPr><w:rPr><w:%s w:id="%d" w:author="%s" w:date="2026-03-0%dT10:00:00Z"/></w:rPr></w:pPr>`, mark[0], revisionIDs, mark[1], len(mark[1])%9)
	}
	return `<w:p>` + props + content + `</w:p>`
}

// trackedDraft is a law on which Ada, Benno and Cecily worked: acts, means and a
// paragraph struck, a penalty cut, an article moved, two paragraphs joined.
func trackedDraft() []byte {
	heading := func(s string) string { return para(stays(s)) }
	return ingesttest.DOCX(
		heading("Article 1. Jurisdiction") +
			para(stays("(1) This Code applies to offences committed in the territory of Valmora.")) +
			para(changedBy("del", "Benno", "(2) It applies to offences committed on board a ship that flies the flag of Valmora."), "del", "Benno") +
			heading("Article 2. Child pornography") +
			para(stays("Whoever produces, distributes, ")+changedBy("del", "Ada", "imports, ")+stays("exports, offers or sells child pornography shall be punished with imprisonment of two to ")+
				changedBy("del", "Benno", "eight")+changedBy("ins", "Benno", "five")+stays(" years.")) +
			heading("Article 3. Child prostitution") +
			para(stays("Whoever ")+changedBy("ins", "Cecily", "by force or threats ")+stays("procures a child for prostitution shall be punished with imprisonment of three to ten years.")) +
			para(changedBy("moveFrom", "Ada", "Article 4. Theft"), "moveFrom", "Ada") +
			para(changedBy("moveFrom", "Ada", "Whoever takes a movable thing of another in order to keep it shall be punished with imprisonment of up to three years."), "moveFrom", "Ada") +
			heading("Article 5. Paying client") +
			para(stays("Whoever in return for money obtains sexual services from a child shall be punished with imprisonment of up to five years."), "del", "Cecily") +
			para(stays(" The attempt is punishable.")) +
			heading("Article 6. Arson") +
			para(stays("Whoever sets fire to a house shall be punished with imprisonment of three to ten years.")) +
			para(changedBy("moveTo", "Ada", "Article 7. Theft"), "moveTo", "Ada") +
			para(changedBy("moveTo", "Ada", "Whoever takes a movable thing of another in order to keep it shall be punished with imprisonment of up to three years."), "moveTo", "Ada") +
			heading("Article 8. Entry into force") + para(stays("This Code enters into force on 1 January 2027.")))
}

// traced runs lacuna diff on one file and lists its changes with those who made
// them: "lost 4.1/ship: Benno".
func traced(t *testing.T, name string, data []byte) []string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	var stdout, stderr bytes.Buffer
	if code := Run([]string{"diff", path, "--format", "json", "--language", "en"}, strings.NewReader(""), &stdout, &stderr); code != 0 {
		t.Fatalf("exit %d: %s", code, &stderr)
	}
	var out struct {
		Changes []struct {
			Kind, Item string
			Elements   []string
			What       []string
			Revisions  []struct {
				Number             int
				Author, Date, Text string
			}
		}
	}
	if err := json.Unmarshal(stdout.Bytes(), &out); err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, c := range out.Changes {
		var who []string
		for _, r := range c.Revisions {
			if r.Number == 0 || r.Text == "" || !strings.HasPrefix(r.Date, "2026-03-0") {
				t.Errorf("%s: a revision lacks its number, words or date: %+v", c.Item, r)
			}
			who = append(who, r.Author)
		}
		slices.Sort(who)
		list = append(list, fmt.Sprintf("%s %s/%s: %s", c.Kind, c.Item, strings.Join(c.Elements, ","), strings.Join(slices.Compact(who), ",")))
	}
	return list
}

// whoDidWhat is what the draft loses, and by whom; what was moved or joined
// changes nothing.
var whoDidWhat = []string{
	"lost 3.1.c/importing: Ada",
	"lost 4.1/ship: Benno",
	"weakened 3.1.b/procuring: Cecily",
	"weakened 3.3/pornography: Benno",
}

func TestDiffOfADraftNamesWhoLostWhat(t *testing.T) {
	if got := traced(t, "draft.docx", trackedDraft()); !slices.Equal(got, whoDidWhat) {
		t.Errorf("got  %q\nwant %q", got, whoDidWhat)
	}
}

// TestDiffOfADraftSavedByLibreOffice wants the same of the draft as LibreOffice
// writes it, in Word's format and in its own.
func TestDiffOfADraftSavedByLibreOffice(t *testing.T) {
	program, err := exec.LookPath("soffice")
	if err != nil || testing.Short() {
		t.Skip("LibreOffice is not installed, or tests are to be short")
	}
	for _, format := range []string{"odt", "docx"} {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, "in.docx"), trackedDraft(), 0o600); err != nil {
			t.Fatal(err)
		}
		ctx, cancel := context.WithTimeout(context.Background(), 3*time.Minute)
		defer cancel()
		profile := "-env:UserInstallation=file://" + filepath.Join(dir, "profile")
		said, err := exec.CommandContext(ctx, program, profile, "--headless", "--norestore", "--convert-to", format, "--outdir", filepath.Join(dir, "out"), filepath.Join(dir, "in.docx")).CombinedOutput()
		data, readErr := os.ReadFile(filepath.Join(dir, "out", "in."+format))
		if readErr != nil {
			t.Skipf("LibreOffice did not convert the file: %v: %s", err, said)
		}
		if got := traced(t, "draft."+format, data); !slices.Equal(got, whoDidWhat) {
			t.Errorf("%s: got  %q\nwant %q", format, got, whoDidWhat)
		}
	}
}
