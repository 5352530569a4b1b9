internal import Vietnamese

/// Which way a thing went.
package enum GiftWay: String, CaseIterable, Sendable {
  case given, received
}

/// A number as digits and how many of them stand behind the decimal sign, so that sums are exact.
package struct ExactNumber: Hashable, Sendable {
  private var mantissa: Int
  private var scale: Int

  /// nil for a number with an exponent, or of more digits than can be counted with.
  package init?(_ json: String) {
    let parts = json.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let mantissa = Int(parts.joined()) else { return nil }
    self.mantissa = mantissa
    scale = parts.count == 2 ? parts[1].count : 0
  }

  private init(_ mantissa: Int, scale: Int) {
    self.mantissa = mantissa
    self.scale = scale
  }

  /// nil where the sum is too long.
  package func adding(_ other: ExactNumber) -> ExactNumber? {
    let places = max(scale, other.scale)
    guard let one = scaled(to: places), let two = other.scaled(to: places) else { return nil }
    let (sum, overflow) = one.addingReportingOverflow(two)
    return overflow ? nil : ExactNumber(sum, scale: places)
  }

  private func scaled(to places: Int) -> Int? {
    var value = mantissa
    for _ in scale..<places {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      value = product
    }
    return value
  }

  /// As JSON has it.
  package var text: String {
    guard scale > 0 else { return String(mantissa) }
    let digits = String(mantissa.magnitude)
    let padded = String(repeating: "0", count: max(0, scale + 1 - digits.count)) + digits
    let whole = padded.dropLast(scale)
    return (mantissa < 0 ? "-" : "") + whole + "." + padded.suffix(scale)
  }
}

extension Qualifier {
  /// What a sum of two figures is: "gần" and "hơn" travel with it. Source: domain.md §7.
  package func joined(with other: Qualifier) -> Qualifier {
    if self == other || other == .exact { return self }
    return self == .exact ? other : .approx
  }
}

/// What was given and what was received, in sums that never mix units. Source: domain.md §7.
package struct TwoWayQuantities: Hashable, Sendable {
  package struct Sum: Hashable, Sendable {
    package var value: ExactNumber
    package var qualifier: Qualifier
    package var sources: [String]
  }

  package struct Line: Hashable, Sendable {
    /// The goods as their first record names them, or the family they are of.
    package var item: String
    package var unit: String
    package var given: Sum?
    package var received: Sum?
  }

  /// What has no number, or none that may be summed.
  package struct Single: Hashable, Sendable {
    package var code: String
    package var way: GiftWay
    package var quantity: Quantity
  }

  package private(set) var lines: [Line] = []
  package private(set) var unquantified: [Single] = []
  /// Printed conversions: shown, never summed.
  package private(set) var converted: [Single] = []
  package private(set) var sources: [String] = []
  /// Records with figures of which nothing says who gave.
  package private(set) var left: [String] = []

  /// Of the records in order. `way` says which way the goods of a record went.
  package init(_ records: [FollowUp], way: (FollowUp) -> GiftWay?) {
    for record in records where !record.quantities.isEmpty {
      guard let way = way(record) else {
        left.append(record.code)
        continue
      }
      sources.append(record.code)
      for quantity in record.quantities { add(quantity, way, record.code) }
    }
  }

  private mutating func add(_ quantity: Quantity, _ way: GiftWay, _ code: String) {
    let single = Single(code: code, way: way, quantity: quantity)
    if quantity.qualifier == .converted { return converted.append(single) }
    guard let digits = quantity.number, let value = ExactNumber(digits),
      quantity.qualifier != .unspecified
    else { return unquantified.append(single) }
    let item = GoodsFamily.name(of: quantity.item)
    let index =
      lines.firstIndex { $0.unit == quantity.unit && $0.item == item } ?? lines.endIndex
    if index == lines.endIndex { lines.append(Line(item: item, unit: quantity.unit)) }
    let new = Sum(value: value, qualifier: quantity.qualifier, sources: [code])
    let old = way == .given ? lines[index].given : lines[index].received
    guard let sum = TwoWayQuantities.sum(old, new) else { return unquantified.append(single) }
    switch way {
    case .given: lines[index].given = sum
    case .received: lines[index].received = sum
    }
  }

  private static func sum(_ old: Sum?, _ new: Sum) -> Sum? {
    guard let old else { return new }
    guard let value = old.value.adding(new.value) else { return nil }
    return Sum(
      value: value, qualifier: old.qualifier.joined(with: new.qualifier),
      sources: old.sources + new.sources.filter { !old.sources.contains($0) })
  }
}

/// Goods that papers name in several ways, and that are counted as one: masks of any make are
/// masks. Anything else is counted under the name it has.
enum GoodsFamily {
  private static let families: [(name: String, beginnings: [String])] = [
    ("khẩu trang", ["khẩu trang"]),
    (
      "đồ phòng hộ",
      ["đồ phòng hộ", "đồ bảo hộ", "trang phục phòng hộ", "trang phục bảo hộ", "quần áo bảo hộ"]
    ),
    ("vắc-xin", ["vắc-xin", "vắc xin", "vaccine"]),
    ("tiền", ["tiền"]),
  ]

  private static let folded = families.map { family in
    (name: family.name, beginnings: family.beginnings.map { Folding.words($0) })
  }

  static func name(of item: String) -> String {
    let words = Folding.words(item)
    return folded.first { family in
      family.beginnings.contains { words.starts(with: $0) }
    }?.name ?? item
  }
}

/// Reads out of a record's title who gave: whoever stands before the verb of giving.
package struct GiftReader: Sendable {
  private let provinces: [String: [[[UInt8]]]]
  private static let verbs = ["trao", "hỗ trợ", "tặng", "viện trợ", "tài trợ", "giúp", "ủng hộ"]
    .map { Folding.words($0) }

  package init(_ registry: Registry) {
    var names: [String: [[[UInt8]]]] = [:]
    for province in registry[.provinces].entries {
      names[province.id] = province.forms.map { Folding.words($0) }.filter { !$0.isEmpty }
    }
    provinces = names
  }

  /// nil where the title does not say it, or nobody abroad is named: nothing is guessed.
  package func way(_ record: FollowUp) -> GiftWay? {
    guard record.direction == .external, !record.counterparts.isEmpty else { return nil }
    let words = Folding.words(record.title)
    guard let verb = words.indices.first(where: { GiftReader.isVerb(words[$0...]) }), verb > 0
    else { return nil }
    let names = provinces[record.province] ?? []
    if GiftReader.holds(words[..<verb], names) { return .given }
    return GiftReader.holds(words[verb...], names) ? .received : nil
  }

  private static func isVerb(_ words: ArraySlice<[UInt8]>) -> Bool {
    verbs.contains { words.starts(with: $0) }
  }

  private static func holds(_ words: ArraySlice<[UInt8]>, _ names: [[[UInt8]]]) -> Bool {
    words.indices.contains { start in names.contains { words[start...].starts(with: $0) } }
  }
}
