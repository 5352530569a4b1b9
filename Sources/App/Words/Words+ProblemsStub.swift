package import Model
package import Vietnamese
extension RegisterProblem { package var words: Words { Words("\(self)", "\(self)") } }
extension QueryError { package var words: Words { Words("\(self)", "\(self)") } }
extension ActionError { package var words: Words { Words("\(self)", "\(self)") } }
extension DateInputError { package var words: Words { Words("\(self)", "\(self)") } }
