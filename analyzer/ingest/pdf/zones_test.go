package pdf

import "testing"

// Words of a picture overlap: one that does not stand last may reach furthest.
func TestABandHoldsWordsThatReachBeyondTheLast(t *testing.T) {
	wide := row{chunks: []chunk{{x0: 10, x1: 400}, {x0: 300, x1: 320}}, y: 700, size: 10}
	below := row{chunks: []chunk{{x0: 10, x1: 100}}, y: 688, size: 10}
	if top, bottom := band([]row{wide, below}, 0, 0); top > bottom || bottom > 2 {
		t.Errorf("band %d to %d", top, bottom)
	}
}
