import App
import Foundation
import Model
import Testing
import Vietnamese

/// What the program calls things, its queries understand.
@Suite struct QueryWordsTests {
  private static let parser = QueryParser(registry: Registry())

  private func reads(_ field: String, _ words: [Words], as query: Query) {
    for word in words.flatMap({ [$0.vi, $0.en] }) {
      #expect((try? Self.parser.parse("\(field):\"\(word)\"")) == query, "\(field):\(word)")
    }
  }

  @Test func everyWordOfTheInterfaceIsAValue() {
    for status in Status.allCases {
      reads("status", [status.words, status.shortWords], as: .status(status))
      reads("trangthai", [Words(status.rawValue, status.rawValue)], as: .status(status))
    }
    for kind in Kind.allCases { reads("loai", [kind.words], as: .kind(kind)) }
    for direction in Direction.allCases {
      reads("chieu", [direction.words], as: .direction(direction))
    }
    for tier in Tier.allCases { reads("muc", [tier.words], as: .tier(tier)) }
    for priority in Priority.allCases {
      reads("uutien", [priority.words], as: .priority(.equal, priority))
    }
  }

  @Test(arguments: [
    ("moi", Status.new), ("dong-y", .agreed), ("da-giao", .assigned), ("dang-lam", .inProgress),
    ("cho", .awaitingReply), ("co-kq", .reported), ("xong", .done), ("dong", .closed),
    ("tam-dung", .paused), ("chuyen-ky", .carriedOver), ("khong", .notPursued), ("gop", .merged),
  ])
  func slugsOfTheGlossaryAreStatuses(slug: String, status: Status) throws {
    #expect(try Self.parser.parse("trangthai:\(slug)") == .status(status))
  }

  @Test(arguments: Language.allCases)
  func thePageInDocsIsTheTable(language: Language) throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
    let name = language == .vi ? "docs/query.md" : "docs/query.en.md"
    let kept = try String(contentsOf: root.appending(path: name), encoding: .utf8)
    #expect(kept == QueryPage.document(language), "run: make docs")
  }

  /// Every example of the page that names a word of ours is a query.
  @Test(arguments: Language.allCases)
  func thePageNamesEveryField(language: Language) {
    let page = QueryPage.document(language)
    for name in QueryField.allCases.flatMap(\.names) { #expect(page.contains("`\(name):")) }
    for name in QueryShorthand.allCases.flatMap(\.names) { #expect(page.contains("`\(name)`")) }
  }

  @Test(arguments: Language.allCases)
  func everyMistakeIsPointedAtAndExplained(language: Language) throws {
    let texts = [
      "knd:x", "kind:x", "status:da", "han:31/2", "han:x", "han:\"tuần này\"", "han:1/1/2500",
      "han:+5nlv", "kind:", "kind<x", "\"", "(", "(a))", "()", "a OR",
    ]
    for text in texts {
      do throws(QueryError) {
        _ = try Self.parser.parse(text)
        Issue.record("\(text) is no mistake")
      } catch {
        #expect(!error.words(language).isEmpty)
        let mark = try #require(error.pointer(in: text).last)
        #expect(mark.prefix { $0 == " " }.count == error.offset, "\(text)")
        #expect(mark.contains("^"))
      }
    }
  }
}
