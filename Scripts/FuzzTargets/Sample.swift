internal import App
internal import Model
internal import Vietnamese

/// What queries and lines are read with: a handful of names.
enum Sample {
  static let today = Day(ordinal: 19_632)

  static let registry = Registry(
    [
      .provinces: RegistryTable([
        entry("quang-ninh", "Quảng Ninh", ["QN"]), entry("nghe-an", "Nghệ An", ["NA"]),
      ]),
      .units: RegistryTable([
        entry("ubbgqg", "Ủy ban Biên giới quốc gia", ["UBBG"]),
        entry("vu-dba", "Vụ Đông Bắc Á", ["ĐBA"]), entry("so-nv-qn", "Sở Ngoại vụ", ["SNgV"]),
      ]),
      .counterparts: RegistryTable([entry("hokkaido", "Hokkaido", [])]),
      .categories: RegistryTable([entry("bien-gioi", "Biên giới, cửa khẩu", [])]),
      .dossiers: RegistryTable([entry("yen-tu", "Yên Tử", [])]),
    ], programmes: [Programme(id: "ct-na", name: "Chương trình", province: "nghe-an")])

  static let register = Register(
    profile: RegisterProfile(name: "Sổ"), registry: registry, slots: 0)

  static let quickAdd = QuickAdd(
    registry: registry, letters: ["quang-ninh": "QN"], forms: .catalogue,
    sessions: [
      WorkingSession(
        key: "k", code: "QN23-01", province: "quang-ninh", raisedOn: today, documents: ["bai-1"])
    ], today: today)

  private static func entry(
    _ id: String, _ name: String, _ abbreviations: [String]
  ) -> RegistryEntry {
    var entry = RegistryEntry(id: id, name: name)
    entry.abbreviations = abbreviations
    return entry
  }

  /// Neither a control nor anything that turns the line.
  static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x61C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
      0xFFF9...0xFFFB, 0xE0000...0xE0FFF:
      false
    default: true
    }
  }
}
