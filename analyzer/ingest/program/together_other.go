//go:build !unix

package program

import "os/exec"

// endTogether leaves a program to end alone where there are no groups of processes.
func endTogether(*exec.Cmd) {}
