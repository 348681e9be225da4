package ingest

import (
	"strings"

	"lacuna/analyzer/document"
)

// europeanDialects are the dialects of European publishers.
var europeanDialects = []*dialect{
	{
		name: "Crown Legislation Markup (CLML)", roots: []string{"Legislation"}, describe: describeCrown, prepare: prepareCrown, provisions: names("P1"),
		rules: rules(map[elementRule]string{
			text_: "Text LongTitle Para", label: "Number Pnumber", heading: "Title Subtitle", side: "SideTitle",
			group:  "Group Part Chapter Pblock PsubBlock Schedule EUPart EUTitle EUChapter EUSection",
			level_: "P1 P2 P3 P4 P5 P6 P7 ListItem",
			note:   "Footnote Commentary", row: "tr", raised: "Superior", strong: "Strong", slant: "Emphasis Term",
			skipped_: "Metadata Contents DateOfEnactment Commentaries Footnotes ExplanatoryNotes EarlierOrders", silent: "CommentaryRef FootnoteRef", quoted: "BlockAmendment",
		}),
	},
	{
		name: "Formex (Publications Office of the European Union)", roots: []string{"ACT", "CONS.ACT", "CONS.DOC"}, describe: describeFormex, prepare: prepareFormex,
		provisions: names("ARTICLE"),
		rules: rules(map[elementRule]string{
			text_: "P ALINEA TXT VISA NP.ECR", label: "TI.ART NO.PARAG NO.P", heading: "STI.ART TI STI", group: "DIVISION TITLE",
			level_: "ARTICLE PARAG NP ITEM", note: "NOTE", row: "ROW", raised: "SUPERSCRIPT", strong: "BOLD", slant: "ITALIC",
			skipped_: "BIB.INSTANCE BIB.DATA FAM.COMP INFO.CONSLEG INFO.PROD TOC", quoted: "QUOT.S",
		}),
	},
	{
		name: "the schema of German federal law (gii-norm)", roots: []string{"dokumente"}, describe: describeGerman, provisions: names("norm"),
		rules: rules(map[elementRule]string{
			text_: "P LA", label: "enbez gliederungsbez DT", heading: "titel gliederungstitel langue Title", level_: "norm DL DD",
			note: "Footnote fussnoten", row: "row", raised: "SUP", strong: "B", slant: "I", lineBreak: "BR",
			skipped_: "jurabk amtabk ausfertigung-datum fundstelle kurzue standangabe gliederungskennzahl TOC", silent: "FnR",
		}),
	},
}

// prepareCrown writes the numbers of points with the brackets that the dialect
// takes for granted, and tells the heading beside a section from that of a part.
func prepareCrown(root *node) {
	root.walk(func(n *node) {
		for _, k := range n.kids {
			switch {
			case k.name == "Title" && n.name == "P1group":
				k.name = "SideTitle"
			case k.name == "Pnumber" && (k.has("PuncBefore") || k.has("PuncAfter")):
				k.kids = []*node{{text: k.get("PuncBefore") + strings.TrimSpace(k.words()) + k.get("PuncAfter")}}
			case k.name == "Pnumber" && n.name != "P1":
				k.kids = []*node{{text: "(" + strings.TrimSpace(k.words()) + ")"}}
			}
		}
	})
}

func describeCrown(root *node, src *document.Source) {
	src.Language = isoLanguage(root.get("lang"))
	if src.Language == "" {
		src.Language = isoLanguage(root.find("language").words())
	}
	src.AsOf = dateOf(root.get("RestrictStartDate"))
	src.Title = strings.Join(strings.Fields(root.find("title").words()), " ")
}

// prepareFormex names stretches that are set apart after what they look like.
func prepareFormex(root *node) {
	looks := map[string]string{"SUP": "SUPERSCRIPT", "BOLD": "BOLD", "ITALIC": "ITALIC"}
	root.walk(func(n *node) {
		if n.name == "HT" && looks[n.get("TYPE")] != "" {
			n.name = looks[n.get("TYPE")]
		}
	})
}

func describeFormex(root *node, src *document.Source) {
	src.Language = isoLanguage(root.find("LG.DOC").words())
	src.AsOf = dateOf(root.find("DATE").get("ISO"))
	src.Title = strings.Join(strings.Fields(root.child("TITLE", "TI").words()), " ")
}

func describeGerman(root *node, src *document.Source) {
	src.Language = "de"
	src.Title = strings.Join(strings.Fields(root.find("langue").words()), " ")
}
