import Model
import Store

/// The shape `dondoc.list/1`, one record a line. Documented in `docs/json.md`.
struct ListJSON {
  private let opened: OpenRegister
  private let register: Register
  private let registry: Registry
  private let count: Int
  private var json: JSONText
  /// The codes of sessions, by their keys, as far as they were asked for.
  private var sessionCodes: [String: String] = [:]

  init(_ opened: OpenRegister, count: Int) {
    self.opened = opened
    register = opened.register
    registry = opened.register.registry
    self.count = count
    json = JSONText(room: 256 + count * 640)
  }

  mutating func bytes(of places: [RowPlace]) -> [UInt8] {
    let titles = opened.englishTitles(of: places)
    json.openObject()
    json.member("schema")
    json.text("dondoc.list/1")
    json.member("today")
    json.text(opened.context.today.iso)
    if let asOf = opened.context.asOf {
      json.member("asOf")
      json.text(asOf.iso)
    }
    json.member("count")
    json.number(count)
    json.member("followUps")
    json.openList()
    for (place, title) in zip(places, titles) {
      guard let (chunk, row) = register.row(at: place) else { continue }
      json.newLineBeforeElement()
      add(row, in: chunk, titleEn: title)
    }
    json.closeList()
    json.closeObject()
    json.newLine()
    return json.bytes
  }

  private mutating func text(_ span: Row.Span32, _ chunk: Chunk) {
    chunk.text.withUnsafeBufferPointer {
      json.text(utf8: UnsafeBufferPointer(rebasing: $0[span.range]))
    }
  }

  private mutating func add(_ row: Row, in chunk: Chunk, titleEn: String?) {
    json.openObject()
    json.member("code")
    text(row.code, chunk)
    json.member("kind")
    json.text(row.kind.rawValue)
    json.member("direction")
    json.text(row.direction.rawValue)
    json.member("province")
    id(row.province, .provinces, chunk)
    json.member("alsoProvinces")
    ids(chunk.otherProvinces(row), .provinces, chunk)
    json.member("title")
    text(row.title, chunk)
    json.member("titleEn")
    json.text(titleEn)
    json.member("category")
    id(row.category, .categories, chunk)
    json.member("tier")
    json.text(row.tier.rawValue)
    json.member("status")
    json.text(row.status.rawValue)
    addParties(row, in: chunk)
    addTime(row)
    addBelonging(row, in: chunk)
    json.closeObject()
  }

  private mutating func addParties(_ row: Row, in chunk: Chunk) {
    json.member("lead")
    if row.lead == .none {
      json.null()
    } else {
      json.openObject()
      json.member("unit")
      id(row.lead, .units, chunk)
      json.member("proposed")
      json.bool(row.flags.contains(.leadProposed))
      json.closeObject()
    }
    json.member("coordinating")
    ids(chunk.coordinating(row), .units, chunk)
    json.member("counterparts")
    ids(chunk.counterparts(row), .counterparts, chunk)
  }

  private mutating func addTime(_ row: Row) {
    json.member("due")
    json.text(row.due?.iso)
    json.member("duePrecision")
    json.text(row.due == nil ? nil : row.duePrecision.rawValue)
    json.member("deadlineState")
    let context = opened.queryContext
    json.deadline(row.deadlineState(on: context.today, limits: context.limits))
  }

  private mutating func addBelonging(_ row: Row, in chunk: Chunk) {
    json.member("programme")
    if let stray = row.programme.strayIndex {
      json.text(stray < chunk.strays.count ? chunk.strays[stray] : nil)
    } else {
      let programmes = registry.programmes
      json.text(
        Int(row.programme.raw) < programmes.count ? programmes[Int(row.programme.raw)].id : nil)
    }
    json.member("session")
    json.text(chunk.session(row).map { code(ofSession: $0, in: chunk) })
    json.member("priority")
    json.number(row.priority?.rawValue)
  }

  private mutating func code(ofSession key: String, in chunk: Chunk) -> String {
    if let known = sessionCodes[key] { return known }
    // A session mostly stands in the file of what came out of it.
    let near = chunk.index(ofKey: key).flatMap(chunk.row(at:)).map(chunk.code)
    let code = near ?? register.code(ofKey: key)
    sessionCodes[key] = code
    return code
  }

  private mutating func id(_ place: EntryPlace, _ kind: RegistryKind, _ chunk: Chunk) {
    json.text(register.id(place, in: kind, chunk: chunk))
  }

  private mutating func ids(
    _ places: ArraySlice<EntryPlace>, _ kind: RegistryKind, _ chunk: Chunk
  ) {
    json.openList()
    for place in places { id(place, kind, chunk) }
    json.closeList()
  }
}

extension JSONText {
  mutating func deadline(_ state: DeadlineState) {
    openObject()
    member("state")
    text(state.name)
    member("days")
    number(state.days)
    closeObject()
  }
}
