/// A working session that records come out of: its own record, as far as new ones need it.
package struct WorkingSession: Hashable, Sendable {
  package var key: String
  package var code: String
  package var province: String
  package var raisedOn: Day?
  /// Where the session itself was found.
  package var documents: [String]

  package init(
    key: String, code: String, province: String, raisedOn: Day? = nil, documents: [String] = []
  ) {
    self.key = key
    self.code = code
    self.province = province
    self.raisedOn = raisedOn
    self.documents = documents
  }

  /// The year its code names, else the year it was held in.
  package var year: Int? {
    let digits = code.drop { !$0.isNumber }.prefix { $0.isNumber }
    return digits.count == 2 ? Int(digits).map { 2000 + $0 } : raisedOn?.year
  }
}

/// What a new record is to hold. What nobody has said is nil or empty, and stays so.
package struct RecordDraft: Hashable, Sendable {
  package var title = ""
  package var kind: Kind = .request
  package var direction: Direction = .provinceToMinistry
  package var tier: Tier = .core
  package var province: String?
  package var category: String?
  package var raisedOn: Day?
  /// The key of the session's own record.
  package var session: String?
  /// It is a working session itself, and so its own session.
  package var isSession = false
  package var lead: Lead?
  package var coordinating: [String] = []
  package var counterparts: [String] = []
  package var tags: [String] = []
  package var due: Deadline?
  /// What the deadline is counted from, while the event has no day.
  package var undatedDue: EventOffset?
  package var programme: String?
  package var dossiers: [String] = []
  package var priority: Priority?
  /// Ids of documents, or a paper in words.
  package var sources: [String] = []
  /// The words of the minutes it was taken from.
  package var remarks: String?
  /// The year its code is to name.
  package var year: Int
  /// What a provisional code is to begin with, as `L` of `L-0001`; nil for a code that stands.
  package var provisional: String?

  package init(year: Int) { self.year = year }

  /// What no record may lack and this one does, in the order it is asked for.
  package var missing: [Field] {
    var missing: [Field] = []
    if title.isEmpty { missing.append(.title) }
    if province == nil { missing.append(.province) }
    if category == nil { missing.append(.category) }
    if sources.isEmpty { missing.append(.sources) }
    return missing
  }
}

/// A draft with its names: the key for the files, the code for people.
package struct NewRecord: Hashable, Sendable {
  package var draft: RecordDraft
  package var key: String
  package var code: String

  package init(_ draft: RecordDraft, key: String, code: String) {
    self.draft = draft
    self.key = key
    self.code = code
  }

  /// The change that makes the record. It has a batch, by which undo knows that it was entered.
  package func creation(id: Change.ID, at: Moment, by author: String, batch: String) -> Change {
    Change(id: id, at: at, by: author, edits: fields.creation, batch: batch)
  }

  private var fields: Fields {
    var fields = Fields()
    fields[.key] = .text(key)
    fields[.code] = .text(code)
    fields[.kind] = .text(draft.kind.rawValue)
    fields[.direction] = .text(draft.direction.rawValue)
    fields[.province] = .text(draft.province)
    fields[.title] = .text(draft.title)
    fields[.category] = .text(draft.category)
    fields[.tier] = .text(draft.tier.rawValue)
    fields[.raisedOn] = .text(draft.raisedOn?.iso)
    fields[.session] = .text(draft.isSession ? key : draft.session)
    fields[.lead] = draft.lead?.value ?? .null
    fields[.coordinating] = NewRecord.mentions(draft.coordinating)
    fields[.counterparts] = NewRecord.mentions(draft.counterparts)
    fields[.tags] = .list(draft.tags.map { .text($0) })
    fields[.due] = draft.due?.value ?? draft.undatedDue?.undated ?? .null
    fields[.programme] = .text(draft.programme)
    fields[.dossiers] = .list(draft.dossiers.map { .text($0) })
    fields[.status] = .text(Status.new.rawValue)
    fields[.priority] = draft.priority.map { .number($0.rawValue) } ?? .null
    fields[.sources] = .list(draft.sources.map { .object(["document": .text($0)]) })
    fields[.remarks] = .text(draft.remarks)
    return fields
  }

  private static func mentions(_ ids: [String]) -> Value {
    .list(ids.map { .object(["id": .text($0)]) })
  }
}

extension Fields {
  /// The edits that make a record of these fields, in the order of the files.
  package var creation: [Edit] {
    Field.allCases.compactMap { field in
      let value = self[field]
      guard !value.isEmpty else { return nil }
      switch field.shape {
      case .single: return .set(field, from: .null, to: value)
      case .set: return .add(field, value.elements)
      }
    }
  }
}

/// What codes begin with, and which number is free.
package enum RecordCodes {
  /// `QN23-09`: the letters, the year's last two digits, and at least two digits of a number.
  package static func code(letters: String, year: Int, number: Int) -> String {
    "\(prefix(letters: letters, year: year))\(padded(number))"
  }

  package static func prefix(letters: String, year: Int) -> String {
    "\(letters)\(padded(year % 100))-"
  }

  /// All that stands before the number: `QN23-` of `QN23-09`; nil for a code without a number.
  package static func prefix(of code: String) -> String? {
    guard let dash = code.lastIndex(of: "-"), Int(code[code.index(after: dash)...]) != nil else {
      return nil
    }
    return String(code[...dash])
  }

  /// The code behind `prefix` with this number.
  package static func code(prefix: String, number: Int) -> String { prefix + padded(number) }

  /// The letters before the year; nil for a code that does not begin with any.
  package static func letters(of code: String) -> String? {
    let letters = code.prefix { $0.isLetter }
    return letters.isEmpty ? nil : String(letters)
  }

  /// For a province that has neither records nor letters: the initials of its id.
  package static func initials(of province: String) -> String {
    String(province.split(separator: "-").compactMap(\.first)).uppercased()
  }

  private static func padded(_ number: Int) -> String {
    number < 10 ? "0\(number)" : String(number)
  }
}
