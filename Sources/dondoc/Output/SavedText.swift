import App
import Model
import Store
import Vietnamese

/// One line for a record that was altered: how it stands now.
struct SavedText {
  private let opened: OpenRegister

  init(_ opened: OpenRegister) { self.opened = opened }

  func line(_ record: Record, deed: Words?) -> String {
    let language = opened.context.language
    var parts = deed.map { [$0(language)] } ?? []
    parts.append(record.code)
    if let followUp = try? FollowUp(record.fields) {
      let deadlines = DeadlineText(language)
      parts.append("\(followUp.derivedStatus.glyph) \(followUp.derivedStatus.words(language))")
      parts.append(
        Field.lead.words(language) + ": " + (followUp.lead.map { lead($0, language) } ?? "—"))
      parts.append(
        Field.due.words(language) + ": " + (followUp.due.map { deadlines.date($0.date) } ?? "—"))
    }
    return parts.joined(separator: "  ")
  }

  private func lead(_ lead: Lead, _ language: Language) -> String {
    let name = opened.store.registry.name(lead.unit, in: .units, language: language)
    return lead.isProposed ? name + " " + CommandWords.proposed(language) : name
  }
}
