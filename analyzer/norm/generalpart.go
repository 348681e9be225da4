package norm

import (
	"lacuna/analyzer/document"
)

// punishing tells the provisions in force that state a penalty for an offence from
// those that do not.
func punishing(norms []*Norm) map[*document.Section]bool {
	punishes := map[*document.Section]bool{}
	for _, n := range norms {
		if n.Kind != Repealed {
			punishes[n.Provision] = punishes[n.Provision] || n.Kind == Offence && n.Sanction.Class != NoSanction && !n.attributes()
		}
	}
	return punishes
}

// generalChapters lists the groups of sections of whose sections fewer than one
// in three states a penalty for an offence.
func generalChapters(punishes map[*document.Section]bool) map[*document.Section]bool {
	all, offences := map[*document.Section]int{}, map[*document.Section]int{}
	for provision, does := range punishes {
		all[provision.Parent]++
		if does {
			offences[provision.Parent]++
		}
	}
	general := map[*document.Section]bool{}
	for group, count := range all {
		general[group] = offences[group]*3 < count || !group.Kind.Groups()
	}
	return general
}

// smallChapter is how many sections a chapter may have whose rules on "any
// offence" are taken at their word, though it also punishes: "Chapter XXIII,
// Attempts".
const smallChapter = 3
