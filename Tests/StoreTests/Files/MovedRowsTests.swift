import Model
import Store
import TestKit
import Testing

/// What a change makes of the rows in memory is what reading the files again would make of them.
@Suite struct MovedRowsTests {
  @Test(arguments: [1, 7, 60])
  func rowsMovedAreRowsReadAgain(atOnce count: Int) throws {
    let folder = try RealRegister.copy()
    let store = try RegisterStore(folder.path)
    let register = store.load().register
    var chunks = register.chunks.compactMap { $0 }
    for (step, action) in actions().enumerated() {
      let all = register.chunks.enumerated().flatMap { slot, chunk in
        (chunk?.rows ?? []).map { RecordAddress(slot: slot, key: chunk?.key($0) ?? "") }
      }
      let addresses = all.enumerated().filter { $0.offset % 2 == step % 2 }.map(\.element)
        .prefix(count)
      let saved = try store.perform(
        action, on: Array(addresses), as: Desk.signature(minutes: Int64(step)), force: true,
        why: "thử")
      for update in saved.updates { chunks[update.slot] = try #require(update.chunk) }
    }
    _ = try store.foldJournal()
    let readAgain = try RegisterStore(folder.path).load().register.chunks.compactMap { $0 }
    #expect(chunks.map(\.path) == readAgain.map(\.path))
    for (moved, read) in zip(chunks, readAgain) { expectSame(moved, read) }
  }

  private func actions() -> [Action] {
    let edits: [[FieldEdit]] = [
      [
        .set(.title, .text("Một tên khác, dài hơn tên cũ nhiều chữ")),
        .join(.tags, ["đã họp", "gấp"]),
      ],
      [.join(.coordinating, ["vu-dba", "cuc-lanh-su"]), .set(.priority, .number("1"))],
      [.leave(.tags, ["gấp"]), .set(.officer, .text("Trần Lan"))],
    ]
    return [
      .note("Đã họp với tỉnh", on: day("2023-04-03")),
      .lead(unit: "ubbgqg", isProposed: false, on: day("2023-04-04")),
    ] + edits.map { .edit(RecordEdit($0, on: day("2023-04-05"))) }
  }

  private func expectSame(_ one: Chunk, _ other: Chunk) {
    #expect(one.rows.count == other.rows.count)
    for (left, right) in zip(one.rows, other.rows) {
      #expect(facts(left, one) == facts(right, other))
    }
  }

  /// All a row says, with the bytes it stands on.
  private func facts(_ row: Row, _ chunk: Chunk) -> [String] {
    var plain = row
    (plain.bytes, plain.code, plain.key, plain.title) = (.init(), .init(), .init(), .init())
    (plain.folded, plain.texts, plain.session) = (.init(), .init(), .none)
    plain.lists.start = 0
    let lists = [
      chunk.counterparts(row), chunk.otherProvinces(row), chunk.dossiers(row),
      chunk.coordinating(row), chunk.places(row),
    ]
    return [
      "\(plain)", chunk.code(row), chunk.key(row), chunk.title(row), chunk.session(row) ?? "",
      "\(chunk.text[row.texts.range].map { $0 })", "\(chunk.folded[row.folded.range].map { $0 })",
      "\(lists.map { $0.map(\.raw) })",
    ]
  }
}
