internal import Model
internal import App
internal import Store
internal import Terminal
internal import Vietnamese

/// What reads bytes or text from outside. Running one on any input must come back, and what it promises
/// of every input is checked on the way: a broken promise stops the process, as a crash does.
package enum FuzzTarget: String, CaseIterable, Sendable {
  case json, query, keys, add, date, composer, text, secret

  package func run(_ bytes: UnsafeRawBufferPointer) {
    switch self {
    case .json: FuzzTarget.readJSON(bytes)
    case .keys: FuzzTarget.readKeys(bytes)
    case .query: FuzzTarget.readQuery(FuzzTarget.text(bytes))
    case .add: FuzzTarget.readLine(FuzzTarget.text(bytes))
    case .date: FuzzTarget.readDate(FuzzTarget.text(bytes))
    case .composer: FuzzTarget.compose(bytes)
    case .text: FuzzTarget.show(FuzzTarget.text(bytes))
    case .secret: FuzzTarget.findMark(FuzzTarget.text(bytes))
    }
  }

  private static func text(_ bytes: UnsafeRawBufferPointer) -> String {
    String(decoding: bytes, as: UTF8.self)
  }

  /// What is read, written and read again is the same; every fault has a place.
  private static func readJSON(_ bytes: UnsafeRawBufferPointer) {
    var reader = JSONReader()
    do throws(JSONError) {
      try reader.read(Array(bytes))
    } catch {
      precondition(error.line >= 1 && error.column >= 1 && error.offset <= bytes.count)
      return
    }
    let value = reader.withRoot(\.value)
    let written = CanonicalWriter.line(value)
    do throws(JSONError) {
      try reader.read(written)
    } catch {
      preconditionFailure("what was written is not read: \(error)")
    }
    precondition(reader.withRoot(\.value) == value)
  }

  /// A mistake lies in the query, and can be pointed at and said.
  private static func readQuery(_ text: String) {
    do throws(QueryError) {
      let query = try QueryParser(registry: Sample.registry).parse(text)
      _ = Matcher(
        query, in: Sample.register,
        context: QueryContext(today: Sample.today, limits: DueSoonLimits())
      )
      .places(in: Sample.register)
    } catch {
      precondition((0...text.count).contains(error.offset))
      precondition(!error.words.vi.isEmpty && error.pointer(in: text).count == 2)
    }
  }

  /// Bytes that come in two pieces give no more events than bytes, and nothing stays behind.
  private static func readKeys(_ bytes: UnsafeRawBufferPointer) {
    var decoder = KeyDecoder(longestPaste: 64)
    let half = bytes.first.map { Int($0) % (bytes.count + 1) } ?? 0
    var events = 0
    for piece in [bytes[..<half], bytes[half...]] {
      decoder.feed(piece)
      while decoder.next() != nil { events += 1 }
    }
    decoder.giveUpWaiting()
    while decoder.next() != nil { events += 1 }
    precondition(events <= bytes.count)
    precondition(!decoder.isWaiting)
  }

  /// What was understood and what was not stand in the line.
  private static func readLine(_ line: String) {
    let reading = Sample.quickAdd.read(line) { _ in nil }
    let whole = 0...max(line.count, QuickAdd.mostCharacters)
    for range in reading.errors.map(\.range) + reading.facts.compactMap(\.range) {
      precondition(whole.contains(range.lowerBound) && whole.contains(range.upperBound))
    }
    for error in reading.errors {
      precondition(!error.words(naming: Sample.registry).vi.isEmpty)
      precondition(error.pointer(in: line).count == 2)
    }
  }

  private static func readDate(_ text: String) {
    for missingYear in [DateInput.MissingYear.upcoming, .nearest] {
      let reading = try? DateInput.parse(
        text, today: Sample.today.civil, missingYear: missingYear, isWorkingDay: { _ in true })
      guard let last = reading?.value.lastDay else { continue }
      precondition(DateInput.years.contains(last.year))
    }
  }

  /// No more is taken away than was typed; backspace is a tab in the input.
  private static func compose(_ bytes: UnsafeRawBufferPointer) {
    let keys = text(bytes)
    for method in Composer.Method.allCases {
      for tones in Composer.Tones.allCases {
        var composer = Composer(method: method, tones: tones)
        var written: [Character] = []
        for key in keys {
          if key == "\t", written.isEmpty { continue }
          let edit = key == "\t" ? composer.backspace() : composer.press(key)
          precondition(edit.deleteBackward <= written.count)
          written.removeLast(edit.deleteBackward)
          written.append(contentsOf: edit.insert)
          precondition(composer.length <= written.count)
        }
      }
    }
  }

  /// What is shown drives no terminal, takes the columns it says, and is not shown otherwise again.
  private static func show(_ text: String) {
    let shown = TextWidth.harmless(text)
    precondition(shown.unicodeScalars.allSatisfy(Sample.isHarmless))
    precondition(TextWidth.columns(of: text) == TextWidth.columns(of: shown))
    precondition(TextWidth.harmless(shown) == shown)
    var canvas = Canvas(rows: 1, columns: 12)
    canvas.write(text, row: 0, column: 0, width: 12)
    _ = TextWidth.wrap(text, to: 7)
  }

  private static func findMark(_ text: String) {
    guard let mark = SecretMark.find(in: text) else { return }
    precondition(!mark.text.isEmpty)
  }
}
