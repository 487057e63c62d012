using System.Globalization;
using Regio.ServiceDefaults.Errors;

namespace Regio.ExpertTable.Deciders;

/// <summary>By which rule a municipality is responsible.</summary>
internal enum DeciderRule
{
    /// <summary>Where the youth is registered.</summary>
    Registered,

    /// <summary>Where the youth was registered before the stay.</summary>
    BeforeStay,

    /// <summary>Where the youth really is: no registration counts.</summary>
    Present,
}

/// <summary>Where a youth was registered.</summary>
/// <param name="MunicipalityId">CBS code; empty: nowhere in the Netherlands.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Day after the last; null: until the next one.</param>
/// <param name="ForStay">Because of youth care with a stay.</param>
internal sealed record Residence(string MunicipalityId, DateOnly From, DateOnly? Until, bool ForStay);

/// <summary>
/// The municipality that decides and pays (woonplaatsbeginsel, Jeugdwet 1.1 as it reads since 2022): where the youth is
/// registered; with youth care that has a stay, where the youth was registered right before it; where no registration counts,
/// where the youth really is.
/// </summary>
/// <param name="MunicipalityId">CBS code.</param>
/// <param name="Rule">By which rule.</param>
/// <param name="Steps">Why, step by step, in Dutch.</param>
/// <param name="Field">The field of the request that it was taken from.</param>
internal sealed record ResponsibleMunicipality(string MunicipalityId, DeciderRule Rule, IReadOnlyList<string> Steps, string Field)
{
    /// <summary>First day of the present article; before it the domicile of who had authority counted.</summary>
    public static readonly DateOnly LawFrom = new(2022, 1, 1);

    private const string PresentField = "present_municipality_id";

    private static readonly CultureInfo s_dutch = CultureInfo.GetCultureInfo("nl-NL");

    /// <param name="residences">In any order.</param>
    /// <param name="present">Where the youth really is; empty: not told.</param>
    /// <param name="day">The day that is asked about.</param>
    public static ResponsibleMunicipality On(IReadOnlyList<Residence> residences, string present, DateOnly day)
    {
        if (day < LawFrom)
            throw new DomainException(DeciderRules.OtherLaw, "day");
        var known = Ordered(residences);
        var place = known.FindLastIndex(r => r.Residence.From <= day && (r.Until is null || day < r.Until));
        if (place < 0)
            return OfPresent(present, [$"Op {Day(day)} is geen inschrijving van de jeugdige bekend."]);
        var steps = new List<string>();
        while (known[place].Residence.ForStay)
        {
            var stay = known[place].Residence;
            steps.Add($"Op {Day(stay.From)} werd de jeugdige ingeschreven in {Name(stay)} vanwege jeugdhulp met verblijf; dan telt de gemeente van daarvoor.");
            if (place == 0 || known[place - 1].Until != stay.From)
                return OfPresent(present, [.. steps, $"Van vlak voor {Day(stay.From)} is geen inschrijving bekend."]);
            place--;
        }

        var (residence, index, _) = known[place];
        if (residence.MunicipalityId.Length == 0)
            return OfPresent(present, [.. steps, $"Vanaf {Day(residence.From)} was de jeugdige niet in Nederland ingeschreven."]);
        var isBefore = steps.Count > 0;
        steps.Add(isBefore
            ? $"Vlak daarvoor was de jeugdige ingeschreven in {Name(residence)}, vanaf {Day(residence.From)}: die gemeente is verantwoordelijk."
            : $"Op {Day(day)} is de jeugdige ingeschreven in {Name(residence)}, zonder verblijf vanwege jeugdhulp: die gemeente is verantwoordelijk.");
        return new(residence.MunicipalityId, isBefore ? DeciderRule.BeforeStay : DeciderRule.Registered, steps, $"residences[{index}].municipality_id");
    }

    private static ResponsibleMunicipality OfPresent(string present, IReadOnlyList<string> steps) => present.Length == 0
        ? throw new DomainException(DeciderRules.Unknown, PresentField)
        : new(present, DeciderRule.Present, [.. steps, $"Dan telt waar de jeugdige werkelijk verblijft: {present}."], PresentField);

    // One without an end lasts until the next one begins.
    private static List<(Residence Residence, int Index, DateOnly? Until)> Ordered(IReadOnlyList<Residence> residences)
    {
        var all = residences.Select((residence, index) => (Residence: residence, Index: index)).OrderBy(r => r.Residence.From).ToList();
        return [.. all.Select((r, place) =>
        {
            DateOnly? next = place + 1 < all.Count ? all[place + 1].Residence.From : null;
            if (next <= r.Residence.From || r.Residence.Until > next)
                throw new DomainException(DeciderRules.Overlap, $"residences[{all[place + 1].Index}].start_date");
            if (r.Residence.Until <= r.Residence.From)
                throw new DomainException(DeciderRules.Overlap, $"residences[{r.Index}].end_date");
            return (r.Residence, r.Index, r.Residence.Until ?? next);
        })];
    }

    private static string Name(Residence residence) => residence.MunicipalityId.Length == 0 ? "geen gemeente" : residence.MunicipalityId;

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", s_dutch);
}
