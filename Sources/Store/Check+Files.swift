internal import CSystem
internal import Glibc
internal import Model
internal import Vietnamese

/// Reads follow-up files whole, one after the other.
struct FileCheck: ~Copyable {
  private let folder: String
  private let registry: Registry
  private var reader = JSONReader()

  init(folder: String, registry: Registry) {
    self.folder = folder
    self.registry = registry
  }

  /// Files that are no JSON, or no list, are passed over: loading has named them.
  mutating func check(_ path: String, into records: inout CheckedRecords) -> [Finding] {
    guard (try? reader.load(path: folder + "/" + path)) != nil, (try? reader.read()) != nil
    else { return [] }
    var findings: [Finding] = []
    var values: [Value] = []
    let registry = registry
    reader.withRoot { root in
      for node in root.elements {
        var check = RecordCheck(node: node, path: path, registry: registry)
        if let (entry, value) = check.run() {
          records.add(entry)
          values.append(value)
        }
        findings += check.findings
      }
    }
    // With a record that cannot be read there is no other form to hold the file against.
    if findings.isEmpty || findings.allSatisfy({ !$0.isOfValue }) {
      let canonical = CanonicalWriter.file(records: values)
      let offset = reader.withBytes { CanonicalForm.firstDifference($0, canonical) }
      if let offset { findings.append(Finding(path: path, offset: offset) { .notCanonical($0) }) }
    }
    return findings
  }
}

extension Finding {
  fileprivate var isOfValue: Bool {
    if case .badValue = problem(FilePlace(path: path, line: 0, column: 0)) { return true }
    return false
  }
}

/// Whether bytes are as dondoc writes them.
enum CanonicalForm {
  /// The first byte that would be written otherwise: in another place, or in another normal form.
  static func firstDifference(
    _ bytes: UnsafeBufferPointer<UInt8>, _ canonical: [UInt8]
  ) -> Int? {
    let composed = composed(canonical)
    let shorter = min(bytes.count, composed.count)
    // Nearly every file is as it should be: all of it is compared at once.
    let isAlike = composed.withUnsafeBytes { composed in
      guard let one = bytes.baseAddress, let other = composed.baseAddress else { return true }
      return memcmp(one, other, shorter) == 0
    }
    if isAlike { return bytes.count == composed.count ? nil : shorter }
    return zip(bytes, composed).prefix { $0 == $1 }.count
  }

  /// The bytes in NFC.
  static func composed(_ bytes: [UInt8]) -> [UInt8] {
    bytes.withUnsafeBufferPointer { nfc($0) } ?? bytes
  }

  /// nil where nothing changes.
  private static func nfc(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard NormalForm.needsComposition(bytes) else { return nil }
    let length = csys_nfc(bytes.baseAddress, bytes.count, nil, 0)
    guard length != .max else { return nil }
    return [UInt8](unsafeUninitializedCapacity: length) { room, count in
      count = csys_nfc(bytes.baseAddress, bytes.count, room.baseAddress, length)
    }
  }
}

/// One record, field by field.
private struct RecordCheck {
  let node: JSONNode
  let path: String
  let registry: Registry
  var findings: [Finding] = []

  init(node: JSONNode, path: String, registry: Registry) {
    self.node = node
    self.path = path
    self.registry = registry
  }

  /// nil where the record cannot be read; the findings say why.
  mutating func run() -> (CheckedRecords.Entry, Value)? {
    do throws(ValueError) {
      let record = try RecordCoding.record(node.value)
      for field in Field.mandatory where record.fields[field].isEmpty {
        throw ValueError(field.rawValue, .missing)
      }
      let followUp = try FollowUp(record.fields)
      checkFold(record)
      // In the bin it keeps the names it had, also where the registry has them no longer.
      if followUp.binned == nil { checkIds(followUp) }
      let entry = CheckedRecords.Entry(
        key: followUp.key, code: followUp.code, path: path, references: references(followUp),
        isBinned: followUp.binned != nil)
      return (entry, RecordCoding.value(record))
    } catch {
      add(at: error.path) { .badValue($0, error) }
      return nil
    }
  }

  private mutating func add(at inner: String, _ problem: @escaping (FilePlace) -> RegisterProblem) {
    findings.append(Finding(path: path, offset: node.offset(at: inner), problem: problem))
  }

  /// A record with an edit that only a newer dondoc knows cannot be proven here.
  private mutating func checkFold(_ record: Record) {
    let isKnown = record.changes.allSatisfy { $0.edits.allSatisfy { $0.field != nil } }
    let folded = Record.fold(record.changes)
    guard isKnown, folded != record.fields else { return }
    let names = (record.fields.members + folded.members).map(\.key)
    var differing: [String] = []
    for name in names where record.fields[name: name] != folded[name: name] {
      if !differing.contains(name) { differing.append(name) }
    }
    let (code, fields) = (record.code, differing)
    add(at: differing.first ?? "") { .notTheFold(code: code, fields: fields, $0) }
  }

  /// The ids that the list's scan does not look at.
  private mutating func checkIds(_ followUp: FollowUp) {
    for (index, source) in followUp.sources.enumerated() where Source.isIdLike(source.document) {
      checkId(source.document, .documents, at: "sources[\(index)].document")
    }
    for (index, document) in followUp.documents.enumerated() {
      checkId(document, .documents, at: "documents[\(index)]")
    }
    for (index, line) in followUp.counterparts.enumerated() {
      if let unit = line.unit { checkId(unit, .units, at: "counterparts[\(index)].unit") }
    }
  }

  private mutating func checkId(_ id: String, _ kind: RegistryKind, at inner: String) {
    guard registry[kind].place(of: id) == nil else { return }
    add(at: inner) { .unknownEntry(id: id, kind: kind, $0) }
  }

  private func references(_ followUp: FollowUp) -> [CheckedRecords.Reference] {
    var references = followUp.links.enumerated().map { index, link in
      CheckedRecords.Reference(
        field: .links, to: link.to, relation: link.relation,
        offset: node.offset(at: "links[\(index)].to"))
    }
    references += followUp.appliesTo.enumerated().map { index, key in
      CheckedRecords.Reference(
        field: .appliesTo, to: key, relation: nil, offset: node.offset(at: "appliesTo[\(index)]"))
    }
    for (field, key) in [(Field.session, followUp.session), (.mergedInto, followUp.mergedInto)] {
      guard let key else { continue }
      references.append(
        CheckedRecords.Reference(
          field: field, to: key, relation: nil, offset: node.offset(at: field.rawValue)))
    }
    return references
  }
}

extension JSONNode {
  /// The byte where the value at a path such as `links[2].to` begins; where the path leads further
  /// than the value goes, the byte of the last step that is there.
  func offset(at path: String) -> Int {
    var node = self
    for step in path.split(whereSeparator: { $0 == "." || $0 == "[" || $0 == "]" }) {
      if let index = Int(step) {
        var elements = node.elements
        for _ in 0..<index { _ = elements.next() }
        guard let next = elements.next() else { break }
        node = next
      } else {
        guard let next = node.members.first(where: { $0.key.text == String(step) }) else { break }
        node = next.value
      }
    }
    return node.byteRange.lowerBound
  }
}
