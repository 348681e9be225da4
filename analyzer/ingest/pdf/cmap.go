package pdf

import lib "github.com/ledongthuc/pdf"

// maxRange bounds how many codes one range of a character map may name.
const maxRange = 1 << 16

// readCMap reads a ToUnicode character map: from codes, as their bytes, to text.
func readCMap(stream lib.Value) map[string]string {
	if stream.Kind() != lib.Stream {
		return nil
	}
	codes := map[string]string{}
	data, _ := readStreams(stream, nil)
	s := &scanner{data: data}
	for op := s.next(); op != ""; op = s.next() {
		switch op {
		case "endbfchar":
			for i := 0; i+1 < len(s.stack); i += 2 {
				codes[string(s.stack[i].str)] = utf16Text(string(s.stack[i+1].str))
			}
		case "endbfrange":
			for i := 0; i+2 < len(s.stack); i += 3 {
				lo, hi, to := s.stack[i], s.stack[i+1], s.stack[i+2]
				addRange(codes, string(lo.str), string(hi.str), to, s.array[to.from:to.to])
			}
		}
	}
	return codes
}

// addRange maps the codes from lo to hi: to the texts of a list, or to texts
// that count up from one.
func addRange(codes map[string]string, lo, hi string, to operand, list []operand) {
	if len(lo) == 0 || len(lo) > 4 || len(lo) != len(hi) {
		return
	}
	first, last := codeNumber(lo), codeNumber(hi)
	for n := 0; first+n <= last && n < maxRange; n++ {
		code := codeBytes(first+n, len(lo))
		if to.kind == '[' {
			if n < len(list) {
				codes[code] = utf16Text(string(list[n].str))
			}
			continue
		}
		raw := append([]byte(nil), to.str...)
		carry := n
		for i := len(raw) - 1; i >= 0 && carry > 0; i-- {
			carry += int(raw[i])
			raw[i] = byte(carry)
			carry >>= 8
		}
		codes[code] = utf16Text(string(raw))
	}
}

func codeNumber(s string) int {
	n := 0
	for i := 0; i < len(s); i++ {
		n = n<<8 | int(s[i])
	}
	return n
}

func codeBytes(n, size int) string {
	b := make([]byte, size)
	for i := size - 1; i >= 0; i-- {
		b[i] = byte(n)
		n >>= 8
	}
	return string(b)
}
