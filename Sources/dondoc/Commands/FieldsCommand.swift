import App
import ArgumentParser
import Vietnamese

/// `dondoc fields`: the language of queries, as in `docs/query.md`.
struct FieldsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fields", abstract: "In cách viết câu tìm / Print how to write a query")

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let context = try CommandContext(options)
    Output.write(Array(QueryPage.document(context.language).utf8))
  }
}
