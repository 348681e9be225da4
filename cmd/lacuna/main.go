// Command lacuna reads national criminal law and shows, obligation by
// obligation of a treaty, what the law covers, what it misses, and the words
// that prove it.
package main

import (
	"os"

	"lacuna/cmd/lacuna/cli"
)

func main() {
	os.Exit(cli.Main())
}
