package analyzer_test
import ("testing";"fmt";"os";"strings"
"lacuna/analyzer";"lacuna/analyzer/document";"lacuna/analyzer/ingest/ingesttest";"lacuna/corpora")
func TestZZ(t *testing.T){
 opt:=builtIn(t)
 name:=os.Getenv("ZZ"); share:=.03; if os.Getenv("SH")!="" {share=.07}
 seed:=uint64(1); if os.Getenv("SEED")!="" {seed=2}
 s,_:=corpora.Find(name)
 src:=read(t,s.File(),s.Text)
 c:=analyzer.Analyze([]*document.Source{ingesttest.Scanned(src,0,1)},opt)
 n:=ingesttest.Scanned(src,share,seed)
 d:=analyzer.Analyze([]*document.Source{n},opt)
 a,b:=[]string{},[]string{}
 for _,p:=range c.Documents[0].Provisions(){a=append(a,p.Number)}
 for _,p:=range d.Documents[0].Provisions(){b=append(b,p.Number)}
 fmt.Println("CLEAN",a); fmt.Println("NOISY",b)
 fmt.Println("NOTES",strings.Join(d.Documents[0].Health.Notes,"\n  "))
 for _,l:=range n.Likely { if r:=n.Quote(l.Span); r!=l.Word {fmt.Printf("FIX %s -> %s\n",r,l.Word)}}
 for _,x:=range n.Doubts { ok:=false; for _,l:=range n.Likely{ if l.Overlaps(x){ok=true}}; if !ok {fmt.Printf("UNRES %q\n",n.Quote(x))}}
 aa:=answers(c.Matrix)
 for k,v:=range answers(d.Matrix){ if aa[k]!=v {fmt.Println("DIFF",k,aa[k],v)}}
 text,_:=n.Mended(document.Span{0,len(n.Text)})
 os.WriteFile("/tmp/scan-mended.txt",[]byte(text),0o644)
 os.WriteFile("/tmp/scan-read.txt",[]byte(n.Text),0o644)
}
