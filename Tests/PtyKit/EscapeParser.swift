/// What a program sends to a terminal, taken apart.
struct EscapeParser: Equatable, Sendable {
  enum Action: Equatable {
    case print(Unicode.Scalar)
    case control(UInt8)
    /// ESC and one byte.
    case escape(UInt8)
    /// ESC `[` … final.
    case sequence(Sequence)
  }

  struct Sequence: Equatable {
    let prefix: Character?
    /// The parameters as sent, without prefix and final.
    let text: String
    let final: Character

    /// The parameters between semicolons; a missing one is 0.
    var numbers: [Int] {
      text.isEmpty
        ? []
        : text.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
    }

    var second: Int? { numbers.count > 1 ? numbers[1] : nil }
  }

  private enum State: Equatable {
    case ground, escape, charset, sequence, string
  }

  private var state = State.ground
  private var body: [UInt8] = []
  private var character: [UInt8] = []

  mutating func read(_ byte: UInt8) -> Action? {
    switch state {
    case .ground: return readGround(byte)
    case .escape: return readEscape(byte)
    case .charset:
      state = .ground
      return nil
    case .sequence: return readSequence(byte)
    case .string:
      // Ends with a bell, or with ESC and a backslash, which the state after ESC swallows.
      if byte == 0x07 { state = .ground }
      if byte == 0x1B { state = .escape }
      return nil
    }
  }

  private mutating func readGround(_ byte: UInt8) -> Action? {
    if byte == 0x1B {
      state = .escape
      return nil
    }
    if byte < 0x20 || byte == 0x7F { return .control(byte) }
    if byte < 0x80 { return .print(Unicode.Scalar(byte)) }
    if byte & 0xC0 != 0x80 { character = [] }
    character.append(byte)
    guard let first = character.first, character.count == length(of: first) else { return nil }
    let text = String(decoding: character, as: UTF8.self)
    character = []
    return text.unicodeScalars.first.map(Action.print)
  }

  private func length(of first: UInt8) -> Int {
    first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
  }

  private mutating func readEscape(_ byte: UInt8) -> Action? {
    switch byte {
    case UInt8(ascii: "["):
      (state, body) = (.sequence, [])
      return nil
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "*"), UInt8(ascii: "+"),
      UInt8(ascii: "#"), UInt8(ascii: "%"):
      state = .charset
      return nil
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"):
      state = .string
      return nil
    default:
      state = .ground
      return .escape(byte)
    }
  }

  private mutating func readSequence(_ byte: UInt8) -> Action? {
    if byte < 0x20 { return .control(byte) }
    guard (0x40...0x7E).contains(byte) else {
      body.append(byte)
      return nil
    }
    state = .ground
    let text = String(decoding: body, as: UTF8.self)
    let prefix = text.first.flatMap { "?><=".contains($0) ? $0 : nil }
    return .sequence(
      Sequence(
        prefix: prefix, text: prefix == nil ? text : String(text.dropFirst()),
        final: Character(Unicode.Scalar(byte))))
  }
}
