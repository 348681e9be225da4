package outline

// A sequence whose provisions are so short on average, in bytes, is one of a
// table of contents, if behind it stands another whose provisions are so many
// times longer: a body that stops before its contents do.
const (
	shortProvision = 120
	bodyTimes      = 3
	fewestBehind   = 3
)

// behindContents returns the sequence that stands behind a table of contents
// which is longer than it: the body of a text that was cut off.
func (r *reader) behindContents(list, chain []candidate) []candidate {
	last := chain[len(chain)-1].block
	var behind []candidate
	for _, c := range list {
		if c.block > last {
			behind = append(behind, c)
		}
	}
	body, _ := longest(behind)
	if len(body) < fewestBehind || body[0].number.compare(chain[len(chain)-1].number) >= 0 {
		return chain
	}
	lines := r.meanLength(chain, body[0].start)
	if lines > shortProvision || r.meanLength(body, len(r.src.Text)) < bodyTimes*lines {
		return chain
	}
	return body
}

// bodyFor returns a chain whose beginning stands in a table of contents with the
// beginning of the body in its place. Where numbers of the body were not read, as in
// scans, the whole contents and the end of the body make the longer sequence.
func (r *reader) bodyFor(list, chain []candidate) []candidate {
	for at := fewestBehind; at < len(chain); at++ {
		head := chain[:at]
		if r.meanLength(head, head[at-1].start) > shortProvision {
			continue
		}
		body := headOf(list, head[at-1].block, chain[at])
		if len(body) < fewestBehind || len(body)*2 < at || body[0].number.compare(chain[at/2].number) >= 0 {
			continue
		}
		lines := r.meanLength(head, body[0].start)
		if lines <= shortProvision && r.meanLength(body, chain[at].start) >= bodyTimes*lines {
			return append(body, chain[at:]...)
		}
	}
	return chain
}

// meanLength is the mean length in bytes of the provisions of a sequence that
// ends at an offset.
func (r *reader) meanLength(chain []candidate, end int) int {
	return (end - chain[0].start) / len(chain)
}
