import TestKit
import Testing

/// What goes to other programs: cells with tabs between them, whatever command it is.
@Suite struct TabbedOutputTests {
  @Test(arguments: [
    ["list"], ["stats"], ["quantities"], ["calendar", "--from", "2023-01-01"], ["programme"],
    ["review", "ct-bng-na-2023-2025", "2023"],
  ])
  func cellsArePartedByTabs(words: [String]) throws {
    let run = try Run(list: words + ["--today", "2023-10-02"], data: RealRegister.path)
    #expect(run.code == 0, "\(run.complaint)")
    #expect(run.output.contains("\t"))
    #expect(!run.output.contains("␉"))
  }
}
