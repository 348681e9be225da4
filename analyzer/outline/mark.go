package outline

import (
	"strconv"
	"strings"
)

// class is the kind of sign by which points are counted.
type class uint8

const (
	classDigit class = iota
	classLower
	classUpper
	classRoman
	classRomanUpper
	classSign // §
	classDash
	classWord // Firstly, Secondly
	classLetter
	classDouble  // aa, bb
	classDecimal // 1.2., 1.2.1.
)

// mark is the sign before a point or paragraph: "(a)", "1.", "§ 2", "–".
type mark struct {
	class   class
	bracket string // the signs around it: "()", ")", ".", "°"
	value   int    // place in its sequence, from 1; 0 for dashes
	sub     int    // place of an inserted one: 1 of "2A" or "2-1"
	number  string // bare: "a", "1", "ii"
	size    int    // bytes of the mark, without the blank behind it
}

// same reports whether two marks may stand in one sequence.
func (m mark) same(o mark) bool { return m.class == o.class && m.bracket == o.bracket }

// asRoman reads a single letter as a roman figure: (i), (v), (x), (l), (c).
func (m mark) asRoman() (mark, bool) {
	v := romanValue(m.number)
	if v == 0 || m.sub > 0 || len(m.number) != 1 {
		return m, false
	}
	switch m.class {
	case classLower:
		m.class = classRoman
	case classUpper:
		m.class = classRomanUpper
	default:
		return m, false
	}
	m.value = v
	return m, true
}

// afterRaised reads the number of a paragraph put in behind another, whose
// raised figure stands close behind: 2¹ as 21 behind 2.
func (m mark) afterRaised(last mark) (mark, bool) {
	head, sub := m.value/10, m.value%10
	if m.class != classDigit || !last.same(m) || m.sub > 0 || head != last.value || sub != last.sub+1 || m.value == last.value+1 {
		return m, false
	}
	m.value, m.sub, m.number = head, sub, strconv.Itoa(head)+"."+strconv.Itoa(sub)
	return m, true
}

// afterLetter reads a double letter behind a single one of its sequence: (aa)
// is put in behind (a), and follows (z).
func (m mark) afterLetter(last mark) (mark, bool) {
	if m.class != classDouble || last.class != classLower || last.bracket != m.bracket {
		return m, false
	}
	m.class = classLower
	if last.value == m.value && last.sub == 0 {
		m.sub = 1
		return m, true
	}
	m.value += 26
	return m, m.value == last.value+1
}

// asOnes reads figures of nothing but ones as roman figures, as OCR leaves
// (i), (ii), (iii) behind as (1), (11), (111).
func (m mark) asOnes() (mark, bool) {
	if m.class != classDigit || strings.Trim(m.number, "1") != "" || len(m.number) > 3 {
		return m, false
	}
	m.value = len(m.number)
	m.number = strings.Repeat("i", m.value)
	m.class = classRoman
	return m, true
}
