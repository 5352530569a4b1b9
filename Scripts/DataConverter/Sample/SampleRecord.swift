internal import Model

/// One made-up record: the fields it begins with and the changes that follow.
struct SampleRecord {
  let names: SampleNames
  let province: SampleNames.Province
  let key: String
  let raisedOn: Day
  private(set) var fields: Fields
  var dice: Dice

  init(
    _ template: SampleTemplate, _ names: SampleNames, _ province: SampleNames.Province,
    key: String, code: String, raisedOn: Day, session: String, dice: Dice
  ) {
    self.names = names
    self.province = province
    self.key = key
    self.raisedOn = raisedOn
    self.dice = dice
    fields = Fields()
    fields[.key] = .text(key)
    fields[.code] = .text(code)
    fields[.province] = .text(province.id)
    fields[.raisedOn] = .text(raisedOn.iso)
    fields[.session] = .text(session)
    let copied: [Field] = [
      .kind, .direction, .category, .tier, .emphasis, .topics, .quantities, .recurrence, .regime,
    ]
    for field in copied { fields[field] = template.fields[field] }
    addNames(template)
    addParties(template)
    addRest(template)
  }

  /// Adds the links to other records of the file, which are made to match before.
  mutating func add(links: [Link]) {
    fields[.links] = .list(links.map(\.value))
  }

  private mutating func addNames(_ template: SampleTemplate) {
    var abroad: [RegistryEntry] = []
    for id in template.counterparts {
      let other = dice.percent(70) ? names.counterpart(like: id, &dice) : names.counterparts[id]
      if let other = other ?? names.counterparts[id], !abroad.contains(other) {
        abroad.append(other)
      }
    }
    let places = template.places.compactMap { _ in dice.one(of: names.places) }
    fields[.counterparts] = .list(abroad.map { .object(["id": .text($0.id)]) })
    fields[.places] = .list(places.map { .object(["id": .text($0.id)]) }.withoutRepeats)
    func name(_ slot: SlotText.Slot, english: Bool) -> String {
      func choose(_ entries: [RegistryEntry], _ index: Int) -> String {
        guard let entry = entries.indices.contains(index) ? entries[index] : entries.first
        else { return province.name }
        return english ? entry.nameEn ?? entry.name : entry.name
      }
      switch slot {
      case .province: return province.name
      case .counterpart(let index): return choose(abroad, index)
      case .place(let index): return choose(places, index)
      }
    }
    let title = template.title.filled { name($0, english: false) }
    fields[.title] = .text(title + ending(of: title, template))
    fields[.titleEn] = .text(template.titleEn.filled { name($0, english: true) })
  }

  /// What sets a title apart from others of its kind: the day of a session, else the province, a
  /// place or a few words.
  private mutating func ending(of title: String, _ template: SampleTemplate) -> String {
    if template.isSession {
      let parts = raisedOn.iso.split(separator: "-").reversed().compactMap { Int($0) }
      return " (\(parts.map(String.init).joined(separator: "/")))"
    }
    let words = dice.one(of: SampleWords.endings) ?? ""
    guard !title.contains(province.name), dice.percent(60) else { return words }
    let place = dice.percent(25) ? dice.one(of: names.places)?.name : nil
    return " – \(place ?? province.name)" + words
  }

  private mutating func addParties(_ template: SampleTemplate) {
    let lead = template.fields[.lead]["unit"].text ?? "bng"
    let unit =
      dice.percent(30)
      ? dice.one(of: names.ministryUnits) ?? lead
      : names.unit(like: lead, in: province, on: SampleNames.today)
    fields[.lead] = Lead(unit: unit, isProposed: dice.percent(60)).value
    let coordinating = template.fields[.coordinating].elements.compactMap { $0["id"].text }.map {
      Value.object(["id": .text(names.unit(like: $0, in: province, on: SampleNames.today))])
    }
    fields[.coordinating] = .list(coordinating.withoutRepeats)
    if dice.percent(5), let other = dice.one(of: names.provinces), other.id != province.id {
      fields[.alsoProvinces] = .list([.object(["id": .text(other.id)])])
    }
    if dice.percent(70) { fields[.officer] = .text(dice.one(of: SampleWords.officers)) }
  }

  private mutating func addRest(_ template: SampleTemplate) {
    fields[.status] = .text(Status.new.rawValue)
    if dice.percent(10) {
      fields[.dossiers] = .list(dice.one(of: names.dossiers).map { [.text($0)] } ?? [])
    }
    if dice.percent(15) {
      fields[.tags] = .list(dice.one(of: SampleWords.tags).map { [.text($0)] } ?? [])
    }
    if dice.percent(40) { fields[.priority] = .number(dice.within(1...4)) }
    if dice.percent(3) { fields[.regime] = .text(Regime.internal.rawValue) }
    if dice.percent(30) { fields[.remarks] = template.fields[.remarks] }
    let source: Value = .object([
      "document": .text(dice.one(of: names.documents)),
      "paragraphs": .list([.number(dice.within(1...28))]),
    ])
    fields[.sources] = .list([source])
  }
}

extension [Value] {
  fileprivate var withoutRepeats: [Value] {
    reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
