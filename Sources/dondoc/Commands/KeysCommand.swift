import App
import ArgumentParser
import Vietnamese

/// `dondoc keys`: the keys of the interface, as in `docs/keys.md`.
struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys", abstract: "In bảng phím / Print the keys of the interface")

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let context = try CommandContext(options)
    Output.write(Array(Keymap.standard.document(context.language).utf8))
  }
}
