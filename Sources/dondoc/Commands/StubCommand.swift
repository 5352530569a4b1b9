import App
import ArgumentParser
import Model
import Vietnamese

/// `dondoc stub`: notes that a secret paper exists, and nothing of what it says.
struct StubCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stub",
    abstract: "Ghi dấu có tài liệu mật / Note that a secret paper exists",
    discussion: """
      dondoc stub QN23-08 --degree mat --entry 17
      Chỉ có độ mật đóng trên văn bản và số trong sổ văn bản mật. / Only the degree as stamped and \
      the number in the register of secret papers.
      """)

  @Argument(help: ArgumentHelp("Mã mục / Code.", valueName: "code"))
  var code: String

  @Option(
    help: ArgumentHelp("Độ mật như dấu / As stamped: mat, toi-mat, tuyet-mat.", valueName: "degree")
  )
  var degree: String?

  @Option(
    help: ArgumentHelp(
      "Số trong sổ văn bản mật / Number in the paper register.", valueName: "number"))
  var entry: String?

  @Flag(name: .customLong("remove"), help: "Bỏ dấu / Take it back.")
  var isRemoved = false

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let changing = try Changing(options)
    let context = changing.context
    try changing.perform(
      .stub(try stub(context.language), on: context.today), on: [code], why: nil)
  }

  private func stub(_ language: Language) throws(Failure) -> SecretStub? {
    if isRemoved, degree == nil, entry == nil { return nil }
    guard !isRemoved, let degree, let entry else {
      throw Failure(CommandWords.stubNeedsBoth, language, .usage)
    }
    guard let stamped = Secrecy(typed: nfc(degree)) else {
      throw Failure(CommandWords.unknownDegree(degree), language, .usage)
    }
    return SecretStub(degree: stamped, entry: entry)
  }
}
