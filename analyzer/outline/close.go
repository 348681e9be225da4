package outline

import (
	"strings"

	"lacuna/analyzer/document"
)

// endWords open what stands behind the last article and is not law.
var endWords = []string{"index", "endnotes", "end notes", "notes", "preface", "explanatory note", "legislative history", "list of amendments", "amendment history", "table of amendments",
	"inhaltsverzeichnis", "fußnoten", "table des matières", "sommaire", "índice", "indice", "оглавление", "содержание", "contents", "فهرس", "الفهرس", "table of contents", "arrangement of sections",
	"disposiciones adicionales", "disposición adicional", "disposición final", "disposición transitoria", "disposición derogatoria", "disposiciones transitorias", "disposiciones finales", "transitorios", "transitoria", "exposición",
	"преходни и заключителни", "заключителни разпоредби", "допълнителни разпоредби", "допълнителна разпоредба", "прикінцеві", "перехідні положення", "geçici madde", "ek madde", "disposizioni transitorie", "dispoziții finale", "dispoziții tranzitorii"}

// signingWords open the line that says where and when a law was signed.
var signingWords = []string{"done at", "done in", "given under", "fait à", "hecho en", "dado en", "dada en", "dado no", "dada no", "feito em", "dato a", "data a", "geschehen zu", "gegeben zu", "gedaan te", "совершено в", "utfärdad", "حرر ب", "وحرر ب", "صدر ب", "kwitariweho"}

// closeBody finds where the body of the law ends behind its last provision:
// at an index, a preface or other matter with a heading of its own, or where
// the numbering begins anew.
func (r *reader) closeBody() {
	r.end = len(r.blocks)
	if len(r.chain) == 0 {
		return
	}
	last := r.chain[len(r.chain)-1]
	schedules := false
	for i := last.block + 1; i < len(r.blocks); i++ {
		g, ok := r.groups[i]
		schedules = schedules || ok && g.kind == document.Schedule
		if ok && schedules || ok && i == last.block+1 {
			continue
		}
		if ok || r.role[i] == contents && !schedules || r.opensEnd(i, last, schedules) {
			r.end = i
			for r.end-1 > last.block && r.isHeadingLike(r.end-1) && r.stands(r.end-1) {
				r.end--
			}
			return
		}
	}
	r.dropSignatures(last)
}

// dropSignatures ends the body before the lines with which a law is signed:
// names, places and dates, two or more, none of them a sentence.
func (r *reader) dropSignatures(last candidate) {
	end := r.end
	for end-1 > last.block+1 && r.isSignature(end-1) {
		end--
	}
	if r.end-end > 1 && endsSentence(withoutNotes(r.words(end-1))) {
		r.end = end
	}
}

// isSignature reports whether a block can be a line of a signature.
func (r *reader) isSignature(i int) bool {
	s := strings.TrimSpace(r.words(i))
	_, marked := readMark(s)
	return len(s) < 120 && !marked && !startsLower(s) && !endsSentence(s) && !strings.ContainsRune(";:,", lastRune(s))
}

// opensEnd reports whether a block behind the last provision opens matter that
// is none of the law's body. Schedules have headings of their own: in them only
// an index or list by its name ends the law.
func (r *reader) opensEnd(i int, last candidate, schedules bool) bool {
	if r.role[i] != text {
		return false
	}
	s := opening(r.words(i))
	if r.isHeadingLike(i) && startsWithAny(s, endWords) {
		return true
	}
	if schedules {
		return false
	}
	if len(r.words(i)) < 200 && startsWithAny(s, signingWords) {
		return true
	}
	start := r.blocks[i].Start + r.noise(i)
	if f, size, n := readForm(r.src.Text[start:r.blocks[i].End], start, nil); size > 0 && f == last.form && !forms[f].bare && n.compare(last.number) <= 0 {
		return r.believe(candidate{block: i, form: f}, r.src.Text[start+size:r.blocks[i].End]) > .5
	}
	b := r.blocks[i]
	return i > last.block+1 && r.isHeadingLike(i) && !isExplain(r.words(i)) && (b.Kind == document.Heading || b.Center || b.Bold && len(s) > 3 || strings.ToUpper(r.words(i)) == r.words(i) && len(s) > 12)
}
