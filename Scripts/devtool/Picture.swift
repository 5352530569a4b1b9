internal import App
internal import ArgumentParser
internal import Model
internal import Store
internal import Terminal
internal import Vietnamese

struct DrawPicture: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "picture", abstract: "Draws the main screen of a register as SVG, or as text.")

  @Argument(help: "The register's folder, such as Data.")
  var register: String

  @Argument(help: "The file to write: SVG if it ends so, else text.")
  var out: String

  @Option(help: "The words on the screen: vi or en.")
  var lang = "vi"

  @Option(help: "The day in force.")
  var today = "2023-10-02"

  @Option(help: "The code of the record that is selected.")
  var select = "QN23-09"

  @Option(help: "Columns of the screen.")
  var columns = 120

  @Option(help: "Rows of the screen.")
  var rows = 36

  func run() throws {
    let canvas = draw(try state()).canvas
    let isText = !out.hasSuffix(".svg")
    let text = isText ? canvas.plainText : canvas.svg(DrawPicture.palette)
    try write(Array(text.utf8), to: out)
  }

  /// The palette of the dark theme, whose ground is the terminal's own.
  private static let palette = SVGPalette(
    foreground: Colour(hex: 0xD5D9DE), background: Colour(hex: 0x15181C))

  /// The state a person sees who has opened the register and gone to one record.
  private func state() throws -> AppState {
    guard let language = Language(rawValue: lang), let today = Day(today) else {
      throw ValidationError("--lang is vi or en, --today a date such as 2023-10-02.")
    }
    var sitting = try Sitting(
      register, language: language, today: today, size: Size(rows: rows, columns: columns))
    let state = sitting.state
    let codes = state.list.arrangement.rows.map { place in
      state.register.row(at: place).map { $0.chunk.code($0.row) }
    }
    guard let row = codes.firstIndex(of: select) else {
      throw ValidationError("\(select) is not in the list.")
    }
    for _ in 0..<row { sitting.answer(.key(.character("j"))) }
    return sitting.state
  }
}

extension Canvas {
  /// The rows without their styles, and without the spaces at their ends.
  fileprivate var plainText: String {
    picture.split(separator: "\n", omittingEmptySubsequences: false).prefix(rows)
      .map { line in
        var line = line.dropLast()
        while line.last == " " { line.removeLast() }
        return line + "\n"
      }
      .joined()
  }
}
