# What a contributor types. Every target works offline once modules are there.
GO      ?= go
VERSION := $(shell sed -n 's/^const Version = "\(.*\)"/\1/p' cmd/lacuna/cli/cli.go)
PLATFORMS ?= linux/amd64 linux/arm64 darwin/amd64 darwin/arm64 windows/amd64

.PHONY: all build test golden fmt vet lint dist clean

all: fmt vet test build

build: ## one static binary in ./lacuna
	CGO_ENABLED=0 $(GO) build -trimpath -ldflags '-s -w' -o lacuna ./cmd/lacuna

test: ## every test; those that need real codes skip where LACUNA_CORPORA has none
	$(GO) test ./...

golden: ## write the expected reports and sessions anew; read the diff before committing
	$(GO) test ./analyzer/report ./cmd/lacuna/cli -update

fmt: ## fail where a file is not formatted
	@out=$$(gofmt -l analyzer checklists cmd corpora); test -z "$$out" || { echo "not formatted:"; echo "$$out"; exit 1; }

vet:
	$(GO) vet ./...

lint: vet ## needs golangci-lint
	golangci-lint run

dist: ## reproducible binaries with their checksums
	@mkdir -p dist
	@for p in $(PLATFORMS); do \
	  os=$${p%/*}; arch=$${p#*/}; ext=; test $$os = windows && ext=.exe; \
	  echo "lacuna-$(VERSION)-$$os-$$arch$$ext"; \
	  CGO_ENABLED=0 GOOS=$$os GOARCH=$$arch $(GO) build -trimpath -buildvcs=false -ldflags '-s -w -buildid=' \
	    -o dist/lacuna-$(VERSION)-$$os-$$arch$$ext ./cmd/lacuna || exit 1; \
	done
	@cd dist && sha256sum lacuna-* > SHA256SUMS

clean:
	rm -rf lacuna dist
