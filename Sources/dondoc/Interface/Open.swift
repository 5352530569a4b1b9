import ArgumentParser

/// `dondoc open`: the interface.
struct Open: ParsableCommand {
  @OptionGroup var options: GlobalOptions
}
