internal import Model

extension AppState {
  /// The closed year as the next year's plan, shown before it is made.
  mutating func askForCopy(_ review: ReviewScreen) -> [Effect] {
    guard let sheet = review.sheet else { return [] }
    let next = sheet.year + 1
    do throws(ReviewError) {
      guard sheet.closed != nil else { throw .notClosed(year: sheet.year) }
      try sheet.programme.check(year: next)
    } catch {
      say(error.words(naming: register.registry, on: surface))
      return []
    }
    let places = register.places(ofProgramme: sheet.programme.id)
    let addresses = places.compactMap(address)
    var draft = DraftLayer(
      title: Words("Kế hoạch năm \(next)", "The plan of \(next)"), lines: ["…"])
    draft.copies = sheet
    draft.awaits = Set(addresses.map(\.key))
    layers.append(.draft(draft))
    return [.read(addresses)]
  }

  /// What copying makes, once the programme's records are read.
  mutating func show(_ plan: DraftLayer, of sheet: ReviewSheet, from records: [FollowUp]) {
    var plan = plan
    plan.creates = sheet.drafts(from: records, raisedOn: today)
    guard !plan.creates.isEmpty else {
      layers.removeLast()
      let error = ReviewError.nothingToCopy(year: sheet.year + 1)
      return say(error.words(naming: register.registry, on: surface))
    }
    plan.why = sheet.whyOfCopy
    plan.lines = ReviewWords.plan(plan.creates, of: sheet, register.registry, language)
    layers[layers.count - 1] = .draft(plan)
  }
}
