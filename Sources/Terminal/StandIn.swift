/// What a terminal that has only ASCII shows for a scalar.
enum StandIn {
  // The first letters of U+00C0–U+024F and U+1E00–U+1EFF, `?` for those without one.
  private static let latin: [UInt8] = Array(
    ("AAAAAAACEEEEIIIIDNOOOOOxOUUUUYTsaaaaaaaceeeeiiiidnooooo/ouuuuyty"
      + "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiIiJjKk?LlLlLlL"
      + "lLlNnNnNn???OoOoOoOoRrRrRrSsSsSsSsTtTt??UuUuUuUuUuUuWwYyYZzZzZzs"
      + "????????????????????????????????Oo?????????????Uu???????????????"
      + "????DDdLLlNNnAaIiOoUuUuUuUuUu?AaAa????GgKkOoOo??jDDdGg??NnAa????"
      + "AaAaEeEeIiIiOoOoRrRrUuUuSsTt??Hh??????AaEeOoOoOoOoYy????????????"
      + "????????????????").utf8)
  private static let latinAdditional: [UInt8] = Array(
    ("AaBbBbBbCcDdDdDdDdDdEeEeEeEeEeFfGgHhHhHhHhHhIiIiKkKkKkLlLlLlLlMm"
      + "MmMmNnNnNnNnOoOoOoOoPpPpRrRrRrRrSsSsSsSsSsTtTtTtTtUuUuUuUuUuVvVv"
      + "WwWwWwWwWwXxXxYyZzZzZzhtwyas????AaAaAaAaAaAaAaAaAaAaAaAaEeEeEeEe"
      + "EeEeEeEeIiIiOoOoOoOoOoOoOoOoOoOoOoOoUuUuUuUuUuUuUuYyYyYyYy??????").utf8)

  private static let signs: [UInt32: Unicode.Scalar] = {
    let rows: [(String, Unicode.Scalar)] = [
      ("─━┄┈╌═‐‑‒–—―−", "-"), ("│┃┆┊╎║▏▎▍▌▐┇┋", "|"), ("·•∙‧●◦", "*"), ("◆◇■□▪▫★☆✦", "*"),
      ("┌┐└┘├┤┬┴┼╭╮╰╯╔╗╚╝╠╣╦╩╬┏┓┗┛", "+"), ("…", "~"), ("‘’‚′", "'"), ("“”„″", "\""),
      ("«‹←◀◂⟵", "<"), ("»›→▶▸⟶", ">"), ("↑▲△▴", "^"), ("↓▼▽▾", "v"), ("✓✔", "v"), ("✗✘×", "x"),
      ("█▄▀▰▇▆", "#"), ("▓", "%"), ("▒▅▃", "="), ("░▱", "."), ("▂▁", "_"), ("↻", "@"),
      ("○◌◯◎", "o"), ("◐◑◒◓◔◕◷◴◵◶", "o"), ("␣␠", "_"), ("⇅↕", "^"),
      ("↔", "~"), ("≠", "!"), ("\u{A0}", " "),
    ]
    let pairs = rows.flatMap { glyphs, sign in glyphs.unicodeScalars.map { ($0.value, sign) } }
    return Dictionary(pairs) { first, _ in first }
  }()

  static func ascii(for scalar: UInt32) -> Unicode.Scalar {
    switch scalar {
    case 0x20...0x7E: Unicode.Scalar(UInt8(scalar))
    case 0xC0...0x24F: Unicode.Scalar(latin[Int(scalar - 0xC0)])
    case 0x1E00...0x1EFF: Unicode.Scalar(latinAdditional[Int(scalar - 0x1E00)])
    default: signs[scalar] ?? "?"
    }
  }
}
