using Regio.ServiceDefaults.Facts;

namespace Regio.Procurement.Terms;

/// <summary>All settings, with which a rule knows the term of its day.</summary>
internal sealed class TermBook(IEnumerable<TermSetting> settings) : TermBook<Term, TermSetting>(settings);
