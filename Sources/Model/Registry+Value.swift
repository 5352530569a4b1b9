extension RegistryEntry {
  /// The members read from a file: all that ``init(_:)`` asks for. The others are not looked at.
  package static let members: [StaticString] = [
    "id", "name", "nameEn", "short", "abbreviations", "aliases", "lettersAscii", "sort", "province",
    "country", "validFrom", "validTo", "successor", "successors", "verified",
  ]

  package init(_ value: Value) throws(ValueError) {
    self.init(id: try value.required("id"), name: try value.required("name"))
    nameEn = try value.optional("nameEn")
    short = try value.optional("short")
    abbreviations = try value.texts("abbreviations")
    aliases = try value.texts("aliases")
    letters = try value.optional("lettersAscii")
    sort = try value.optional("sort")
    province = try value.optional("province")
    country = try value.optional("country")
    validFrom = try value.day("validFrom")
    validTo = try value.day("validTo")
    let several = try value.list("successors")
    for one in several {
      guard let id = one["id"].text else { throw ValueError("successors", .expected(.object)) }
      successors.append(Successor(id: id, scope: one["scope"].text))
    }
    if several.isEmpty, let one: String = try value.optional("successor") {
      successors = [Successor(id: one)]
    }
    isVerified = value["verified"].isEmpty ? nil : try value.flag("verified")
  }
}

extension Programme {
  package init(_ value: Value) throws(ValueError) {
    self.init(
      id: try value.required("id"), name: try value.required("name"),
      province: try value.required("province"))
    nameEn = try value.optional("nameEn")
    period = try value.part("period")
    review = try value.word("review", as: Recurrence.self)
    standing = try value.optional("standing")
    contactMinistry = try value.optional("contactMinistry")
    contactProvince = try value.optional("contactProvince")
  }
}
