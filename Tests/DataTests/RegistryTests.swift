import DataConverter
import Model
import Testing

/// The tables of names hold together by themselves.
struct RegistryTests {
  @Test(arguments: RegistryKind.allCases)
  func everyIdOfATableIsItsOwn(kind: RegistryKind) throws {
    let table = try Repository.table(kind)
    #expect(Set(table.entries.map(\.id)).count == table.entries.count)
    #expect(!table.entries.isEmpty)
  }

  @Test(arguments: RegistryKind.allCases)
  func everySuccessorIsInTheTable(kind: RegistryKind) throws {
    let table = try Repository.table(kind)
    for entry in table.entries {
      if let successor = entry.successor { #expect(table[successor] != nil, "\(entry.id)") }
    }
  }

  @Test(arguments: [("2024-12-31", 63), ("2025-01-01", 63), ("2025-06-30", 63), ("2025-07-01", 34)])
  func theProvincesOfADayAreAsMany(day: String, count: Int) throws {
    let day = try #require(Day(day))
    let provinces = try Repository.table(.provinces).entries.filter {
      $0.isValid(on: day) && ["tinh", "thanh-pho"].contains($0.sort)
    }
    #expect(provinces.count == count)
  }

  @Test func theProvincesOfTodayStandInTheOrderOfTheirCodes() throws {
    let provinces = try Repository.value("Data/registry/provinces.json").elements
    let codes = provinces.compactMap { $0["code34"].text }
    #expect(codes.count == 34)
    #expect(codes == codes.sorted())
  }

  @Test func shortNamesOfUnitsFitTheNarrowColumnAndAreTheirOwn() throws {
    let units = try Repository.table(.units).entries
    for unit in units { #expect(unit.brief.count <= 10, "\(unit.id): \(unit.brief)") }
    let shorts = units.compactMap(\.short)
    #expect(Set(shorts).count == shorts.count)
  }

  @Test(arguments: [
    ("vu-dba", "Vụ ĐBA"), ("cuc-ngoai-vu", "Cục NgV"), ("so-nv-qn", "SNgV QN"),
    ("ubnd-na", "UBND NA"), ("tinh-uy-qng", "TU QNg"), ("dsq-nhat-ban", "ĐSQ Nhật"),
    ("tlsq-nam-ninh", "TLSQ NNinh"), ("cqdd", "CQĐD"), ("cac-don-vi-bo", "Đơn vị Bộ"),
  ])
  func aUnitHasItsShortName(id: String, short: String) throws {
    #expect(try Repository.table(.units)[id]?.short == short)
  }

  @Test(arguments: [
    (RegistryKind.counterparts, "xay-nha-bu-ly", "Xay Nhạ By Ly"),
    (.units, "vu-chau-my", "Vụ châu Mỹ"),
    (.units, "bo-gtvt", "Bộ Giao thông vận tải (Cục Hàng không)"),
    (.places, "ck-mong-cai", "Móng Cái"),
  ])
  func aPrintedFormIsAnAlias(kind: RegistryKind, id: String, form: String) throws {
    #expect(try Repository.table(kind)[id]?.aliases.contains(form) == true)
  }

  @Test func noFormIsTwiceInAnEntry() throws {
    for kind in RegistryKind.allCases {
      for entry in try Repository.table(kind).entries {
        let forms = [entry.name] + entry.aliases
        #expect(Set(forms).count == forms.count, "\(entry.id)")
      }
    }
  }

  @Test func everyProgrammeIsReadAndItsProvinceKnown() throws {
    let provinces = try Repository.table(.provinces)
    let paths = try Repository.paths(under: "Data/programmes")
    #expect(paths.count == 5)
    for path in paths {
      let programme = try Programme(try Repository.value("Data/programmes/\(path)"))
      #expect(path == "\(programme.id).json")
      #expect(provinces[programme.province] != nil)
    }
  }

  @Test(arguments: 2021...2026)
  func everyYearHasItsHolidays(year: Int) throws {
    let holidays = try Repository.value("Data/holidays/\(year).json")
    #expect(holidays["year"].integer == year)
    let days = holidays["weekdaysOff"].elements.compactMap { $0.text.flatMap { Day($0) } }
    #expect(days.count >= 11)
    #expect(days.allSatisfy { $0.year == year })
  }
}
