internal import Model

extension PaletteReader {
  /// `30 ngày trước QN23-24`; nil for a date.
  func relativeDue() throws(PaletteLayer.Fault) -> RecordEdit? {
    let words = words()
    let typed = words.filter { PaletteReader.reason($0.text) == nil }.map(\.text)
      .joined(separator: " ")
    guard TypedOffset(typed) != nil else { return nil }
    do throws(EditError) {
      let edits = try state.editReader.read("due=" + typed).edits
      let why = words.compactMap { PaletteReader.reason($0.text) }.first
      return RecordEdit(edits, why: why, on: state.today)
    } catch {
      throw fault(error.words(naming: state.register.registry, on: state.surface))
    }
  }
}
