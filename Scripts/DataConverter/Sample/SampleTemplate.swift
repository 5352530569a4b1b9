internal import Model

/// A real record as a pattern for made-up ones.
struct SampleTemplate {
  let fields: Fields
  /// The titles without what stands in brackets, such as the day of a session.
  let title: SlotText
  let titleEn: SlotText
  let counterparts: [String]
  let places: [String]

  var isSession: Bool { !fields[.session].isEmpty && fields[.session] == fields[.key] }

  init(_ fields: Fields, _ names: SampleNames, provinces: RegistryTable) {
    self.fields = fields
    counterparts = fields[.counterparts].elements.compactMap { $0["id"].text }
    places = fields[.places].elements.compactMap { $0["id"].text }
    var slots: [(String, SlotText.Slot)] = []
    if let province = fields[.province].text.flatMap({ provinces[$0] }) {
      slots += province.forms.map { ($0, .province) }
    }
    for (index, id) in counterparts.enumerated() {
      slots += (names.counterparts[id]?.forms ?? []).map { ($0, .counterpart(index)) }
    }
    for (index, id) in places.enumerated() {
      let place = names.places.first { $0.id == id }
      slots += (place?.forms ?? []).map { ($0, .place(index)) }
    }
    title = SlotText(SampleTemplate.withoutBrackets(fields[.title].text ?? ""), names: slots)
    titleEn = SlotText(SampleTemplate.withoutBrackets(fields[.titleEn].text ?? ""), names: slots)
  }

  private static func withoutBrackets(_ title: String) -> String {
    let words = title.prefix { $0 != "(" }
    return String(words.last == " " ? words.dropLast() : words)
  }
}
