/// A piece of a written date.
enum DateToken: Hashable {
  /// A run of letters, folded.
  case word(String)
  /// A run of at most six digits and how many they were.
  case number(Int, digits: Int)
  /// One of `+ - / .`
  case mark(Character)

  private static let longestNumber = 6

  /// The pieces of a text; spaces and commas only part them. Nil if anything else is in it.
  static func split(_ text: String) -> [DateToken]? {
    var tokens: [DateToken] = []
    var rest = Folding.fold(text)[...]
    while let byte = rest.first {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"):
        let word = rest.prefix { isLetter($0) }
        tokens.append(.word(String(decoding: word, as: UTF8.self)))
        rest = rest.dropFirst(word.count)
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let digits = rest.prefix { isDigit($0) }
        guard digits.count <= longestNumber else { return nil }
        let value = digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
        tokens.append(.number(value, digits: digits.count))
        rest = rest.dropFirst(digits.count)
      case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."):
        tokens.append(.mark(Character(Unicode.Scalar(byte))))
        rest = rest.dropFirst()
      case UInt8(ascii: " "), UInt8(ascii: ","), UInt8(ascii: "\t"), UInt8(ascii: "\n"):
        rest = rest.dropFirst()
      default: return nil
      }
    }
    return tokens
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
