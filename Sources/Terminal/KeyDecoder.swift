/// Bytes from a terminal, made into events: keys, pastes and the mouse.
///
/// It keeps what is incomplete, so that a character or a sequence may come in pieces. Only time can
/// tell the escape key from the beginning of a sequence: when ``isWaiting`` and nothing more comes
/// for ``patience``, the owner calls ``giveUpWaiting()``.
package struct KeyDecoder: Sendable {
  /// The bytes of one `.paste`; a longer one comes in several.
  package static let longestPaste = 16 << 20
  private static let longestSequence = 64
  private static let pasteEnd = Array("\u{1B}[201~".utf8)

  private let longestPaste: Int
  private var bytes: [UInt8] = []
  private var position = 0
  private var paste: [UInt8]?
  private var hasGivenUp = false

  package init(longestPaste: Int = KeyDecoder.longestPaste) {
    self.longestPaste = longestPaste
  }

  package mutating func feed(_ new: some Sequence<UInt8>) {
    bytes.removeFirst(position)
    position = 0
    bytes.append(contentsOf: new)
    hasGivenUp = false
  }

  /// Whether there are bytes that may be the beginning of something, outside a paste.
  package var isWaiting: Bool { paste == nil && position < bytes.count }

  /// Whether another key is there whole: a character, for of a sequence nobody knows before its end.
  package var hasCharacter: Bool {
    guard isWaiting else { return false }
    let length = (~bytes[position]).leadingZeroBitCount
    return bytes[position] != 0x1B && bytes.count - position >= max(1, length)
  }

  /// Milliseconds to wait for the rest: few after what may be the escape key, more in the middle of
  /// a sequence or a character, for no key begins so, and what follows a torn paste mark must not be
  /// read as keys.
  package var patience: Int32 { waiting.count <= 2 && waiting.first == 0x1B ? 25 : 500 }

  /// Nothing more came: what is waiting is to be read as it stands.
  package mutating func giveUpWaiting() { hasGivenUp = true }

  /// The next event, or nil until more bytes are fed.
  package mutating func next() -> TerminalEvent? {
    while position < bytes.count {
      if paste != nil { return nextPaste() }
      guard let step = readStep() else { return nil }
      position += step.length
      switch step.meaning {
      case .event(let event): return event
      case .pasteBegins: paste = []
      case .nothing: break
      }
    }
    return nil
  }
}

extension KeyDecoder {
  /// What the bytes at the front mean, and how many they are.
  struct Step: Equatable {
    enum Meaning: Equatable {
      case event(TerminalEvent)
      case pasteBegins
      case nothing
    }

    let meaning: Meaning
    let length: Int

    init(_ meaning: Meaning, _ length: Int) {
      self.meaning = meaning
      self.length = length
    }

    static func key(_ key: KeyPress, _ length: Int) -> Step { Step(.event(.key(key)), length) }
  }

  private var waiting: ArraySlice<UInt8> { bytes[position...] }

  private func readStep() -> Step? {
    guard let first = waiting.first else { return nil }
    guard first == 0x1B else { return readCharacter(waiting) }
    guard let second = waiting.dropFirst().first else {
      return hasGivenUp ? .key(.escape, 1) : nil
    }
    switch second {
    case 0x5B: return readControlSequence()
    case 0x4F: return readShiftedKey()
    case 0x1B: return .key(.escape, 1)
    default: return readAlt()
    }
  }

  /// ESC `[`, parameters, a final byte.
  private func readControlSequence() -> Step? {
    let body = waiting.dropFirst(2)
    if body.first == 0x5B {
      guard let letter = body.dropFirst().first else { return incomplete() }
      return Step(KeySequences.linuxFunctionKey(letter), 4)
    }
    guard let end = body.firstIndex(where: { !(0x20...0x3F).contains($0) }) else {
      return body.count > KeyDecoder.longestSequence
        ? Step(.nothing, waiting.count) : incomplete()
    }
    let length = end - position
    // Anything but a final byte breaks the sequence off and stands for itself.
    guard (0x40...0x7E).contains(bytes[end]) else { return Step(.nothing, length) }
    let parameters = Array(body[..<end])
    return Step(KeySequences.meaning(of: parameters, final: bytes[end]), length + 1)
  }

  /// ESC `O` and a letter, as arrows and the keypad send in application mode.
  private func readShiftedKey() -> Step? {
    guard let letter = waiting.dropFirst(2).first else { return incomplete() }
    guard let key = KeySequences.shifted(letter) else { return .key(.alt("O"), 2) }
    return .key(key, 3)
  }

  private func readAlt() -> Step? {
    guard let step = readCharacter(waiting.dropFirst()) else {
      return hasGivenUp ? .key(.escape, 1) : nil
    }
    let length = step.length + 1
    switch step.meaning {
    case .event(.key(.character(let character))): return .key(.alt(character), length)
    case .event(.key(.enter)): return .key(.alt("\r"), length)
    case .event(.key(.backspace)): return .key(.alt("\u{7F}"), length)
    default: return .key(.escape, 1)
    }
  }

  /// Two bytes that could begin a sequence, but nothing followed: alt and a character.
  private func incomplete() -> Step? {
    guard hasGivenUp else { return nil }
    guard waiting.count == 2 else { return Step(.nothing, waiting.count) }
    return .key(.alt(waiting.dropFirst().first == 0x4F ? "O" : "["), 2)
  }

  /// One scalar of UTF-8, or a control. Bytes that are not UTF-8 are left out.
  private func readCharacter(_ bytes: ArraySlice<UInt8>) -> Step? {
    guard let first = bytes.first else { return nil }
    if first < 0x20 || first == 0x7F { return .key(KeySequences.control(first), 1) }
    let length = KeySequences.lengthOfCharacter(startingWith: first)
    guard length > 0 else { return Step(.nothing, 1) }
    let part = bytes.prefix(length)
    let whole = part.dropFirst().prefix { $0 & 0xC0 == 0x80 }.count + 1
    guard whole == length else {
      return whole < part.count || hasGivenUp ? Step(.nothing, whole) : nil
    }
    guard let text = String(validating: part, as: UTF8.self), let character = text.first else {
      return Step(.nothing, 1)
    }
    return .key(.character(character), length)
  }
}

extension KeyDecoder {
  private mutating func nextPaste() -> TerminalEvent? {
    let end = KeyDecoder.pasteEnd
    let (found, taken) = pasteEndSearch()
    paste?.append(contentsOf: bytes[position..<taken])
    position = found ? taken + end.count : taken
    guard let pasted = paste, found || pasted.count >= longestPaste else { return nil }
    if found {
      paste = nil
      return .paste(KeyDecoder.text(pasted[...]))
    }
    let cut = KeyDecoder.lastBoundary(pasted)
    paste = Array(pasted[cut...])
    return .paste(KeyDecoder.text(pasted[..<cut]))
  }

  /// Where the end mark is, or else how far there certainly is none.
  private func pasteEndSearch() -> (found: Bool, index: Int) {
    let end = KeyDecoder.pasteEnd
    let limit = min(bytes.count, position + max(1, longestPaste - (paste?.count ?? 0)))
    var index = position
    while index < limit {
      if bytes[index] == 0x1B {
        let rest = bytes[index...].prefix(end.count)
        if rest.elementsEqual(end.prefix(rest.count)) { return (rest.count == end.count, index) }
      }
      index += 1
    }
    return (false, limit)
  }

  /// The line ends of a terminal, which are returns, as `\n`.
  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    var clean: [UInt8] = []
    clean.reserveCapacity(bytes.count)
    var previous: UInt8 = 0
    for byte in bytes {
      if byte != 0x0A || previous != 0x0D { clean.append(byte == 0x0D ? 0x0A : byte) }
      previous = byte
    }
    return String(decoding: clean, as: UTF8.self)
  }

  /// Where to cut a paste so that no character and no CR LF is torn.
  private static func lastBoundary(_ bytes: [UInt8]) -> Int {
    let tail = bytes.indices.suffix(4)
    return tail.last { bytes[$0] & 0xC0 != 0x80 && bytes[$0] != 0x0A } ?? bytes.count
  }
}
