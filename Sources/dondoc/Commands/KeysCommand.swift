import App
import ArgumentParser
import Vietnamese

/// `dondoc keys`: the keys of the interface, as in `docs/keys.md`.
struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys", abstract: "In bảng phím / Print the keys of the interface")

  @Option(
    help: ArgumentHelp(
      "Bộ phím / Preset: default, vim, mutt; all là trang tài liệu / is the page of docs.",
      valueName: "PRESET"))
  var keys: String?

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let context = try CommandContext(options)
    if keys == "all" {
      return Output.write(Array(Keymap.document(context.language).utf8))
    }
    let preset = try KeysOption.preset(keys, context)
    // A preset that is asked for is shown as it is, without the person's own keys.
    let keymap = keys == nil ? context.settings.keymap(preset) : .preset(preset ?? .standard)
    Output.write(Array(keymap.document(context.language).utf8))
  }
}

/// The name of a key preset, as an option or a variable has it.
enum KeysOption {
  /// nil where neither the option nor $DONDOC_KEYS names one.
  static func preset(
    _ typed: String?, _ context: CommandContext
  ) throws(Failure) -> KeyPreset? {
    let option = typed == nil ? "$DONDOC_KEYS" : "--keys"
    guard let name = typed ?? context.surroundings.variable("DONDOC_KEYS") else { return nil }
    guard let preset = KeyPreset(rawValue: name.lowercased()) else {
      let known = KeyPreset.allCases.map(\.rawValue).joined(separator: ", ")
      throw Failure(
        Words(
          "\(option): không có bộ phím “\(name)”. Có: \(known).",
          "\(option): there is no key preset “\(name)”. There are: \(known)."),
        context.language, .usage)
    }
    return preset
  }
}
