import App
import Model
import Store
import TestKit
import Vietnamese

/// A record of the session as it stands in Data, and as it is to stand in the end.
struct SessionItem {
  let code: String
  let title: String
  let kind: Kind
  let direction: Direction
  let category: String
  let tier: Tier
  let status: Status
  let unit: String
  let due: PartialDate?

  init(_ followUp: FollowUp) {
    code = followUp.code
    title = followUp.title
    kind = followUp.kind
    direction = followUp.direction
    category = followUp.category
    tier = followUp.tier
    status = followUp.status
    unit = followUp.lead?.unit ?? ""
    due = followUp.due?.date
  }
}

/// What an officer who knows the office's names types for the items of a session: the shortest words
/// the program takes for each thing, and nothing that the line before or the kind already says.
struct SessionLines {
  private let picker: EntryPicker
  private let registry: Registry
  private let today: Day
  private var kept: (category: String, kind: Kind, direction: Direction)?
  private var namedUnits: Set<String> = []

  init(_ registry: Registry, today: Day) {
    self.registry = registry
    self.today = today
    picker = EntryPicker(registry, today: today)
  }

  /// What follows the title in the line of `item`.
  mutating func fields(of item: SessionItem) -> String {
    var fields: [String] = []
    let isFirst = kept == nil
    if isFirst {
      let day = item.due.map { "\($0.day.civil.day)/\($0.day.civil.month)" } ?? ""
      fields += ["phien:mới", "ngay:\(day)", "tinh:qn", "nguon:bai-000"]
    }
    if kept?.category != item.category {
      fields.append("#" + shortest(item.category, in: .categories))
    }
    let isOtherKind = !isFirst && (kept?.kind ?? .request) != item.kind
    if isOtherKind {
      fields.append("/" + shortest(item.kind.words) { $0.kind($1).only == item.kind })
    }
    let unit = shortest(item.unit, in: .units)
    let isNamed = namesUnit(item, isOtherKind: isOtherKind)
    if isNamed { fields.append("@" + unit) }
    let side = isNamed ? registry[.units][item.unit]?.side : nil
    let usual =
      isFirst
      ? .joint
      : isOtherKind
        ? item.kind.usualDirection(lead: side)
        : kept?.direction ?? item.kind.usualDirection(lead: side)
    if usual != item.direction {
      fields.append(
        "/" + shortest(item.direction.words) { $0.direction($1).only == item.direction })
    }
    if item.tier != .core {
      fields.append("/" + shortest(item.tier.words) { $0.tier($1).only == item.tier })
    }
    if let due = item.due, item.status.isOpen { fields.append("han:" + text(due)) }
    kept = (
      item.category, isFirst ? .request : item.kind, isFirst ? .provinceToMinistry : item.direction
    )
    // Signs follow each other without a blank.
    return fields.enumerated().map { index, field in
      let goesOn =
        index > 0 && "#@/".contains(field.prefix(1)) && "#@/".contains(fields[index - 1].prefix(1))
      return (goesOn ? "" : " ") + field
    }.joined()
  }

  /// The unit is typed where no digit will give it, the first time and for what is done; and
  /// where it says the direction.
  private mutating func namesUnit(_ item: SessionItem, isOtherKind: Bool) -> Bool {
    let isFirst = namedUnits.insert(item.unit).inserted
    let side = registry[.units][item.unit]?.side
    let saysDirection =
      isOtherKind && item.kind.usualDirection(lead: nil) != item.direction
      && item.kind.usualDirection(lead: side) == item.direction
    return isFirst || !item.status.isOpen || saysDirection
  }

  private func text(_ date: PartialDate) -> String {
    let day = date.day.civil
    return date.precision == .year
      ? String(day.year) : "\(day.day)/\(day.month)/\(day.year % 100)"
  }

  // MARK: - Short words

  /// The shortest text that names the entry and no other, all letters.
  private func shortest(_ id: String, in kind: RegistryKind) -> String {
    let entry = registry[kind][id]
    let forms = [id, entry?.name, entry?.short].compactMap(\.self) + (entry?.abbreviations ?? [])
    return forms.flatMap(SessionLines.beginnings).sorted { ($0.count, $0) < ($1.count, $1) }
      .first { picker.pick($0, in: .entries(kind), near: "quang-ninh") == .one(id) } ?? id
  }

  private func shortest(_ words: Words, _ fits: (ChoiceForms, String) -> Bool) -> String {
    SessionLines.beginnings(words.vi).sorted { $0.count < $1.count }
      .first { fits(.catalogue, $0) } ?? words.vi
  }

  /// Beginnings of a name without marks, and the initials of its words.
  private static func beginnings(_ name: String) -> [String] {
    let plain = SearchWord.fold(name)
    let words = name.split { $0.isWhitespace || "-,&".contains($0) }
    let initials = SearchWord.fold(String(words.compactMap(\.first)))
    let all = [plain, initials].flatMap { text in text.indices.map { String(text[...$0]) } }
    return all.filter { $0.first?.isLetter == true && !$0.contains("→") }
  }
}
