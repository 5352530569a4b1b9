/// Finds the name of a file or a link in a text.
///
/// A record that notes a secret paper takes neither: nothing is to lead to the paper, and a file's name
/// tells what it is about. Source: stories.md S12.
enum AttachmentName {
  static func isFound(in text: String) -> Bool {
    text.split(whereSeparator: \.isWhitespace).contains { isAttachment($0.lowercased()) }
  }

  private static func isAttachment(_ word: String) -> Bool {
    if word.contains("://") || word.hasPrefix("www.") { return true }
    var name = word[...]
    while let last = name.last, ".,;:!?)]}>”’\"'»".contains(last) { name.removeLast() }
    while let first = name.first, "([{<“‘\"'«".contains(first) { name.removeFirst() }
    if isPath(name) { return true }
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return false }
    return endings.contains(name[name.index(after: dot)...])
  }

  /// `/vb/x`, `~/x`, `./x`, `../x`, `c:\x`, `\\server\x`; the symbol of a paper, `12/BNG`, is none.
  private static func isPath(_ word: Substring) -> Bool {
    if ["~/", "./", "../", "\\\\"].contains(where: word.hasPrefix) { return true }
    if word.dropFirst().hasPrefix(":\\"), word.first?.isLetter == true { return true }
    return word.hasPrefix("/") && word.dropFirst().contains("/")
  }

  private static let endings: Set<Substring> = [
    "pdf", "doc", "docx", "odt", "rtf", "xls", "xlsx", "ods", "ppt", "pptx", "odp", "txt", "md",
    "jpg", "jpeg", "png", "tif", "tiff", "bmp", "gif", "heic", "webp", "zip", "rar", "7z", "tar",
    "gz", "eml", "msg", "p7m", "p7s", "mp3", "mp4", "m4a", "wav", "html", "htm", "xml", "csv",
  ]
}

extension Edit {
  /// The texts that it puts into a record and that were not in the field before; those of a stub are
  /// a degree and a number, and left out.
  package var newTexts: [String] {
    func texts(of value: Value, leavingOut old: Value) -> [String] {
      let known = Set(old.texts)
      return value.texts.filter { !known.contains($0) }
    }
    switch self {
    case .set(Field.secretStub.rawValue, _, _), .unknown: return []
    case .set(_, let from, let to): return texts(of: to, leavingOut: from)
    case .alter(_, let remove, let add):
      return texts(of: .list(add), leavingOut: .list(remove))
    }
  }
}

extension Value {
  /// Every text in it, those in lists and objects too.
  fileprivate var texts: [String] {
    switch self {
    case .text(let text): [text]
    case .list(let items): items.flatMap(\.texts)
    case .object(let members): members.flatMap(\.value.texts)
    case .null, .bool, .number: []
    }
  }
}
