import App
import ArgumentParser
import Model
import Store
import Vietnamese

/// `dondoc init`: makes a new register.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Lập sổ mới / Make a new register",
    discussion: "dondoc init ~/so-quang-ninh --from Data --name 'Sổ Quảng Ninh'")

  @Argument(
    help: ArgumentHelp("Thư mục mới hoặc trống / A new or empty folder.", valueName: "dir"))
  var folder: String?

  @Option(
    name: .customLong("from"),
    help: ArgumentHelp(
      "Lấy danh mục và lịch nghỉ của sổ này / Copy registry and holidays of that register.",
      valueName: "dir"))
  var template: String?

  @Option(help: "Tên sổ / The register's name.")
  var name: String?

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let context = try CommandContext(options)
    try context.needsThePresent()
    let path =
      folder.map { $0.count > 1 && $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
      ?? context.namedFolder ?? context.surroundings.dataFolder
    do throws(RegisterProblem) {
      try NewRegister.make(at: path, name: name.map(nfc), template: template)
    } catch {
      throw Failure(error.words, context.language)
    }
    if context.isJSON {
      var json = JSONText()
      json.openObject()
      json.member("schema")
      json.text("dondoc.init/1")
      json.member("data")
      json.text(path)
      json.closeObject()
      json.newLine()
      Output.write(json.bytes)
    } else {
      Output.print(context.say(CommandWords.made(path)))
    }
  }
}
