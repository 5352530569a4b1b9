internal import Model
internal import Terminal
internal import Vietnamese

/// What the keys of the review screen do; the names are those of the commands.
enum ReviewStep: String {
  case rate, switchSide, comment, addEvidence, nextTask, previousTask, taskDown, taskUp
  case onlyDifferences, closeYear, copyYear, leaveReview
}

extension AppState {
  /// The programme of the record in hand, else whichever is chosen.
  mutating func openReview() {
    if past != nil {
      return say(
        Words(
          "Đang xem một ngày đã qua; về hiện tại rồi rà soát.",
          "A past day is shown; come back to today to review."))
    }
    let programmes = register.registry.programmes
    let index = selectedPlace.flatMap { register.row(at: $0) }.map { Int($0.row.programme.raw) }
    if let index, programmes.indices.contains(index) { return openReview(programmes[index]) }
    guard !programmes.isEmpty else {
      return say(Words("Sổ này chưa có chương trình nào.", "The register has no programme."))
    }
    layers.append(.menu(.programmes(in: self)))
  }

  /// The year in force, or whichever is chosen where there are several.
  mutating func openReview(_ programme: Programme) {
    let years = programme.years
    guard years.count > 1 else {
      let year = min(max(today.year, years.first ?? 0), years.last ?? today.year)
      return showReview(programme.id, year)
    }
    layers.append(.menu(.years(of: programme, in: self)))
  }

  mutating func showReview(_ programme: String, _ year: Int) {
    layers.append(.screen(.review(ReviewScreen(programme: programme, year: year))))
  }

  /// Asks for the sheet of the review on top, if what it shows may be old.
  mutating func readReview() -> [Effect] {
    guard let top = layers.lastIndex(where: \.isScreen),
      case .screen(.review(var review)) = layers[top], review.isStale
    else { return [] }
    review.isStale = false
    layers[top] = .screen(.review(review))
    return [.review(programme: review.programme, year: review.year, today: today)]
  }

  mutating func take(_ sheet: ReviewSheet) -> [Effect] {
    for index in layers.indices {
      guard case .screen(.review(var review)) = layers[index],
        review.programme == sheet.programme.id, review.year == sheet.year
      else { continue }
      let wasOpen = review.sheet.map { $0.closed == nil } ?? false
      review.take(sheet, in: register)
      keepInSight(&review)
      layers[index] = .screen(.review(review))
      // Whoever was told that somebody else had closed it is not told of closing it.
      if wasOpen, sheet.closed != nil, notice?.tone != .bad {
        say(CommandWords.closedNow(sheet), .good)
      }
    }
    return openSelected()
  }

  func keepInSight(_ review: inout ReviewScreen) {
    review.window.follow(
      review.index ?? 0, of: review.items.count, height: Drawing(self).reviewRows)
  }

  mutating func run(_ command: Command, key: KeyPress, _ review: ReviewScreen) -> [Effect] {
    guard let step = ReviewStep(rawValue: command.rawValue) else { return [] }
    var review = review
    review.goesOn = false
    switch step {
    case .leaveReview: return leaveScreen()
    case .rate: return rate(review, key)
    case .comment, .addEvidence:
      ask(step, review)
      return []
    case .closeYear:
      askForClosing(review)
      return []
    case .copyYear: return askForCopy(review)
    case .switchSide: review.side = review.side.other
    case .taskDown: review.move(by: 1, in: register)
    case .taskUp: review.move(by: -1, in: register)
    case .nextTask: if !review.goOn(in: register) { sayAllRated(review) }
    case .previousTask: if !review.goBack(in: register) { sayAllRated(review) }
    case .onlyDifferences:
      if !review.toggleDifferences(in: register) {
        say(Words("Hai bên chưa khác nhau ở mục nào.", "The sides differ nowhere."))
      }
    }
    keepInSight(&review)
    show(.review(review))
    return openSelected()
  }

  private mutating func sayAllRated(_ review: ReviewScreen) {
    let side = review.side.words
    say(
      Words(
        "Phía \(side.vi) không còn mục nào chưa đánh giá.",
        "The \(side.en.lowercased()) has rated every other task."))
  }

  private mutating func obstacle(_ review: ReviewScreen) -> Words? {
    if review.isClosed { return RatingWords.closed(review.year) }
    guard let item = review.item, detail.followUp?.key == item.key else {
      return Words("Không có nhiệm vụ nào để đánh giá.", "There is no task to rate.")
    }
    return nil
  }

  private mutating func rate(_ review: ReviewScreen, _ key: KeyPress) -> [Effect] {
    if let obstacle = obstacle(review) {
      say(obstacle)
      return []
    }
    guard case .character(let digit) = key,
      let mark = digit.wholeNumberValue.flatMap(ReviewMark.init(rawValue:)),
      let item = review.item, let slot = review.place.map({ Int($0.slot) })
    else { return [] }
    var review = review
    if item.rating(review.side)?.mark == mark {
      review.goOn(in: register)
      keepInSight(&review)
      show(.review(review))
      return openSelected()
    }
    review.goesOn = true
    show(.review(review))
    let edit = RatingEdit(year: review.year, side: review.side, mark: mark, on: today)
    return [.act(.rate(edit), slot: slot, key: item.key)]
  }

  private mutating func ask(_ step: ReviewStep, _ review: ReviewScreen) {
    if let obstacle = obstacle(review) { return say(obstacle) }
    guard let item = review.item, let slot = review.place.map({ Int($0.slot) }) else { return }
    open(.rating(item, review, isEvidence: step == .addEvidence, slot: slot))
  }

  private mutating func askForClosing(_ review: ReviewScreen) {
    guard let sheet = review.sheet else { return }
    if let obstacle = sheet.obstacleToClosing {
      return say(obstacle.words(naming: register.registry, on: surface))
    }
    layers.append(.menu(.closing(sheet, language)))
  }
}

// MARK: - What it asks

extension FormLayer {
  fileprivate static func rating(
    _ item: ReviewSheet.Item, _ review: ReviewScreen, isEvidence: Bool, slot: Int
  ) -> FormLayer {
    let rating = item.rating(review.side)
    let side = review.side.words
    let field =
      isEvidence
      ? FormField(
        .required(.evidence), Requirement.evidence.words, .text, isRequired: false,
        text: rating?.evidence ?? "")
      : FormField(
        .remark, Words("Nhận xét", "Comment"), .note, isRequired: false,
        text: rating?.comment ?? "")
    return FormLayer(
      .rating(review.side, year: review.year),
      title: Words(
        "\(item.code) · \(side.vi) · năm \(review.year)",
        "\(item.code) · \(side.en) · \(review.year)"), slot: slot, key: item.key, fields: [field])
  }

  func rating(_ side: ReviewSide, year: Int, in state: AppState) -> Action {
    var edit = RatingEdit(year: year, side: side, on: state.today)
    if let field = field(.remark) { edit.comment = field.text ?? "" }
    if let field = field(.required(.evidence)) { edit.evidence = field.text ?? "" }
    return .rate(edit)
  }
}

extension MenuLayer {
  fileprivate static func programmes(in state: AppState) -> MenuLayer {
    let items = state.register.registry.programmes.map { programme in
      Item(
        choice: .programme(programme.id), glyph: nil,
        label: Words(programme.name, programme.nameEn ?? programme.name), remark: "",
        isCurrent: false)
    }
    return MenuLayer(
      title: Words("Rà soát chương trình nào", "Review which programme"), items: items)
  }

  fileprivate static func years(of programme: Programme, in state: AppState) -> MenuLayer {
    let items = programme.years.map { year in
      Item(
        choice: .review(programme: programme.id, year: year), glyph: nil,
        label: Words("năm \(year)", "\(year)"), remark: "", isCurrent: year == state.today.year)
    }
    return MenuLayer(title: Words("Rà soát năm nào", "Review of which year"), items: items)
  }

  fileprivate static func closing(_ sheet: ReviewSheet, _ language: Language) -> MenuLayer {
    let remark = Words("không mở lại được", "for good")
    func item(_ choice: Choice, _ label: Words, _ remark: String = "") -> Item {
      Item(choice: choice, glyph: nil, label: label, remark: remark, isCurrent: false)
    }
    let summary = ReviewWords.closing(sheet)
    return MenuLayer(
      title: Words("Khóa kỳ rà soát năm \(sheet.year)?", "Close the review of \(sheet.year)?"),
      items: [
        item(.nothing, Words("Thôi", "No")),
        item(
          .closeReview(programme: sheet.programme.id, year: sheet.year),
          Words("Khóa: \(summary.vi)", "Close: \(summary.en)"), remark(language)),
      ])
  }
}
