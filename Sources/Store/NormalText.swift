internal import CSystem
internal import Model
internal import Vietnamese

extension Value {
  /// The value with every text in NFC: whatever door it came in by, the files hold one form.
  var composed: Value {
    switch self {
    case .null, .bool, .number: self
    case .text(let text): .text(NormalText.composed(text))
    case .list(let items): .list(items.map(\.composed))
    case .object(let members): .object(members.map { Member($0.key, $0.value.composed) })
    }
  }
}

extension Edit {
  /// What it puts in is composed; what it takes out stays as it was found.
  var composed: Edit {
    switch self {
    case .set(let field, let from, let to): .set(field: field, from: from, to: to.composed)
    case .alter(let field, let remove, let add):
      .alter(field: field, remove: remove, add: add.map(\.composed))
    case .unknown: self
    }
  }
}

private enum NormalText {
  static func composed(_ text: String) -> String {
    var text = text
    return text.withUTF8 { bytes -> String? in
      guard NormalForm.needsComposition(bytes) else { return nil }
      let length = csys_nfc(bytes.baseAddress, bytes.count, nil, 0)
      guard length != .max else { return nil }
      return String(unsafeUninitializedCapacity: length) { room in
        csys_nfc(bytes.baseAddress, bytes.count, room.baseAddress, length)
      }
    } ?? text
  }
}
