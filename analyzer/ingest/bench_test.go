package ingest

import (
	"testing"

	"lacuna/analyzer/ingest/ingesttest"
)

// longLaw is a law of two thousand articles.
func longLaw() []ingesttest.Line {
	var law []ingesttest.Line
	for range 2000 {
		law = append(law, ingesttest.Law("#### Article 1. Lanterns\n\n(1) Whoever lights a lantern in the harbour, and has not the leave of the harbour master for it:\n\n(a) is fined by the keeper of the harbour, who buys oil with the money;\n\n(b) loses the lantern – “for ever”.")...)
	}
	return law
}

func BenchmarkDOCX(b *testing.B) { benchmark(b, string(ingesttest.LawDOCX(longLaw()))) }
func BenchmarkODT(b *testing.B)  { benchmark(b, string(ingesttest.LawODT(longLaw()))) }
func BenchmarkRTF(b *testing.B)  { benchmark(b, string(ingesttest.LawRTF(longLaw()))) }
