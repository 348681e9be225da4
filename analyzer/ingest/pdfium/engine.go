package pdfium

import (
	"context"
	"io"
	"sync"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"

	"lacuna/analyzer/ingest/cache"
)

// memoryPages bounds the memory of one file, in pages of 64 KiB: 768 MiB.
const memoryPages = 12 << 10

// room is the folder of the cache that holds the compiled machine.
const room = "pdfium"

// compiled is the machine code of this process: compiling takes seconds, and
// is done for the first file that needs it.
var compiled struct {
	sync.Mutex
	code wazero.CompilationCache
}

// start starts a machine for one file, which ends with the context. It sees no
// file, no network and no settings of the computer.
func start(ctx context.Context, keep cache.Folder) (pdfium.Pool, error) {
	compiled.Lock()
	defer compiled.Unlock()
	seal := func() {}
	if compiled.code == nil {
		compiled.code, seal = open(keep)
	}
	pool, err := machine(ctx)
	if err != nil && ctx.Err() == nil && keep != "" { // another process may be emptying the folder at this moment
		compiled.code = wazero.NewCompilationCache()
		return machine(ctx)
	}
	if err != nil {
		return nil, err
	}
	seal()
	return pool, nil
}

// machine starts a machine of the compiled code.
func machine(ctx context.Context) (pdfium.Pool, error) {
	return webassembly.Init(webassembly.Config{
		Context: ctx, MinIdle: 0, MaxIdle: 1, MaxTotal: 1,
		FSConfig: wazero.NewFSConfig(), Stdout: io.Discard, Stderr: io.Discard,
		RuntimeConfig: wazero.NewRuntimeConfig().
			WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
			WithMemoryLimitPages(memoryPages).
			WithCloseOnContextDone(true).
			WithCompilationCache(compiled.code),
	})
}

// open opens the machine code that was kept, if it is still what it was; seal
// is to be called when the machine is compiled. Where nothing can be kept, the
// code lives in memory alone.
func open(keep cache.Folder) (code wazero.CompilationCache, seal func()) {
	memory := func() (wazero.CompilationCache, func()) { return wazero.NewCompilationCache(), func() {} }
	if keep == "" {
		return memory()
	}
	dir, err := keep.Room(room)
	if err != nil {
		return memory()
	}
	whole, err := cache.Open(dir)
	if err != nil {
		return memory()
	}
	code, err = wazero.NewCompilationCacheWithDir(dir)
	if err != nil {
		return memory()
	}
	if whole {
		return code, func() {}
	}
	return code, func() { _ = cache.Seal(dir) } // unsealed code is compiled anew the next time
}
