import Model

/// A registry to read queries with.
enum QueryRegistry {
  static let sample: Registry = {
    var programme = Programme(id: "ct-na", name: "Chương trình phối hợp", province: "nghe-an")
    programme.nameEn = "Joint programme"
    return Registry(
      [
        .provinces: RegistryTable([
          RegistryEntry(id: "quang-ninh", name: "Quảng Ninh"),
          RegistryEntry(id: "quang-nam", name: "Quảng Nam"),
          RegistryEntry(id: "nghe-an", name: "Nghệ An"),
        ]),
        .units: RegistryTable([
          unit("vu-dba", "Vụ Đông Bắc Á", "Northeast Asia Department", ["ĐBA"], "ministry-unit"),
          unit("so-nv-qn", "Sở Ngoại vụ Quảng Ninh", "Quang Ninh DFA", ["SNgV"], "provincial"),
          unit("so-nv-na", "Sở Ngoại vụ Nghệ An", "Nghe An DFA", ["SNgV"], "provincial"),
          committee,
        ]),
        .counterparts: RegistryTable([RegistryEntry(id: "hokkaido", name: "Hokkaido")]),
        .categories: RegistryTable([RegistryEntry(id: "bien-gioi", name: "Biên giới")]),
        .dossiers: RegistryTable([RegistryEntry(id: "yen-tu", name: "Yên Tử")]),
      ], programmes: [programme])
  }()

  private static let committee: RegistryEntry = {
    var entry = RegistryEntry(id: "ubnd-qn", name: "UBND tỉnh Quảng Ninh")
    entry.short = "UBND QN"
    entry.province = "quang-ninh"
    return entry
  }()

  private static func unit(
    _ id: String, _ name: String, _ nameEn: String, _ abbreviations: [String], _ sort: String
  ) -> RegistryEntry {
    var entry = RegistryEntry(id: id, name: name)
    entry.nameEn = nameEn
    entry.abbreviations = abbreviations
    entry.sort = sort
    return entry
  }
}
