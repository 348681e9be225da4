package ingest

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"lacuna/analyzer/document"
	"lacuna/analyzer/ingest/ingesttest"
)

const openStylesXML = `<style:style style:name="Fett" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="Hoch" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>
<style:style style:name="Weg" style:family="text"><style:text-properties text:display="none"/></style:style>
<style:style style:name="Mitte" style:family="paragraph"><style:paragraph-properties fo:text-align="center" fo:margin-left="1in" fo:text-indent="-0.5in"/></style:style>
<style:style style:name="Mitte2" style:family="paragraph" style:parent-style-name="Mitte"><style:text-properties fo:font-style="italic"/></style:style>
<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" style:num-prefix="Article " style:num-suffix="."/>
<text:list-level-style-number text:level="2" style:num-format="a" text:display-levels="2" style:num-suffix=")"/>
<text:list-level-style-number text:level="3" style:num-format="I" loext:num-list-format="(%3%)" xmlns:loext="urn:x"/></text:list-style>
<text:list-style style:name="L2"><text:list-level-style-bullet text:level="1" text:bullet-char="–"/></text:list-style>`

func TestOpenDocument(t *testing.T) {
	body := `<text:h text:outline-level="2">General<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>Amended.</text:p></text:note-body></text:note></text:h>
<text:p text:style-name="Mitte2">Whoever<text:s text:c="3"/><text:span text:style-name="Fett">lights</text:span><text:tab/>242<text:span text:style-name="Hoch">1</text:span> <text:span text:style-name="Weg">secret</text:span><text:a xlink:href="x">a lamp</text:a>:<text:line-break/>(a) by night</text:p>
<text:list xml:id="l1" text:style-name="L1"><text:list-item><text:p>Lanterns</text:p><text:p>goes on</text:p><text:list><text:list-item><text:p>one</text:p></text:list-item><text:list-item><text:p>two</text:p><text:list><text:list-item><text:p>deep</text:p></text:list-item></text:list></text:list-item></text:list></text:list-item></text:list>
<text:p>between</text:p>
<text:list text:style-name="L1" text:continue-numbering="true"><text:list-item><text:p>Candles</text:p><text:list><text:list-item><text:p>again</text:p></text:list-item></text:list></text:list-item></text:list>
<text:list text:style-name="L2"><text:list-item><text:p>dash</text:p></text:list-item></text:list>
<text:list text:style-name="L1"><text:list-item text:start-value="7"><text:p>anew</text:p></text:list-item></text:list>
<text:list text:continue-list="l1" text:style-name="L1"><text:list-header><text:p>unnumbered</text:p></text:list-header><text:list-item><text:p>Torches</text:p></text:list-item></text:list>
<table:table><table:table-row><table:table-cell><text:p>Crime</text:p></table:table-cell><table:table-cell><text:p>Fine</text:p></table:table-cell></table:table-row></table:table>
<text:table-of-content><text:index-body><text:p>Article 1 .... 3</text:p></text:index-body></text:table-of-content>
<text:p>last<office:annotation><dc:creator>Ada</dc:creator><text:p>Why?</text:p></office:annotation></text:p>`
	src := read(t, string(ingesttest.ODT(body, openStylesXML, "")))
	wantLines(t, src, "General1", "1 Amended.", "Whoever lights 2421 a lamp:", "(a) by night", "Article 1. Lanterns", "goes on", "1.a) one", "1.b) two", "(I) deep", "between",
		"Article 2. Candles", "2.a) again", "– dash", "Article 7. anew", "unnumbered", "Article 3. Torches", "Crime | Fine", "Article 1 .... 3", "last")
	b := src.Blocks
	if b[0].Level != 2 || b[1].Kind != document.Note || !b[2].Center || !b[2].Italic || b[2].Indent != 36 || src.Quote(b[2].Raised[0]) != "1" || b[4].Kind != document.ListItem || b[16].Kind != document.TableRow || b[17].Kind != document.Contents {
		t.Errorf("blocks %+v", b)
	}
	if left := fmt.Sprint(src.Left); !strings.Contains(left, "comment by Ada 0 Why?") || !strings.Contains(left, "hidden 0 secret") {
		t.Errorf("left out %v", left)
	}
	flat := `<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text><text:p>Flat.</text:p></office:text></office:body></office:document>`
	if src := read(t, flat); src.Text != "Flat." || src.Format != "odt" {
		t.Errorf("flat file: %q, %s", src.Text, src.Format)
	}
}

func TestHeadingsNumberedByTheOutline(t *testing.T) {
	styles := `<text:outline-style style:name="Outline"><text:outline-level-style text:level="1" style:num-format="I" style:num-prefix="Part "/><text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/><text:outline-level-style text:level="3" style:num-format=""/></text:outline-style>`
	src := read(t, string(ingesttest.ODT(`<text:h text:outline-level="1">A</text:h><text:h text:outline-level="2">B</text:h><text:h text:outline-level="3">C</text:h><text:h text:outline-level="1">D</text:h><text:h text:outline-level="2">E</text:h>`, "", styles)))
	wantLines(t, src, "Part I A", "I.1 B", "C", "Part II D", "II.1 E")
}

func TestTrackedChangesOfOpenDocument(t *testing.T) {
	region := func(id, kind, author, inner string) string {
		return fmt.Sprintf(`<text:changed-region xml:id="%s" text:id="%s"><text:%s><office:change-info><dc:creator>%s</dc:creator><dc:date>2026-03-01T10:00:00</dc:date></office:change-info>%s</text:%s></text:changed-region>`, id, id, kind, author, inner, kind)
	}
	start := func(id string) string { return `<text:change-start text:change-id="` + id + `"/>` }
	end := func(id string) string { return `<text:change-end text:change-id="` + id + `"/>` }
	body := `<text:tracked-changes>` + region("c1", "deletion", "Ada", `<text:p>five</text:p>`) + region("c2", "insertion", "Ada", "") + region("c3", "insertion", "Ben", "") + region("c4", "deletion", "Ben", `<text:p/><text:p>Torches too.</text:p><text:p/>`) + `</text:tracked-changes>` +
		`<text:p>A fine of <text:change text:change-id="c1"/>` + start("c2") + `ten` + end("c2") + ` crowns.` + start("c3") + `</text:p><text:p>Ben’s point.` + end("c3") + `</text:p>` +
		`<text:p>Lanterns.<text:change text:change-id="c4"/></text:p><text:p>Oil.</text:p>`
	for reading, want := range map[string][]string{
		Accepted: {"A fine of ten crowns.", "Ben’s point.", "Lanterns.", "Oil."},
		Original: {"A fine of five crowns.", "Lanterns.", "Torches too.", "Oil."},
		"by:Ben": {"A fine of five crowns.", "Ben’s point.", "Lanterns.", "Oil."},
	} {
		src, err := Read(context.Background(), "draft.odt", ingesttest.ODT(body, "", ""), Limits{Revisions: reading})
		if err != nil {
			t.Fatal(err)
		}
		wantLines(t, src, want...)
		if len(src.Revisions) != 4 || len(src.Warnings) != 1 {
			t.Errorf("%s: changes %+v, warnings %q", reading, src.Revisions, src.Warnings)
		}
	}
}
