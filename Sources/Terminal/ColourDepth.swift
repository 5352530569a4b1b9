/// How many colours a terminal has.
package enum ColourDepth: Int, Hashable, Sendable, CaseIterable, Comparable {
  /// No colours: attributes only.
  case mono
  /// The eight colours and their bright forms.
  case sixteen
  case twoFiftySix
  case trueColour

  package static func < (one: ColourDepth, other: ColourDepth) -> Bool {
    one.rawValue < other.rawValue
  }
}

/// A colour as the terminal is told it.
package enum ColourCode: Hashable, Sendable {
  case `default`
  /// A place in the terminal's palette.
  case indexed(UInt8)
  /// `0xRRGGBB`.
  case direct(UInt32)
}

extension ColourDepth {
  /// The depth to use, from what the person asked for and what the terminal has.
  ///
  /// - Parameters:
  ///   - environment: NO_COLOR, if not empty, means no colours; COLORTERM may promise all of them.
  ///   - colours: The number of colours in the terminal's own entry of the database; 0 or less: none.
  ///   - hasDirectEntry: Whether the database has a direct-colour form of the terminal.
  /// - Returns: ``trueColour`` only where ncurses can send it.
  package static func best(
    environment: [String: String], colours: Int, hasDirectEntry: Bool
  ) -> ColourDepth {
    guard environment["NO_COLOR", default: ""].isEmpty else { return .mono }
    let promise = environment["COLORTERM", default: ""]
    switch colours {
    case ..<8: return .mono
    case 8..<256: return .sixteen
    case (1 << 24)...: return .trueColour
    default:
      return hasDirectEntry && ["truecolor", "24bit"].contains(promise)
        ? .trueColour : .twoFiftySix
    }
  }

  /// The names under which the database may have a direct-colour form of `terminal`, best first.
  package static func directNames(for terminal: String) -> [String] {
    let isOfXterm = terminal.hasPrefix("xterm")
    let suffix = "-256color"
    let base = terminal.hasSuffix(suffix) ? String(terminal.dropLast(suffix.count)) : terminal
    let own = base + "-direct"
    return isOfXterm && own != "xterm-direct" ? [own, "xterm-direct"] : [own]
  }
}

extension ColourDepth {
  /// The nearest thing to `colour` that a terminal of this depth can show.
  ///
  /// With 256 colours, only the 240 that all terminals agree on; the first sixteen are the person's.
  package func nearest(to colour: Colour) -> ColourCode {
    guard let hex = colour.hex else { return .default }
    let wanted = RGB(hex: hex)
    switch self {
    case .mono: return .default
    case .sixteen: return .indexed(wanted.nearestOfSixteen)
    case .twoFiftySix: return .indexed(wanted.nearestOfTwoFiftySix)
    case .trueColour: return .direct(hex)
    }
  }
}

private struct RGB {
  let red: Int
  let green: Int
  let blue: Int

  init(hex: UInt32) {
    (red, green, blue) = (Int(hex >> 16 & 0xFF), Int(hex >> 8 & 0xFF), Int(hex & 0xFF))
  }

  /// A distance that follows the eye: it weighs green most, and red more among reds.
  func distance(to other: RGB) -> Int {
    let mean = (red + other.red) / 2
    let (reds, greens, blues) = (red - other.red, green - other.green, blue - other.blue)
    return (512 + mean) * reds * reds + 1024 * greens * greens + (767 - mean) * blues * blues
  }

  /// xterm's sixteen, in the order of their numbers.
  private static let sixteen: [RGB] = [
    0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
    0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
  ].map(RGB.init(hex:))

  var nearestOfSixteen: UInt8 {
    let best = RGB.sixteen.indices.min {
      distance(to: RGB.sixteen[$0]) < distance(to: RGB.sixteen[$1])
    }
    return UInt8(best ?? 0)
  }

  /// The six steps of the colour cube, 16–231, and the 24 greys, 232–255.
  var nearestOfTwoFiftySix: UInt8 {
    let steps = [0, 95, 135, 175, 215, 255]
    func step(_ value: Int) -> Int { value < 48 ? 0 : value < 115 ? 1 : (value - 35) / 40 }
    let (r, g, b) = (step(red), step(green), step(blue))
    let cube = RGB(hex: UInt32(steps[r] << 16 | steps[g] << 8 | steps[b]))
    let greyStep = min(23, max(0, ((red + green + blue) / 3 - 3) / 10))
    let level = UInt32(8 + 10 * greyStep)
    let grey = RGB(hex: level << 16 | level << 8 | level)
    let isGrey = distance(to: grey) < distance(to: cube)
    return UInt8(isGrey ? 232 + greyStep : 16 + 36 * r + 6 * g + b)
  }
}
