/// Numbers that look like chance and are the same for the same seed, everywhere and for good.
struct Dice {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// The next number; SplitMix64.
  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 up to, not including, `limit`, which is at least 1.
  mutating func below(_ limit: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(limit)).high)
  }

  mutating func within(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.count)
  }

  /// True that many times in a hundred.
  mutating func percent(_ chance: Int) -> Bool { below(100) < chance }

  /// One of `items`; nil where there are none.
  mutating func one<Item>(of items: [Item]) -> Item? {
    items.isEmpty ? nil : items[below(items.count)]
  }
}
