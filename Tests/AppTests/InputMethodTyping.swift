import App
import Terminal
import Testing

/// Each method with each manner.
struct InputMethodProgram: CustomTestStringConvertible, Sendable {
  let method: InputMethodSimulator.Method
  let manner: InputMethodSimulator.Manner

  var testDescription: String { "\(method) \(manner)" }

  func bytes(_ keys: some Sequence<Character>) -> [UInt8] {
    InputMethodSimulator.bytes(keys, method, manner)
  }

  static let all = InputMethodSimulator.Method.allCases.flatMap { method in
    InputMethodSimulator.Manner.allCases.map { InputMethodProgram(method: method, manner: $0) }
  }
}

/// Keys that are bound together.
struct InputMethodKeySet: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let characters: [Character]
  let bound: Set<Character>

  private init(_ name: String, _ bound: Set<Character>) {
    testDescription = name
    characters = bound.sorted()
    self.bound = bound
  }

  static let presets = KeyPreset.allCases.map {
    InputMethodKeySet($0.rawValue, Keymap.preset($0).characters)
  }

  /// What a person may bind: all that is printed in ASCII, but for `]` and `}`, which send what `w`
  /// and `W` send.
  static let printed = InputMethodKeySet(
    "printed",
    Set((0x20...0x7E as ClosedRange<UInt8>).map { Character(UnicodeScalar($0)) })
      .subtracting("]}"))

  static let all = presets + [printed]
}

/// Keys as they are pressed, what a program sends for them and what is read of that.
struct InputMethodTyping {
  private let program: InputMethodProgram
  private let bound: Set<Character>
  private var simulator: InputMethodSimulator
  private var reader: InputMethodKeys
  private var keys = ""
  private var bytes: [UInt8] = []
  private var found = ""

  init(_ program: InputMethodProgram, _ keys: InputMethodKeySet) {
    self.program = program
    bound = keys.bound
    simulator = InputMethodSimulator(program.method, program.manner)
    reader = InputMethodKeys(method: program.method == .telex ? .telex : .vni, bound: bound)
  }

  func pressing(_ key: Character) -> InputMethodTyping {
    var next = self
    let sent = next.simulator.press(key)
    let presses = InputMethodTyping.decoded([sent])
    next.keys.append(key)
    next.bytes += sent
    next.found += InputMethodTyping.written(presses.flatMap { next.reader.keys(for: $0) })
    return next
  }

  /// The reading is the keys, or no reader could know better: both send the same bytes, and they are
  /// told apart by the shift key alone. Such twins are found so and kept in no list; that none of
  /// them does harm is told in docs/decisions.md.
  func expectToBeReadAsPressed() {
    var reader = reader
    let found = found + InputMethodTyping.written(reader.pause())
    if found == keys { return }
    let isTwin =
      found.lowercased() == keys.lowercased() && bound.isSuperset(of: found)
      && program.bytes(found) == bytes
    #expect(isTwin, "\(keys) became \(found)")
  }

  /// What the terminal makes of bytes that come in these pieces.
  static func decoded(_ pieces: some Sequence<some Sequence<UInt8>>) -> [KeyPress] {
    var decoder = KeyDecoder()
    var keys: [KeyPress] = []
    for piece in pieces {
      decoder.feed(piece)
      while let event = decoder.next() {
        if case .key(let key) = event { keys.append(key) }
      }
    }
    return keys
  }

  /// Characters as they are, other keys by name between blanks.
  static func written(_ keys: some Sequence<KeyPress>) -> String {
    keys.map { key in
      if case .character(let character) = key { return String(character) }
      return " \(key.name) "
    }.joined()
  }
}
