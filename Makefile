# What there is to do here. `make run` and `make test` are all a newcomer needs.
#
#   make run                 sets the machine up, builds, opens the register on a copy of Data/
#   make run ARGS="list"     the same, for one command;  FRESH=1 begins with a new copy
#   make test                sets the machine up, builds, runs every test
#   make build               the program, for use: .build/release/dondoc
#   make install PREFIX=…    puts it and its shell completions there;  DESTDIR is honoured
#   make bench               measures the budgets of docs/architecture.md
#   make data                makes Data/ anew from Scripts/source
#   make docs                makes the generated pages and pictures of docs/ anew
#   make lint                the house's form
#   Scripts/fuzz.sh TARGET   feeds one reader with inputs made up by libFuzzer (docs/fuzzing.md)
#   make clean
#
# YES=1 installs what is missing without asking.

PREFIX ?= /usr/local
ARGS ?=
# Coloured messages are other flags to the compiler: a build on a terminal would throw away one by a
# script, and the other way round.
PLAIN := --no-color-diagnostics
RELEASE := --configuration release --static-swift-stdlib -Xlinker -no-pie $(PLAIN)
PROGRAM := .build/release/dondoc

.DEFAULT_GOAL := build
.PHONY: run test build install bench data docs lint clean setup release

setup:
	@Scripts/setup.sh build

build: setup release

release:
	@swift build $(RELEASE) --product dondoc >&2

run: build
	@DONDOC_DATA="$$(FRESH=$(FRESH) Scripts/trial.sh)" $(PROGRAM) $(ARGS)

# One build folder and one set of flags for the build and for the tests.
test:
	@Scripts/setup.sh test
	swift build --build-tests $(PLAIN)
	swift test --skip-build $(PLAIN)

# Under sudo what was built before is installed: nothing is built as another user.
install: $(if $(SUDO_USER),,build)
	@Scripts/install.sh $(PROGRAM) $(PREFIX)

bench: build
	@Scripts/bench.sh

data:
	swift run $(PLAIN) devtool convert-data Scripts/source Data

docs:
	@Scripts/docs.sh

lint:
	swift format lint --strict --recursive Package.swift Sources Tests Scripts

clean:
	rm -rf .build
