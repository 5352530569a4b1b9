import App
import Model
import Store
import Vietnamese

/// What the commands that alter a register share: do it, fold it into the files, say it.
struct Changing {
  let opened: OpenRegister

  init(_ options: GlobalOptions) throws(Failure) {
    let context = try CommandContext(options)
    try context.needsThePresent()
    opened = try OpenRegister(context)
    // What else is wrong is said, and does not stop a change of what is right.
    opened.complain()
  }

  init(opened: OpenRegister) { self.opened = opened }

  var context: CommandContext { opened.context }

  /// Does `action` to every record, or to none, and says what came of it.
  func perform(
    _ action: Action, on codes: [String], force: Bool = false, why: String?
  ) throws(Failure) {
    let addresses = try opened.addresses(ofCodes: codes)
    try finish { (store, signature) throws(StoreError) in
      try store.perform(action, on: addresses, as: signature, force: force, why: why)
    }
  }

  /// Does it, folds it into the files, and says what came of it unless that was said before.
  func finish(
    deed: Words? = nil, isSilent: Bool = false,
    _ change: (RegisterStore, Signature) throws(StoreError) -> Saved
  ) throws(Failure) {
    let saved: Saved
    do throws(StoreError) {
      saved = try change(opened.store, context.surroundings.signature())
    } catch {
      throw Failure([opened.sentence(error)])
    }
    do throws(RegisterProblem) {
      _ = try opened.store.foldJournal()
    } catch {
      Output.complain(context.say(CommandWords.notFolded(error.words)))
    }
    if !isSilent { say(saved, deed: deed) }
    if !context.isJSON, deed == nil, saved.records.count > 1 {
      let number = Change.number(ofBatch: saved.batch)
      Output.print(context.say(CommandWords.receipt(count: saved.records.count, batch: number)))
    }
    warnOfDefence(saved)
    warnOfEnded(saved)
    sayWhatFollows(saved)
  }

  /// Of an event that got a new day: which deadlines would go with it, and how they are moved.
  private func sayWhatFollows(_ saved: Saved) {
    let text = EventText(context.language)
    for record in saved.records {
      guard let event = try? FollowUp(record.fields), event.kind == .event,
        let (from, to) = record.movedDue, event.eventDay == to,
        let move = EventMove(
          event, from: from, to: to, in: opened.register, isWorked: opened.isWorked)
      else { continue }
      Output.complain(text.head(move))
      for line in move.lines { Output.complain("  " + text.line(line, of: move)) }
      Output.complain(text.howToApply(move))
    }
  }

  /// Of each unit that was given work and is not there on that day, and who took its place.
  private func warnOfEnded(_ saved: Saved) {
    var byDay: [Day: [Edit]] = [:]
    for change in saved.records.compactMap(\.changes.last) where change.undoes == nil {
      byDay[change.on ?? context.today, default: []] += change.edits
    }
    for (day, edits) in byDay {
      let text = ValidityText(opened.store.registry, language: context.language, on: day)
      for warning in text.warnings(of: edits) { Output.complain(warning) }
    }
  }

  /// Once for each such record: what was discussed there is not for the register.
  private func warnOfDefence(_ saved: Saved) {
    for record in saved.records where (try? FollowUp(record.fields))?.isOfDefence == true {
      Output.complain(context.say(CommandWords.defenceEvent(record.code)))
    }
  }

  private func say(_ saved: Saved, deed: Words?) {
    if context.isJSON {
      var json = JSONText()
      json.openObject()
      json.member("schema")
      json.text("dondoc.change/1")
      json.member("batch")
      json.text(saved.batch)
      json.member("codes")
      json.openList()
      for record in saved.records { json.text(record.code) }
      json.closeList()
      if !saved.files.isEmpty {
        json.member("files")
        json.openList()
        for file in saved.files { json.text(file) }
        json.closeList()
      }
      json.closeObject()
      json.newLine()
      Output.write(json.bytes)
    } else {
      let text = SavedText(opened)
      for record in saved.records { Output.print(text.line(record, deed: deed)) }
      if let deed, !saved.files.isEmpty {
        let files = saved.files.joined(separator: ", ")
        Output.print("\(context.say(deed)): \(files)")
      }
    }
  }
}

// MARK: - What people typed

extension Changing {
  func unit(_ typed: String) throws(Failure) -> String {
    try TypedUnit(
      registry: opened.store.registry, today: context.today, language: context.language
    ).id(typed)
  }

  /// nil for "none".
  func deadline(_ typed: String) throws(Failure) -> Deadline? {
    let workingDays = WorkingDays(opened.store.folder)
    var dates = context.dates
    dates.isWorkingDay = { workingDays.isWorked(Day($0)) }
    return try dates.deadline(typed)
  }
}
