internal import ArgumentParser
internal import DataConverter
internal import Model

struct ConvertData: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Makes a register out of Scripts/source.")

  @Argument(help: "The folder of the sources, such as Scripts/source.")
  var source: String

  @Argument(help: "The folder of the register to write, such as Data.")
  var out: String

  func run() throws {
    var sources: [String: Value] = [:]
    for path in SourceFiles.paths { sources[path] = try readValue("\(source)/\(path)") }
    let files = try convert(try SourceFiles(sources))
    for (path, bytes) in files { try write(bytes, to: "\(out)/\(path)") }
    print("\(files.count) files")
  }
}
