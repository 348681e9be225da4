package pdf

import (
	"strconv"
)

// operand is one operand of a content stream's operator.
type operand struct {
	kind byte // 'n' number, 's' string, '/' name, '[' array
	num  float64
	str  []byte
	from int // of an array, where its elements begin in scanner.array
	to   int // and where they end
}

// scanner reads the operators of a content stream. It is a lexer of its own
// because content streams hold inline pictures, are cut in several streams at
// token boundaries, and must be read fast.
type scanner struct {
	data  []byte
	pos   int
	stack []operand // operands of the operator being read
	array []operand // elements of its arrays
	open  int       // where the open array begins
	inArr bool
}

// maxOperands bounds how many operands one operator may have.
const maxOperands = 4096

// class tells white space (1) and delimiters (2) from other bytes.
var class = func() (t [256]byte) {
	for _, c := range []byte("\x00\t\n\f\r ") {
		t[c] = 1
	}
	for _, c := range []byte("()<>[]{}/%") {
		t[c] = 2
	}
	return t
}()

// next reads operands up to the next operator and returns it; "" at the end.
func (s *scanner) next() string {
	s.stack, s.array, s.inArr = s.stack[:0], s.array[:0], false
	for s.pos < len(s.data) {
		c := s.data[s.pos]
		switch {
		case class[c] == 1:
			s.pos++
		case c >= '0' && c <= '9' || c == '-' || c == '+' || c == '.':
			s.push(operand{kind: 'n', num: s.number()})
		case c == '(':
			s.push(operand{kind: 's', str: s.literal()})
		case c == '<':
			if s.pos+1 < len(s.data) && s.data[s.pos+1] == '<' {
				s.pos += 2
				continue
			}
			s.push(operand{kind: 's', str: s.hex()})
		case c == '/':
			s.pos++
			s.push(operand{kind: '/', str: s.regular()})
		case c == '[':
			s.pos++
			s.open, s.inArr = len(s.array), true
		case c == ']':
			s.pos++
			s.inArr = false
			s.push(operand{kind: '[', from: min(s.open, len(s.array)), to: len(s.array)})
		case c == '%':
			for s.pos < len(s.data) && s.data[s.pos] != '\n' && s.data[s.pos] != '\r' {
				s.pos++
			}
		case class[c] == 2:
			s.pos++
		default:
			op := string(s.regular())
			if op == "ID" {
				s.skipImage()
				continue
			}
			return op
		}
	}
	return ""
}

func (s *scanner) push(o operand) {
	if s.inArr {
		s.array = append(s.array, o)
		return
	}
	if len(s.stack) < maxOperands {
		s.stack = append(s.stack, o)
	}
}

// nums returns the last n operands as numbers; ok is false where there are fewer.
func (s *scanner) nums(n int) (v [6]float64, ok bool) {
	if len(s.stack) < n {
		return v, false
	}
	for i, o := range s.stack[len(s.stack)-n:] {
		v[i] = o.num
	}
	return v, true
}

// text returns the last operand if it is a string or a name.
func (s *scanner) text() []byte {
	if len(s.stack) == 0 {
		return nil
	}
	return s.stack[len(s.stack)-1].str
}

func (s *scanner) regular() []byte {
	from := s.pos
	for s.pos < len(s.data) && class[s.data[s.pos]] == 0 {
		s.pos++
	}
	return s.data[from:s.pos]
}

func (s *scanner) number() float64 {
	from, neg, whole, digits := s.pos, false, 0.0, 0
	if c := s.data[s.pos]; c == '-' || c == '+' {
		neg = c == '-'
		s.pos++
	}
	for s.pos < len(s.data) && s.data[s.pos] >= '0' && s.data[s.pos] <= '9' {
		whole = whole*10 + float64(s.data[s.pos]-'0')
		s.pos++
		digits++
	}
	if s.pos < len(s.data) && s.data[s.pos] == '.' {
		s.pos++
		for unit := 0.1; s.pos < len(s.data) && s.data[s.pos] >= '0' && s.data[s.pos] <= '9'; unit /= 10 {
			whole += float64(s.data[s.pos]-'0') * unit
			s.pos++
			digits++
		}
	}
	if s.pos < len(s.data) && class[s.data[s.pos]] == 0 { // "1e3", "--5": leave it to the library
		s.pos = from
		v, _ := strconv.ParseFloat(string(s.regular()), 64)
		return v
	}
	if neg {
		return -whole
	}
	return whole
}

// literal reads a string in parentheses. Without escapes it is a part of the data.
func (s *scanner) literal() []byte {
	s.pos++
	from, depth := s.pos, 1
	for i := s.pos; i < len(s.data); i++ {
		switch s.data[i] {
		case '\\', '\r':
			return s.escaped(from)
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				s.pos = i + 1
				return s.data[from:i]
			}
		}
	}
	s.pos = len(s.data)
	return s.data[from:]
}

// escapes are the letters after a backslash that stand for one byte.
var escapes = map[byte]byte{'n': '\n', 'r': '\r', 't': '\t', 'b': '\b', 'f': '\f'}

func (s *scanner) escaped(from int) []byte {
	var out []byte
	depth := 1
	for i := from; i < len(s.data); i++ {
		c := s.data[i]
		switch {
		case c == '(':
			depth++
		case c == ')':
			if depth--; depth == 0 {
				s.pos = i + 1
				return out
			}
		case c == '\r':
			if i+1 < len(s.data) && s.data[i+1] == '\n' {
				i++
			}
			c = '\n'
		case c == '\\' && i+1 < len(s.data):
			i++
			c = s.data[i]
			if c >= '0' && c <= '7' {
				v := 0
				for n := 0; n < 3 && i < len(s.data) && s.data[i] >= '0' && s.data[i] <= '7'; n++ {
					v = v*8 + int(s.data[i]-'0')
					i++
				}
				i--
				c = byte(v)
			} else if c == '\r' || c == '\n' {
				if c == '\r' && i+1 < len(s.data) && s.data[i+1] == '\n' {
					i++
				}
				continue
			} else if e, ok := escapes[c]; ok {
				c = e
			}
		}
		out = append(out, c)
	}
	s.pos = len(s.data)
	return out
}

func (s *scanner) hex() []byte {
	s.pos++
	var out []byte
	high, half := byte(0), false
	for ; s.pos < len(s.data) && s.data[s.pos] != '>'; s.pos++ {
		v, ok := hexDigit(s.data[s.pos])
		if !ok {
			continue
		}
		if half {
			out = append(out, high<<4|v)
		}
		high, half = v, !half
	}
	s.pos++
	if half {
		out = append(out, high<<4)
	}
	return out
}

func hexDigit(c byte) (byte, bool) {
	switch {
	case c >= '0' && c <= '9':
		return c - '0', true
	case c >= 'a' && c <= 'f':
		return c - 'a' + 10, true
	case c >= 'A' && c <= 'F':
		return c - 'A' + 10, true
	}
	return 0, false
}

// skipImage passes over the bytes of an inline picture, to after its EI.
func (s *scanner) skipImage() {
	for i := s.pos; i+3 < len(s.data); i++ {
		if class[s.data[i]] == 1 && s.data[i+1] == 'E' && s.data[i+2] == 'I' && class[s.data[i+3]] == 1 {
			s.pos = i + 3
			return
		}
	}
	s.pos = len(s.data)
}
