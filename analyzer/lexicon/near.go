package lexicon

// Nearest returns the name among those given that is fewest letters away from
// word, for "did you mean"; ok is false where none is within a third of its length.
func Nearest(word string, among []string) (name string, ok bool) {
	best := max(2, len([]rune(word))/3) + 1
	for _, candidate := range among {
		if d := distance([]rune(Fold(word)), []rune(Fold(candidate)), best); d < best {
			best, name, ok = d, candidate, true
		}
	}
	return name, ok
}

// distance is Levenshtein's, given up with most where it would reach it.
func distance(a, b []rune, most int) int {
	if len(a)-len(b) >= most || len(b)-len(a) >= most {
		return most
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range a {
		corner := row[0]
		row[0] = i + 1
		for j := range b {
			cost := corner
			if a[i] != b[j] {
				cost = 1 + min(corner, row[j], row[j+1])
			}
			corner, row[j+1] = row[j+1], cost
		}
	}
	return row[len(b)]
}
