package outline

// excerptShare is how many in ten steps of a numbering leap where a text is an
// excerpt: some articles of a code, picked from its parts.
const excerptShare = 3

// addPicked takes in, where the text is an excerpt, the candidates that the
// chain passed over because a lone number between two leaps earns less than the
// leaps cost: 97, 265, 294, 342.
func (r *reader) addPicked(list []candidate) {
	if !r.excerpt() {
		return
	}
	var merged []candidate
	next := 0
	for _, c := range list {
		for next < len(r.chain) && r.chain[next].block <= c.block {
			merged = append(merged, r.chain[next])
			next++
		}
		if c.reread || r.quoted[c.block] || r.inChain(c.block) || c.weight < forms[c.form].belief*.35 {
			continue
		}
		if (len(merged) == 0 || merged[len(merged)-1].last().compare(c.number) < 0) && (next == len(r.chain) || c.last().compare(r.chain[next].number) < 0) {
			merged = append(merged, c)
		}
	}
	r.chain = append(merged, r.chain[next:]...)
}

// excerpt reports whether the numbers of the chain, which bear the word for
// article or section, leap so often that the text is an excerpt.
func (r *reader) excerpt() bool {
	if len(r.chain) < 2 || forms[r.chain[0].form].bare {
		return false
	}
	leaps := 0
	for i := 1; i < len(r.chain); i++ {
		if !isNext(r.chain[i-1].last(), r.chain[i].number) {
			leaps++
		}
	}
	return leaps*10 >= excerptShare*(len(r.chain)-1)
}
