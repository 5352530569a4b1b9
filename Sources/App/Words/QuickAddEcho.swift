package import Model
package import Vietnamese

/// What was understood of a quick-add line, as an interface shows it under the line while it is
/// typed.
package struct QuickAddEcho: Sendable {
  /// One thing that was understood.
  package struct Part: Hashable, Sendable {
    package var label: String
    package var text: String
    package var origin: QuickAddFact.Origin
    /// The characters of the line it was read from; nil for what was not typed.
    package var range: Range<Int>?
  }

  private let values: ValueText
  private let registry: Registry
  private let language: Language
  private let validity: ValidityText
  private let code: @Sendable (_ key: String) -> String

  package init(
    _ registry: Registry, language: Language, on day: Day,
    code: @escaping @Sendable (_ key: String) -> String
  ) {
    values = ValueText(registry, language: language, code: code)
    self.registry = registry
    self.code = code
    self.language = language
    validity = ValidityText(registry, language: language, on: day)
  }

  /// In the order of the line; the same field twice is two parts. A deadline has its weekday.
  package func parts(_ reading: QuickAddReading) -> [Part] {
    reading.facts.map { fact in
      Part(
        label: fact.field.words(language), text: text(fact), origin: fact.origin,
        range: fact.range)
    }
  }

  /// `Tỉnh: Quảng Ninh · Hạn: thứ Bảy, 30/09/2023`: what was typed and what was taken from
  /// elsewhere; what is usual is left out.
  package func line(_ reading: QuickAddReading) -> String {
    parts(reading).filter { $0.origin != .usual }
      .map { "\($0.label): \($0.text)" + mark($0.origin) }.joined(separator: " · ")
  }

  /// `Còn thiếu: lĩnh vực (linhvuc:), nguồn (nguon:)`; nil when nothing is missing.
  package func missing(_ reading: QuickAddReading) -> String? {
    guard !reading.missing.isEmpty else { return nil }
    return CommandWords.stillMissing(reading.missing)(language)
  }

  /// What is wrong, with the characters it is about.
  package func errors(_ reading: QuickAddReading) -> [(text: String, range: Range<Int>)] {
    reading.errors.map { ($0.words(naming: registry)(language), $0.range) }
  }

  private func mark(_ origin: QuickAddFact.Origin) -> String {
    switch origin {
    case .typed, .usual: ""
    case .kept: Words(" (giữ từ dòng trước)", " (kept)")(language)
    case .session: Words(" (theo buổi làm việc)", " (of the session)")(language)
    }
  }

  private func text(_ fact: QuickAddFact) -> String {
    if fact.field == .due, let due = try? Deadline(fact.value) {
      if let offset = due.event {
        return EventText(language).due(
          offset, code: code(offset.event), day: due.date.day, hasWeekday: true)
      }
      if due.date.precision == .day { return DeadlineText(language).dayAndWeekday(due.date.day) }
    }
    let text = values.text(fact.value, of: fact.field)
    return [text, remark(fact)].compactMap { $0 }.joined(separator: " ")
  }
}

extension QuickAddEcho {
  /// When a unit or province was there, if it is not on the day.
  private func remark(_ fact: QuickAddFact) -> String? {
    if fact.field == .lead { return fact.value["unit"].text.flatMap { validity.remark($0) } }
    if fact.field == .coordinating { return fact.value["id"].text.flatMap { validity.remark($0) } }
    guard fact.field == .province else { return nil }
    return fact.value.text.flatMap { validity.remark($0, in: .provinces) }
  }
}

extension QuickAddField {
  /// The name to type, in the language.
  package func name(in language: Language) -> String {
    switch language {
    case .vi: names.first ?? rawValue
    case .en: names.dropFirst().first { $0 != "chuongtrinh" } ?? rawValue
    }
  }
}
