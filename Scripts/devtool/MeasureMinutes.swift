internal import ArgumentParser
internal import Model
internal import Vietnamese

/// How well pasted minutes are split, against records that people made of the same texts.
///
/// A candidate matches a record of the same paragraph if its words hold at least the given part of
/// the content words of the record's title; one to one, as many pairs as can be, records of tier
/// core first. Content words are syllables without marks that are not in ``functionWords``.
struct MeasureMinutes: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measures how minutes are split: recall and precision against known records.")

  @Argument(help: "A folder of texts.")
  var folder: String

  @Argument(help: "The records, each with its text and paragraphs.")
  var records: String

  @Option(help: "The registry's folder, for the names of provinces.")
  var registry = "Data/registry"

  @Option(help: "Which part of a title's content words a candidate has to hold.")
  var overlap = 0.5

  @Flag(help: "Print what was missed and what was too much.")
  var verbose = false

  private struct Known {
    var title: String
    var words: Set<String>
    var paragraphs: Set<Int>
    var isCore: Bool
  }

  private struct Counts {
    var (core, coreFound, all, found, kept) = (0, 0, 0, 0, 0)

    static func += (sum: inout Counts, one: Counts) {
      sum.core += one.core
      sum.coreFound += one.coreFound
      sum.all += one.all
      sum.found += one.found
      sum.kept += one.kept
    }

    func line(_ name: String) -> String {
      func part(_ count: Int, _ whole: Int) -> String {
        guard whole > 0 else { return "   —" }
        let hundredths = (count * 100 + whole / 2) / whole
        return hundredths >= 100 ? "1.00" : "0." + (hundredths < 10 ? "0" : "") + String(hundredths)
      }
      return "\(name)  core: recall \(part(coreFound, core)) (\(coreFound)/\(core))"
        + " precision \(part(coreFound, kept)) (\(coreFound)/\(kept))"
        + "   all: recall \(part(found, all)) (\(found)/\(all)) precision \(part(found, kept))"
    }
  }

  func run() throws {
    let known = try knownRecords()
    let provinces = try readValue("\(registry)/provinces.json").elements.compactMap {
      $0["name"].text
    }
    let splitter = MinutesSplitter(provinces: provinces)
    var total = Counts()
    for name in known.keys.sorted() {
      let text = try readText("\(folder)/\(name)")
      let counts = measure(splitter.read(text), known[name] ?? [])
      print(counts.line(String(name.prefix(3))))
      total += counts
    }
    print(total.line("all"))
  }

  private func knownRecords() throws -> [String: [Known]] {
    var known: [String: [Known]] = [:]
    for record in try readValue(records).elements {
      let source = record["source"]
      let title = record["title_vi"].text ?? ""
      known[source["seed"].text ?? "", default: []].append(
        Known(
          title: title, words: MeasureMinutes.contentWords(title),
          paragraphs: Set(source["paragraphs"].elements.compactMap(\.integer)),
          isCore: record["tier"].text == "core"))
    }
    return known
  }

  private static let functionWords: Set<String> = [
    "va", "cua", "cac", "nhung", "cho", "voi", "ve", "tai", "trong", "tu", "den", "la", "co",
    "duoc",
    "bang", "de", "nay", "theo", "vao", "ra", "cung", "bo", "tinh", "viec", "cong", "tac", "mot",
    "hai", "ba",
  ]

  private static func contentWords(_ text: String) -> Set<String> {
    Set(Folding.words(text).map { String(decoding: $0, as: UTF8.self) }).subtracting(functionWords)
  }

  private func measure(_ reading: MinutesReading, _ known: [Known]) -> Counts {
    let kept = zip(reading.candidates, reading.paragraphs).filter {
      $0.0.score >= MinutesSplitter.keepingScore
    }
    let words = kept.map { MeasureMinutes.contentWords($0.0.text + " " + $0.0.title) }
    let fitting = known.map { record in
      kept.indices.filter { index in
        record.paragraphs.contains(kept[index].1) && !record.words.isEmpty
          && Double(record.words.intersection(words[index]).count)
            >= overlap * Double(record.words.count)
      }
    }
    var pairs = Pairs(fitting: fitting)
    let order = known.indices.sorted { known[$0].isCore && !known[$1].isCore }
    let found = Set(order.filter { pairs.find($0) })
    if verbose {
      for index in known.indices where !found.contains(index) {
        print("  missed  \(known[index].title)")
      }
      for index in kept.indices where pairs.taken[index] == nil {
        print("  extra   \(kept[index].0.title)")
      }
    }
    var counts = Counts()
    counts.core = known.count { $0.isCore }
    counts.coreFound = found.count { known[$0].isCore }
    (counts.all, counts.found, counts.kept) = (known.count, found.count, kept.count)
    return counts
  }

  /// As many pairs as can be, by augmenting paths.
  private struct Pairs {
    let fitting: [[Int]]
    var taken: [Int: Int] = [:]

    mutating func find(_ record: Int) -> Bool {
      var seen: Set<Int> = []
      return find(record, &seen)
    }

    private mutating func find(_ record: Int, _ seen: inout Set<Int>) -> Bool {
      for candidate in fitting[record] where seen.insert(candidate).inserted {
        guard let other = taken[candidate] else {
          taken[candidate] = record
          return true
        }
        if find(other, &seen) {
          taken[candidate] = record
          return true
        }
      }
      return false
    }
  }
}
