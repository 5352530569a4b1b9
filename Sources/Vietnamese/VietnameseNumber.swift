/// Decimal numbers as text: the form of the JSON files on one side, the form people read and
/// type on the other. Nothing is rounded; digits after the decimal sign stay as they are.
package enum VietnameseNumber {
  /// A JSON number in the language's form: `1000000` is `1.000.000` or `1,000,000`, `10.05` is
  /// `10,05` or `10.05`.
  ///
  /// Nil for what is no JSON number, and for one with an exponent: show that as it is written.
  package static func format(_ json: some StringProtocol, _ language: Language) -> String? {
    let text = String(json)
    guard let number = Decimal(json: text) else { return nil }
    let (group, decimal) = signs(of: language)
    let fraction = number.fraction.isEmpty ? "" : "\(decimal)\(number.fraction)"
    return number.sign + grouped(number.whole, by: group) + fraction
  }

  package static func format(_ number: Int, _ language: Language) -> String {
    let (group, _) = signs(of: language)
    return (number < 0 ? "-" : "") + grouped(String(number.magnitude), by: group)
  }

  /// Reads a typed number, grouped and with a decimal sign in either style, as JSON text; nil if
  /// it is none.
  ///
  /// - Two kinds of sign: the last is the decimal sign, the other groups by three:
  ///   `1.000.000,5` and `1,000,000.5` are the same.
  /// - One kind, several times: it groups. Spaces may group too.
  /// - One sign only: it is the decimal sign (`10,05`, `10.05`, `0.125`), unless it could group,
  ///   that is one to three digits, not beginning with 0, stand before it and exactly three
  ///   behind. Then the language decides: `1.500` is 1500 in Vietnamese and 1.500 in English;
  ///   `1,500` is 1.500 in Vietnamese and 1500 in English.
  package static func parse(_ text: some StringProtocol, _ language: Language) -> String? {
    var digits = trimmed(text)
    let isNegative = digits.first == "-" || digits.first == "\u{2212}"
    if isNegative { digits.removeFirst() }
    guard let (whole, fraction) = parts(of: digits, language),
      !whole.isEmpty, (whole + fraction).allSatisfy(isDigit)
    else { return nil }
    let stripped = String(whole.drop { $0 == "0" })
    let number = (stripped.isEmpty ? "0" : stripped) + (fraction.isEmpty ? "" : "." + fraction)
    let isZero = number.allSatisfy { $0 == "0" || $0 == "." }
    return isNegative && !isZero ? "-" + number : number
  }

  /// The digits before and after the decimal sign, without grouping; nil if grouped wrongly.
  private static func parts(
    of text: String, _ language: Language
  ) -> (whole: String, fraction: String)? {
    let marks = text.filter { $0 == "." || $0 == "," }
    guard let last = marks.last else {
      return ungrouped(text, by: " ").map { ($0, "") }
    }
    if marks.contains(where: { $0 != last }) {
      guard marks.count(where: { $0 == last }) == 1, let group = marks.first else { return nil }
      return split(text, at: last, groupedBy: group)
    }
    if marks.count > 1 { return ungrouped(text, by: last).map { ($0, "") } }
    if last == signs(of: language).group, let whole = ungrouped(text, by: last) {
      return (whole, "")
    }
    return split(text, at: last, groupedBy: " ")
  }

  private static func split(
    _ text: String, at decimal: Character, groupedBy group: Character
  ) -> (whole: String, fraction: String)? {
    let halves = text.split(separator: decimal, omittingEmptySubsequences: false)
    guard halves.count == 2, !halves[1].isEmpty,
      let whole = ungrouped(String(halves[0]), by: group)
    else { return nil }
    return (whole, String(halves[1]))
  }

  /// The text without `group`, if that parts it by threes after one to three digits that do not
  /// begin with 0; a text without it as it is.
  private static func ungrouped(_ text: String, by group: Character) -> String? {
    let groups = text.split(separator: group, omittingEmptySubsequences: false)
    guard groups.count > 1, let first = groups.first else { return text }
    guard (1...3).contains(first.count), first.first != "0",
      groups.dropFirst().allSatisfy({ $0.count == 3 })
    else { return nil }
    return groups.joined()
  }

  private static func grouped(_ digits: String, by group: Character) -> String {
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text.append(group) }
      text.append(digit)
    }
    return text
  }

  private static func signs(of language: Language) -> (group: Character, decimal: Character) {
    switch language {
    case .vi: (".", ",")
    case .en: (",", ".")
    }
  }

  /// Without spaces around it; spaces within, of whatever kind, become plain.
  private static func trimmed(_ text: some StringProtocol) -> String {
    let plain = text.map { $0.isWhitespace ? " " : $0 }
    let start = plain.drop { $0 == " " }
    return String(String(start).reversed().drop { $0 == " " }.reversed())
  }

  fileprivate static func isDigit(_ character: Character) -> Bool {
    ("0"..."9").contains(character) && character.isASCII
  }
}

/// A JSON number without exponent, in its parts.
private struct Decimal {
  let sign: String
  let whole: String
  /// Empty if there is no decimal point.
  let fraction: String

  init?(json: String) {
    sign = json.first == "-" ? "-" : ""
    let parts = json.dropFirst(sign.count).split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = parts.first,
      parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(VietnameseNumber.isDigit) }),
      whole.count == 1 || whole.first != "0"
    else { return nil }
    self.whole = String(whole)
    fraction = parts.count == 2 ? String(parts[1]) : ""
  }
}
