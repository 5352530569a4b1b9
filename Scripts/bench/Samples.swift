/// What a series of runs measured, in the unit of its figure.
struct Samples: Equatable {
  private let sorted: [Double]

  init(_ values: [Double]) { sorted = values.sorted() }

  var count: Int { sorted.count }
  var median: Double? { percentile(50) }
  var largest: Double? { sorted.last }

  /// The smallest value that at least `percent` of all values do not pass; of an even number of
  /// values the median is the mean of the middle two. nil of no values.
  func percentile(_ percent: Double) -> Double? {
    guard !sorted.isEmpty else { return nil }
    if percent == 50, sorted.count.isMultiple(of: 2) {
      return (sorted[sorted.count / 2 - 1] + sorted[sorted.count / 2]) / 2
    }
    let rank = (Double(sorted.count) * percent / 100).rounded(.up)
    return sorted[min(max(1, Int(rank)), sorted.count) - 1]
  }
}

extension Double {
  /// As a table shows it: three figures and no more, thousands set apart.
  var short: String {
    let places = abs(self) < 10 ? 2 : abs(self) < 100 ? 1 : 0
    let scale = [1.0, 10, 100][places]
    let scaled = Int((abs(self) * scale).rounded())
    let (whole, rest) = scaled.quotientAndRemainder(dividingBy: Int(scale))
    let sign = self < 0 && scaled > 0 ? "-" : ""
    guard places > 0, rest > 0 else { return sign + whole.grouped }
    let digits = String(Int(scale) + rest).dropFirst()
    return sign + whole.grouped + "." + (digits.last == "0" ? digits.dropLast() : digits)
  }
}

extension Int {
  /// With a space between thousands.
  var grouped: String {
    let digits = String(self)
    guard digits.count > 3 else { return digits }
    return (Int(digits.dropLast(3)) ?? 0).grouped + " " + digits.suffix(3)
  }
}

extension Duration {
  var milliseconds: Double {
    let (seconds, attoseconds) = components
    return Double(seconds) * 1000 + Double(attoseconds) / 1e15
  }
}
