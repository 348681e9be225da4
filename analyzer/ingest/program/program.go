// Package program runs installed programs on what comes from outside: with no
// settings of the user's, no way into the net, and an end with the context.
package program

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"time"
)

// First returns the path of the first of the programs that is installed, ""
// where none is.
func First(names ...string) string {
	for _, name := range names {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	return ""
}

// Run runs a program in a folder, which is also its home, and returns what it
// wrote to its standard output and to its standard error. env adds to its
// environment.
func Run(ctx context.Context, dir string, stdin []byte, env []string, path string, args ...string) (out, said []byte, err error) {
	cmd := exec.CommandContext(ctx, path, args...)
	const nowhere = "http://127.0.0.1:9"
	cmd.Dir = dir
	cmd.Env = append([]string{"PATH=" + os.Getenv("PATH"), "HOME=" + dir, "TMPDIR=" + dir, "LANG=C.UTF-8",
		"http_proxy=" + nowhere, "https_proxy=" + nowhere, "ftp_proxy=" + nowhere}, env...)
	cmd.WaitDelay = 2 * time.Second
	endTogether(cmd)
	var stdout, stderr bytes.Buffer
	cmd.Stdin, cmd.Stdout, cmd.Stderr = bytes.NewReader(stdin), &stdout, &stderr
	err = cmd.Run()
	if ctx.Err() != nil {
		err = ctx.Err()
	}
	return stdout.Bytes(), stderr.Bytes(), err
}
