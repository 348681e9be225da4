package datafile

import "strings"

// Nearest returns the name among those given that is fewest slips of the pen
// away from word, for "did you mean"; ok is false where none is within a third
// of the word's length. Of equally near names the first is taken.
func Nearest(word string, among []string) (name string, ok bool) {
	w := []rune(strings.ToLower(word))
	best := max(1, len(w)/3) + 1
	for _, candidate := range among {
		if d := Distance(w, []rune(strings.ToLower(candidate)), best); d < best {
			best, name, ok = d, candidate, true
		}
	}
	return name, ok
}

// Distance counts the letters to add, drop, change or swap with their
// neighbour on the way from a to b, given up with most where it reaches that.
func Distance(a, b []rune, most int) int {
	if len(a)-len(b) >= most || len(b)-len(a) >= most {
		return most
	}
	before, row, next := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range a {
		next[0] = i + 1
		least := next[0]
		for j := range b {
			cost := row[j]
			if a[i] != b[j] {
				cost = 1 + min(row[j], row[j+1], next[j])
			}
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				cost = min(cost, before[j-1]+1)
			}
			next[j+1] = cost
			least = min(least, cost)
		}
		if least >= most {
			return most
		}
		before, row, next = row, next, before
	}
	return row[len(b)]
}
