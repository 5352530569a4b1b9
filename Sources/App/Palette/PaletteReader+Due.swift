internal import Model

extension PaletteReader {
  private var typedDue: String {
    words().filter { PaletteReader.reason($0.text) == nil }.map(\.text).joined(separator: " ")
  }

  /// `30 ngày trước QN23-24`; nil for a date.
  var typedOffset: TypedOffset? { TypedOffset(typedDue) }

  /// The same as an edit.
  func relativeDue() throws(PaletteLayer.Fault) -> RecordEdit? {
    let (words, typed) = (words(), typedDue)
    guard typedOffset != nil else { return nil }
    do throws(EditError) {
      let edits = try state.editReader.read("due=" + typed).edits
      let why = words.compactMap { PaletteReader.reason($0.text) }.first
      return RecordEdit(edits, why: why, on: state.today)
    } catch {
      throw fault(error.words(naming: state.register.registry, on: state.surface))
    }
  }
}
