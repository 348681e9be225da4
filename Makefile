# What a contributor types. Every target works offline once modules are there.
GO      ?= go
CORPORA ?= ../shared/corpora
VERSION := $(shell sed -n 's/^const Version = "\(.*\)"/\1/p' cmd/lacuna/cli/cli.go)
PLATFORMS ?= linux/amd64 linux/arm64 darwin/amd64 darwin/arm64 windows/amd64

.PHONY: all build test golden figures fmt vet lint dist clean

all: fmt vet test build

build: ## one static binary in ./lacuna
	CGO_ENABLED=0 $(GO) build -trimpath -ldflags '-s -w' -o lacuna ./cmd/lacuna

test: ## every test; those that need real codes skip where LACUNA_CORPORA has none
	$(GO) test ./...

golden: ## write the expected reports, sessions and the output in README.md anew; read the diff before committing
	$(GO) test ./analyzer/report ./cmd/lacuna/cli -update

figures: ## measure the answers on the texts of CORPORA and write the figures of README.md anew
	@{ echo; echo "Measured at commit $$(git rev-parse --short HEAD)."; echo; echo '```text'; \
	  $(GO) run ./cmd/lacuna evaluate --gold testdata/gold --corpora $(CORPORA) && echo '```' && echo && \
	  echo 'The sample codes, against the labels in `corpora/labels` (`go test ./analyzer -run Samples -v`):' && echo && \
	  $(GO) test ./analyzer -run TestSamplesAgainstTheirLabels -v | sed -n 's/^.*go:[0-9]*: \(.*\) answers agree with the labels$$/* \1 answers agree with the labels/p' && \
	  echo; } > .figures && \
	awk 'FNR == NR { t = t $$0 "\n"; next } /^<!-- \/figures -->/ { skip = 0 } !skip { print } /^<!-- figures -->/ { printf "%s", t; skip = 1 }' .figures README.md > .readme && \
	mv .readme README.md; code=$$?; rm -f .figures .readme; exit $$code

fmt: ## fail where a file is not formatted
	@out=$$(gofmt -l .); test -z "$$out" || { echo "not formatted:"; echo "$$out"; exit 1; }

vet:
	$(GO) vet ./...

lint: vet ## settings in .golangci.yml
	$(GO) run github.com/golangci/golangci-lint/v2/cmd/golangci-lint@v2.15.0 run

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
