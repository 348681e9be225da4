package pdf

import "testing"

// TestDirtBesideAScanHidesNoNotes: what stands beside the text of a picture is no part
// of it, so that notes in the margin are still told from its lines.
func TestDirtBesideAScanHidesNoNotes(t *testing.T) {
	var rs []row
	for i := range 12 {
		y := float32(700 - 14*i)
		r := row{y: y, size: 11}
		if i < 3 { // a note in the margin, beside the first lines
			r.chunks = append(r.chunks, chunk{x0: 60, x1: 100, y: y, size: 8, ink: 8})
		}
		if i == 6 { // dirt, as large as a letter
			r.chunks = append(r.chunks, chunk{x0: 20, x1: 26, y: y, size: 11, ink: 1})
		}
		r.chunks = append(r.chunks, chunk{x0: 114, x1: 400, y: y, size: 11, ink: 45})
		rs = append(rs, r)
	}
	if body, margin := takeMargins(rs, true); len(margin) != 3 || len(body) != 12 {
		t.Errorf("a picture: %d rows, %d notes", len(body), len(margin))
	}
	if _, margin := takeMargins(rs, false); len(margin) != 0 {
		t.Errorf("set in type all letters are text, got %d notes", len(margin))
	}
}
