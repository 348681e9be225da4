package main

import (
	"fmt"
	"lacuna/analyzer/lexicon"
	"os"
)

func main() {
	l, err := lexicon.LoadLibrary(os.DirFS("checklists"))
	if err != nil {
		fmt.Println(err)
	}
	p := l.Pack("en")
	bad := 0
	for _, e := range p.Examples {
		toks := p.Tokens(e.Text, 0)
		got := false
		for _, h := range p.Scan(toks) {
			if p.Concept(h) == e.Concept {
				got = true
			}
		}
		if got != e.Read {
			bad++
			fmt.Println(e.Line, e.Concept, e.Text, "read", got)
		}
	}
	fmt.Println(len(p.Examples), bad)
}
