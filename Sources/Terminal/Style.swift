/// A colour as it is meant; the device shows the nearest it has.
package enum Colour: Hashable, Sendable {
  /// The terminal's own.
  case `default`
  case rgb(red: UInt8, green: UInt8, blue: UInt8)

  /// A colour from `0xRRGGBB`.
  package init(hex: UInt32) {
    self = .rgb(
      red: UInt8(truncatingIfNeeded: hex >> 16), green: UInt8(truncatingIfNeeded: hex >> 8),
      blue: UInt8(truncatingIfNeeded: hex))
  }

  /// `0xRRGGBB`, or nil for the terminal's own.
  package var hex: UInt32? {
    switch self {
    case .default: nil
    case .rgb(let red, let green, let blue):
      UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue)
    }
  }
}

/// How a cell looks: two colours and five attributes, in one word, so that cells compare fast.
package struct Style: Hashable, Sendable {
  // Bits 0–24 foreground, 25–49 background (bit 24 of each: it is a colour), 50–54 attributes.
  private var bits: UInt64 = 0

  package static let plain = Style()

  package init(
    foreground: Colour = .default, background: Colour = .default, isBold: Bool = false,
    isDim: Bool = false, isItalic: Bool = false, isUnderlined: Bool = false,
    isReversed: Bool = false
  ) {
    self.foreground = foreground
    self.background = background
    self.isBold = isBold
    self.isDim = isDim
    self.isItalic = isItalic
    self.isUnderlined = isUnderlined
    self.isReversed = isReversed
  }

  package var foreground: Colour {
    get { colour(at: 0) }
    set { set(newValue, at: 0) }
  }
  package var background: Colour {
    get { colour(at: 25) }
    set { set(newValue, at: 25) }
  }
  package var isBold: Bool {
    get { has(50) }
    set { set(newValue, bit: 50) }
  }
  package var isDim: Bool {
    get { has(51) }
    set { set(newValue, bit: 51) }
  }
  package var isItalic: Bool {
    get { has(52) }
    set { set(newValue, bit: 52) }
  }
  package var isUnderlined: Bool {
    get { has(53) }
    set { set(newValue, bit: 53) }
  }
  package var isReversed: Bool {
    get { has(54) }
    set { set(newValue, bit: 54) }
  }
}

extension Style {
  // The shorthand for building one style from another: `style.bold.on(ground)`.
  package var bold: Style { with { $0.isBold = true } }
  package var dim: Style { with { $0.isDim = true } }
  package var italic: Style { with { $0.isItalic = true } }
  package var underlined: Style { with { $0.isUnderlined = true } }
  package var reversed: Style { with { $0.isReversed = true } }

  /// This style over `background`.
  package func on(_ background: Colour) -> Style { with { $0.background = background } }

  private func with(_ change: (inout Style) -> Void) -> Style {
    var copy = self
    change(&copy)
    return copy
  }
}

extension Style {
  private func colour(at shift: UInt64) -> Colour {
    let field = UInt32(truncatingIfNeeded: bits >> shift) & 0x1FF_FFFF
    return field & 0x100_0000 == 0 ? .default : Colour(hex: field & 0xFF_FFFF)
  }

  private mutating func set(_ colour: Colour, at shift: UInt64) {
    let field = colour.hex.map { UInt64($0) | 0x100_0000 } ?? 0
    bits = bits & ~(0x1FF_FFFF << shift) | field << shift
  }

  private func has(_ bit: UInt64) -> Bool { bits >> bit & 1 == 1 }

  private mutating func set(_ isOn: Bool, bit: UInt64) {
    bits = bits & ~(1 << bit) | (isOn ? 1 : 0) << bit
  }
}
