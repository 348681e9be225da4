//go:build !unix

package worker

import (
	"os"
	"os/exec"
)

// ownGroup leaves a child as it is where there are no groups of processes.
func ownGroup(*exec.Cmd) {}

func killGroup(p *os.Process) {
	_ = p.Kill() // it may have ended by itself
}
