internal import ArgumentParser
internal import DataConverter
internal import Model
internal import Store

struct MakeRegister: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Makes up a larger register from the real one, for measuring.")

  @Argument(help: "The folder of the register to write.")
  var out: String

  @Option(help: "How many follow-ups.")
  var records: Int

  @Option(help: "Another seed makes another register of the same size.")
  var seed: UInt64 = 1

  @Option(help: "The sources of the real register.")
  var source = "Scripts/source"

  func validate() throws {
    guard records > 0 else { throw ValidationError("--records is at least 1.") }
  }

  func run() throws {
    let files = try convert(try readSources(source))
    var real: [String: Value] = [:]
    for (path, bytes) in files { real[path] = try readValue(bytes) }
    let register = try SampleRegister(from: real, records: records, seed: seed)
    for (path, bytes) in register.otherFiles { try write(bytes, to: "\(out)/\(path)") }
    for plan in register.plans { try write(register.file(plan), to: "\(out)/\(plan.path)") }
    print("\(records) follow-ups in \(register.plans.count) files")
  }
}
