namespace Regio.ServiceDefaults.Facts;

/// <summary>All settings of a service, with which a rule knows the term of its day.</summary>
/// <typeparam name="TTerm">What the terms are about.</typeparam>
/// <typeparam name="TSetting">The settings of the service.</typeparam>
/// <param name="settings">Of each term at least one.</param>
public abstract class TermBook<TTerm, TSetting>(IEnumerable<TSetting> settings)
    where TTerm : struct, Enum
    where TSetting : TermSetting<TTerm>
{
    private readonly ILookup<TTerm, TSetting> _settings = settings.OrderBy(setting => setting.StartsOn).ToLookup(setting => setting.Term);

    /// <summary>The setting of a term on a day; before the first one began, the first.</summary>
    public TSetting SettingOn(TTerm term, DateOnly day)
    {
        var known = _settings[term];
        return known.LastOrDefault(setting => setting.StartsOn <= day) ?? known.First();
    }

    /// <summary>The value of a term on a day.</summary>
    public int On(TTerm term, DateOnly day) => SettingOn(term, day).Value;

    /// <summary>The setting of each term on a day.</summary>
    public IEnumerable<TSetting> AllOn(DateOnly day) => Enum.GetValues<TTerm>().Select(term => SettingOn(term, day));
}
