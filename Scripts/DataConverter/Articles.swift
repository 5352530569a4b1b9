internal import Model

/// The newspaper articles that the records and names were found in.
struct Articles {
  private var ids: [String: String] = [:]
  private var days: [String: String] = [:]

  init(_ sources: SourceFiles) throws(ConversionError) {
    for article in sources.registry("seeds") {
      let file = try article.text("file", of: "seeds")
      ids[file] = "bai-" + (try article.text("id", of: file))
      days[file] = article["session"].text ?? article["article_date"].text
    }
  }

  /// The article's id among the register's documents.
  func id(ofFile file: String) throws(ConversionError) -> String {
    guard let id = ids[file] else { throw .unknownArticle(file: file) }
    return id
  }

  /// The day of the session the article reports, else the day printed on the article.
  func day(ofFile file: String) throws(ConversionError) -> String {
    guard let day = days[file] else { throw .unknownArticle(file: file) }
    return day
  }

  /// The article's file name replaced by its id; any other text as it is.
  func naming(_ text: String) -> String { ids[text] ?? text }
}
