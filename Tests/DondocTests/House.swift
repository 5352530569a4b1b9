import Foundation
import Testing

/// The files of this package, as the house rules look at them.
enum House {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../..").standardizedFileURL

  /// A file by its path in the repository.
  struct File: Sendable, CustomTestStringConvertible {
    let path: String
    let text: String

    var testDescription: String { path }

    var lines: [Substring] {
      var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      if lines.last == "" { lines.removeLast() }
      return lines
    }

    /// The lines with `//` comments taken off and the words in quotes left out.
    var code: [String] {
      lines.map { line in
        var code = ""
        var isQuoted = false
        var last: Character = " "
        for character in line {
          if character == "\"", last != "\\" { isQuoted.toggle() }
          if character == "/", last == "/", !isQuoted {
            code.removeLast()
            break
          }
          if !isQuoted { code.append(character) }
          last = character
        }
        return code
      }
    }
  }

  /// Files under `folders` whose names end in one of `endings`, each with its text.
  static func files(in folders: [String], endings: [String]) throws -> [File] {
    var files: [File] = []
    for folder in folders {
      let paths = try FileManager.default.subpathsOfDirectory(
        atPath: root.appending(path: folder).path)
      for path in paths.sorted() where endings.contains(where: path.hasSuffix) {
        files.append(try file(folder + "/" + path))
      }
    }
    return files
  }

  static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: root.appending(path: path).path)
  }

  static func file(_ path: String) throws -> File {
    File(
      path: path, text: try String(contentsOf: root.appending(path: path), encoding: .utf8))
  }

  static func swift(in folders: [String]) throws -> [File] {
    try files(in: folders, endings: [".swift"])
  }
}

extension House.File {
  /// A function, initialiser or computed property, from its first line to its closing brace.
  struct Function {
    let line: Int
    let lines: [Substring]

    /// Lines that count: a `switch` of one-line cases may be as long as its enumeration.
    var length: Int {
      let cases = lines.count { $0.drop { $0 == " " }.hasPrefix("case ") }
      return cases * 2 > lines.count ? lines.count - cases : lines.count
    }
  }

  private static let modifiers: Set<Substring> = [
    "package", "private", "fileprivate", "internal", "public", "static", "mutating",
    "nonisolated", "override", "consuming", "borrowing", "async",
  ]

  private static func beginsFunction(_ line: Substring) -> Bool {
    let words = line.split(separator: " ").drop { modifiers.contains($0) || $0.hasPrefix("@") }
    guard let first = words.first else { return false }
    if first == "var" { return line.hasSuffix("{") }
    return first == "func" || first == "deinit" || first.hasPrefix("subscript")
      || first.prefixMatch(of: /init[?(<]/) != nil
  }

  /// The functions of a Swift or C file, told by their indentation, which the formatter sees to.
  var functions: [Function] {
    let isSwift = path.hasSuffix(".swift")
    let lines = lines
    var functions: [Function] = []
    for (start, line) in lines.enumerated() {
      let indent = line.prefix { $0 == " " }
      let begins =
        isSwift
        ? House.File.beginsFunction(line)
        : indent.isEmpty && line.contains("(") && line.hasSuffix("{")
      guard begins, let end = House.File.end(of: start, indent: indent, in: lines) else { continue }
      functions.append(Function(line: start + 1, lines: Array(lines[start...end])))
    }
    return functions
  }

  /// The line with the closing brace; nil for a declaration without a body.
  private static func end(of start: Int, indent: Substring, in lines: [Substring]) -> Int? {
    if lines[start].hasSuffix("}") { return start }
    for index in lines.indices.dropFirst(start + 1) where !lines[index].isEmpty {
      let depth = lines[index].prefix { $0 == " " }.count
      let rest = lines[index].dropFirst(depth)
      if depth == indent.count, rest.hasPrefix("}") { return index }
      // A signature over several lines goes on with its closing bracket.
      if depth <= indent.count, !rest.hasPrefix(")"), !rest.hasPrefix("#") { return nil }
    }
    return nil
  }
}
