internal import ArgumentParser
internal import DataConverter

struct ConvertData: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Makes a register out of Scripts/source.")

  @Argument(help: "The folder of the sources, such as Scripts/source.")
  var source: String

  @Argument(help: "The folder of the register to write, such as Data.")
  var out: String

  func run() throws {
    let files = try convert(try readSources(source))
    for (path, bytes) in files { try write(bytes, to: "\(out)/\(path)") }
    print("\(files.count) files")
  }
}
