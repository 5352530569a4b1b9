internal import ArgumentParser
internal import DataConverter
internal import Glibc
internal import Model
internal import Store

/// The value a JSON file holds.
func readValue(_ path: String) throws -> Value {
  var reader = JSONReader()
  _ = try reader.load(path: path)
  try reader.read()
  return reader.withRoot { $0.value }
}

/// The value that bytes of JSON stand for.
func readValue(_ bytes: [UInt8]) throws -> Value {
  var reader = JSONReader()
  try reader.read(bytes)
  return reader.withRoot { $0.value }
}

/// The converter's sources in a folder.
func readSources(_ folder: String) throws -> SourceFiles {
  var sources: [String: Value] = [:]
  for path in SourceFiles.paths { sources[path] = try readValue("\(folder)/\(path)") }
  return try SourceFiles(sources)
}

/// Writes a file anew, with the folders it needs.
///
/// - Throws: A `ValidationError` that names the path.
func write(_ bytes: [UInt8], to path: String) throws {
  for place in path.indices where path[place] == "/" && place > path.startIndex {
    mkdir(String(path[..<place]), 0o777)
  }
  guard let file = fopen(path, "w") else {
    throw ValidationError("cannot write \(path): \(String(cString: strerror(errno)))")
  }
  let written = fwrite(bytes, 1, bytes.count, file)
  guard fclose(file) == 0, written == bytes.count else {
    throw ValidationError("cannot write \(path): \(String(cString: strerror(errno)))")
  }
}

/// The text of a file.
///
/// - Throws: A `ValidationError` that names the path.
func readText(_ path: String) throws -> String {
  guard let file = fopen(path, "r") else {
    throw ValidationError("cannot read \(path): \(String(cString: strerror(errno)))")
  }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var room = [UInt8](repeating: 0, count: 1 << 16)
  while case let count = fread(&room, 1, room.count, file), count > 0 { bytes += room[..<count] }
  return String(decoding: bytes, as: UTF8.self)
}
