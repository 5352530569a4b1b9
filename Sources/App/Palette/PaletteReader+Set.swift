internal import Model
internal import Vietnamese

extension PaletteReader {
  /// What a `set` line says: the edits, and which records they are for.
  struct SetLine {
    var edit: RecordEdit
    var targets: Targets
  }

  /// Reads `field:value… [why:"…"] [where QUERY]`.
  ///
  /// With a query the records are those the list shows that match; else the marks, or the record
  /// under the cursor.
  func set() throws(PaletteLayer.Fault) -> SetLine {
    let words = words()
    let split = words.firstIndex { PaletteReader.isWhere($0.text) }
    var edits: [FieldEdit] = []
    var why: String?
    let reader = state.editReader
    for word in words[..<(split ?? words.count)] {
      if let reason = PaletteReader.reason(word.text) {
        why = reason
      } else {
        edits += try read(word, reader)
      }
    }
    guard !edits.isEmpty else {
      throw PaletteLayer.Fault(
        range: start..<start + 1,
        sentence: Words("Chưa nói đổi gì, ví dụ han:15/7.", "Say what changes, such as due:15/7."))
    }
    return SetLine(
      edit: RecordEdit(edits, why: why, on: state.today), targets: try targets(words, split))
  }

  /// The deadline of a `set` line, in full; nil where it sets none.
  func setDate() -> Words? {
    for word in words().prefix(while: { !PaletteReader.isWhere($0.text) }) {
      guard let sign = word.text.firstIndex(where: { $0 == ":" || $0 == "=" }),
        Field.editable(named: String(word.text[..<sign])) == .due
      else { continue }
      return (try? date(String(word.text[word.text.index(after: sign)...])))
        .map(PaletteReader.dated)
    }
    return nil
  }

  /// Which records a `set` line is for, whatever it does to them.
  func setTargets() throws(PaletteLayer.Fault) -> Targets {
    let words = words()
    return try targets(words, words.firstIndex { PaletteReader.isWhere($0.text) })
  }

  private func targets(
    _ words: [(text: String, start: Int)], _ split: Int?
  ) throws(PaletteLayer.Fault) -> Targets {
    guard let split else { return state.targets }
    let begin = words[split].start + words[split].text.count
    let typed = String(line.dropFirst(begin))
    guard typed.contains(where: { !$0.isWhitespace }) else {
      throw PaletteLayer.Fault(
        range: words[split].start..<begin,
        sentence: Words("Sau “khi” là câu tìm.", "A query follows “where”."))
    }
    let query = try query(typed, from: begin)
    let here = state.selectedPlace.flatMap(state.address)
    return Targets(state.shown(matching: query).compactMap(state.address), here: here)
  }

  private static func isWhere(_ word: String) -> Bool {
    ["where", "khi"].contains(word.lowercased())
  }

  private func read(
    _ word: (text: String, start: Int), _ reader: EditReader
  ) throws(PaletteLayer.Fault) -> [FieldEdit] {
    var typed = word.text
    // The colon of queries and of the quick-add line is the sign here too.
    if !typed.contains("="), let colon = typed.firstIndex(of: ":") {
      typed.replaceSubrange(colon...colon, with: "=")
    }
    do throws(EditError) {
      return try reader.read(typed).edits
    } catch {
      let range = word.start + error.range.lowerBound..<word.start + error.range.upperBound
      throw PaletteLayer.Fault(
        range: range.isEmpty ? range.lowerBound..<range.lowerBound + 1 : range,
        sentence: error.words(naming: state.register.registry, on: state.surface))
    }
  }
}
