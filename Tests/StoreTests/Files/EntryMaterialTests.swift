import Model
import Store
import TestKit
import Testing

/// What quick-add lines need is kept for each file.
@Suite struct EntryMaterialTests {
  /// As records read whole, one by one, have it.
  private struct Direct {
    var sessions: [WorkingSession] = []
    var events: [String: EventFinding] = [:]
    var codes: [String] = []
    var addresses: [RecordAddress] = []
    var letters: [String: String] = [:]

    init(_ path: String) throws {
      let store = try RegisterStore(path)
      let (register, _) = store.load()
      letters = register.lettersInUse
      for case (let slot, let chunk?) in register.chunks.enumerated() {
        for row in chunk.allRows {
          codes.append(chunk.code(row))
          if row.kind == .event { events[chunk.code(row)] = row.asEvent(key: chunk.key(row)) }
        }
        for row in chunk.rows {
          let key = chunk.key(row)
          addresses.append(RecordAddress(slot: slot, key: key))
          let fields = try store.record(slot: slot, key: key).fields
          guard fields[.session].text == key, let province = fields[.province].text else {
            continue
          }
          sessions.append(
            WorkingSession(
              key: key, code: chunk.code(row), province: province,
              raisedOn: fields[.raisedOn].text.flatMap { Day($0) },
              documents: fields[.sources].elements.compactMap { $0["document"].text }))
        }
      }
    }
  }

  private static func expectTheSame(_ store: RegisterStore, _ path: String) throws -> Direct {
    let direct = try Direct(path)
    #expect(store.sessions() == direct.sessions)
    let events = store.events()
    for code in direct.codes {
      #expect(events.finding(ofCode: code) == direct.events[code] ?? .unknown)
    }
    #expect(store.lettersInUse == direct.letters)
    #expect(store.entryFilesLeft == 0)
    let material = store.entryMaterial(forms: ChoiceForms(), today: day("2023-04-03"))
    let anew = QuickAdd(
      registry: store.registry, letters: direct.letters, forms: ChoiceForms(),
      sessions: direct.sessions, events: events, today: day("2023-04-03"))
    #expect(material.quickAdd == anew)
    return direct
  }

  private static func draft(_ turn: Int) -> RecordDraft {
    var draft = CreatingTests.draft(
      "Việc \(turn)", province: turn % 2 == 0 ? "quang-ninh" : "nghe-an")
    switch turn % 3 {
    case 0:
      draft.isSession = true
      draft.raisedOn = day("2023-05-0\(1 + turn % 9)")
    case 1:
      draft.kind = .event
      draft.due = Deadline(PartialDate(day("2023-06-01")), origin: .officer)
    default: break
    }
    return draft
  }

  @Test func whatIsKeptIsWhatReadingAllAnewGives() throws {
    var desk = try Desk(SampleRegister())
    let path = desk.register.path
    var direct = try Self.expectTheSame(desk.store, path)
    for turn in 0..<14 {
      switch turn % 5 {
      case 0, 1, 2: _ = try desk.store.create([Self.draft(turn)], as: desk.signature())
      case 3: _ = try desk.store.undo(as: desk.signature())
      default:
        let address = direct.addresses[turn % direct.addresses.count]
        _ = try desk.store.perform(
          .note("ghi \(turn)", on: day("2023-04-03")), on: [address], as: desk.signature())
      }
      if turn % 4 == 3 { _ = try desk.store.foldJournal() }
      direct = try Self.expectTheSame(desk.store, path)
    }
    #expect(direct.sessions.count > 1)
  }

  @Test func anotherPersonsSessionIsOfferedOnceItsFileWasReadAgain() throws {
    var desk = try Desk(SampleRegister())
    _ = desk.store.sessions()
    let other = try RegisterStore(desk.register.path)
    _ = other.load()
    _ = try other.create([Self.draft(0)], as: desk.signature("Nam"))
    _ = try other.foldJournal()
    _ = try desk.store.refresh()
    _ = try Self.expectTheSame(desk.store, desk.register.path)
  }

  @Test func itIsReadAheadFileByFile() throws {
    let desk = try Desk(SampleRegister())
    let files = desk.store.entryFilesLeft
    #expect(files > 1)
    #expect(desk.store.prepareEntry(files: 1))
    #expect(desk.store.entryFilesLeft == files - 1)
    while desk.store.prepareEntry(files: 1) {}
    #expect(desk.store.entryFilesLeft == 0)
    _ = try Self.expectTheSame(desk.store, desk.register.path)
  }
}
