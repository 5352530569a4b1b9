import Foundation
import TestKit
import Testing

@Suite struct ConfigTests {
  private func run(
    _ arguments: String..., config: String?, language: String? = nil,
    environment: [String: String] = [:]
  ) throws -> Run {
    let folder = TemporaryFolder()
    var all = environment
    if let config {
      try folder.write(config, to: "c.json")
      all["DONDOC_CONFIG"] = folder.path + "/c.json"
    }
    let run = try Run(
      list: arguments, data: RealRegister.path, language: language, environment: all)
    return run
  }

  /// Each beats the next: the option, the environment, the file, the locale.
  @Test(arguments: [
    (option: "vi", variable: "en", config: "en", locale: "en_GB.UTF-8", isVietnamese: true),
    (option: "", variable: "vi", config: "en", locale: "en_GB.UTF-8", isVietnamese: true),
    (option: "", variable: "", config: "vi", locale: "en_GB.UTF-8", isVietnamese: true),
    (option: "", variable: "", config: "", locale: "en_GB.UTF-8", isVietnamese: false),
    (option: "", variable: "", config: "en", locale: "vi_VN.UTF-8", isVietnamese: false),
    (option: "", variable: "en", config: "vi", locale: "vi_VN.UTF-8", isVietnamese: false),
    (option: "en", variable: "vi", config: "vi", locale: "vi_VN.UTF-8", isVietnamese: false),
  ])
  func whatIsNamedNearerGoesFirst(
    option: String, variable: String, config: String, locale: String, isVietnamese: Bool
  ) throws {
    let folder = TemporaryFolder()
    try folder.write(config.isEmpty ? "{}" : "{\"language\": \"\(config)\"}", to: "c.json")
    let found = try Run(
      list: ["keys"] + (option.isEmpty ? [] : ["--lang", option]),
      language: variable.isEmpty ? nil : variable,
      environment: ["DONDOC_CONFIG": folder.path + "/c.json", "LC_ALL": locale])
    #expect(found.output.hasPrefix("# Phím") == isVietnamese)
    #expect(found.complaint == "")
  }

  @Test func aBrokenFileIsNamedAndStopsNothing() throws {
    let broken = try run("keys", config: "{\n  \"language\": \"en\",\n}\n")
    #expect(broken.code == 0)
    #expect(broken.complaint.contains("c.json:2:19: "))
    #expect(broken.output.hasPrefix("# Phím"))
  }

  @Test func whatIsUnknownIsNamedAndTheRestIsUsed() throws {
    let odd = try run(
      "keys",
      config: """
        {
          "langauge": "vi",
          "language": "en",
          "keys": {"note": ["j"], "due": ["j"]}
        }
        """)
    #expect(odd.code == 0)
    #expect(odd.output.hasPrefix("# Keys"))
    #expect(odd.output.contains("| `j` | Add a progress note | `note` |"))
    let lines = odd.complaint.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(
      lines.first?.contains("c.json:2:3: there is no setting “langauge”; perhaps “language”?")
        == true)
    #expect(lines.last?.contains("c.json:4:35: ") == true)
  }

  @Test func aNamedFileThatIsNotThereIsSaid() throws {
    let missing = try Run("keys", environment: ["DONDOC_CONFIG": "/nonexistent/c.json"])
    #expect(missing.code == 0)
    #expect(missing.complaint.contains("/nonexistent/c.json"))
    #expect(try Run("keys").complaint == "")
  }

  @Test func thePresetIsPrintedAndUnknownOnesRefused() throws {
    #expect(try Run("keys", "--keys=vim").output.contains("`ZZ`"))
    #expect(try Run("keys", environment: ["DONDOC_KEYS": "mutt"]).output.contains("`=`"))
    #expect(try run("keys", config: #"{"keyPreset": "vim"}"#).output.contains("`ZZ`"))
    let unknown = try Run("keys", "--keys=emacs")
    #expect(unknown.code == 2)
    #expect(unknown.complaint == "--keys: không có bộ phím “emacs”. Có: default, vim, mutt.\n")
  }

  @Test func theFolderOfTheSettingsIsTheUsualOne() throws {
    let config = TemporaryFolder()
    try config.write("{\"data\": \"\(RealRegister.path)\"}", to: "dondoc/config.json")
    let list = try Run(
      "list", "--json", "unesco", environment: ["XDG_CONFIG_HOME": config.path], folder: "/")
    #expect(list.code == 0)
    #expect(try !list.codes().isEmpty)
  }
}
