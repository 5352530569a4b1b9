extension Part {
  /// The titles of the parts that a title lists: what stands before a colon begins each of them.
  ///
  /// A title that lists nothing gives itself. They are a beginning for whoever splits the record.
  package static func titles(listedIn title: String) -> [String] {
    let halves = title.split(separator: ": ", maxSplits: 1)
    let (head, list) =
      halves.count == 2 ? (halves[0] + ": ", halves[1]) : ("", Substring(title))
    let separators = [";", " – ", ",", " và "]
    var items: [Substring] = [list]
    for separator in separators where items.count == 1 {
      items = list.split(separator: separator)
    }
    // The last two of a list of commas are often joined by "và".
    if items.count > 1, let last = items.last {
      items = items.dropLast() + last.split(separator: " và ")
    }
    let trimmed = items.map { $0.drop(while: \.isWhitespace) }.filter { !$0.isEmpty }
    guard trimmed.count > 1 else { return [title] }
    return trimmed.map { item in
      let words = item.split(separator: " ").joined(separator: " ")
      return head.isEmpty ? words.prefix(1).uppercased() + words.dropFirst() : head + words
    }
  }
}
