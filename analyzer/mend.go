package analyzer

import (
	"lacuna/analyzer/document"
	"lacuna/analyzer/lexicon"
)

// mend finds what the words of a source most likely are that were read wrongly in
// pictures of its pages. The text is left as it was read.
func mend(src *document.Source, pack *lexicon.Pack) {
	if len(src.Pictures) == 0 || pack == nil || src.Likely != nil {
		return
	}
	var pictures, doubts []lexicon.Seen
	for _, page := range src.Pictures {
		from, to := src.Pages[page-1], len(src.Text)
		if page < len(src.Pages) {
			to = src.Pages[page]
		}
		pictures = append(pictures, lexicon.Seen{Start: from, End: to})
	}
	for _, d := range src.Doubts {
		doubts = append(doubts, lexicon.Seen(d))
	}
	for _, r := range pack.Mend(src.Text, pictures, doubts) {
		src.Likely = append(src.Likely, document.Likely{Span: document.Span{Start: r.Start, End: r.End}, Word: r.Word})
	}
}
