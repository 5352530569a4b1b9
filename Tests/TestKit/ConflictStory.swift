package import Model
internal import Store

/// What Lan and Minh did to the real register without sight of each other. Source: stories.md S5.
package enum ConflictStory {
  package static let today = Day("2023-10-30") ?? Day(ordinal: 0)

  /// Does both sides' work in the folder at `path`; four records are in conflict then.
  package static func play(in path: String) throws {
    let store = try RegisterStore(path)
    let (register, _) = store.load()
    func address(_ code: String) throws(RegisterProblem) -> RecordAddress {
      guard let place = register.place(ofCode: code), let (chunk, row) = register.row(at: place)
      else { throw .recordGone(code: code) }
      let slot = Int(place.slot)
      let record = try store.record(slot: slot, key: chunk.key(row))
      return RecordAddress(slot: slot, key: record.key, seen: record.newest)
    }
    func due(_ iso: String) -> Action {
      let day = Day(iso) ?? today
      return .due(Deadline(PartialDate(day), origin: .officer), reason: nil, on: today)
    }
    func officer(_ name: String) -> Action {
      .edit(RecordEdit([.set(.officer, .text(name))], on: today))
    }
    var waiting = StatusStep(to: .awaitingReply, on: today)
    (waiting.waitingFor, waiting.waitingSince) = ("các vụ", today)
    let parts = [Part(title: "Phần thứ nhất"), Part(title: "Phần thứ hai")]
    let other = try address("QN23-34").key
    let story: [(code: String, lan: Action, minh: Action)] = [
      ("QN23-22", due("2023-12-15"), due("2023-11-30")),
      ("QN23-16", .split(parts, on: today), .step(waiting)),
      (
        "QN23-07", .merge(into: other, on: today),
        .lead(unit: "cuc-le-tan", isProposed: false, on: today)
      ),
      ("QN23-09", officer("Lan"), officer("Minh")),
    ]
    let start = Moment(startOf: today).milliseconds + 7_200_000
    for (index, act) in story.enumerated() {
      let seen = try address(act.code)
      for (author, action) in [("Lan", act.lan), ("Minh", act.minh)] {
        let minutes = Int64(index * 10 + (author == "Lan" ? 0 : 5))
        let now = Moment(milliseconds: start + minutes * 60_000)
        _ = try store.perform(action, on: [seen], as: Signature(author: author, now: now))
      }
    }
    _ = try store.foldJournal()
  }
}
