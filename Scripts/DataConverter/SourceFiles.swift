package import Model

/// What the converter reads: the files of `Scripts/source`, by their path there.
package struct SourceFiles: Sendable {
  package static let paths = [
    "extraction.json", "registry.json", "reference/agencies.json", "reference/countries.json",
    "reference/holidays.json", "reference/missions.json", "reference/provinces.json",
  ]

  private let files: [String: Value]

  package init(_ files: [String: Value]) throws(ConversionError) {
    for path in SourceFiles.paths where files[path] == nil { throw .missingSource(path: path) }
    self.files = files
  }

  var records: [Value] { self["extraction.json"].elements }

  subscript(path: String) -> Value { files[path] ?? .null }

  /// A list of the articles' own registry.
  func registry(_ list: String) -> [Value] { self["registry.json"][list].elements }

  /// A list of a file under `reference/`.
  func reference(_ file: String, _ list: String) -> [Value] {
    self["reference/\(file).json"][list].elements
  }
}
