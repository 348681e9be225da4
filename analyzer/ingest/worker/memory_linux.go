package worker

import (
	"fmt"
	"os"
)

// resident is the memory, in bytes, that a process holds; 0 where it is gone.
func resident(pid int) int64 {
	data, err := os.ReadFile(fmt.Sprintf("/proc/%d/statm", pid))
	if err != nil {
		return 0
	}
	var size, pages int64
	if n, err := fmt.Sscan(string(data), &size, &pages); n != 2 || err != nil {
		return 0
	}
	return pages * int64(os.Getpagesize())
}
