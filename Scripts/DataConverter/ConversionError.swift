internal import Model

/// Why the sources do not make a register; `record` and `of` name where.
package enum ConversionError: Error, Hashable, Sendable {
  case missingSource(path: String)
  case missing(key: String, of: String)
  case unknownWord(String, key: String, of: String)
  case unknownArticle(file: String)
  /// A record names something that no table of the registry holds.
  case unresolved(id: String, table: String, record: String)
  /// The records say otherwise than the registry which of them belong to a dossier.
  case dossierDiffers(id: String)
}

extension Value {
  /// The text under `key`, which must be there.
  func text(_ key: String, of place: String) throws(ConversionError) -> String {
    guard let text = self[key].text, !text.isEmpty else {
      throw .missing(key: key, of: place)
    }
    return text
  }

  /// Whether `key` holds true.
  func isTrue(_ key: String) -> Bool { self[key] == .bool(true) }
}
