package ingest

import (
	"archive/zip"
	"context"
	"errors"
	"fmt"
	"os"
	"path"
	"sort"
	"strings"
	"time"

	"lacuna/analyzer/document"
	"lacuna/analyzer/ingest/build"
)

// ArchiveTimes is how many times longer an archive may take than a file.
const ArchiveTimes = 10

// mostFaults is after how many bad files an archive is given up.
const mostFaults = 50

// Files reads one file, or every file of a ZIP archive, in the order of their
// names. Each source's ID is its own file's stem, its Path that of the archive
// and of the file within it. An archive that unpacks to more than the limit, or
// holds fifty bad files, is read no further. The sources that could be read are returned
// also where others could not: the error then joins an *Error for each.
func Files(ctx context.Context, path string, lim Limits) ([]*document.Source, error) {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		src, err := pictureFolder(ctx, path, lim.OrDefault())
		if err != nil {
			return nil, err
		}
		return []*document.Source{src}, nil
	}
	data, err := load(path, lim.OrDefault())
	if err != nil {
		return nil, err
	}
	return ReadAll(ctx, path, data, lim)
}

// ReadAll is Files for a file that is already in memory.
func ReadAll(ctx context.Context, name string, data []byte, lim Limits) ([]*document.Source, error) {
	lim = lim.OrDefault()
	if int64(len(data)) > lim.Bytes || sniff(data).name != "zip" {
		src, err := Read(ctx, name, data, lim)
		if err != nil {
			return nil, err
		}
		return []*document.Source{src}, nil
	}
	a, err := openArchive(data, lim)
	if err != nil {
		return nil, wrap(name, lim, err)
	}
	var out []*document.Source
	var faults []error
	deadline := time.Now().Add(10 * lim.Time)
	files := a.texts()
	for _, f := range files {
		inner := name + "/" + cleanName(f.Name)
		if time.Now().After(deadline) {
			faults = append(faults, &Error{Path: inner, Reason: fmt.Sprintf("the archive took longer than %v to read", ArchiveTimes*lim.Time)})
			break
		}
		src, err := readPart(ctx, a, f, inner, lim)
		if err != nil {
			faults = append(faults, err)
			if errors.Is(err, errUnpacked) || len(faults) == mostFaults {
				break
			}
			continue
		}
		out = append(out, src)
	}
	if len(files) == 0 {
		faults = append(faults, &Error{Path: name, Reason: "there is no file in the archive"})
	}
	nameApart(out, name)
	return out, errors.Join(faults...)
}

// readPart reads one file of an archive.
func readPart(ctx context.Context, a *archive, f *zip.File, name string, lim Limits) (*document.Source, error) {
	data, err := a.unpack(f)
	if err != nil {
		return nil, wrap(name, lim, err)
	}
	if sniff(data).name == "zip" {
		return nil, &Error{Path: name, Reason: "this is an archive within an archive; unpack it first"}
	}
	return Read(ctx, name, data, lim)
}

// texts lists the files of an archive that may be texts, by name: no folders
// and links, no hidden files, no records of where a file comes from.
func (a *archive) texts() []*zip.File {
	var out []*zip.File
	for _, f := range a.files {
		name := cleanName(f.Name)
		base := path.Base(name)
		hidden := strings.HasPrefix(base, ".") || strings.Contains("/"+name, "/.") || strings.HasPrefix(name, "__MACOSX/")
		if !hidden && f.Mode().IsRegular() && !strings.HasSuffix(base, "provenance.json") && name != "" {
			out = append(out, f)
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return cleanName(out[i].Name) < cleanName(out[j].Name) })
	return out
}

// nameApart gives sources of the same stem their way inside the archive as ID,
// and those that still have the same one a number behind it.
func nameApart(list []*document.Source, archive string) {
	count := map[string]int{}
	for _, src := range list {
		count[src.ID]++
	}
	taken := map[string]int{}
	for _, src := range list {
		if count[src.ID] > 1 {
			src.ID = build.Clean(strings.ReplaceAll(strings.TrimPrefix(src.Path, archive+"/"), "/", "-"))
		}
		if taken[src.ID]++; taken[src.ID] > 1 {
			src.ID = fmt.Sprintf("%s-%d", src.ID, taken[src.ID])
		}
	}
}

// onlyFile reads an archive as one source, which it can be if it holds one file.
func onlyFile(ctx context.Context, name string, data []byte, lim Limits) (*document.Source, error) {
	a, err := openArchive(data, lim)
	if err != nil {
		return nil, wrap(name, lim, err)
	}
	if n := len(a.texts()); n > 1 {
		return nil, &Error{Path: name, Reason: fmt.Sprintf("this is an archive of %d files; only one text can be read here", n)}
	}
	list, err := ReadAll(ctx, name, data, lim)
	if err != nil {
		return nil, err
	}
	return list[0], nil
}
