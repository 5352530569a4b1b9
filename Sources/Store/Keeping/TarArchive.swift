internal import Model

/// A plain archive that every system can open: ustar, regular files only, not compressed.
///
/// Equal content is equal bytes: order, moment, owner and mode are settled here.
struct TarArchive {
  struct Entry: Hashable {
    /// Under the register, with slashes.
    let path: String
    let bytes: [UInt8]
  }

  private static let block = 512

  // MARK: - Writing

  /// The archive's bytes; nil where a path is too long for the format.
  static func bytes(of entries: [Entry], written: Moment) -> [UInt8]? {
    var output: [UInt8] = []
    output.reserveCapacity(entries.reduce(1024) { $0 + $1.bytes.count + 2 * block })
    for entry in entries {
      guard let header = header(of: entry, written) else { return nil }
      output += header
      output += entry.bytes
      output += padding(after: entry.bytes.count)
    }
    return output + [UInt8](repeating: 0, count: 2 * block)
  }

  private static func padding(after count: Int) -> [UInt8] {
    [UInt8](repeating: 0, count: (block - count % block) % block)
  }

  private static func header(of entry: Entry, _ written: Moment) -> [UInt8]? {
    guard let (prefix, name) = parts(of: entry.path) else { return nil }
    var header = [UInt8](repeating: 0, count: block)
    func put(_ bytes: some Sequence<UInt8>, at place: Int) {
      for (index, byte) in bytes.enumerated() { header[place + index] = byte }
    }
    put(name, at: 0)
    put(octal(0o600, digits: 7), at: 100)
    put(octal(0, digits: 7), at: 108)
    put(octal(0, digits: 7), at: 116)
    put(octal(entry.bytes.count, digits: 11), at: 124)
    put(octal(max(0, Int(written.milliseconds / 1000)), digits: 11), at: 136)
    put(repeatElement(UInt8(ascii: " "), count: 8), at: 148)
    put(Array("0".utf8), at: 156)
    put(Array("ustar\u{0}00".utf8), at: 257)
    put(prefix, at: 345)
    put(octal(sum(of: header), digits: 6) + [0, UInt8(ascii: " ")], at: 148)
    return header
  }

  /// A path of up to 100 bytes, or one that can be parted at a slash.
  private static func parts(of path: String) -> (prefix: [UInt8], name: [UInt8])? {
    let bytes = Array(path.utf8)
    if bytes.count <= 100 { return ([], bytes) }
    for place in bytes.indices where bytes[place] == UInt8(ascii: "/") {
      let name = bytes[(place + 1)...]
      if place <= 155, name.count <= 100, !name.isEmpty {
        return (Array(bytes[..<place]), Array(name))
      }
    }
    return nil
  }

  private static func octal(_ number: Int, digits: Int) -> [UInt8] {
    let text = Array(String(number, radix: 8).utf8)
    return [UInt8](repeating: UInt8(ascii: "0"), count: max(0, digits - text.count)) + text
  }

  private static func sum(of header: some Collection<UInt8>) -> Int {
    header.reduce(0) { $0 + Int($1) }
  }

  // MARK: - Reading

  /// What an archive holds.
  ///
  /// nil for what is no archive of plain files, is cut off, or would put a file anywhere but below
  /// the folder it is unpacked in.
  static func entries(of bytes: [UInt8]) -> [Entry]? {
    var entries: [Entry] = []
    var place = 0
    while place + block <= bytes.count {
      let header = Array(bytes[place..<(place + block)])
      if header.allSatisfy({ $0 == 0 }) { return entries }
      guard let (path, size) = read(header), isSafe(path), size <= bytes.count - place - block
      else { return nil }
      place += block
      entries.append(Entry(path: path, bytes: Array(bytes[place..<(place + size)])))
      place += size + padding(after: size).count
    }
    return nil
  }

  private static func read(_ header: [UInt8]) -> (path: String, size: Int)? {
    var blank = header
    for index in 148..<156 { blank[index] = UInt8(ascii: " ") }
    guard number(header[148..<156]) == sum(of: blank), let size = number(header[124..<136]),
      header[156] == UInt8(ascii: "0") || header[156] == 0,
      header[257..<262].elementsEqual("ustar".utf8)
    else { return nil }
    let (name, prefix) = (text(header[0..<100]), text(header[345..<500]))
    guard let name, let prefix else { return nil }
    return (prefix.isEmpty ? name : prefix + "/" + name, size)
  }

  private static func number(_ field: ArraySlice<UInt8>) -> Int? {
    let digits = field.prefix { $0 != 0 && $0 != UInt8(ascii: " ") }
    return Int(String(decoding: digits, as: UTF8.self), radix: 8).flatMap { $0 >= 0 ? $0 : nil }
  }

  private static func text(_ field: ArraySlice<UInt8>) -> String? {
    String(validating: field.prefix { $0 != 0 }, as: UTF8.self)
  }

  /// Whether a path leads below a folder, to a file that is not hidden.
  private static func isSafe(_ path: String) -> Bool {
    let steps = path.split(separator: "/", omittingEmptySubsequences: false)
    return steps.allSatisfy { step in
      !step.isEmpty && !step.hasPrefix(".") && step.unicodeScalars.allSatisfy { $0.value >= 0x20 }
    }
  }
}
