package message

// change are the sentences on what became of an answer from an old text to a new one.
var change = map[string]string{
	"change-repealed":   "{label} is repealed",
	"change-gone":       "{label} has no counterpart in the new text",
	"change-turned":     "{label}: {parts}",
	"change-left":       "what {label} said of it no longer stands in {home}",
	"change-open":       "an amendment of {label} was not carried out: what it says now was not read",
	"change-now":        "now: {parts}",
	"change-before":     "before: {parts}",
	"change-narrower":   "now {parts}",
	"change-wider":      "no longer {parts}",
	"change-misses":     "no longer reaches {subject}",
	"change-reaches":    "now reaches {subject}",
	"change-age-raised": "age raised: below {old} → below {below} years",
	"change-age-cut":    "age lowered: below {old} → below {below} years",
	"change-cut":        "penalty cut: {1} → {2}",
	"change-raised":     "penalty raised: {1} → {2}",
	"change-shortened":  "list shortened: it no longer names {labels}",
	"change-extended":   "list extended: it now names {labels}",

	"change-renumbered":   "{label} is now {other}",
	"change-moved":        "{label} stands in another place",
	"change-moved-number": "{label} is now {other}, in another place",

	"penalty-fine":         "a fine alone",
	"penalty-arrest":       "a short arrest",
	"penalty-life":         "up to life",
	"penalty-range":        "{1} to {2}",
	"penalty-most":         "up to {1}",
	"penalty-least":        "at least {1}",
	"penalty-imprisonment": "imprisonment",
	"term-years":           "{n year|years}",
	"term-months":          "{n month|months}",
}
