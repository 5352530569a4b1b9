/// What the list knows of a record, without a reference to anything: columns, not strings.
///
/// Texts are ranges of the chunk's bytes, registry entries are their places in the tables.
package struct Row: Sendable, BitwiseCopyable {
  /// The record's exact bytes in its file, from `{` to `}`.
  package var bytes: Span32 = .init()
  package var code: Span32 = .init()
  package var key: Span32 = .init()
  package var title: Span32 = .init()
  /// The record's search form in the chunk's folded bytes.
  package var folded: Span32 = .init()
  /// The record's texts in the chunk as they were written: the code, the title and of the other texts
  /// that are searched those with a mark, a line each; tags, each behind a ``Chunk/tagBegins``.
  package var texts: Span32 = .init()
  /// Day ordinals; `Row.noDay` where there is none.
  package var dueOrdinal: Int32 = Row.noDay
  package var doneOrdinal: Int32 = Row.noDay
  /// The day until which it was put off at triage.
  package var putOffOrdinal: Int32 = Row.noDay
  /// The days of the newest chase, of the newest letter, and by which an answer was asked for.
  package var chaseOrdinal: Int32 = Row.noDay
  package var letterOrdinal: Int32 = Row.noDay
  package var replyByOrdinal: Int32 = Row.noDay
  /// The day it was raised, the day its status stands from, and of the newest extension.
  package var raisedOrdinal: Int32 = Row.noDay
  package var statusOrdinal: Int32 = Row.noDay
  package var extensionOrdinal: Int32 = Row.noDay
  /// The deadline before any extension; of a record without one there is none here.
  package var firstDueOrdinal: Int32 = Row.noDay
  /// The days of its period, which bounds what recurs.
  package var periodStartOrdinal: Int32 = Row.noDay
  package var periodEndOrdinal: Int32 = Row.noDay
  /// When the newest change was recorded, in milliseconds since 1970.
  package var updated: Int64 = 0
  package var kind: Kind = .request
  package var direction: Direction = .provinceToMinistry
  package var tier: Tier = .core
  package var status: Status = .new
  package var duePrecision: DatePrecision = .day
  /// How far from an event it is due, and the place of the event's key in the chunk's sessions.
  package var dueSpan: EventOffset.Span?
  package var dueEvent: EntryPlace = .none
  package var recurrence: Recurrence?
  package var priority: Priority?
  /// Who has it, as somebody set it.
  package var holder: Holder?
  package var waitsFor: Holder?
  package var chaseChannel: ChaseChannel?
  /// Letters of chasing so far, at most 255.
  package var letters: UInt8 = 0
  package var flags: Flags = []
  package var province: EntryPlace = .none
  package var category: EntryPlace = .none
  package var lead: EntryPlace = .none
  package var programme: EntryPlace = .none
  /// The place of the session's key in the chunk's sessions.
  package var session: EntryPlace = .none
  package var lists = Lists()

  package init() {}

  package static let noDay: Int32 = .max

  /// A half-open range of bytes.
  package struct Span32: Hashable, Sendable, BitwiseCopyable {
    package var begin: UInt32 = 0
    package var end: UInt32 = 0

    package init(begin: UInt32 = 0, end: UInt32 = 0) {
      self.begin = begin
      self.end = end
    }

    package var range: Range<Int> { Int(begin)..<Int(max(begin, end)) }

    fileprivate func moved(by offset: Int) -> Span32 {
      Span32(
        begin: UInt32(truncatingIfNeeded: Int(begin) + offset),
        end: UInt32(truncatingIfNeeded: Int(end) + offset))
    }
  }

  package struct Flags: OptionSet, Sendable, BitwiseCopyable {
    package let rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    package static let leadProposed = Flags(rawValue: 1)
    package static let hasNoDeadlineReason = Flags(rawValue: 2)
    package static let hasExpectedResult = Flags(rawValue: 4)
    package static let hasOfficer = Flags(rawValue: 8)
    package static let emphasised = Flags(rawValue: 16)
    package static let toConfirm = Flags(rawValue: 32)
    package static let secretStub = Flags(rawValue: 64)
    package static let isInternal = Flags(rawValue: 128)
    /// Something was done to it that undo may take back.
    package static let isChanged = Flags(rawValue: 256)
    package static let hasTags = Flags(rawValue: 512)
    /// Let out of the inbox though something was not clear.
    package static let passed = Flags(rawValue: 1024)
    /// The deadline was moved, or taken away, and the first one is kept.
    package static let isExtended = Flags(rawValue: 2048)
    /// Two people changed it without sight of each other, and nobody has settled it.
    package static let hasConflict = Flags(rawValue: 4096)
    /// Has figures of goods or money.
    package static let hasQuantities = Flags(rawValue: 8192)
    /// Due in a year, not on a day, and its title speaks of an anniversary.
    package static let isAnniversary = Flags(rawValue: 16384)
    /// In the bin: it keeps its code, and no list has it.
    package static let binned = Flags(rawValue: 0x8000)
  }

  /// Where this row's ids stand in the chunk's `ids`: six runs, one after the other.
  package struct Lists: Sendable, BitwiseCopyable {
    package var start: UInt32 = 0
    package var counterparts: UInt8 = 0
    package var provinces: UInt8 = 0
    package var dossiers: UInt8 = 0
    package var coordinating: UInt8 = 0
    package var places: UInt8 = 0
    /// Units of counterpart lines.
    package var lineUnits: UInt8 = 0

    package init() {}
  }
}

/// The place of an entry in its registry table, or among the chunk's stray ids.
package struct EntryPlace: Hashable, Sendable, BitwiseCopyable {
  package let raw: UInt16

  package init(raw: UInt16) { self.raw = raw }
  package init(_ place: Int) { raw = UInt16(truncatingIfNeeded: place) }

  /// An id that the registry does not know.
  package static func stray(_ index: Int) -> EntryPlace {
    EntryPlace(raw: 0xF000 + UInt16(truncatingIfNeeded: min(index, 0xFFE)))
  }

  package static let none = EntryPlace(raw: .max)

  package var strayIndex: Int? {
    raw >= 0xF000 && self != .none ? Int(raw - 0xF000) : nil
  }
}

extension Row {
  /// The same row where its texts, and their search form, stand so many bytes further on.
  package func moved(texts offset: Int, folded searchOffset: Int) -> Row {
    var row = self
    (row.code, row.key, row.title) = (
      code.moved(by: offset), key.moved(by: offset), title.moved(by: offset)
    )
    row.texts = texts.moved(by: offset)
    row.folded = folded.moved(by: searchOffset)
    return row
  }

  package var isInConflict: Bool { flags.contains(.hasConflict) }

  package var due: Day? { dueOrdinal == Row.noDay ? nil : Day(ordinal: Int(dueOrdinal)) }
  package var doneOn: Day? { doneOrdinal == Row.noDay ? nil : Day(ordinal: Int(doneOrdinal)) }

  /// The deadline before any extension.
  package var originalDue: Day? { Row.day(firstDueOrdinal) ?? due }
  package var raisedOn: Day? { Row.day(raisedOrdinal) }
  package var periodStart: Day? { Row.day(periodStartOrdinal) }
  package var periodEnd: Day? { Row.day(periodEndOrdinal) }
  /// Since when it stands as it does, as far as that was written down.
  package var standsSince: Day? { Row.day(statusOrdinal) ?? raisedOn }

  private static func day(_ ordinal: Int32) -> Day? {
    ordinal == Row.noDay ? nil : Day(ordinal: Int(ordinal))
  }

  package var lastChase: LastChase? {
    guard chaseOrdinal != Row.noDay else { return nil }
    func day(_ ordinal: Int32) -> Day? {
      ordinal == Row.noDay ? nil : Day(ordinal: Int(ordinal))
    }
    return LastChase(
      on: Day(ordinal: Int(chaseOrdinal)), channel: chaseChannel, letters: Int(letters),
      replyBy: day(replyByOrdinal), letterOn: day(letterOrdinal))
  }

  @inline(__always)
  package func deadlineState(on today: Day, limits: DueSoonLimits) -> DeadlineState {
    DeadlineFacts(status: status, kind: kind, due: due, doneOn: doneOn, recurrence: recurrence)
      .state(on: today, limits: limits)
  }

  package var putOffUntil: Day? {
    putOffOrdinal == Row.noDay ? nil : Day(ordinal: Int(putOffOrdinal))
  }
}
