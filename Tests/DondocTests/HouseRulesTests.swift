import Foundation
import Model
import Testing

/// Rules of the house that the compiler and the formatter cannot hold. Why: docs/style.md.
@Suite struct HouseRulesTests {
  private static let everywhere = ["Sources", "Scripts", "Tests"]
  private static let codeEndings = [".swift", ".c", ".h", ".cpp", ".hpp"]

  // MARK: - Length

  @Test func noFileIsLongerThan400Lines() throws {
    for file in try House.files(in: Self.everywhere, endings: Self.codeEndings + [".sh"]) {
      #expect(file.lines.count <= 400, "\(file.path)")
    }
  }

  @Test func noFunctionIsLongerThan60Lines() throws {
    for file in try House.files(in: Self.everywhere, endings: Self.codeEndings) {
      for function in file.functions where function.length > 60 {
        Issue.record("\(file.path):\(function.line) has a function of \(function.length) lines")
      }
    }
  }

  @Test(arguments: [
    (lines: 60, isSwitch: false, length: 60), (lines: 61, isSwitch: false, length: 61),
    (lines: 90, isSwitch: true, length: 4),
  ])
  func functionsAreMeasuredFromSignatureToBrace(lines: Int, isSwitch: Bool, length: Int) {
    var text = isSwitch ? "  var a: Int {\n    switch self {\n" : "  func a(\n    b: Int\n  ) {\n"
    while text.count(where: { $0 == "\n" }) < lines - (isSwitch ? 2 : 1) {
      text += isSwitch ? "    case .b: 1\n" : "    c()\n"
    }
    text += (isSwitch ? "    }\n" : "") + "  }\n\n  func next() {\n  }\n"
    let file = House.File(path: "A.swift", text: text)
    #expect(file.functions.map(\.length) == [length, 2])
    #expect(file.functions.first?.lines.count == lines)
  }

  // MARK: - Words that stay at home

  @Test(arguments: [
    (word: #"import Foundation\b"#, homes: []),
    (word: #"\bNcursesDevice\b"#, homes: ["Sources/Terminal/", "Sources/dondoc/"]),
    (word: #"\bprint\("#, homes: ["Sources/dondoc/", "Scripts/devtool/", "Scripts/bench/"]),
    (word: #"\bexit\("#, homes: ["Sources/dondoc/", "Scripts/devtool/", "Scripts/bench/"]),
    (
      word: #"\b(clock_gettime|gettimeofday|ContinuousClock|SuspendingClock|Date\(\))"#,
      homes: ["Sources/dondoc/", "Scripts/devtool/", "Scripts/bench/"]
    ),
    (word: #"\bfatalError\("#, homes: []),
    (word: #"\btry!"#, homes: []),
    (word: #"\bas!"#, homes: []),
    (word: #"@unchecked\b"#, homes: []),
    (word: #"nonisolated\(unsafe\)"#, homes: []),
    (word: #"@preconcurrency\b"#, homes: []),
  ])
  func wordsStayAtHome(word: String, homes: [String]) throws {
    let pattern = try Regex(word)
    for file in try House.swift(in: ["Sources", "Scripts"])
    where !homes.contains(where: file.path.hasPrefix) {
      for (index, line) in file.code.enumerated() where line.contains(pattern) {
        Issue.record("\(file.path):\(index + 1): \(line)")
      }
    }
  }

  /// Where a switch is over bytes, letters, numbers, texts or the system's values, which have no end.
  /// Over our own enums every case is named, so that a new one is thought of everywhere; but for
  /// two that go over all fields, most of which are alike: ValueText and ShowJSON.
  private static let defaultsOfForeignValues = [
    "App/Draw+Frame", "App/InputMethodChange", "App/Screens/ListPane+Draw",
    "App/Widgets/TextField", "App/Words/ValueText", "App/Words/Words+ProblemsSystem",
    "Model/EditReader+Lists", "Model/MinutesText", "Model/Parts",
    "Model/Rating", "Model/Registry", "Model/ReviewSheet+Value", "Model/Vocabulary",
    "Store/JSON/CanonicalWriter", "Store/JSON/FileBuffer",
    "dondoc/Commands/ConflictsCommand", "dondoc/Commands/ReviewCommand", "dondoc/Dondoc",
    "dondoc/Output/JSONText", "dondoc/Output/ShowJSON",
  ]

  @Test func noSwitchOverOurOwnEnumsHasADefault() throws {
    let allowed = Set(Self.defaultsOfForeignValues.map { "Sources/\($0).swift" })
    let pattern = try Regex(#"^\s*default:"#)
    let folders = ["App", "Model", "Store", "dondoc"].map { "Sources/" + $0 }
    for file in try House.swift(in: folders) where !allowed.contains(file.path) {
      for (index, line) in file.code.enumerated() where line.contains(pattern) {
        Issue.record("\(file.path):\(index + 1): \(line)")
      }
    }
  }

  // MARK: - Arrows

  /// Which modules a folder may import: the arrows of docs/architecture.md, and what the system has.
  private static let arrows: [String: Set<String>] = [
    "Sources/Vietnamese": [],
    "Sources/Model": ["Vietnamese"],
    "Sources/Terminal": ["CNcurses", "Glibc", "Synchronization"],
    "Sources/Store": [
      "CSimdJSON", "CSystem", "Model", "Vietnamese", "Dispatch", "Glibc", "Synchronization",
    ],
    "Sources/App": ["Model", "Terminal", "Vietnamese"],
    "Sources/dondoc": [
      "App", "CSystem", "Model", "Store", "Terminal", "Vietnamese", "ArgumentParser", "Dispatch",
      "Glibc", "Synchronization",
    ],
    "Scripts/DataConverter": ["Model", "Store", "Vietnamese"],
    "Scripts/FuzzTargets": ["App", "Model", "Store", "Terminal", "Vietnamese"],
    "Scripts/fuzz": ["FuzzTargets", "Glibc"],
    "Scripts/bench": ["Model", "PtyKit", "Store", "Terminal", "ArgumentParser", "Glibc"],
    "Scripts/devtool": [
      "App", "DataConverter", "Model", "Store", "Terminal", "Vietnamese", "ArgumentParser", "Glibc",
    ],
  ]

  /// Files that go further, each for one thing.
  private static let exceptions = [
    // The names and texts of the system's error numbers, to make sentences of.
    "Sources/App/Words/Words+ProblemsSystem.swift": "Glibc",
    // What is made once for a registry, when it is first asked for, by whichever thread asks.
    "Sources/Model/NameWords.swift": "Synchronization",
  ]

  @Test(arguments: Self.arrows.keys.sorted())
  func importsFollowTheArrows(folder: String) throws {
    let allowed = try #require(Self.arrows[folder])
    for file in try House.swift(in: [folder]) {
      for module in Self.imports(of: file)
      where !allowed.contains(module) && Self.exceptions[file.path] != module {
        Issue.record("\(file.path) imports \(module)")
      }
    }
  }

  @Test func everyFolderOfSourcesHasItsArrows() throws {
    let folders = try House.swift(in: ["Sources", "Scripts"])
      .map { $0.path.split(separator: "/").prefix(2).joined(separator: "/") }
    #expect(Set(folders) == Set(Self.arrows.keys))
  }

  private static func imports(of file: House.File) -> [String] {
    file.lines.compactMap { line in
      let words = line.split(separator: " ")
      guard let place = words.firstIndex(of: "import"), words.count > place + 1,
        words[..<place].allSatisfy({ Self.mayPrecedeImport.contains(String($0)) })
      else { return nil }
      return String(words[words.count - 1].prefix { $0 != "." })
    }
  }

  private static let mayPrecedeImport: Set = [
    "package", "internal", "private", "fileprivate", "public", "@testable",
  ]

  // MARK: - What is tracked

  @Test func noFileNamesThisMachineOrARegistry() throws {
    let folders = ["Sources", "Scripts", "Tests", "docs", "Data", ".ci"]
    let endings = [
      ".swift", ".c", ".h", ".cpp", ".hpp", ".sh", ".md", ".json", ".txt", ".svg", "run",
    ]
    var files = try House.files(in: folders, endings: endings)
    for name in ["Package.swift", "Makefile", "README.md", "README.en.md", "CHANGELOG.md"] {
      files.append(try House.file(name))
    }
    let foreign = try Regex(
      #"/(work|root|home|Users|opt|srv|mnt)/[a-z]"#
        + #"|\b(npmjs|pypi|pythonhosted|rubygems|crates|maven|docker|ghcr|quay|artifactory)\.[a-z]"#
        + #"|\b(proxy\.golang|deb\.debian|archive\.ubuntu|download\.swift)\."#)
    for file in files where file.path != "Tests/DondocTests/HouseRulesTests.swift" {
      for (index, line) in file.lines.enumerated()
      where line.utf8.contains(UInt8(ascii: "/")) || line.utf8.contains(UInt8(ascii: ".")) {
        if let match = line.firstMatch(of: foreign) {
          Issue.record("\(file.path):\(index + 1): \(line[match.range])")
        }
      }
    }
  }

  // MARK: - Pages

  @Test(arguments: Field.allCases)
  func everyFieldIsDescribed(field: Field) throws {
    let page = try House.file("docs/data-format.md")
    #expect(page.text.contains("`\(field.rawValue)`"))
  }

  @Test(arguments: ["README.md", "README.en.md", "docs/architecture.md", "docs/data-format.md"])
  func linksOfAPageLeadSomewhere(path: String) throws {
    let page = try House.file(path)
    let folder = House.root.appending(path: path).deletingLastPathComponent()
    for match in page.text.matches(of: /\]\(([^)#]+)/) where !match.1.contains("://") {
      #expect(
        FileManager.default.fileExists(atPath: folder.appending(path: String(match.1)).path),
        "\(path) names \(match.1)")
    }
  }
}
