using Regio.CareMessages.Model;
using Regio.CareMessages.Rules;
using Regio.Procurement.CareOrders.Assignments;

namespace Regio.Procurement.CareOrders.Claims;

/// <summary>The rule that a line breaks, and the element at fault.</summary>
internal sealed record BrokenLine(KnownRule Rule, string Element);

/// <summary>
/// What is claimed on the assignments of one client, to judge further lines by. Pure: lines that are taken become part of it, one that
/// breaks a rule changes nothing. Of the rules that a line breaks the first is told.
/// </summary>
/// <param name="assignments">The assignments of the client between the two sides.</param>
/// <param name="lines">The lines on them, and lines of the provider with one of the references that are claimed.</param>
/// <param name="tariffs">What is agreed, by category and code.</param>
internal sealed class ClaimBook(
    IReadOnlyCollection<CareAssignment> assignments, IEnumerable<CareClaimLine> lines, ILookup<(string Category, string Code), AgreedTariff> tariffs)
{
    private readonly List<CareClaimLine> _lines = [.. lines];

    /// <summary>Judges a debit and takes it (its id and place are given).</summary>
    public (BrokenLine? Broken, CareClaimLine? Taken) Claim(Prestatie line, LineKeys keys)
    {
        var assignment = assignments.FirstOrDefault(each => line.ToewijzingNummer.Is(each.Number ?? 0));
        var price = ClaimedPrice.Of(line);
        var tariff = AgreedTariff.Of(tariffs[(line.ProductCategorie.Data, line.ProductCode.Data)], price);
        var broken = assignment is null ? new BrokenLine(KnownClaimRules.AssignmentKnown, nameof(line.ToewijzingNummer))
            : BreaksAssignment(line, assignment.Care, keys.ClaimMonth)
            ?? (IsUsed(keys.Reference) ? new BrokenLine(KnownClaimRules.ReferenceUnique, "ProductReferentie/ReferentieNummer") : null)
            ?? (IsClaimed(line, assignment) ? new BrokenLine(KnownClaimRules.ClaimedOnce, "") : null)
            ?? (tariff?.Check(price) is { } rule ? new BrokenLine(rule, rule == KnownClaimRules.TariffAsAgreed ? nameof(line.ProductTarief) : nameof(line.IngediendBedrag)) : null)
            ?? BreaksLimit(line, assignment);
        return broken is not null ? (broken, null) : (null, Take(line, keys, assignment!, tariff, credits: null));
    }

    /// <summary>Judges a credit and takes it: the line that it takes back is open no more.</summary>
    public (BrokenLine? Broken, CareClaimLine? Taken) Credit(Prestatie line, LineKeys keys)
    {
        var earlier = _lines.Find(each => each.Cents >= 0 && each.CreditsId is null && keys.Earlier is { } hash && each.ReferenceHash.AsSpan().SequenceEqual(hash));
        var assignment = assignments.FirstOrDefault(each => each.Id == earlier?.AssignmentId && line.ToewijzingNummer.Is(each.Number ?? 0));
        var broken = earlier is null || assignment is null || !IsSame(earlier, line) ? new BrokenLine(KnownClaimRules.CreditsKnown, "ProductReferentie/VorigReferentieNummer")
            : !earlier.IsOpen ? new BrokenLine(KnownClaimRules.CreditedOnce, "ProductReferentie/VorigReferentieNummer")
            : IsUsed(keys.Reference) ? new BrokenLine(KnownClaimRules.ReferenceUnique, "ProductReferentie/ReferentieNummer")
            : null;
        if (broken is not null)
            return (broken, null);
        earlier!.IsOpen = false;
        return (null, Take(line, keys, assignment!, null, earlier));
    }

    /// <summary>What a line that was taken gives cause for; null: nothing.</summary>
    public static KnownRule? Doubt(CareClaimLine taken) => taken is { CreditsId: null, ContractId: null } ? KnownClaimRules.TariffIsAgreed : null;

    private static BrokenLine? BreaksAssignment(Prestatie line, AssignedCare care, DateOnly claimMonth)
    {
        var (from, to) = (line.ProductPeriode.Begindatum.Data, line.ProductPeriode.Einddatum.Data);
        var (first, last) = (new DateOnly(from.Year, from.Month, 1), new DateOnly(from.Year, from.Month, DateTime.DaysInMonth(from.Year, from.Month)));
        var rule = care.IsDeleted ? KnownClaimRules.AssignmentCounts
            : care.Category is not null && !line.ProductCategorie.Is(care.Category) ? KnownClaimRules.CategoryAsAssigned
            : care.Code is not null && !line.ProductCode.Is(care.Code) ? KnownClaimRules.CodeAsAssigned
            : first > claimMonth ? KnownClaimRules.NotAheadOfClaim
            : from < care.StartsOn ? KnownClaimRules.NotBeforeAssignment
            : to > care.EndsOn ? KnownClaimRules.NotAfterAssignment
            : from != first && from != care.StartsOn ? KnownClaimRules.BeginsWithMonth
            : to != last && to != care.EndsOn ? KnownClaimRules.EndsWithMonth
            : !AssignedVolume.MayClaim(care, line.Eenheid.Data) ? KnownClaimRules.UnitAsAssigned
            : null;
        return rule is null ? null : new BrokenLine(rule, ElementOf(rule));
    }

    private BrokenLine? BreaksLimit(Prestatie line, CareAssignment assignment)
    {
        var (care, unit, volume) = (assignment.Care, line.Eenheid.Data, line.GeleverdVolume.Data);
        var (from, to) = (line.ProductPeriode.Begindatum.Data, line.ProductPeriode.Einddatum.Data);
        var earlier = _lines.Where(each => each.AssignmentId == assignment.Id && each.IsOpen).ToList();
        var inPeriod = earlier.Where(each => each.StartsOn <= to && from <= each.EndsOn).Sum(each => each.Volume);
        var rule = AssignedVolume.Within(care, from, to, unit) is { } most && inPeriod + volume > most ? KnownClaimRules.FitsPeriod
            : AssignedVolume.InAll(care, to, unit) is { } all && earlier.Sum(each => each.Volume) + volume > all ? KnownClaimRules.FitsAssignment
            : care.BudgetCents is { } budget && earlier.Sum(each => each.Cents) + line.IngediendBedrag.Bedrag.Data > budget ? KnownClaimRules.FitsBudget
            : null;
        return rule is null ? null : new BrokenLine(rule, rule == KnownClaimRules.FitsBudget ? nameof(line.IngediendBedrag) : nameof(line.GeleverdVolume));
    }

    private bool IsUsed(byte[] reference) => _lines.Exists(each => each.ReferenceHash.AsSpan().SequenceEqual(reference));

    private bool IsClaimed(Prestatie line, CareAssignment assignment) =>
        _lines.Exists(each => each.IsOpen && each.AssignmentId == assignment.Id && IsSameCare(each, line));

    private static bool IsSame(CareClaimLine earlier, Prestatie line) =>
        IsSameCare(earlier, line) && line.Eenheid.Is(earlier.Unit) && line.GeleverdVolume.Is(earlier.Volume) && line.IngediendBedrag.Bedrag.Is(earlier.Cents);

    private static bool IsSameCare(CareClaimLine earlier, Prestatie line) =>
        line.ProductCategorie.Is(earlier.Category) && line.ProductCode.Is(earlier.Code)
        && line.ProductPeriode.Begindatum.Is(earlier.StartsOn) && line.ProductPeriode.Einddatum.Is(earlier.EndsOn);

    private CareClaimLine Take(Prestatie line, LineKeys keys, CareAssignment assignment, AgreedTariff? tariff, CareClaimLine? credits)
    {
        var sign = credits is null ? 1 : -1;
        var taken = new CareClaimLine
        {
            Id = keys.Id,
            ClaimId = keys.ClaimId,
            ProviderAgbCode = assignment.ProviderAgbCode,
            MunicipalityId = assignment.MunicipalityId,
            ReferenceHash = keys.Reference,
            AssignmentId = assignment.Id,
            Category = line.ProductCategorie.Data,
            Code = line.ProductCode.Data,
            StartsOn = line.ProductPeriode.Begindatum.Data,
            EndsOn = line.ProductPeriode.Einddatum.Data,
            Volume = sign * line.GeleverdVolume.Data,
            Unit = line.Eenheid.Data,
            TariffCents = line.ProductTarief.HasValue ? line.ProductTarief.Data : null,
            Cents = sign * line.IngediendBedrag.Bedrag.Data,
            CreditsId = credits?.Id,
            ContractId = credits is null ? tariff?.ContractId : credits.ContractId,
            ProductId = credits is null ? tariff?.ProductId : credits.ProductId,
            IsOpen = credits is null,
        };
        _lines.Add(taken);
        return taken;
    }

    private static string ElementOf(KnownRule rule) =>
        rule == KnownClaimRules.CategoryAsAssigned ? nameof(Prestatie.ProductCategorie)
        : rule == KnownClaimRules.CodeAsAssigned ? nameof(Prestatie.ProductCode)
        : rule == KnownClaimRules.UnitAsAssigned ? nameof(Prestatie.Eenheid)
        : rule == KnownClaimRules.AssignmentCounts ? nameof(Prestatie.ToewijzingNummer)
        : nameof(Prestatie.ProductPeriode);
}

/// <summary>What a line is kept by.</summary>
/// <param name="Id">Its id.</param>
/// <param name="ClaimId">The claim that it is of.</param>
/// <param name="ClaimMonth">First day of the month that the claim is for.</param>
/// <param name="Reference">Keyed hash of its number.</param>
/// <param name="Earlier">Keyed hash of the number of the line that it takes back; null for a debit.</param>
internal sealed record LineKeys(Guid Id, Guid ClaimId, DateOnly ClaimMonth, byte[] Reference, byte[]? Earlier);
