//go:build unix

package worker

import (
	"os"
	"os/exec"
	"syscall"
)

// ownGroup lets a child end together with the programs that it starts.
func ownGroup(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} }

func killGroup(p *os.Process) {
	_ = syscall.Kill(-p.Pid, syscall.SIGKILL) // it may have ended by itself
}
