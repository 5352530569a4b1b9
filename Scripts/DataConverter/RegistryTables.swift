internal import Model
internal import Store

/// The tables of the registry, made from the reference files and the articles' own registry.
///
/// Where both know a thing, the reference has its name; the articles' forms of it become aliases.
struct RegistryTables {
  private var tables: [RegistryKind: [Entry]] = [:]
  private let programmes: Set<String>

  init(_ sources: SourceFiles, _ articles: Articles) throws(ConversionError) {
    programmes = Set(sources.registry("programmes").compactMap { $0["id"].text })
    tables[.provinces] = provinces(sources, articles)
    tables[.units] = units(sources, articles)
    tables[.counterparts] = counterparts(sources, articles)
    tables[.places] = places(sources, articles)
    tables[.people] = people(sources, articles)
    tables[.documents] = try documents(sources, articles)
    tables[.dossiers] = sources.registry("dossiers").map { source in
      var dossier = Entry(source, articles)
      dossier["recordKeys"] = .null
      return dossier
    }
    tables[.categories] = sources.registry("categories").map { source in
      var category = Entry(source, articles)
      category["records"] = .null
      return category
    }
  }

  var files: [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for (kind, entries) in tables {
      files["registry/\(kind.rawValue).json"] = CanonicalWriter.file(records: entries.map(\.value))
    }
    return files
  }

  /// Makes sure that everything the records name is in its table.
  func check(_ records: [Record]) throws(ConversionError) {
    let known = tables.mapValues { Set($0.map(\.id)) }
    for record in records {
      for (id, kind) in RegistryTables.names(of: record.fields)
      where known[kind]?.contains(id) != true {
        throw .unresolved(id: id, table: kind.rawValue, record: record.code)
      }
      if let id = record.fields[.programme].text, !programmes.contains(id) {
        throw .unresolved(id: id, table: "programmes", record: record.code)
      }
    }
  }

  /// Every id a record refers to, with the table it should be in.
  private static func names(of fields: Fields) -> [(String, RegistryKind)] {
    let single: [(Value, RegistryKind)] = [
      (fields[.province], .provinces), (fields[.category], .categories),
      (fields[.lead]["unit"], .units),
    ]
    let lists: [(Field, RegistryKind)] = [
      (.alsoProvinces, .provinces), (.coordinating, .units), (.counterparts, .counterparts),
      (.places, .places), (.dossiers, .dossiers), (.documents, .documents), (.sources, .documents),
    ]
    let many = lists.flatMap { field, kind in
      fields[field].elements.map { element in
        ([element["id"], element["document"]].first { !$0.isEmpty } ?? element, kind)
      }
    }
    return (single + many).compactMap { value, kind in value.text.map { ($0, kind) } }
  }
}

extension [Entry] {
  /// Adds to each entry what the articles' registry knows besides, and at the end the entries
  /// that only it has.
  func joined(with own: [Entry]) -> [Entry] {
    var known: [String: Entry] = [:]
    for entry in own { known[entry.id] = entry }
    let ids = Set(map(\.id))
    return map { $0.joined(with: known[$0.id]) }
      + own.filter { !ids.contains($0.id) }.map { $0.joined(with: $0) }
  }
}

extension Entry {
  /// The entry with what `other`, of the same id, knows besides.
  fileprivate func joined(with other: Entry?) -> Entry {
    guard let other, case .object(let members) = other.value else { return self }
    var entry = self
    entry["printedAs"] = .null
    for form in [other.name, other["nameEn"].text ?? name] + other.texts("printedAs") {
      if Entry.wordsAround.contains(form) {
        entry["printedAs"] = .list(entry["printedAs"].elements + [.text(form)])
      } else {
        entry.addAlias(form)
      }
    }
    if !entry["note"].isEmpty, entry["note"] != other["note"] {
      entry["noteFromArticles"] = other["note"]
    }
    for member in members where member.key != "printedAs" && entry[member.key].isEmpty {
      entry[member.key] = member.value
    }
    return entry
  }

  /// Printed words by which the articles' registry found a thing, but which do not name it: its
  /// head instead of the body, words around the name, or a part of a word.
  private static let wordsAround: Set = [
    "mong muốn các đơn vị", "ơ quan đại diện Việt Nam ở nước ngoài",
    "rưởng Cơ quan đại diện Việt Nam ở nước ngoài bổ nhiệm năm 2022", "Phái đoàn",
    "Ban Chấp hành Đảng bộ tỉnh", "Quyền Chủ tịch UBND tỉnh",
    "Phó Chủ tịch UBND tỉnh Bùi Văn Khắng", "Sở Ngoại vụ với vai trò",
    "Phó Giám đốc Sở Ngoại vụ", "các đồng chí trong Ban Thường vụ Tỉnh ủy; lãnh đạo UBND",
    "Bí thư Tỉnh ủy Bùi Thị Quỳnh Vân", "Chủ tịch UBND tỉnh Đặng Văn Minh",
    "Trưởng đoàn đại biểu Quốc hội", "Bí thư Tỉnh ủy Thái Thanh Quý", "Bí thư Tỉnh ủy",
    "Chủ tịch UBND tỉnh", "Chủ tịch HĐND tỉnh", "Trưởng Đoàn ĐBQH tỉnh",
    "Chính phủ triển khai", "Thủ tướng Chính phủ", "khu vực châu Âu, châu Mỹ", "trình UNESCO",
    "đề nghị UNESCO", "ký kết Hiệp định biên giới", "trên cơ sở Quy hoạch tỉnh",
    "phê duyệt Quy hoạch tỉnh thời kỳ 2021-2030",
  ]
}
