import App
import Model
import Store
import Vietnamese

/// What was understood of the lines of `dondoc add`: as text, as JSON, and what is wrong with them.
struct Understood {
  private let opened: OpenRegister
  private let lines: [String]
  private let readings: [QuickAddReading]
  private let codes: [String]
  private let echo: QuickAddEcho

  init(_ opened: OpenRegister, lines: [String], readings: [QuickAddReading]) {
    self.opened = opened
    self.lines = lines
    self.readings = readings
    codes = opened.store.codes(for: readings.map(\.draft))
    let register = opened.register
    echo = QuickAddEcho(
      opened.store.registry, language: opened.context.language, on: opened.context.today
    ) {
      register.code(ofKey: $0)
    }
  }

  private var language: Language { opened.context.language }

  /// The code it would get, the title, and a line for each thing that was understood.
  func print() {
    for (index, reading) in readings.enumerated() {
      let code = reading.draft.province == nil ? "—" : codes[index]
      let title = reading.draft.title.isEmpty ? "—" : reading.draft.title
      say("\(CommandWords.wouldAdd(language))  \(code)  \(title)")
      for part in echo.parts(reading) { say("  \(part.label): \(part.text)") }
    }
  }

  private func say(_ line: String) { Output.print(line) }

  /// What is wrong with each line and what it lacks, on standard error.
  func complain() {
    var years: Set<Int> = []
    for (index, reading) in readings.enumerated() {
      years.formUnion(reading.yearsWithoutHolidays)
      for error in reading.errors {
        // A paste of megabytes is not said back.
        if lines[index].utf8.count <= QuickAdd.mostCharacters {
          for line in error.pointer(in: lines[index]) { Output.complain(line) }
        }
        Output.complain(numbered(index, error.words(naming: opened.store.registry)))
      }
      if !reading.missing.isEmpty {
        Output.complain(numbered(index, CommandWords.stillMissing(reading.missing)))
      }
    }
    if !years.isEmpty { Output.complain(CommandWords.holidaysUnknown(years.sorted())(language)) }
  }

  private func numbered(_ index: Int, _ words: Words) -> String {
    (lines.count > 1 ? CommandWords.ofLine(index + 1, words) : words)(language)
  }

  /// The shape `dondoc.understood/1`. Documented in `docs/json.md`.
  func json() -> [UInt8] {
    var json = JSONText()
    json.openObject()
    json.member("schema")
    json.text("dondoc.understood/1")
    json.member("lines")
    json.openList()
    for index in lines.indices {
      json.newLineBeforeElement()
      add(index, to: &json)
    }
    json.closeList()
    json.closeObject()
    json.newLine()
    return json.bytes
  }

  private func add(_ index: Int, to json: inout JSONText) {
    let reading = readings[index]
    json.openObject()
    json.member("code")
    json.text(reading.draft.province == nil ? nil : codes[index])
    json.member("title")
    json.text(reading.draft.title.isEmpty ? nil : reading.draft.title)
    json.member("understood")
    json.openList()
    for fact in reading.facts {
      json.openObject()
      json.member("field")
      json.text(fact.field.rawValue)
      json.member("value")
      json.value(fact.value)
      json.member("origin")
      json.text(fact.origin.rawValue)
      add(fact.range, to: &json)
      json.closeObject()
    }
    json.closeList()
    json.member("missing")
    json.openList()
    for field in reading.missing { json.text(field.rawValue) }
    json.closeList()
    json.member("errors")
    json.openList()
    for error in reading.errors {
      json.openObject()
      json.member("message")
      json.text(error.words(naming: opened.store.registry)(language))
      add(error.range, to: &json)
      json.closeObject()
    }
    json.closeList()
    json.closeObject()
  }

  private func add(_ range: Range<Int>?, to json: inout JSONText) {
    json.member("offset")
    json.number(range?.lowerBound)
    json.member("length")
    json.number(range?.count)
  }
}
