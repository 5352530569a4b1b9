package import Model
internal import Synchronization

// Closed years of programmes: `reviews/<programme>-<year>.json`, written once and never again.

extension RegisterFolder {
  static func reviewFile(_ programme: String, _ year: Int) -> String {
    "reviews/\(programme)-\(year).json"
  }

  /// A closed year; nil where the year is open.
  package func closedReview(
    _ programme: Programme, _ year: Int
  ) throws(RegisterProblem) -> ReviewSheet? {
    let file = RegisterFolder.reviewFile(programme.id, year)
    guard Posix.exists(path + "/" + file) else { return nil }
    let value = try readValue(file)
    guard ReviewFile.isWhole(value) else { throw .alteredReview(path: file) }
    do throws(ValueError) {
      return try ReviewSheet(value, programme: programme)
    } catch {
      throw .badValue(FilePlace(path: file, line: 1, column: 1), error)
    }
  }

  func isReviewClosed(_ programme: String, _ year: Int) -> Bool {
    Posix.exists(path + "/" + RegisterFolder.reviewFile(programme, year))
  }
}

/// The bytes of a closed year, with a sum over all of it but the sum itself.
enum ReviewFile {
  static func bytes(_ sheet: ReviewSheet) -> [UInt8] {
    guard case .object(let members) = sheet.value.composed else { return [] }
    let sum = Value.Member("checksum", .text(ReviewFile.sum(members)))
    return CanonicalWriter.object(.object(members + [sum]))
  }

  static func isWhole(_ value: Value) -> Bool {
    guard case .object(let members) = value, let sum = value["checksum"].text else { return false }
    return sum == ReviewFile.sum(members.filter { $0.key != "checksum" })
  }

  private static func sum(_ members: [Value.Member]) -> String {
    Checksum.text(CanonicalWriter.object(.object(members)))
  }
}

extension RegisterStore {
  /// What was found when a year was closed; nil while it is open.
  package func closedReview(
    _ programme: Programme, year: Int
  ) throws(RegisterProblem) -> ReviewSheet? {
    try folder.closedReview(programme, year)
  }

  /// Closes a year: keeps what is found now in a file of its own, carries over, and sets the next
  /// review, in one batch that undo takes back; the file stays.
  ///
  /// Of several people who close at once the first does it, and the others are told so.
  package func closeReview(
    _ programme: Programme, year: Int, today: Day, as signature: Signature
  ) throws(StoreError) -> (saved: Saved, sheet: ReviewSheet) {
    try state.withLock { state throws(StoreError) in
      try state.closeReview(
        programme, year: year, today: today, profile: profile, registry: registry, as: signature)
    }
  }

  /// A year as it was closed, else as it stands. About 50 µs a record of the programme.
  package func review(
    _ programme: Programme, year: Int, today: Day
  ) throws(RegisterProblem) -> ReviewSheet {
    let now = ReviewSheet(
      programme, year: year, records: records(ofProgramme: programme.id), today: today,
      limits: profile.dueSoon)
    guard var closed = try closedReview(programme, year: year) else { return now }
    for index in closed.items.indices {
      let item = now.items.first { $0.key == closed.items[index].key }
      closed.items[index].marks = item?.marks ?? []
    }
    return closed
  }

  /// The records of a programme as the review reads them, in register order. About 50 µs each.
  package func records(ofProgramme id: String) -> [(followUp: FollowUp, status: Status)] {
    state.withLock {
      $0.tasks(id, profile: profile, registry: registry).map { ($0.followUp, $0.status) }
    }
  }
}

extension StoreState {
  /// What was found when a year was closed stands: nothing is said of it later.
  func refuseRatingOfClosedYear(_ action: Action, _ record: Record) throws(StoreError) {
    guard case .rate(let edit) = action, let programme = record.fields[.programme].text,
      folder.isReviewClosed(programme, edit.year)
    else { return }
    throw .refused(code: record.code, .reviewClosed(year: edit.year))
  }

  struct Task {
    let address: RecordAddress
    let record: Record
    let followUp: FollowUp
    let status: Status
  }

  /// Records that cannot be read are left out; `check` names them.
  mutating func tasks(_ id: String, profile: RegisterProfile, registry: Registry) -> [Task] {
    var register = Register(profile: profile, registry: registry, slots: shelves.count)
    for (slot, shelf) in shelves.enumerated() { register.place(shelf.shown, in: slot) }
    var tasks: [Task] = []
    for place in register.places(ofProgramme: id) {
      guard let (chunk, row) = register.row(at: place) else { continue }
      let address = RecordAddress(slot: Int(place.slot), key: chunk.key(row))
      guard let record = try? record(slot: address.slot, key: address.key),
        let followUp = try? FollowUp(record.fields)
      else { continue }
      tasks.append(Task(address: address, record: record, followUp: followUp, status: row.status))
    }
    return tasks
  }

  mutating func closeReview(
    _ programme: Programme, year: Int, today: Day, profile: RegisterProfile, registry: Registry,
    as signature: Signature
  ) throws(StoreError) -> (saved: Saved, sheet: ReviewSheet) {
    var kept: ReviewSheet?
    let saved = try locked(as: signature) { (state, now) throws(StoreError) in
      let folder = state.folder
      let tasks = state.tasks(programme.id, profile: profile, registry: registry)
      var sheet = ReviewSheet(
        programme, year: year, records: tasks.map { ($0.followUp, $0.status) }, today: today,
        limits: profile.dueSoon)
      do throws(RegisterProblem) {
        sheet.closed = try folder.closedReview(programme, year)?.closed
      } catch {
        throw .problem(error)
      }
      if let obstacle = sheet.obstacleToClosing { throw .review(obstacle) }
      let drafts = tasks.compactMap { task -> Draft? in
        let edits = sheet.editsOfClosing(task.followUp, task.record.fields)
        guard !edits.isEmpty else { return nil }
        return Draft(
          address: task.address, record: task.record, on: today, edits: edits,
          why: "Khóa kỳ rà soát năm \(year): \(programme.name)")
      }
      let closed = sheet.closed(on: today, by: signature.author)
      kept = closed
      do throws(RegisterProblem) {
        // The records first: closing again after a crash in between carries nothing over twice.
        let saved =
          drafts.isEmpty
          ? Saved(records: [], updates: [], batch: "")
          : try state.write(drafts, by: signature.author, at: now)
        try folder.keep(closed)
        return saved
      } catch {
        throw .problem(error)
      }
    }
    guard let kept else { throw .review(.noTasks(programme: programme.id, year: year)) }
    return (saved, kept)
  }
}

extension RegisterFolder {
  fileprivate func keep(_ sheet: ReviewSheet) throws(RegisterProblem) {
    let parts = path + "/reviews"
    try Posix.makeFolders(parts)
    let file = path + "/" + RegisterFolder.reviewFile(sheet.programme.id, sheet.year)
    try SafeFile.replace(file, with: ReviewFile.bytes(sheet))
  }
}
