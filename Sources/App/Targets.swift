package import Model

/// What a change is for: the records marked and shown, or the one under the cursor.
package struct Targets: Equatable, Sendable {
  package var addresses: [RecordAddress] = []
  /// Marked records that the list does not show now: they are left alone.
  package var hiddenCount = 0
  /// The codes of the first of them.
  package var hiddenCodes: [String] = []

  package init() {}

  /// One record, of which the person sees what is done to it.
  package init(_ address: RecordAddress) { addresses = [address] }

  /// `here` is the record under the cursor.
  init(_ addresses: [RecordAddress], here: RecordAddress?) {
    self.addresses = addresses
    isMany = addresses.count > 1 || addresses.first != here
  }

  /// Whether what will be done is shown first: for several, and for one the cursor is not on.
  package private(set) var isMany = false

  static let mostCodes = 3
}

extension AppState {
  /// The one place that decides what a change is for.
  ///
  /// Marks that are hidden by the filter or the view are never part of it: see derailed/k9s #3939.
  package var targets: Targets {
    let marks = context.marks
    let here = selectedPlace.flatMap(address)
    // A full-screen view is about the one record it shows.
    guard !marks.isEmpty, !layers.contains(where: \.isScreen) else {
      return here.map { Targets($0) } ?? Targets()
    }
    var shown = Marks()
    let places = list.arrangement.rows.filter { marks.contains($0) && shown.insert($0) }
    var targets = Targets(places.compactMap(address), here: here)
    targets.hiddenCount = marks.count - shown.count
    if targets.hiddenCount > 0 {
      targets.hiddenCodes = marks.places.lazy.filter { !shown.contains($0) }
        .prefix(Targets.mostCodes)
        .compactMap { register.row(at: $0).map { $0.chunk.code($0.row) } }
    }
    return targets
  }

  /// Those of the list that match `query`, once each.
  func shown(matching query: Query) -> [RowPlace] {
    let found = Marks(Matcher(query, in: register, context: context).places(in: register))
    var taken = Marks()
    return list.arrangement.rows.filter { found.contains($0) && taken.insert($0) }
  }

  func address(_ place: RowPlace) -> RecordAddress? {
    register.row(at: place).map { RecordAddress(slot: Int(place.slot), key: $0.chunk.key($0.row)) }
  }

  /// Why a change would hit nothing although something is marked.
  var obstacleOfMarks: Words? {
    guard !context.marks.isEmpty, list.shownMarks == 0 else { return nil }
    let count = context.marks.count
    return Words(
      "Cả \(count) mục đánh dấu đang ẩn nên không đụng tới; bỏ lọc, hoặc U bỏ đánh dấu.",
      "All \(count) marked records are hidden and left alone; clear the filter, or U the marks.")
  }

  /// Hands a finished action to the world: at once for one record, for several by way of the
  /// preview.
  mutating func hand(
    _ action: Action, to targets: Targets, seen: [Change.ID] = []
  ) -> [Effect] {
    guard let first = targets.addresses.first else { return [] }
    guard targets.isMany else {
      lastAction = action
      return [.act(action, slot: first.slot, key: first.key, seen: seen)]
    }
    layers.append(.preview(PreviewLayer(action, targets)))
    return [.preview(action, targets.addresses, isForced: false)]
  }

  /// The last change again, here or on the marks.
  mutating func repeatLast() -> [Effect] {
    guard let lastAction else { return [] }
    return hand(lastAction, to: targets)
  }
}

extension Layer {
  /// The layer with what its answers are for; only forms ask for a change.
  func aimed(at targets: Targets) -> Layer {
    guard case .form(var form) = self else { return self }
    form.targets = targets
    if targets.isMany { form.forgetTheOne(targets) }
    return .form(form)
  }
}

extension FormLayer {
  /// Says nothing any more of the record under the cursor.
  fileprivate mutating func forgetTheOne(_ targets: Targets) {
    title = titleForMany(targets)
    for index in fields.indices {
      if purpose == .lead { fields[index].picker = Picker(fields[index].picker.candidates) }
      if purpose == .due && fields[index].question == .reason {
        fields[index].label = Words("Lý do (khi lùi, bỏ)", "Why (if put off)")
      }
    }
  }

  private func titleForMany(_ targets: Targets) -> Words {
    let count = targets.addresses.count
    return switch purpose {
    case .step: Words("\(count) mục \(title.vi)", "\(count) records \(title.en)")
    case .note: Words("Ghi diễn biến cho \(count) mục", "Progress of \(count) records")
    case .due: Words("Hạn của \(count) mục", "Deadline of \(count) records")
    case .lead: Words("Chủ trì \(count) mục", "Lead of \(count) records")
    case .tags(let isJoining):
      isJoining
        ? Words("Thêm nhãn cho \(count) mục", "Tags for \(count) records")
        : Words("Bỏ nhãn của \(count) mục", "Take tags off \(count) records")
    case .chase: Words("Đôn đốc \(count) mục", "Press for \(count) records")
    case .putOff: Words("Để \(count) mục sau", "Put \(count) records off")
    case .edit, .acceptance, .split, .rating, .settle, .past: title
    }
  }
}

extension Targets {
  /// What is marked and will not be touched; nil when all of it will.
  package var hiddenWords: Words? {
    guard hiddenCount > 0 else { return nil }
    let more = hiddenCount > hiddenCodes.count ? ", …" : ""
    let codes = hiddenCodes.joined(separator: ", ") + more
    return Words(
      "\(hiddenCount) mục đánh dấu đang ẩn, không đụng tới: \(codes)",
      hiddenCount == 1
        ? "1 marked record is hidden and left alone: \(codes)"
        : "\(hiddenCount) marked records are hidden and left alone: \(codes)")
  }
}
