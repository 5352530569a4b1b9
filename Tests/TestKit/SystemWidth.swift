internal import CPty

/// The columns that the C library, and so tmux and ncurses, gives each scalar by its value; -1 where
/// it knows no glyph.
package func systemWidths() -> [Int8] {
  var widths = [Int8](repeating: -1, count: 0x11_0000)
  cpty_widths(&widths, Int32(widths.count))
  return widths
}
