import Model
import Store

/// The shapes `dondoc.backup/1`, `dondoc.restore/1` and `dondoc.generations/1`: `docs/json.md`.
enum KeepingJSON {
  static func backup(_ report: Backup.Report, schema: String) -> [UInt8] {
    var json = JSONText()
    json.openObject()
    json.member("schema")
    json.text(schema)
    json.member("path")
    json.text(report.path)
    json.member("files")
    json.number(report.files)
    json.member("records")
    json.number(report.records)
    json.member("withheld")
    json.number(report.withheld)
    json.member("errors")
    json.number(report.errors)
    json.closeObject()
    json.newLine()
    return json.bytes
  }

  static func generations(
    _ listed: [(generation: Generation, difference: GenerationDifference?)]
  ) -> [UInt8] {
    var json = JSONText()
    json.openObject()
    json.member("schema")
    json.text("dondoc.generations/1")
    json.member("generations")
    json.openList()
    for (generation, difference) in listed {
      json.newLineBeforeElement()
      json.openObject()
      json.member("name")
      json.text(generation.name)
      json.member("file")
      json.text(generation.file)
      json.member("written")
      json.text(generation.written.text)
      json.member("changed")
      json.number(difference?.changed)
      json.member("missing")
      json.number(difference?.missing)
      json.member("newer")
      json.number(difference?.newer)
      json.closeObject()
    }
    json.closeList()
    json.closeObject()
    json.newLine()
    return json.bytes
  }
}
