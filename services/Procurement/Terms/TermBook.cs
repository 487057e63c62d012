namespace Regio.Procurement.Terms;

/// <summary>All settings, with which a rule knows the term of its day.</summary>
internal sealed class TermBook(IEnumerable<TermSetting> settings)
{
    private readonly ILookup<Term, TermSetting> _settings = settings.OrderBy(setting => setting.StartsOn).ToLookup(setting => setting.Term);

    /// <summary>The setting of a term on a day; before the first one began, the first.</summary>
    public TermSetting SettingOn(Term term, DateOnly day)
    {
        var known = _settings[term];
        return known.LastOrDefault(setting => setting.StartsOn <= day) ?? known.First();
    }

    public int On(Term term, DateOnly day) => SettingOn(term, day).Value;

    public IEnumerable<TermSetting> AllOn(DateOnly day) => Enum.GetValues<Term>().Select(term => SettingOn(term, day));
}
