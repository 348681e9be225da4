package checklist

import (
	"strconv"

	"go.yaml.in/yaml/v4"

	"lacuna/analyzer/datafile"
)

// What may stand in a way.
var (
	norms   = []string{"offence", "aggravation", "definition", "rule", "whole", "repealed"}
	narrows = []string{"age", "means", "sex", "gain", "purpose", "organised", "guardian", "consent", "money"}
	slots   = []string{"age", "sanction"}
	values  = []string{"yes", "partial"}
	reaches = []string{string(ReachAll), string(ReachAny)}
	flags   = []string{"true", "false"}
)

// way reads one way in which a provision can cover an element.
func (l *loader) way(n *yaml.Node) Way {
	f := l.Fields(n, "a way", 0, "norm", "act", "object", "purpose", "has", "not", "narrows",
		"subject", "slot", "without", "weak", "reach", "value", "ruling", "because")
	w := Way{
		Norm:    l.choices(f["norm"], "norm", norms),
		Act:     l.concepts(f["act"], "act"),
		Object:  l.concepts(f["object"], "object"),
		Purpose: l.concepts(f["purpose"], "purpose"),
		Not:     l.concepts(f["not"], "not"),
		Narrows: l.choices(f["narrows"], "narrows", narrows),
		Subject: l.Choice(f["subject"], "subject", l.subjects),
		Slot:    l.Choice(f["slot"], "slot", slots),
		Without: l.Choice(f["without"], "without", l.subjects),
		Weak:    l.Choice(f["weak"], "weak", flags) == "true",
		Reach:   Reach(l.Choice(f["reach"], "reach", reaches)),
		Value:   l.Choice(f["value"], "value", values),
		Because: l.Text(f["because"], "because"),
	}
	if f["value"] == nil {
		w.Value = "yes"
	}
	for _, h := range l.List(f["has"], "has") {
		w.Has = append(w.Has, l.concepts(h, "has"))
	}
	for _, r := range l.List(f["ruling"], "ruling") {
		w.Ruling = append(w.Ruling, l.ruling(r))
	}
	if f != nil && f["norm"] == nil && f["slot"] == nil {
		l.Fault(n, "a way must say what kind of norm it looks for (norm), or what it asks of a subject's offences (slot and subject)")
	}
	if f != nil && (f["slot"] == nil) != (f["subject"] == nil) {
		l.Fault(n, "slot and subject go together: the one says what is asked, the other of whose offences")
	}
	return w
}

// choices reads a list of known values.
func (l *loader) choices(n *yaml.Node, what string, known []string) []string {
	var out []string
	for _, entry := range l.List(n, what) {
		out = append(out, l.Choice(entry, what, known))
	}
	return out
}

// concepts reads a list of concepts, each of which the vocabulary must know.
func (l *loader) concepts(n *yaml.Node, what string) []string {
	var out []string
	for _, entry := range l.List(n, what) {
		name := l.Text(entry, what)
		if _, known := l.words.ID(name); name != "" && !known {
			l.Unknown(datafile.Target(entry), "concept", l.words.Names())
		}
		out = append(out, name)
	}
	return out
}

// ruling reads the number of a ruling.
func (l *loader) ruling(n *yaml.Node) int {
	text := l.Text(n, "ruling")
	number, err := strconv.Atoi(text)
	if text != "" && (err != nil || number < 1) {
		l.Fault(n, "a ruling is a whole number from 1, not %q", text)
	}
	return number
}
