package cli

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"lacuna/analyzer/ingest/worker"
	"lacuna/corpora"
)

var (
	citedNumbers = regexp.MustCompile(`Articles? \d+(?:(?:, | to | or | and )\d+)*`)
	number       = regexp.MustCompile(`\d+`)
)

// longCode is a code of about size bytes: a sample repeated, with its articles
// numbered on. Codes of other numbers lack other articles.
func longCode(t testing.TB, n, size int) string {
	t.Helper()
	sample, err := corpora.Find("valmora-draft-code-2026")
	if err != nil {
		t.Fatal(err)
	}
	head, body, _ := strings.Cut(string(sample.Text), "## Book One")
	articles := strings.SplitAfter("## Book One"+body, "\n#### ")
	var b strings.Builder
	b.WriteString(strings.Replace(head, "Valmora", fmt.Sprintf("Country %03d", n), 1))
	for round := 0; b.Len() < size; round++ {
		for i, a := range articles {
			if i > 0 && (i+round)%17 == n%17 {
				continue
			}
			b.WriteString(citedNumbers.ReplaceAllStringFunc(a, func(cited string) string {
				return number.ReplaceAllStringFunc(cited, func(digits string) string {
					v, _ := strconv.Atoi(digits)
					return strconv.Itoa(v + 120*round)
				})
			}))
		}
	}
	return b.String()
}

// manyCodes writes codes into a new folder.
func manyCodes(t testing.TB, n, size int) string {
	t.Helper()
	dir := t.TempDir()
	for i := range n {
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("code-%03d.md", i)), []byte(longCode(t, i, size)), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// TestMain lets the test binary stand in for the program, where a test needs
// one that it can kill, and for the process that reads files.
func TestMain(m *testing.M) {
	if os.Getenv("LACUNA_AS_PROGRAM") != "" || len(os.Args) == 2 && os.Args[1] == worker.Command {
		os.Exit(Main())
	}
	os.Exit(m.Run())
}

// batchOf runs a batch and returns what merge makes of its folder.
func batchOf(t *testing.T, out string, args ...string) {
	t.Helper()
	if _, stderr, code := call(t, append([]string{"batch", "-o", out}, args...)...); code != 0 {
		t.Fatalf("batch %q: exit %d: %s", args, code, stderr)
	}
}

func merged(t *testing.T, folders ...string) string {
	t.Helper()
	stdout, stderr, code := call(t, append([]string{"merge"}, folders...)...)
	if code != 0 || stderr != "" {
		t.Fatalf("merge: exit %d: %s", code, stderr)
	}
	return stdout
}

func TestShardsAndAResumedRunGiveTheBytesOfOneRun(t *testing.T) {
	codes, dir := manyCodes(t, 9, 40_000), t.TempDir()
	whole := filepath.Join(dir, "whole")
	batchOf(t, whole, codes)
	want := merged(t, whole)

	var shards []string
	for part := 4; part > 0; part-- {
		shards = append(shards, filepath.Join(dir, "shard"+strconv.Itoa(part)))
		batchOf(t, shards[len(shards)-1], codes, "--shard", strconv.Itoa(part)+"/4", "--jobs", strconv.Itoa(part))
	}
	if merged(t, shards...) != want {
		t.Error("four shards merge to other bytes than one run")
	}

	var each []string
	for i := range 9 {
		each = append(each, filepath.Join(codes, fmt.Sprintf("code-%03d.md", i)))
	}
	if stdout, _, _ := call(t, append([]string{"analyze", "--each", "--format", "json"}, each...)...); stdout != want {
		t.Error("analyze --each writes other bytes than batch and merge")
	}

	half := filepath.Join(dir, "half")
	killHalfway(t, half, codes)
	_, stderr, code := call(t, "batch", "-o", half, codes)
	if code != 0 || strings.Contains(stderr, "9 judged") || strings.Contains(stderr, " 0 judged") {
		t.Errorf("the resumed run should judge some of nine: exit %d, %s", code, stderr)
	}
	if merged(t, half) != want {
		t.Error("a run that was killed and resumed gives other bytes than one run")
	}
}

// killHalfway starts a batch as a program of its own and kills it after the third dossier.
func killHalfway(t *testing.T, out, codes string) {
	t.Helper()
	cmd := exec.Command(os.Args[0], "batch", "-o", out, "--jobs", "1", codes)
	cmd.Env = append(os.Environ(), "LACUNA_AS_PROGRAM=1")
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	for {
		if locks, _ := filepath.Glob(filepath.Join(out, "*.lock")); len(locks) >= 3 {
			break
		}
		time.Sleep(time.Millisecond)
	}
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Wait(); err == nil {
		t.Fatal("the batch was done before it could be killed")
	}
}

func TestShardsOfGNUParallelGiveTheBytesOfOneRun(t *testing.T) {
	parallel, err := exec.LookPath("parallel")
	if err != nil {
		t.Skip("GNU parallel is not installed")
	}
	codes, dir := manyCodes(t, 5, 1_000), t.TempDir()
	batchOf(t, filepath.Join(dir, "whole"), codes)
	cmd := exec.Command(parallel, os.Args[0], "batch", codes, "-o", filepath.Join(dir, "shards"), "--shard", "{}/3", ":::", "1", "2", "3")
	cmd.Env = append(os.Environ(), "LACUNA_AS_PROGRAM=1", "HOME="+dir)
	if said, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	if merged(t, filepath.Join(dir, "shards")) != merged(t, filepath.Join(dir, "whole")) {
		t.Error("shards that GNU parallel ran merge to other bytes than one run")
	}
}

func TestWhatWasMadeFromOtherInputsIsMadeAgain(t *testing.T) {
	codes, out := manyCodes(t, 3, 1_000), t.TempDir()
	count := func(args ...string) string {
		t.Helper()
		_, stderr, code := call(t, append([]string{"batch", "-o", out, codes}, args...)...)
		if code != 0 {
			t.Fatal(stderr)
		}
		return stderr[strings.Index(stderr, ": ")+2:]
	}
	for _, step := range []struct {
		what, want string
		do         func() error
		args       []string
	}{
		{"the first run", "3 judged, 0 as they were, 0 with errors\n", func() error { return nil }, nil},
		{"the second run", "0 judged, 3 as they were, 0 with errors\n", func() error { return nil }, nil},
		{"a changed text", "1 judged, 2 as they were, 0 with errors\n", func() error {
			return os.WriteFile(filepath.Join(codes, "code-001.md"), []byte("# Article 1\n\nOther words."), 0o600)
		}, nil},
		{"a lost assessment", "1 judged, 2 as they were, 0 with errors\n", func() error { return os.Remove(filepath.Join(out, "code-000.json")) }, nil},
		{"a torn assessment", "1 judged, 2 as they were, 0 with errors\n", func() error { return os.Truncate(filepath.Join(out, "code-002.json"), 99) }, nil},
		{"a torn lock", "1 judged, 2 as they were, 0 with errors\n", func() error { return os.Truncate(filepath.Join(out, "code-002.lock"), 99) }, nil},
		{"another flag", "3 judged, 0 as they were, 0 with errors\n", func() error { return nil }, []string{"--majority", "21"}},
	} {
		if err := step.do(); err != nil {
			t.Fatal(err)
		}
		if got := count(step.args...); got != step.want {
			t.Errorf("%s: %s, want %s", step.what, got, step.want)
		}
	}
}

func TestABadDossierNeverStopsTheOthers(t *testing.T) {
	dir := folder(t, map[string]string{
		"kenya/dossier.yaml": "jurisdiction: Kenya\niso3: KEN\ntexts:\n  - {name: PC, file: code.txt}\n",
		"kenya/code.txt":     "Article 1\nWhoever steals shall be punished with imprisonment.\n",
		"africa/mali/a.txt":  "Article 1\nWhoever steals shall be punished with imprisonment.\n",
		"broken/bad.bin":     "\x00\x01\x02\x00",
		"half/bad.bin":       "\x00\x01\x02\x00",
		"half/good.txt":      "Article 1\nWhoever steals shall be punished with imprisonment.\n",
		"chad.txt":           "Article 1\nWhoever steals shall be punished with imprisonment.\n",
		".git/config":        "no text",
	})
	if err := os.Mkdir(filepath.Join(dir, "empty"), 0o700); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(dir, "out")
	for range 2 {
		_, stderr, code := call(t, "batch", dir, "-o", out, "--fail-on", "gap")
		if code != exitUnread {
			t.Errorf("exit %d, want %d", code, exitUnread)
		}
		for _, want := range []string{filepath.Join("broken", "bad.bin") + ": ", filepath.Join("half", "bad.bin") + ": ",
			"the folder " + filepath.Join(dir, "empty") + " holds no text", "--fail-on gap: "} {
			if !strings.Contains(stderr, want) {
				t.Errorf("stderr does not say %q: %s", want, stderr)
			}
		}
	}
	written, _ := filepath.Glob(filepath.Join(out, "*"))
	for i := range written {
		written[i] = filepath.Base(written[i])
	}
	if want := []string{"chad.json", "chad.lock", "half.json", "kenya.json", "kenya.lock", "mali.json", "mali.lock"}; !slices.Equal(written, want) {
		t.Errorf("written: %q, want %q", written, want)
	}
	if all := merged(t, out); !strings.Contains(all, `"iso3": "KEN"`) {
		t.Error("the assessment of Kenya does not say which country it is")
	}
}

func TestTwoDossiersNeverShareAFile(t *testing.T) {
	dir := folder(t, map[string]string{"a/code.txt": "Article 1\nNo one steals.\n", "b/code.txt": "Article 1\nNo one lies.\n"})
	out := filepath.Join(dir, "out")
	batchOf(t, out, filepath.Join(dir, "a", "code.txt"))
	_, stderr, code := call(t, "batch", "-o", out, filepath.Join(dir, "b", "code.txt"))
	if code != exitUsage || !strings.Contains(stderr, "code.json is the assessment of ../a/code.txt, not of ../b/code.txt") {
		t.Errorf("exit %d: %s", code, stderr)
	}
	batchOf(t, filepath.Join(dir, "both"), filepath.Join(dir, "a", "code.txt"), filepath.Join(dir, "b", "code.txt"))
	if all := merged(t, filepath.Join(dir, "both")); !strings.Contains(all, `"name": "code-2"`) {
		t.Error("two files of one name are not told apart")
	}
}

func TestTimeLeft(t *testing.T) {
	for _, c := range []struct {
		spent      time.Duration
		made, left int
		want       string
	}{{10 * time.Second, 5, 10, ", about 20s left"}, {0, 0, 10, ""}, {time.Minute, 3, 0, ""}} {
		if got := timeLeft(c.spent, c.made, c.left); got != c.want {
			t.Errorf("timeLeft(%v, %d, %d) = %q, want %q", c.spent, c.made, c.left, got, c.want)
		}
	}
}

// BenchmarkBatch judges 200 codes of one megabyte each:
// go test ./cmd/lacuna/cli -run '^$' -bench Batch -benchtime 1x
func BenchmarkBatch(b *testing.B) {
	codes := manyCodes(b, 200, 1<<20)
	for b.Loop() {
		if code := Run([]string{"batch", codes, "-o", b.TempDir()}, nil, io.Discard, io.Discard); code != 0 {
			b.Fatalf("exit %d", code)
		}
	}
}
