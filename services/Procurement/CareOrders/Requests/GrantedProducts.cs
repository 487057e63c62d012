using Regio.CareMessages.Answers;
using Regio.CareMessages.Model;
using Regio.ServiceDefaults.Errors;

namespace Regio.Procurement.CareOrders.Requests;

/// <summary>What is granted otherwise than asked (IV094); null: as asked.</summary>
/// <param name="FirstDay">First day.</param>
/// <param name="LastDay">Last day, included.</param>
/// <param name="Volume">Number of units.</param>
/// <param name="BudgetCents">The most it may cost.</param>
internal sealed record GrantedOtherwise(DateOnly? FirstDay, DateOnly? LastDay, long? Volume, long? BudgetCents);

/// <summary>What is assigned when a request is granted: what it gives, and what else is current (OP087).</summary>
/// <param name="current">What is current between the two sides for the client.</param>
/// <param name="firstNumber">Number for the first new assignment.</param>
/// <param name="decided">When the municipality decides, local time of the Netherlands.</param>
internal sealed class GrantedProducts(IReadOnlyList<ToegewezenProduct> current, long firstNumber, DateTime decided)
{
    private long _next = firstNumber;

    public List<ToegewezenProduct> By(RequestToAnswer open, GrantedOtherwise? otherwise)
    {
        var given = open.Asked switch
        {
            Jw315 care => [Deviate(Grant.Of(care.Client.AangevraagdeProducten.First(product => product.ReferentieAanbieder.Is(open.Reference)), _next++, decided), otherwise)],
            Jw317 when otherwise is not null => throw new DomainException(CareOrderRules.ChangeAsAsked, "otherwise"),
            Jw317 change => Change(change.Client.Verzoek),
            _ => throw new InvalidOperationException("Only a JW315 or JW317 is granted."),
        };
        return [.. given, .. current.Where(other => given.All(product => product.ToewijzingNummer.Data != other.ToewijzingNummer.Data))];
    }

    private IReadOnlyList<ToegewezenProduct> Change(Verzoek asked)
    {
        var named = asked.OngewijzigdeProducten.Select(product => product.ToewijzingNummer).Concat(asked.TeWijzigenProducten.Select(product => product.ToewijzingNummer));
        foreach (var number in named.Where(number => current.All(product => product.ToewijzingNummer.Data != number.Data)))
            throw new DomainException(CareOrderRules.RequestOutdated, "care_request_id", new Dictionary<string, string> { ["number"] = $"{number.Data}" });
        return Grant.Of(asked, current, () => _next++, decided);
    }

    private static ToegewezenProduct Deviate(ToegewezenProduct product, GrantedOtherwise? otherwise)
    {
        if (otherwise is null)
            return product;
        if (otherwise.FirstDay is { } start)
            product.Ingangsdatum = start;
        if (otherwise.LastDay is { } last)
            product.Einddatum = last;
        if (otherwise.Volume is { } volume)
            product.Omvang = product.Omvang is { } asked ? new() { Volume = volume, Eenheid = asked.Eenheid, Frequentie = asked.Frequentie } : throw new DomainException(CareOrderRules.NoSizeAsked, "otherwise.volume");
        if (otherwise.BudgetCents is { } budget)
            product.Budget = budget;
        return product;
    }
}
