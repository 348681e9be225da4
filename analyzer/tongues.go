package analyzer

import (
	"github.com/abadojack/whatlanggo"

	"lacuna/analyzer/document"
)

// alone keeps, of a text in several languages, what is in the one that is read: the
// blocks in another are marked as foreign, and no law is read in them. Columns of
// one law in several languages are told apart as wholes, anything else block by
// block.
func alone(src *document.Source, all []share) {
	if !mixed(all) {
		return
	}
	if starts := columns(src.Blocks); len(starts) > 1 {
		for i, start := range starts {
			end := len(src.Blocks)
			if i+1 < len(starts) {
				end = starts[i+1]
			}
			text := src.Text[src.Blocks[start].Start:src.Blocks[end-1].End]
			if whatlanggo.Detect(sample(text)).Lang.Iso6391() != src.Language {
				markForeign(src.Blocks[start:end])
			}
		}
		return
	}
	for i, language := range tongues(src, all) {
		if language != "" && language != src.Language {
			markForeign(src.Blocks[i : i+1])
		}
	}
}

// showing is from how many bytes on a block shows which of the languages of its text
// it is in.
const showing = 60

// tongues tells the language of each block of a text in several: its own where it
// shows one, else that of the block after a heading, or of the block before.
func tongues(src *document.Source, all []share) []string {
	among := whatlanggo.Options{Whitelist: map[whatlanggo.Lang]bool{}}
	for _, s := range all {
		among.Whitelist[s.lang] = true
	}
	out := make([]string, len(src.Blocks))
	for i, b := range src.Blocks {
		if found := whatlanggo.DetectWithOptions(src.Quote(b.Span), among); b.End-b.Start >= showing || found.IsReliable() {
			out[i] = found.Lang.Iso6391()
		}
	}
	for i := len(out) - 2; i >= 0; i-- {
		if out[i] == "" && src.Blocks[i].Kind == document.Heading {
			out[i] = out[i+1]
		}
	}
	for i := 1; i < len(out); i++ {
		if out[i] == "" {
			out[i] = out[i-1]
		}
	}
	return out
}

func markForeign(blocks []document.Block) {
	for i := range blocks {
		blocks[i].Kind = document.Foreign
	}
}

// columns returns where the columns of a law printed side by side begin, as
// indices of blocks: where the pages begin anew, most of them still to come.
func columns(blocks []document.Block) []int {
	if len(blocks) == 0 {
		return nil
	}
	last := 0
	for _, b := range blocks {
		last = max(last, b.Page)
	}
	starts := []int{0}
	for i := 1; i < len(blocks); i++ {
		if back := blocks[i-1].Page - blocks[i].Page; back > 1 && back*2 > last {
			starts = append(starts, i)
		}
	}
	return starts
}
