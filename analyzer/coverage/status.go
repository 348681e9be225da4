package coverage

// StatusOf makes an item's status from its elements: all yes is covered, all no
// a gap; nothing but unknown, or unknown and no, is unknown; the rest is partial.
func StatusOf(elements []Finding) Status {
	count := map[Value]int{}
	for _, e := range elements {
		count[e.Value]++
	}
	switch {
	case count[Yes] == len(elements):
		return Covered
	case count[No] == len(elements):
		return Gap
	case count[Yes]+count[Partial] == 0:
		return NotKnown
	}
	return PartlyCovered
}

func (s *Summary) count(status Status) {
	switch status {
	case Covered:
		s.Covered++
	case PartlyCovered:
		s.Partial++
	case Gap:
		s.Gap++
	case NotKnown:
		s.Unknown++
	}
}
