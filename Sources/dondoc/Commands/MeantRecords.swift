import App
import Glibc
import Model
import Store
import Vietnamese

/// The records that codes name or that a query finds.
struct MeantRecords {
  let addresses: [RecordAddress]
  private let isQuery: Bool

  /// Words that are all codes name records; any others are, all together, one query.
  init(_ words: [String], _ opened: OpenRegister) throws(Failure) {
    isQuery = !words.allSatisfy(QueryParser.isWholeCode)
    guard isQuery else {
      addresses = try opened.addresses(ofCodes: words)
      return
    }
    let (register, language) = (opened.register, opened.context.language)
    let text = words.joined(separator: " ")
    let query: Query
    do throws(QueryError) {
      query = try QueryParser(registry: register.registry).parse(text)
    } catch {
      throw Failure(error.pointer(in: text) + [error.words(language)], .usage)
    }
    addresses = Matcher(query, in: register, context: opened.queryContext).places(in: register)
      .compactMap { place in
        register.row(at: place).map {
          RecordAddress(slot: Int(place.slot), key: $0.chunk.key($0.row))
        }
      }
    guard !addresses.isEmpty else {
      throw Failure(CommandWords.nothingMatches(text), language, .nothingMatched)
    }
  }

  /// Those that a command found by itself.
  init(found: [RecordAddress]) {
    addresses = found
    isQuery = true
  }

  /// Asks a person before several records are changed; where nobody can be asked, what a query
  /// finds is changed with `--yes` only.
  func confirm(changing count: Int, _ opened: OpenRegister) throws(Failure) {
    guard count > 1 else { return }
    let language = opened.context.language
    guard isatty(STDIN_FILENO) == 1 else {
      if isQuery { throw Failure(CommandWords.severalNeedYes(count), language, .usage) }
      return
    }
    try Output.flush()
    Output.complain(CommandWords.changeSeveral(count)(language))
    let answer = SearchWord.fold(readLine() ?? "")
    guard ["c", "co", "y", "yes"].contains(answer) else {
      throw Failure(CommandWords.leftAlone, language)
    }
  }
}
