import App
import ArgumentParser
import Glibc
import Model
import Vietnamese

/// `dondoc type`: the composer of the interface as a filter, keystrokes in and text out.
struct TypeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "type",
    abstract: "Gõ Telex, VNI thành chữ Việt / Telex or VNI keystrokes into Vietnamese",
    discussion: """
      Mỗi dòng phím vào cho một dòng chữ ra, không cần sổ. / A line of keystrokes in gives a line \
      of text out; no register is needed.
      """)

  @OptionGroup var options: GlobalOptions

  @Option(help: ArgumentHelp("Kiểu gõ / Method: telex, vni, off.", valueName: "METHOD"))
  var method = Composer.Method.telex.rawValue

  @Option(help: ArgumentHelp("Bỏ dấu / Tones: old (hòa), new (hoà).", valueName: "STYLE"))
  var tone = Composer.Tones.old.rawValue

  func run() throws {
    let context = try CommandContext(options)
    let method = try TypingOption.method(method, option: "--method", context.language)
    let tones = try tones(context.language)
    var pending: [UInt8] = []
    while let bytes = try TypeCommand.read(context.language) {
      let before = pending.count
      pending += bytes
      guard let place = bytes.lastIndex(of: TypeCommand.lineEnd) else { continue }
      let end = before + place
      for line in pending[..<end].split(
        separator: TypeCommand.lineEnd, omittingEmptySubsequences: false)
      {
        Output.write(TypeCommand.compose(line, method, tones) + [TypeCommand.lineEnd])
      }
      pending.removeSubrange(...end)
      try Output.flush()
    }
    if !pending.isEmpty { Output.write(TypeCommand.compose(pending[...], method, tones)) }
  }

  private static let lineEnd = UInt8(ascii: "\n")
  private static let room = 1 << 16

  private static func compose(
    _ line: ArraySlice<UInt8>, _ method: Composer.Method, _ tones: Composer.Tones
  ) -> [UInt8] {
    let keys = nfc(String(decoding: line, as: UTF8.self))
    return Array(Composer.text(of: keys, method: method, tones: tones).utf8)
  }

  /// What there is on standard input; nil at its end.
  private static func read(_ language: Language) throws(Failure) -> [UInt8]? {
    while true {
      var count = 0
      let bytes = [UInt8](unsafeUninitializedCapacity: room) { buffer, filled in
        count = Glibc.read(STDIN_FILENO, buffer.baseAddress, room)
        filled = max(0, count)
      }
      if count >= 0 { return count == 0 ? nil : bytes }
      let code = errno
      guard code == EINTR else {
        throw Failure(
          RegisterProblem.system(act: .read, path: "stdin", code: code).words, language)
      }
    }
  }

  private func tones(_ language: Language) throws(Failure) -> Composer.Tones {
    guard let tones = Composer.Tones(rawValue: tone) else {
      throw Failure(
        Words(
          "Không có cách bỏ dấu “\(tone)”. Có: old (hòa, thúy), new (hoà, thuý).",
          "There is no tone style “\(tone)”. There are: old (hòa, thúy), new (hoà, thuý)."),
        language, .usage)
    }
    return tones
  }
}

/// The name of a typing method, as an option or a variable has it.
enum TypingOption {
  static func method(
    _ name: String, option: String, _ language: Language
  ) throws(Failure) -> Composer.Method {
    guard let method = Composer.Method(rawValue: name.lowercased()) else {
      let known = Composer.Method.allCases.map(\.rawValue).joined(separator: ", ")
      throw Failure(
        Words(
          "\(option): không có kiểu gõ “\(name)”. Có: \(known).",
          "\(option): there is no typing method “\(name)”. There are: \(known)."),
        language, .usage)
    }
    return method
  }
}
