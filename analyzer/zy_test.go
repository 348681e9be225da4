package analyzer_test
import ("testing";"fmt";"slices";"strings"
"lacuna/analyzer";"lacuna/analyzer/document";"lacuna/analyzer/ingest/ingesttest";"lacuna/corpora")
func TestZY(t *testing.T){
 opt:=builtIn(t)
 for _,s:=range slices.Concat(corpora.Samples(),corpora.Parallel()) { for _,share:=range []float64{.03,.07} {
 src:=read(t,s.File(),s.Text)
 c:=analyzer.Analyze([]*document.Source{ingesttest.Scanned(src,0,1)},opt)
 cs:=ingesttest.Scanned(src,0,1)
 n:=ingesttest.Scanned(src,share,1)
 d:=analyzer.Analyze([]*document.Source{n},opt)
 b:=[]string{}
 for _,p:=range d.Documents[0].Provisions(){b=append(b,p.Number)}
 lost:=0
 for _,p:=range c.Documents[0].Provisions(){ if !slices.Contains(b,p.Number) {lost++; 
   i:=slices.IndexFunc(cs.Blocks,func(x document.Block)bool{return x.Start<=p.Span.Start && p.Span.Start<=x.End})
   m,_:=n.Mended(n.Blocks[i].Span); m=m[:min(len(m),60)]
   fmt.Printf("LOST %.2f %s %s: %s\n",share,s.Name,p.Number,strings.ReplaceAll(m,"\n","|"))}}
 }}
}
