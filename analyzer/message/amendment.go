package message

// amendment are the sentences on what an amending act did to a law. {where} holds
// provisions of the law, parted by "; ", and nothing where it is the whole law.
var amendment = map[string]string{
	"amend-replaced":       "{act} {label}: “{old}” became “{new}” in {where}.",
	"amend-replaced-times": "{act} {label}: “{old}” became “{new}” in {where}, {n time|times}.",
	"amend-inserted":       "{act} {label}: “{new}” was inserted beside “{old}” in {where}.",
	"amend-inserted-times": "{act} {label}: “{new}” was inserted beside “{old}” in {where}, {n time|times}.",
	"amend-struck":         "{act} {label}: “{old}” was struck out in {where}.",
	"amend-struck-times":   "{act} {label}: “{old}” was struck out in {where}, {n time|times}.",
	"amend-repealed":       "{act} {label}: {where} repealed.",
	"amend-renumbered":     "{act} {label}: {where} has the number {new}; references elsewhere stay as they are.",
	"amend-reworded":       "{act} {label}: {where} has a new wording.",
	"amend-added":          "{act} {label}: “{new}” was inserted.",
	"amend-not-done":       "{act} {label} was not carried out ({operation}, {where}): {parts}.",

	"amend-clash":     "another instruction changes the same words",
	"amend-several":   "it strikes out several words at once",
	"amend-vague":     "it does not say word for word what is to stand there",
	"amend-no-words":  "the words “{words}” do not stand there",
	"amend-ambiguous": "the words “{words}” stand there {n time|times}, and it does not say which are meant",
	"amend-unnamed":   "it names no provision",
	"amend-many":      "it names several provisions at once",
	"amend-absent":    "the law has no provision {number}",
	"amend-twice":     "the law has {n} provisions {number}",
	"amend-not-one":   "it does not name one provision",
	"amend-no-part":   "the paragraph or point that it names was not found",
	"amend-nowhere":   "it does not say where the new words stand",
	"amend-no-place":  "the place of {number} in the law was not found",
	"amend-range":     "the ends of the range stand in the wrong order",
}
