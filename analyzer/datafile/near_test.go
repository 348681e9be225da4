package datafile

import "testing"

func TestNearestOffersOneSlipButNoStranger(t *testing.T) {
	formats := []string{"table", "md", "csv", "json", "html"}
	for word, want := range map[string]string{
		"htm": "html", "JSON": "json", "jsno": "json", "cvs": "csv", "tabel": "table", "tabl": "table",
		"xy": "", "docx": "", "": "", "spreadsheet": "", "mdd": "md",
	} {
		if got, ok := Nearest(word, formats); got != want || ok != (want != "") {
			t.Errorf("Nearest(%q) = %q, %t; want %q", word, got, ok, want)
		}
	}
	if got, _ := Nearest("disseminat", []string{"distributing", "disseminating", "dissemination"}); got != "disseminating" {
		t.Errorf("of two equally near names the first is taken, got %q", got)
	}
	if _, ok := Nearest("exploitation", nil); ok {
		t.Error("nothing is near where there are no names")
	}
}

func TestDistanceCountsASwapOnce(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{{"acb", "abc", 1}, {"ca", "abc", 3}, {"kitten", "sitting", 3}, {"", "abc", 3}, {"закон", "закно", 1}} {
		if got := Distance([]rune(c.a), []rune(c.b), 9); got != c.want {
			t.Errorf("Distance(%q, %q) = %d, want %d", c.a, c.b, got, c.want)
		}
	}
}
