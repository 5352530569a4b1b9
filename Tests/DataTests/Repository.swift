import DataConverter
import Foundation
import Model
import Store
import Testing

/// The files of this repository that the tests are about.
enum Repository {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static func path(_ path: String) -> String { root.appendingPathComponent(path).path }

  static func bytes(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: root.appendingPathComponent(path)))
  }

  /// The paths of all files in a folder, from there, in order.
  static func paths(under folder: String) throws -> [String] {
    let all = try FileManager.default.subpathsOfDirectory(atPath: path(folder))
    return all.filter { $0.hasSuffix(".json") }.sorted()
  }

  static func value(_ path: String) throws -> Value { try value(bytes(path)) }

  static func value(_ bytes: [UInt8]) throws -> Value {
    var reader = JSONReader()
    try reader.read(bytes)
    return reader.withRoot { $0.value }
  }

  static func sources() throws -> SourceFiles {
    var files: [String: Value] = [:]
    for path in SourceFiles.paths { files[path] = try value("Scripts/source/\(path)") }
    return try SourceFiles(files)
  }

  /// Every file of `Data/` by its path there.
  static func register() throws -> [String: Value] {
    var files: [String: Value] = [:]
    for path in try paths(under: "Data") { files[path] = try value("Data/\(path)") }
    return files
  }

  /// Every record of `Data/`, in the order of files and codes.
  static func records() throws -> [Record] {
    try register().filter { $0.key.hasPrefix("follow-ups/") }.sorted { $0.key < $1.key }
      .flatMap(\.value.elements).map(Record.init(fileValue:))
  }

  static func table(_ kind: RegistryKind) throws -> RegistryTable {
    let values = try value("Data/registry/\(kind.rawValue).json").elements
    return RegistryTable(try values.map(RegistryEntry.init))
  }
}

extension Record {
  /// A record as a file has it.
  init(fileValue value: Value) throws {
    guard case .object(let members) = value else { throw ValueError("", .expected(.object)) }
    self.init(
      fields: Fields(members.filter { $0.key != "changes" }),
      changes: try value["changes"].elements.map(Change.init))
  }
}
