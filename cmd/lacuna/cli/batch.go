package cli

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/urfave/cli/v2"

	"lacuna/analyzer/coverage"
	acts "lacuna/analyzer/dossier"
	"lacuna/analyzer/ingest/build"
	"lacuna/analyzer/ledger"
)

func (s *session) batchCommand() *cli.Command {
	return &cli.Command{
		Name:      "batch",
		Usage:     "judge many dossiers side by side, each into a file of its own",
		ArgsUsage: "FOLDER|FILE … -o FOLDER",
		Description: `A folder with a dossier.yaml is one dossier. In any other folder each file is one, and
each folder of texts. For each, NAME.json (the assessment) and NAME.lock (what it was made
from) are written; what is there already and was made from the same texts, checklist,
lexicons and program is not made again. A dossier that cannot be read never stops the
others. With --shard 2/4 only every fourth dossier is judged, beginning with the second;
lacuna merge joins what all shards wrote.`,
		Flags: append([]cli.Flag{
			&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: "write to this `FOLDER`"},
			&cli.StringFlag{Name: "shard", Usage: "judge only `PART/PARTS` of the dossiers, such as 2/4"},
			&cli.IntFlag{Name: "jobs", Usage: "`NUMBER` of dossiers judged at the same time; otherwise one for each processor"},
			failOnFlag(),
		}, textFlags()...),
		Action: s.batch,
	}
}

// unit is one dossier of a batch.
type unit struct {
	name string // no other unit has it
	path string
}

func (s *session) batch(c *cli.Context) error {
	out := c.String("output")
	if c.NArg() == 0 || out == "" {
		return usage("batch needs folders or files, and a folder to write to: lacuna batch codes/ -o assessments/")
	}
	part, parts, err := shard(c.String("shard"))
	if err != nil {
		return err
	}
	bad, err := failOnStatuses(c)
	if err != nil {
		return err
	}
	b, err := newBench(c)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(out, 0o755); err != nil {
		return usage("cannot write to %s: %v", out, plain(err))
	}
	all, unreadable := units(c.Args().Slice(), out)
	var mine []unit
	for i := part - 1; i < len(all); i += parts {
		mine = append(mine, all[i])
	}
	results := s.judgeAll(b, mine, out, c.Int("jobs"))
	return errors.Join(unreadable, s.conclude(results, out), failOn(bad, briefs(results)))
}

// shard reads "2/4"; nothing is all.
func shard(said string) (part, parts int, err error) {
	if said == "" {
		return 1, 1, nil
	}
	if n, err := fmt.Sscanf(said+"\n", "%d/%d\n", &part, &parts); n != 2 || err != nil || part < 1 || part > parts {
		return 0, 0, usage("--shard takes a part and the number of parts, from 1/4 to 4/4, not %q", said)
	}
	return part, parts, nil
}

// units lists the dossiers that the arguments name, each under a name of its own.
func units(args []string, out string) ([]unit, error) {
	var all []unit
	var faults []error
	for _, arg := range args {
		found, err := unitsOf(arg, out)
		if err != nil {
			faults = append(faults, unread(err))
		}
		all = append(all, found...)
	}
	taken := map[string]bool{}
	for i := range all {
		all[i].name = free(all[i].name, taken)
	}
	return all, errors.Join(faults...)
}

// unitsOf lists the dossiers of one argument: itself, or those of a folder in
// the order of their names. The folder that is written to is left out.
func unitsOf(path, out string) ([]unit, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, fmt.Errorf("cannot read %s: %w", path, plain(err))
	}
	if !info.IsDir() || isFile(filepath.Join(path, acts.FileName)) {
		return []unit{{unitName(path, info), path}}, nil
	}
	entries, err := os.ReadDir(path)
	if err != nil {
		return nil, fmt.Errorf("cannot read %s: %w", path, plain(err))
	}
	var all []unit
	var faults []error
	for _, e := range entries {
		inner := filepath.Join(path, e.Name())
		switch {
		case isText(e):
			all = append(all, unit{stem(inner), inner})
		case e.IsDir() && !strings.HasPrefix(e.Name(), ".") && !sameFile(inner, out):
			found, err := unitsBelow(inner, out)
			all, faults = append(all, found...), append(faults, err)
		}
	}
	if err := errors.Join(faults...); err != nil || len(all) > 0 {
		return all, err
	}
	return nil, fmt.Errorf("the folder %s holds no text", path)
}

// unitsBelow lists the dossiers of a folder inside a folder: itself, if it holds
// texts, or those of the folders in it.
func unitsBelow(path, out string) ([]unit, error) {
	entries, err := os.ReadDir(path)
	if err != nil {
		return nil, fmt.Errorf("cannot read %s: %w", path, plain(err))
	}
	if slices.ContainsFunc(entries, isText) {
		return []unit{{filepath.Base(path), path}}, nil
	}
	return unitsOf(path, out)
}

func unitName(path string, info os.FileInfo) string {
	if full, err := filepath.Abs(path); err == nil && info.IsDir() {
		return filepath.Base(full)
	}
	return stem(path)
}

func isFile(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular()
}

func sameFile(a, b string) bool {
	one, err := os.Stat(a)
	two, err2 := os.Stat(b)
	return err == nil && err2 == nil && os.SameFile(one, two)
}

// result is what came of one dossier.
type result struct {
	brief ledger.Assessment // its statuses, without the proof
	kept  bool              // it had been made before
	talk  bytes.Buffer      // warnings
	err   error
}

// judgeAll judges dossiers side by side. The results come in the units' order.
func (s *session) judgeAll(b *bench, units []unit, out string, jobs int) []*result {
	if jobs < 1 {
		jobs = runtime.GOMAXPROCS(0)
	}
	results := make([]*result, len(units))
	next, done := make(chan int), make(chan int)
	var all sync.WaitGroup
	for range min(jobs, len(units)) {
		all.Go(func() {
			for i := range next {
				results[i] = s.judgeUnit(b, units[i], out)
				done <- i
			}
		})
	}
	go func() {
		for i := range units {
			next <- i
		}
		close(next)
		all.Wait()
		close(done)
	}()
	started, made, n := time.Now(), 0, 0
	for i := range done {
		n++
		if !results[i].kept {
			made++
		}
		s.progress("%d of %d dossiers%s: %s", n, len(units), timeLeft(time.Since(started), made, len(units)-n), units[i].name)
	}
	s.progress("")
	return results
}

// timeLeft says how long the rest will take if it goes on as before.
func timeLeft(spent time.Duration, made, left int) string {
	if made == 0 || left == 0 {
		return ""
	}
	rest := time.Duration(int64(spent) / int64(made) * int64(left))
	return fmt.Sprintf(", about %v left", rest.Round(time.Second))
}

// judgeUnit judges one dossier and writes its files, unless they are there.
func (s *session) judgeUnit(b *bench, u unit, out string) *result {
	r := &result{}
	s = &session{stdout: io.Discard, stderr: &r.talk, readers: s.readers}
	d, err := gather([]string{u.path})
	d.name = build.Clean(u.name)
	file := filepath.Join(out, u.name)
	in, unlocked := b.lockFor(out, []string{u.path}, d)
	if unlocked = errors.Join(err, unlocked); unlocked == nil {
		if r.brief, r.kept, r.err = asBefore(file, &in); r.kept || r.err != nil {
			s.warnOfLanguages(b, r.brief.Texts)
			return r
		}
	}
	sources, unreadable := s.readDossier(d, b)
	if r.err = errors.Join(err, unreadable); len(sources) == 0 {
		r.err = errors.Join(r.err, remove(file+".json"), remove(file+".lock"))
		return r
	}
	a := s.judge(b, d, d.name, sources).Assessment()
	r.brief = brief(a)
	if err := writeJSON(file+".json", a); err != nil || r.err != nil || unlocked != nil {
		r.err = errors.Join(r.err, err, remove(file+".lock"))
		return r
	}
	r.err = writeLock(file+".lock", in, a)
	return r
}

// asBefore returns the assessment that stands there already, if it was made from
// the same inputs. A lock that was made from other files is another dossier's.
func asBefore(file string, in *ledger.Inputs) (ledger.Assessment, bool, error) {
	var none ledger.Assessment
	lock, err := readLock(file + ".lock")
	if err != nil {
		return none, false, nil // none, or a damaged one: it is made again
	}
	if !slices.Equal(lock.Arguments, in.Arguments) {
		return none, false, usage("%s.json is the assessment of %s, not of %s: choose another folder to write to, or remove it",
			file, strings.Join(lock.Arguments, " "), strings.Join(in.Arguments, " "))
	}
	data, err := os.ReadFile(file + ".json")
	if err != nil || ledger.Hash(data) != lock.AssessmentSHA256 || !lock.Same(in) {
		return none, false, nil
	}
	saved, err := ledger.Read(file+".json", data)
	if err != nil || len(saved) != 1 {
		return none, false, nil
	}
	return brief(saved[0].Assessment), true, nil
}

// brief is an assessment without its proof, so that thousands fit into memory.
func brief(a ledger.Assessment) ledger.Assessment {
	items := make([]coverage.Item, len(a.Items))
	for i, it := range a.Items {
		items[i] = coverage.Item{ID: it.ID, Status: it.Status}
	}
	a.Items = items
	return a
}

func briefs(results []*result) []ledger.Assessment {
	var all []ledger.Assessment
	for _, r := range results {
		if r.brief.Schema != "" {
			all = append(all, r.brief)
		}
	}
	return all
}

func remove(file string) error {
	if err := os.Remove(file); err != nil && !errors.Is(err, os.ErrNotExist) {
		return usage("cannot remove %s: %v", file, plain(err))
	}
	return nil
}

// conclude passes on the warnings and errors of all dossiers in their order,
// and says how many were judged.
func (s *session) conclude(results []*result, out string) error {
	var faults []error
	kept, failed := 0, 0
	for _, r := range results {
		if _, err := r.talk.WriteTo(s.stderr); err != nil {
			return err
		}
		if r.kept {
			kept++
		}
		if r.err != nil {
			failed++
		}
		faults = append(faults, r.err)
	}
	fmt.Fprintf(s.stderr, "%d dossiers in %s: %d judged, %d as they were, %d with errors\n", len(results), out, len(results)-kept-failed, kept, failed)
	return errors.Join(faults...)
}
