package analyzer_test

import (
	"testing"

	"lacuna/analyzer/coverage"
)

// TestWhatIsCitedFirst holds short laws against the reasons by which proofs are put
// in order: which provision a lawyer would cite first for an element.
func TestWhatIsCitedFirst(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ why, element, first, law string }{
		{"an offence before its aggravation", "3.1.c/producing", "2", `Article 1. Whoever keeps a brothel shall be punished with imprisonment of one year. Where he also produces pornography depicting a child under eighteen years of age in it, the punishment shall be increased to imprisonment of five years.
Article 2. Whoever produces pornography depicting a child under eighteen years of age shall be punished with imprisonment of two to five years.
`},
		{"the definition, where the treaty says what the thing is", "2.c/real-or-simulated", "9", `Section 3. A person who produces child pornography commits an offence and is liable to imprisonment for seven years.
Section 9. In this Act, "child pornography" means any visual or audio representation of a person under eighteen years engaged in real or simulated sexual activity.
`},
		{"the offence for the very purpose", "3.1.a.i.b/delivering", "8", `Article 7. Whoever transports a child under eighteen years for the purpose of exploitation shall be punished with imprisonment of two to eight years.
Article 8. Whoever transports a child under eighteen years for the purpose of removing its organs shall be punished with imprisonment of five to ten years.
`},
		{"the offence against a child", "3.1.b/procuring", "6", `Article 5. Whoever procures any person for prostitution shall be punished with imprisonment of one to three years.
Article 6. Whoever procures a child under eighteen years for prostitution shall be punished with imprisonment of three to six years.
`},
		{"the rule under the heading that names it", "3.2/attempt", "12", `Article 4. Whoever sells a child under eighteen years shall be punished with imprisonment of two to five years.
PART II GENERAL RULES
Article 11. Place of the crime
An attempt at a crime is deemed to be committed where the offender acted. It is punishable there.
Article 12. Attempt
An attempt to commit a crime is punishable as the crime itself.
Article 13. Time of the crime
A crime is committed when the offender acted.
`},
		{"where there are no headings, the rule whose opening words name it", "7.a.i/confiscation", "22", `CÓDIGO PENAL
TÍTULO I DELITOS
Art. 1. Quien venda a un menor de dieciocho años será castigado con prisión de dos a cinco años.
TÍTULO II DISPOSICIONES GENERALES
Art. 21. El juez podrá suspender la pena por delito cuando el reo no haya delinquido antes. La suspensión no alcanza al decomiso de el instrumento con que se cometió el delito.
Art. 22. El decomiso de el instrumento con que se haya cometido cualquier delito se acordará en la sentencia.
Art. 23. Las penas se cumplen sin demora.
`},
	} {
		each(judge(t, "law.txt", c.law), func(name string, f coverage.Finding) {
			if name == c.element && (len(f.Evidence) == 0 || f.Evidence[0].Provision != c.first) {
				t.Errorf("%s: %s is %s and cites %s, want %s first", c.why, name, f.Value, places(f), c.first)
			}
		})
	}
}
