import DataConverter
import Model
import Store
import Testing

/// The published schemas say what the files are.
struct SchemaTests {
  private let validator: SchemaValidator

  init() throws {
    var schemas: [String: Value] = [:]
    for path in try Repository.paths(under: "docs/schema") {
      schemas[path] = try Repository.value("docs/schema/\(path)")
    }
    validator = SchemaValidator(schemas: schemas)
  }

  private func faults(of value: Value, _ name: String) -> [String] {
    let file = "\(name).schema.json"
    return validator.faults(of: value, as: validator.schemas[file] ?? ["no schema": true], in: file)
  }

  private func schema(of path: String) -> String {
    switch path.split(separator: "/").first {
    case "follow-ups": "follow-ups"
    case "registry": "registry"
    case "programmes": "programme"
    case "holidays": "holidays"
    default: "register"
    }
  }

  @Test func everyFileOfTheDataIsAsItsSchemaSays() throws {
    for (path, value) in try Repository.register() {
      #expect(faults(of: value, schema(of: path)) == [], "\(path)")
    }
  }

  @Test func aMadeUpFileIsAsItsSchemaSays() throws {
    let sample = try SampleRegister(from: Repository.register(), records: 5_000, seed: 3)
    for plan in sample.plans.suffix(6) {
      #expect(faults(of: try Repository.value(sample.file(plan)), "follow-ups") == [])
    }
  }

  @Test func everySchemaKnowsItsNameAndDraft() throws {
    #expect(validator.schemas.count == 8)
    for (path, schema) in validator.schemas {
      #expect(schema["$id"].text == path)
      #expect(schema["$schema"].text == "https://json-schema.org/draft/2020-12/schema")
    }
  }

  @Test func aRecordHasTheFieldsOfTheModelAndItsChanges() throws {
    guard case .object(let properties) = definition("record")["properties"] else {
      Issue.record("no properties")
      return
    }
    #expect(properties.map(\.key) == Field.allCases.map(\.rawValue) + ["changes"])
    let required = definition("record")["required"].elements.compactMap(\.text)
    #expect(required == Field.mandatory.map(\.rawValue) + ["changes"])
  }

  @Test func listsAreListsInTheModelAndInTheSchema() throws {
    for field in Field.allCases {
      let property = definition("record")["properties"][field.rawValue]
      #expect((property["type"] == "array") == (field.shape == .set), "\(field)")
    }
  }

  @Test(arguments: [
    ("kind", Kind.allCases.map(\.rawValue)), ("direction", Direction.allCases.map(\.rawValue)),
    ("tier", Tier.allCases.map(\.rawValue)), ("status", Status.allCases.map(\.rawValue)),
    ("resultKind", ResultKind.allCases.map(\.rawValue)),
    ("precision", DatePrecision.allCases.map(\.rawValue)),
    ("dueOrigin", DueOrigin.allCases.map(\.rawValue)),
    ("recurrence", Recurrence.allCases.map(\.rawValue)),
    ("regime", Regime.allCases.map(\.rawValue)), ("secrecy", Secrecy.allCases.map(\.rawValue)),
    ("qualifier", Qualifier.allCases.map(\.rawValue)),
    ("relation", Relation.allCases.map(\.rawValue)),
  ])
  func theWordsAreThoseOfTheModel(name: String, words: [String]) {
    #expect(definition(name)["enum"].elements.compactMap(\.text) == words)
  }

  @Test func thePrioritiesAreThoseOfTheModel() {
    #expect(
      definition("priority")["enum"].elements.compactMap(\.integer)
        == Priority.allCases.map(\.rawValue))
  }

  @Test func everyDefinitionIsUsed() throws {
    for (path, schema) in validator.schemas {
      guard case .object(let definitions) = schema["$defs"] else { continue }
      let text = String(decoding: CanonicalWriter.line(schema), as: UTF8.self)
      for definition in definitions {
        #expect(text.contains("#/$defs/\(definition.key)\""), "\(path): \(definition.key)")
      }
    }
  }

  private func definition(_ name: String) -> Value {
    validator.schemas["follow-ups.schema.json"]?["$defs"][name] ?? .null
  }
}

extension SchemaTests {
  private static let change: Value = [
    "id": "c1", "at": "2026-01-02T03:04:05.678Z", "by": "an.nv",
    "edits": [["field": "status", "from": "new", "to": "agreed"]],
  ]

  private static func record(_ altering: (inout Fields) -> Void = { _ in }) -> Value {
    var fields = Fields([
      Value.Member("key", "k"), Value.Member("code", "QN26-01"), Value.Member("kind", "request"),
      Value.Member("direction", "joint"), Value.Member("province", "quang-ninh"),
      Value.Member("title", "t"), Value.Member("category", "doan"), Value.Member("tier", "core"),
      Value.Member("status", "new"),
      Value.Member("sources", [["document": "bai-000", "paragraphs": [.number(2)]]]),
    ])
    altering(&fields)
    return .object(fields.members + [Value.Member("changes", [change])])
  }

  @Test func aRecordMayHaveKeysOfANewerDondoc() {
    #expect(faults(of: [Self.record { $0[name: "colour"] = "red" }], "follow-ups") == [])
  }

  @Test(
    arguments: [
      (Field.status, Value.text("finished")), (.raisedOn, "24/3/2023"), (.title, .number(1)),
      (.kind, .null), (.due, ["date": "2026-01-02"]), (.priority, .number(5)),
      (.lead, ["unit": "bng", "proposed": false]), (.province, "Quảng Ninh"),
      (.quantities, [["item": "x", "qualifier": "about"]]), (.topics, "biển"),
    ] as [(Field, Value)])
  func aFieldThatIsNotRightIsAFault(field: Field, value: Value) {
    #expect(faults(of: [Self.record { $0[field] = value }], "follow-ups").count == 1)
  }

  @Test func aLineOfTheJournalIsChangesWithTheirRecordAndSum() {
    guard case .object(let members) = Self.change else { return }
    let entry = Value.object([Value.Member("record", "k")] + members)
    #expect(faults(of: ["changes": [entry], "sum": "00ab34ef"], "journal") == [])
    #expect(faults(of: ["changes": [Self.change], "sum": "00ab34ef"], "journal").count == 1)
    #expect(faults(of: ["changes": [entry], "sum": "00AB34EF"], "journal").count == 1)
    #expect(faults(of: ["changes": [entry]], "journal").count == 1)
    #expect(faults(of: ["changes": [], "sum": "00ab34ef"], "journal").count == 1)
  }
}
