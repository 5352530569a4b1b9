internal import Model

extension PaletteReader {
  /// What the line behind `add` comes to; nil before the names are there.
  private var reading: QuickAddReading? {
    let calendar = state.entry.calendar
    return state.entry.quickAdd?.read(String(rest), defaults: state.entry.defaults) {
      calendar.isWorked(Day($0))
    }
  }

  private var echoOfAdding: QuickAddEcho {
    let register = state.register
    return QuickAddEcho(register.registry, language: state.language, on: state.today) {
      register.code(ofKey: $0)
    }
  }

  /// What was understood of the line, or what it still lacks.
  var added: Words? {
    guard let reading, !rest.isEmpty else { return nil }
    let line = echoOfAdding.line(reading)
    let text = [echoOfAdding.missing(reading), line.isEmpty ? nil : "= " + line].compactMap { $0 }
      .joined(separator: "  ")
    return Words(text, text)
  }

  /// The record the line makes.
  func draft() throws(PaletteLayer.Fault) -> RecordDraft {
    guard let reading else {
      throw fault(Words("Đang đọc danh mục, ⏎ lại.", "The names are being read: Enter again."))
    }
    if let error = reading.errors.first {
      throw PaletteLayer.Fault(
        range: start + error.range.lowerBound..<start + error.range.upperBound,
        sentence: error.words(naming: state.register.registry))
    }
    guard reading.missing.isEmpty else {
      throw fault(CommandWords.stillMissing(reading.missing))
    }
    return reading.draft
  }
}

extension AppState {
  /// Makes the record of an `add` line, which begins with what the quick-add line keeps.
  mutating func add(_ reader: PaletteReader, _ line: String) throws(PaletteLayer.Fault) -> [Effect]
  {
    try check(.quickAdd, reader)
    let draft = try reader.draft()
    close(remembering: line)
    return [.create([draft])]
  }
}
